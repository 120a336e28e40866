"""Rows of calls and of messages as facts: who it was, when, and how it ended in our words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from callrules.cli.book.noes import with_the_card
from callrules.cli.imports.cards import Cards, known_id
from callrules.cli.imports.cells import Laid
from callrules.cli.imports.fields import CALLS
from callrules.cli.imports.refusals import in_words
from callrules.cli.imports.tables import Row
from callrules.cli.imports.tally import Tally
from callrules.dispositions import Disposition
from callrules.errors import BadInput, InvalidValue
from callrules.facts import Fact
from callrules.redaction import Found
from callrules.wire import read_fact, write_fact, write_moment

TYPES = {CALLS: "call_attempt", "messages": "message"}
WORDS = {CALLS: ("disposition", "direction", "outcome"), "messages": ("channel", "direction", "reply", "purpose")}
TEXTS = {CALLS: ("rep", "reason", "about", "remark"), "messages": ("text",)}
OURS = "outbound"
LISTS = ("agreed", "used")
SOUNDS_LIKE_A_NO = re.compile(
    r"\b(?:dnc|stop|remov\w+|unsubscri\w+|opt(?:ed)?[- ]?out"
    r"|(?:do not|don't|never|no more) (?:ever )?(?:call|ring|contact)\w*"
    r"|nie wieder|nicht mehr|sperr\w+|werbesperre|kein(?:e)? anruf\w*|ne plus|ne pas|no llamar|non chiamare)\b",
    re.IGNORECASE,
)
"""Words of a refused row that a person should look at first; what they mean is not guessed."""
NEEDS_ITS_NUMBER = {Disposition.WRONG_NUMBER.value, Disposition.BAD_NUMBER.value}
"""What these say, they say of one number: without it they would close another."""


@attrs.frozen
class Happened:
    """One row as a fact for a book, and what is to be written beside it."""

    fact: dict[str, Any] = attrs.field(repr=False)
    beside: tuple[dict[str, Any], ...] = attrs.field(default=(), repr=False)


class Happenings:
    """Rows of one file as facts for a book."""

    def __init__(self, laid: Laid, name: str, cards: Cards, tally: Tally, region: str | None) -> None:
        """Read by what is laid over the file's columns; `name` begins the ids, `region` makes numbers whole."""
        self._laid, self._cards, self._tally, self._region = laid, cards, tally, region
        self._kind = laid.section.kind
        self._begins = f"{name}/{TYPES[self._kind].partition('_')[0]}"
        self._seen: Counter[int] = Counter()
        self._words: dict[str, str] = {}
        self._cells: Sequence[str] = ()

    def of(self, row: Row) -> Happened:
        """The fact of a row. Raises `InvalidValue` for what cannot be taken."""
        self._words, self._cells = {}, row.cells
        self._find_words(row.cells, self._words)
        return self._fact(row.cells, self._words)

    @property
    def said_no(self) -> bool:
        """Whether the row that was read last says stop calling, or sounds like it in words that nobody knows."""
        typed = (self._laid.text(field, self._cells)[0] for field in ("disposition", "reply", "remark", "text"))
        return "do_not_call" in self._words.values() or any(map(SOUNDS_LIKE_A_NO.search, typed))

    def _find_words(self, cells: Sequence[str], words: dict[str, str]) -> None:
        """Fill in what the words of a row say in ours; what was found before one that nobody knows stays."""
        for field in WORDS[self._kind]:
            words |= {**self._laid.words(field, cells), **words}
        if self._kind == CALLS and "disposition" not in words:
            raise InvalidValue(self._laid.column("disposition"), Found("an empty cell"), "how the call ended")

    def _fact(self, cells: Sequence[str], words: dict[str, str]) -> Happened:
        moment = self._moment(cells)
        numbers, troubles = self._numbers(cells)
        who, way = self._whose(cells, numbers, troubles)
        self._judge(troubles, words)
        fields: dict[str, Any] = {"type": TYPES[self._kind], "contact": who, "at": moment, **words, **way}
        fields |= {field: number for field, (number, _) in numbers.items()} | self._more(cells)
        fields["id"] = self._id(cells, fields)
        if fields.get("direction") == OURS and self._kind == CALLS:
            del fields["direction"]  # a line of a book says it only where it is theirs
        fact = _read(fields)
        self._cards.come(who, fields.get("from_number" if fields.get("direction") == "inbound" else "number"))
        return Happened(fields, self._beside(fact, who))

    def _moment(self, cells: Sequence[str]) -> str:
        moment = self._laid.moment("at", cells)
        if moment is None:
            raise InvalidValue(self._laid.column("at"), Found("an empty cell"), "when it was")
        if not moment.has_time:
            self._tally.days_without_time += 1
        return write_moment(moment.at)

    def _numbers(self, cells: Sequence[str]) -> tuple[dict[str, tuple[str, str]], dict[str, InvalidValue]]:
        """The whole numbers in a row, and what is wrong with the others."""
        numbers, troubles = {}, {}
        who = self._laid.id("contact", cells)[0]
        region = (self._cards.region(who) if who else None) or self._region
        for field in ("number", "from_number"):
            try:
                number, column = self._laid.number(field, cells, region)
            except InvalidValue as error:
                troubles[field] = error
            else:
                if number:
                    numbers[field] = (number, column)
        return numbers, troubles

    def _whose(
        self, cells: Sequence[str], numbers: Mapping[str, tuple[str, str]], troubles: Mapping[str, InvalidValue]
    ) -> tuple[str, dict[str, str]]:
        """Tell whose call it was: by the id in the row, else by the number that rang or that rang us."""
        found, column = self._laid.id("contact", cells)
        if found:
            return self._one_of(found, column, numbers), {}
        name, column = self._laid.text("contact_name", cells)
        who = self._cards.named(name, column) if name else None
        if who is not None:
            return who, {}
        for field, direction in (("number", "outbound"), ("from_number", "inbound")):
            who = self._cards.at(*numbers[field]) if field in numbers else None
            if who is not None:
                said = self._laid.words("direction", cells)
                return who, {} if said else {"direction": direction}
        if troubles and not numbers:
            raise next(iter(troubles.values()))
        column = next((column for _, column in numbers.values()), column or self._laid.column("contact"))
        what = "a number of nobody" if numbers else "a name of nobody" if name else "neither an id nor a number"
        raise InvalidValue(column, Found(what), "somebody in the book: import the contacts first")

    def _one_of(self, found: str, column: str, numbers: Mapping[str, tuple[str, str]]) -> str:
        """The id in a cell; of several the one whose number it was. Raises `InvalidValue` where nobody knows."""
        several = _listed(found)
        if len(several) == 1 or found in self._cards.known:
            return known_id(found, column)
        rung = {self._cards.at(*number) for number in numbers.values()} & set(several)
        if len(rung) == 1:
            return str(rung.pop())
        raise InvalidValue(column, Found(f"{len(several)} ids"), "one, or a number of one of them in the book")

    def _judge(self, troubles: Mapping[str, InvalidValue], words: Mapping[str, str]) -> None:
        """Leave a bad number out, unless what is said of it would then be said of another."""
        if "number" in troubles and words.get("disposition") in NEEDS_ITS_NUMBER:
            raise troubles["number"]
        for error in troubles.values():
            self._tally.leave_out(error)

    def _more(self, cells: Sequence[str]) -> dict[str, Any]:
        texts = {field: self._laid.text(field, cells)[0] for field in TEXTS[self._kind]}
        lists = {field: _listed(self._laid.text(field, cells)[0]) for field in LISTS}
        callback = self._laid.moment("callback_at", cells)
        told: dict[str, Any] = {**texts, **lists, "duration": self._seconds(cells)}
        if callback:
            told["callback_at"] = write_moment(callback.at if callback.day is None else callback.day)
        return {field: value for field, value in told.items() if value not in ("", [], None)}

    def _seconds(self, cells: Sequence[str]) -> float | None:
        try:
            return self._laid.seconds("duration", cells)
        except InvalidValue as error:
            self._tally.leave_out(error)
            return None

    def _id(self, cells: Sequence[str], fields: Mapping[str, Any]) -> str:
        """The id of the row's fact: its own id, else what it says, counted where several rows say the same."""
        own, column = self._laid.id("id", cells)
        if own:
            return f"{self._begins}/{known_id(own, column)}"
        said = [fields["contact"], fields["at"], fields.get("direction")]
        base = "/".join(str(each) for each in said if each)
        self._seen[hash(base)] += 1
        return f"{self._begins}/{base}/{self._seen[hash(base)]}"

    def _beside(self, fact: Fact, who: str) -> tuple[dict[str, Any], ...]:
        """Note what its person is known by, beside a no that names no number."""
        contact = self._cards.contact(who) if fact.is_opt_out else None
        return tuple(write_fact(each) for each in with_the_card(fact, contact)[1:])


def _read(fields: dict[str, Any]) -> Fact:
    try:
        return read_fact(fields)
    except BadInput as error:
        raise in_words(error) from None


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]
