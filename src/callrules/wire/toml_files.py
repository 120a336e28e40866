"""Reading TOML files of people: every mishap is one line that names the file and what was expected."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from callrules.errors import BadInput
from callrules.redaction import redacted
from callrules.regular_files import read_regular

MOST_LETTERS, MOST_DOTS = 200_000, 200
"""A file of every rule and parameter has some thousand letters, and no name in it more than one dot."""


def read_toml(path: Path, of: str = "rules") -> dict[str, Any]:
    """The tables of a TOML file `of` something, or `BadInput` that says why it is none."""
    try:
        text = read_regular(path, "a TOML file").decode()
        _refuse_too_much(path, text, of)
        return tomllib.loads(text.replace("\r\n", "\n"))
    except BadInput:
        raise
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: found a byte at {error.start} that is no UTF-8, expected a TOML file") from None
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path}: {redacted(str(error))}, expected a TOML file") from None
    except (ValueError, RecursionError):
        raise BadInput(f"{path}: found more than anybody can read in it, expected a TOML file") from None


def _refuse_too_much(path: Path, text: str, of: str) -> None:
    """Refuse names nested too deeply: nobody wrote that, and reading it would take longer with every dot."""
    deep = next((place for place, line in enumerate(text.split("\n"), start=1) if line.count(".") > MOST_DOTS), None)
    if len(text) > MOST_LETTERS:
        raise BadInput(f"{path}: found {len(text):,} letters, expected a TOML file of at most {MOST_LETTERS:,}")
    if deep:
        raise BadInput(f"{path}:{deep}: found a line with more than {MOST_DOTS} dots, expected a TOML file of {of}")
