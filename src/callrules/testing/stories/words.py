"""Words on a line: bare where they can be, else in double quotes with the escapes of JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import NoReturn, TypeVar

import attrs

from callrules.errors import BadInput, nearest

T = TypeVar("T")
QUOTED = r'"(?:[^"\\]|\\.)*"'
BARE = re.compile(r'[^\s",]+')
WORD = re.compile(rf'(?:{QUOTED}|[^\s"])+')
ITEM = re.compile(rf'{QUOTED}|[^,"]+')
LIST = re.compile(rf"(?:{ITEM.pattern})(?:,(?:{ITEM.pattern}))*")
KEY = re.compile(r"([A-Za-z]\w*)=(.*)", re.DOTALL)


@attrs.frozen
class Words:
    """The words of a line: those that stand alone, and those behind a key; values are still as written."""

    alone: tuple[str, ...]
    keyed: dict[str, str]


def split(line: str) -> list[str]:
    """The words of a line, as written. Raises `BadInput` for a quote that is never closed."""
    if '"' in WORD.sub("", line):
        opened = line[line.rindex('"') :]
        raise BadInput(f"found {opened!r}, expected every double quote to be closed")
    return WORD.findall(line)


def sorted_out(line: str) -> Words:
    """The words of a line by whether they have a key; a key given twice is refused."""
    alone, keyed = [], {}
    for word in split(line):
        found = KEY.fullmatch(word)
        if found is None:
            alone.append(word)
        elif found[1] in keyed:
            raise BadInput(f"found {found[1]}= twice, expected it once")
        else:
            keyed[found[1]] = found[2]
    return Words(tuple(alone), keyed)


def parsed(parse: Callable[[], T], text: str, expected: str) -> T:
    """Give what `parse` makes of a text. Raises `BadInput` where it is no such thing."""
    try:
        return parse()
    except ValueError:
        raise BadInput(f"found {text!r}, expected {expected}") from None


def read_word(written: str) -> str:
    """The text that was written."""
    if '"' not in written:
        return written
    try:
        text = json.loads(written, strict=False)
    except ValueError:
        raise BadInput(
            f'found {written}, expected the quotes around the whole value, and \\" or \\n inside where needed'
        ) from None
    return str(text)


def write_word(text: str, *, alone: bool = False) -> str:
    """The text as one word, which must not look like `key=value` where it stands `alone`."""
    if BARE.fullmatch(text) and text.isprintable() and not (alone and KEY.fullmatch(text)):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """The text in quotes, on one line, every character that cannot be seen escaped."""
    return "".join(
        each if each.isprintable() else json.dumps(each)[1:-1] for each in json.dumps(text, ensure_ascii=False)
    )


def read_list(written: str) -> list[str]:
    """The texts between commas."""
    if not written:
        return []
    if not LIST.fullmatch(written):
        raise BadInput(f"found {written}, expected words between commas")
    return [read_word(item) for item in ITEM.findall(written)]


def write_list(texts: Iterable[str]) -> str:
    """The texts with commas between."""
    return ",".join(map(write_word, texts))


def refuse_unknown(found: str, known: Iterable[str], what: str) -> NoReturn:
    """Raise `BadInput` that names the nearest known word."""
    words = list(known)
    raise BadInput(f"found {found!r}, expected {what} {', '.join(words)}{nearest(found, words)}")
