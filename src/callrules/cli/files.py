"""Reading files of people: every mishap is one line that names the file and what was expected."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import IO, Any

from callrules.errors import BadInput
from callrules.redaction import known_as
from callrules.regular_files import AT_ONCE, must_be_a_file, read_regular

STDIN = "-"


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file, `-` for stdin. What is no file, or a link to none, is refused at once."""
    if str(path) == STDIN:
        return _stdin()
    return read_regular(path)


def open_regular(path: str | Path) -> IO[bytes]:
    """A file to be read bit by bit. What is no file, or a link to none, is refused at once."""
    try:
        file = os.open(path, os.O_RDONLY | AT_ONCE)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{path}: {why.lower()}, expected a file that can be read") from None
    try:
        must_be_a_file(file, path, "a file that can be read")
    except BadInput:
        os.close(file)
        raise
    return os.fdopen(file, "rb")


def _stdin() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except (AttributeError, OSError, ValueError):
        raise BadInput("stdin: found it closed, expected something to read") from None


def is_there(path: Path) -> bool:
    """Whether there is anything of that name, also a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def read_text(path: str | Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark."""
    return decoded(read_bytes(path), path)


def decoded(data: bytes, path: str | Path) -> str:
    """The text in the bytes of a UTF-8 file, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.start + 1]
        raise BadInput(f"{path}:{line}: found the byte {found!r}, expected UTF-8 text") from None


def read_json(path: str | Path) -> Any:
    """The JSON document in a file."""
    return parse_json(read_text(path), str(path))


def parse_json(text: str | bytes, where: str) -> Any:
    """The JSON document in a text, or `BadInput` that says where it stops being one."""
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: _object(pairs, where), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise BadInput(f"{where}:{error.lineno}: column {error.colno}: {error.msg}, expected JSON") from None
    except BadInput:
        raise
    except RecursionError:
        raise BadInput(f"{where}: found lists or objects nested too deeply, expected JSON") from None
    except ValueError as error:
        found = error.args[0] if type(error) is _NoNumber else "a number that nobody can read"
        raise BadInput(f"{where}: found {found}, expected JSON") from None


class _NoNumber(ValueError):
    """NaN or Infinity, which JSON does not know."""


def _no_constant(name: str) -> None:
    raise _NoNumber(name)


def _object(pairs: list[tuple[str, Any]], where: str) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        times = Counter(name for name, _ in pairs)
        twice = next(name for name, _ in pairs if times[name] > 1)
        raise BadInput(f"{where}: {known_as(twice)}: found it twice in one object, expected it once")
    return fields


def open_folder(folder: str | Path) -> Path:
    """The folder of a book."""
    path = Path(folder)
    if not path.exists():
        raise BadInput(f"{folder}: found nothing there, expected a folder with contacts.csv or contacts.json")
    if not path.is_dir():
        raise BadInput(f"{folder}: found a file, expected a folder with contacts.csv or contacts.json")
    return path
