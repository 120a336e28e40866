"""Writing a timeline as a picture, and saying so."""

from __future__ import annotations

from pathlib import Path

from callrules.cli.lines import say
from callrules.errors import BadInput
from callrules.pictures.timeline import Timeline


def write_picture(path: str, story: Timeline, *, aside: bool) -> None:
    """Write the SVG and say where it is; `aside` (on stderr) where stdout belongs to a program."""
    try:
        Path(path).write_text(story.svg(), "utf-8")
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise BadInput(f"{path}: {why}, expected a file that can be written") from None
    say(f"The timeline is in {path}", err=aside)
