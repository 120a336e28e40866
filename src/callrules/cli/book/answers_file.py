"""Answers about a book in a file: what one version said about everybody, for another version to be compared with."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import callrules
from callrules.cli.book.contacts_file import contacts_path
from callrules.cli.book.history_file import NAME, parsed
from callrules.cli.book.influence_file import NAME as INFLUENCE
from callrules.cli.book.journal import replace
from callrules.cli.files import is_there, read_bytes
from callrules.desk.comparing.kept_answers import A_LINE, Kept, read_answers, written_answers
from callrules.desk.left_out import Person
from callrules.errors import BadInput
from callrules.playbook import Playbook


def keep(path: str, folder: Path, people: Iterable[Person], playbook: Playbook, now: dt.datetime) -> int:
    """Write down what is next with the people of a book, and give their number."""
    told = written_answers(playbook, people, now, version=callrules.__version__, book=_word_for(folder))
    lines = [json.dumps(each, ensure_ascii=False) for each in told]
    try:
        replace(Path(path), "".join(f"{line}\n" for line in lines).encode())
    except OSError as error:
        raise BadInput(f"--keep: {path}: {(error.strerror or str(error)).lower()}, expected a file to write") from None
    return len(lines) - 1


def read_kept(path: str, folder: Path) -> Kept:
    """The answers in that file. Raises `BadInput` where it is none, or where they are about another book."""
    lines = [_read(path, number, line) for number, line in enumerate(read_bytes(path).splitlines(), start=1)]
    try:
        kept = read_answers(lines)
    except BadInput as error:
        raise BadInput(f"{path}:{error}") from None
    if kept.book != _word_for(folder):
        expected = f"those of {folder} as it is: keep them anew with the other version"
        raise BadInput(f"{path}: found answers about other contacts or another history, expected {expected}")
    return kept


def _read(path: str, number: int, line: bytes) -> object:
    try:
        return parsed(line)
    except (ValueError, RecursionError):
        raise BadInput(f"{path}:{number}: found no JSON, expected {A_LINE}") from None


def _word_for(folder: Path) -> str:
    """A word that says which files a book has: another one, as soon as a line is added or a card is edited."""
    found = hashlib.sha256()
    for each in (contacts_path(folder), folder / NAME, folder / INFLUENCE):
        data = read_bytes(each) if is_there(each) else b""
        found.update(f"{len(data)} ".encode() + data)
    return found.hexdigest()
