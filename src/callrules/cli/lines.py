"""What is said on a terminal: nothing that steers it, and of what went wrong one short line without numbers."""

from __future__ import annotations

import json
import re
from typing import Any

import click

from callrules.redaction import on_one_line, redacted, shortened

MOST = 290
"""How long a line about what went wrong is at most, so that it stays one line wherever it is read."""
LONG_PATH = re.compile(r"(?<!\S)\S*/\S{100,}")


def complaint(says: str) -> str:
    """Say what went wrong in one line of at most 290 letters."""
    brief = LONG_PATH.sub(lambda path: f"…{path[0][-80:]}", redacted(says))
    return shortened(f"callrules: {brief}", MOST)


def complain(says: str) -> None:
    """Say it on stderr."""
    click.echo(complaint(says), err=True)


def say(*cells: str, err: bool = False) -> None:
    """One line, whatever somebody typed into it."""
    line = " ".join(map(on_one_line, cells))
    click.echo(redacted(line) if err else line, err=err)


def as_json(answer: Any) -> str:
    """The answer as JSON that reads back the same; what a terminal would obey or hide is written as an escape."""
    text = json.dumps(answer, ensure_ascii=False, indent=2)
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return "".join(each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in text)
