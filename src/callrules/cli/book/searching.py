"""Whom bytes that nobody can read may name: ids, accounts, names, numbers and addresses, as whole words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from callrules.likeness import folded

WORD = re.compile(r"[^\W_]+")
PART_OF_A_WORD = re.compile(r"[\w-]")
DIGITS = re.compile(r"[+(]?[0-9](?:[0-9().\-\s/]{5,}[0-9])")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
FEW = 7
"""By so many last digits a number is looked up; then all of the shorter one must agree."""


class Words:
    """Everybody by the words that may stand for them. Looking costs what is looked at, not who is known."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._by_first: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        self._by_last_digits: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._odd: list[tuple[str, str]] = []

    def add(self, word: str | None, who: str) -> None:
        """Whoever is meant by a word."""
        plain = folded(word)
        first = WORD.search(plain)
        if first:
            self._by_first[first[0]].append((plain, first.start(), who))
        elif plain:
            self._odd.append((plain, who))

    def add_number(self, number: str, who: str) -> None:
        """Whoever has a number."""
        digits = _digits(number.partition(";")[0])
        if len(digits) >= FEW:
            self._by_last_digits[digits[-FEW:]].append((digits, who))

    def found_in(self, data: bytes) -> set[str]:
        """Whoever is named in the bytes, in whatever encoding, escaped or not."""
        return {who for text in set(_readings(data)) for who in (*self._named(text), *self._numbered(text))}

    def _named(self, text: str) -> Iterator[str]:
        for word in WORD.finditer(text):
            for plain, before, who in self._by_first.get(word[0], ()):
                if _stands(plain, text, word.start() - before):
                    yield who
        yield from (who for plain, who in self._odd if plain in text)

    def _numbered(self, text: str) -> Iterator[str]:
        for found in DIGITS.findall(text):
            dialled = _digits(found).lstrip("0")
            for digits, who in self._by_last_digits.get(dialled[-FEW:], ()):
                if digits.endswith(dialled) or dialled.endswith(digits):
                    yield who


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


def _stands(plain: str, text: str, start: int) -> bool:
    """Whether a word stands there whole."""
    end = start + len(plain)
    if start < 0 or text[start:end] != plain:
        return False
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return not (PART_OF_A_WORD.match(before) or PART_OF_A_WORD.match(after))


def _readings(data: bytes) -> Iterator[str]:
    """The bytes as texts: in each encoding, without the zeros of a wide one, and with what was escaped."""
    for encoding in ENCODINGS:
        text = data.decode(encoding, "replace")
        yield folded(text)
        yield folded(ESCAPED.sub(_unescaped, text))
    yield folded(data.replace(b"\0", b"").decode("utf-8", "replace"))


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]


# --- one slip away ---------------------------------------------------------------------------------------------


class Slips:
    """Ids by what is left of them where one byte is missing: whoever is one slip away from a damaged id."""

    def __init__(self, ids: Iterable[str]) -> None:
        """Remember every id less each of its bytes."""
        self._short: dict[str, set[str]] = defaultdict(set)
        for each in ids:
            for short in _shorter(_bytes(each)):
                self._short[short].add(each)

    def near(self, found: str) -> set[str]:
        """The ids that one byte more, less or other would make of it."""
        return self.near_bytes(_bytes(found))

    def near_bytes(self, text: str) -> set[str]:
        """The same for bytes, each given as the character of its number."""
        met = {who for short in _shorter(text) for who in self._short.get(short, ())}
        return {who for who in met if _is_one_slip(text, _bytes(who))}


def _bytes(text: str) -> str:
    """A character for each byte, so that a slip is one of them."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def _shorter(text: str) -> set[str]:
    return {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}


def _is_one_slip(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, others = one[same:], other[same:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
