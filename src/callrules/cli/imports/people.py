"""Rows of contacts as people of a book: what a card may hold, and who must not be called."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

import attrs

from callrules import checks, places
from callrules.cli.book.contacts_file import LISTS, YES_OR_NO, Row, fields_of
from callrules.cli.book.noes import with_the_card
from callrules.cli.imports import tables
from callrules.cli.imports.cards import known_id
from callrules.cli.imports.cell_forms import plain
from callrules.cli.imports.cells import Laid
from callrules.cli.imports.number_zones import NONE, Zones, placed
from callrules.cli.imports.refusals import in_words
from callrules.cli.imports.tally import Tally
from callrules.contact import Contact
from callrules.errors import BadInput, InvalidValue
from callrules.facts import OptOut
from callrules.redaction import Found
from callrules.wire import write_fact

CARD = (
    "id", "name", "goes_by", "phones", "email", "fax", "postal_address", "timezone", "region", "account", "role",
    "business", "buys_from", "drivers", "common_ground", "red_phone", "owner", "known_since",
)  # fmt: skip
PLAIN = ("goes_by", "email", "fax", "account", "buys_from", "owner", "business", "red_phone")
BETWEEN = re.compile(r"\s*(?:[,\n]|;(?!\s*ext\s*=)|:::)\s*", re.IGNORECASE)
"""What stands between several numbers in one cell."""
NOES = {"do_not_call": None, "do_not_email": "email"}
"""Columns that say no, and the channel that they close; calls where none is named."""
TICKED = (
    "x",
    "y",
    "✓",
    "✔",
    "on",
    "checked",
    "ja",
    "oui",
    "si",
    "sí",
    "sim",
    "wahr",
    "vrai",
    "verdadero",
    "verdadeiro",
)
NOT_TICKED = ("n", "off", "unchecked", "nein", "non", "não", "falsch", "faux", "falso")
BOXES = {**YES_OR_NO, **dict.fromkeys(TICKED, True), **dict.fromkeys(NOT_TICKED, False)}
"""How exports write a box, ticked or not, in the languages in which the systems write `true`."""


@attrs.frozen
class Person:
    """One row as somebody of a book: the cells of a card, and the noes that stand in it."""

    cells: dict[str, str] = attrs.field(repr=False)
    contact: Contact = attrs.field(repr=False)
    noes: tuple[dict[str, Any], ...] = attrs.field(default=(), repr=False)


class People:
    """Rows of one file as people of a book."""

    def __init__(
        self, laid: Laid, name: str, tally: Tally, *, given: dict[str, str], now: dt.datetime, zones: Zones | None
    ) -> None:
        """Read by what is laid over the columns; `given` stands for all (timezone, region), noes are from `now`."""
        self._laid, self._name, self._tally, self._given, self._now = laid, name, tally, given, now
        used = {field for field in laid.section.columns if laid.has(field)} | set(given) | set(laid.section.fixed)
        used |= {"region"} if used & {"country", "state"} else set()
        used |= {"region", "timezone"} if zones else set()
        self._zones = zones
        self.columns = [field for field in CARD if field in used]

    def of(self, row: tables.Row) -> Person:
        """The person in a row. Raises `InvalidValue` for what cannot be taken."""
        cells = {"id": self._id(row.cells), **self._given, **self.texts(row.cells)}
        cells = self._placed({field: cells.get(field, "") for field in self.columns})
        contact = self._checked(cells, row.line)
        return Person(cells, contact, tuple(self._noes(row.cells, contact)))

    def _placed(self, cells: dict[str, str]) -> dict[str, str]:
        """The cells with the zones that their numbers name, where somebody asked for them."""
        if self._zones is None:
            return cells
        placed_cells, how = placed(cells, self._zones)
        self._tally.zones[how] += 1
        if how == NONE and not cells["region"]:
            self._tally.zoneless.append(cells["id"])
        return placed_cells

    def texts(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a card, those left out that cannot be read and are not needed."""
        region = self._region(cells) or self._given.get("region")
        found = {field: plain(*self._laid.text(field, cells)) for field in PLAIN}
        found["name"] = " ".join(plain(*each) for each in self._laid.parts("name", cells))
        found["postal_address"] = ", ".join(plain(*each) for each in self._laid.parts("postal_address", cells))
        found |= {field: "; ".join(plain(*each) for each in self._laid.parts(field, cells)) for field in LISTS}
        found |= {"region": region or "", "phones": self._phones(cells, region)}
        found |= {"timezone": self._timezone(cells), "known_since": self._known_since(cells)}
        found["role"] = self._laid.words("role", cells).get("role", "")
        return {field: text for field, text in found.items() if text}

    def _id(self, cells: Sequence[str]) -> str:
        found, column = self._laid.id("id", cells)
        if not found:
            raise InvalidValue(self._laid.column("id"), Found("an empty cell"), "an id")
        return known_id(found, column)

    def _checked(self, cells: dict[str, str], line: int) -> Contact:
        contact = Row(str(line), fields_of(cells)).contact()
        if isinstance(contact, str):
            raise in_words(BadInput(contact.removeprefix(f"{line}: ")))
        return contact

    def _phones(self, cells: Sequence[str], region: str | None) -> str:
        """The numbers that are whole. Raises `InvalidValue` where they have some, and none is."""
        whole, troubles = [], []
        for found, column in self._laid.parts("phones", cells):
            for number in filter(None, BETWEEN.split(found)):
                try:
                    whole.append(self._phone(number, column, cells, region))
                except InvalidValue as error:
                    troubles.append(error)
        if troubles and not whole:
            raise troubles[0]
        for each in troubles:
            self._tally.leave_out(each)
        return "; ".join(dict.fromkeys(whole))

    def _phone(self, text: str, column: str, cells: Sequence[str], region: str | None) -> str:
        number, bar, rest = text.partition("|")
        return self._laid.whole(number.strip(), column, cells, region) + bar + rest

    def _region(self, cells: Sequence[str]) -> str | None:
        found, column = self._laid.text("region", cells)
        if found:
            return self._lenient(checks.region, places.meant_by(found) or found.upper(), column)
        country = self._laid.words("country", cells).get("country", "")
        if not country:
            return None
        code = places.country_called(country)
        if code is None:
            expected = "a country by its name in English or its ISO 3166 code"
            self._tally.leave_out(InvalidValue(self._laid.column("country"), country, expected))
            return None
        return self._of_state(code, cells)

    def _of_state(self, country: str, cells: Sequence[str]) -> str:
        """The state's region where it is known; else the country's, which has all its zones."""
        state, column = self._laid.text("state", cells)
        region = f"{country}-{state.upper()}"
        if not state or places.is_region(region):
            return region if state else country
        self._tally.leave_out(InvalidValue(column, state, "a state by its ISO 3166-2 code, such as FL"))
        return country

    def _timezone(self, cells: Sequence[str]) -> str:
        found, column = self._laid.text("timezone", cells)
        return (self._lenient(checks.timezone, found, column) if found else None) or ""

    def _known_since(self, cells: Sequence[str]) -> str:
        try:
            day = self._laid.day("known_since", cells)
        except InvalidValue as error:
            self._tally.leave_out(error)
            return ""
        return "" if day is None else day.isoformat()

    def _lenient(self, check: Any, found: str, column: str) -> str | None:
        try:
            return str(check(found, column))
        except InvalidValue as error:
            self._tally.leave_out(error)
            return None

    def may_say_no(self, row: tables.Row) -> bool:
        """Whether a row that was not taken closes a channel, or says something there that nobody can read."""
        return any(self._may_say_no(field, row.cells) for field in NOES)

    def _may_say_no(self, field: str, cells: Sequence[str]) -> bool:
        try:
            return self._says_no(field, cells)
        except InvalidValue:
            return True

    def noes_beside(self, row: tables.Row, known: Callable[[str], Contact | None]) -> list[dict[str, Any]]:
        """The noes of a row that was not taken, where they can be read and we know whose they are."""
        try:
            contact = known(self._id(row.cells))
            return self._noes(row.cells, contact) if contact else []
        except InvalidValue:
            return []

    def _noes(self, cells: Sequence[str], contact: Contact) -> list[dict[str, Any]]:
        """A no for each column that says one, with what the person is known by."""
        noes = list[dict[str, Any]]()
        for field, channel in NOES.items():
            if self._says_no(field, cells):
                known = f"{self._name}/{field}/{contact.id}"
                no = OptOut(at=self._now, id=known, contact=contact.id, channel=channel)
                noes += [write_fact(each) for each in (with_the_card(no, contact) if channel is None else [no])]
        return noes

    def _says_no(self, field: str, cells: Sequence[str]) -> bool:
        word = self._laid.words(field, cells).get(field, "")
        if word and word.casefold() not in BOXES:
            raise InvalidValue(self._laid.text(field, cells)[1], word, "yes or no")
        return BOXES.get(word.casefold(), False)
