"""Writing a page of HTML, and saying so."""

from __future__ import annotations

from pathlib import Path

from callrules.cli.lines import say
from callrules.errors import BadInput


def write_page(path: str, page: str, *, aside: bool) -> None:
    """Write the page and say where it is; `aside` (on stderr) where stdout belongs to a program."""
    try:
        Path(path).write_text(page, "utf-8")
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise BadInput(f"{path}: {why}, expected a file that can be written") from None
    say(f"The page is in {path}", err=aside)
