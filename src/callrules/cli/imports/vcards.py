"""vCards (RFC 6350, and 2.1 and 3.0 before it) as rows of a table: one card, one person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from callrules.cli.files import decoded, read_bytes
from callrules.cli.imports.fields import CONTACTS
from callrules.cli.imports.maps import Map, Section
from callrules.cli.imports.refusals import Refusal
from callrules.cli.imports.tables import Row
from callrules.errors import BadInput
from callrules.redaction import Found

HEADER = ["UID", "FN", "NICKNAME", "TEL", "EMAIL", "ADR", "TZ", "ORG"]
FIELDS = ("id", "name", "goes_by", "phones", "email", "postal_address", "timezone", "account")
BEGINS, ENDS = "BEGIN:VCARD", "END:VCARD"
MOBILE, FAX = {"CELL", "MOBILE"}, {"FAX"}
LONGEST = 4_000_000
"""No card is longer, in letters; one that holds a photograph may be long."""
SUFFIXES = (".vcf", ".vcard")
QUOTED = "QUOTED-PRINTABLE"
"""How vCards of version 2.1 write letters beyond ASCII, with line ends of their own."""

VCARDS = Map(
    name="vcard",
    says="vCards",
    sections={
        CONTACTS: (
            Section(
                kind=CONTACTS,
                columns={field: ((name,),) for field, name in zip(FIELDS, HEADER, strict=True)},
            ),
        )
    },
)


def is_of_vcards(path: str) -> bool:
    """Whether a file is one of vCards, by its name."""
    return Path(path).suffix.lower() in SUFFIXES


class VCards:
    """The cards of a file as rows under names."""

    separator = ","

    def __init__(self, path: str) -> None:
        """Read the file. Raises `BadInput` where the package that reads vCards is missing."""
        try:
            import vobject
        except ImportError:
            raise BadInput(f"{path}: vCards need an extra: pip install 'callrules[contacts]'") from None
        self.header = list(HEADER)
        self._parse = vobject.readOne
        self._text = decoded(read_bytes(path), path)
        self._path = path

    def close(self) -> None:
        """Have nothing open."""

    def rows(self) -> Iterator[Row | Refusal]:
        """Every card, or why it cannot be read."""
        for line, text in self._blocks():
            if text is None or len(text) > LONGEST:
                yield Refusal(line, None, Found("no whole card"), f"a vCard, from {BEGINS} to {ENDS}", text or "")
                continue
            try:
                yield Row(line, self._cells(self._parse(text, allowQP=QUOTED in text.upper())), text)
            except Exception as error:  # noqa: BLE001 - a reader of strangers' cards may raise anything
                found = Found(f"a card that cannot be read ({type(error).__name__})")
                yield Refusal(line, None, found, "a vCard of version 2.1, 3.0 or 4.0", text)

    def _blocks(self) -> Iterator[tuple[int, str | None]]:
        """The text of each card with the line on which it begins; no text for what stands outside of cards."""
        begun, lines = 0, list[str]()
        for number, line in enumerate(self._text.splitlines(), start=1):
            word = line.strip().upper()
            if word == BEGINS and begun:
                yield begun, None
            if word == BEGINS:
                begun, lines = number, []
            if begun:
                lines.append(line)
            elif word:
                yield number, None
            if word == ENDS and begun:
                yield begun, "\r\n".join(lines) + "\r\n"
                begun = 0
        if begun:
            yield begun, None

    def _cells(self, card: Any) -> list[str]:
        name = _first(card, "fn") or " ".join(str((getattr(card, "n", None) and card.n.value) or "").split())
        numbers = "; ".join(_numbers(card))
        email = _first(card, "email")
        address = ", ".join(str(card.adr.value).split("\n")) if "adr" in card.contents else ""
        known = _first(card, "uid") or _made_of(name, numbers, email)
        cells = [known, name, _first(card, "nickname"), numbers, email, address, _first(card, "tz"), _org(card)]
        return [" ".join(each.split()) for each in cells]


def _first(card: Any, name: str) -> str:
    found = card.contents.get(name, [])
    return str(found[0].value) if found else ""


def _org(card: Any) -> str:
    found = card.contents.get("org", [])
    value = found[0].value if found else ""
    return str(value[0]) if isinstance(value, list) and value else str(value or "")


def _numbers(card: Any) -> Iterator[str]:
    """Every number that rings, with the kind of its line."""
    for each in card.contents.get("tel", []):
        kinds = {kind.upper() for kind in each.params.get("TYPE", [])} | set(map(str.upper, each.singletonparams))
        if not kinds & FAX or kinds & {"VOICE"}:
            number = str(each.value).removeprefix("tel:").replace(";", ",").replace(",ext=", ";ext=")
            yield f"{number}|mobile" if kinds & MOBILE else number


def _made_of(*parts: str) -> str:
    """An id for a card that has none: the same for the same name, numbers and address."""
    if not any(parts):
        return ""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
