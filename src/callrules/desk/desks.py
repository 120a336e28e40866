"""The desk: who calls, since when, and whose turn it is with somebody."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable

import attrs

from callrules import checks
from callrules.calendars import Stretch
from callrules.checks import at_the_edge, edge
from callrules.contact import Contact
from callrules.desk.reps import CAPACITY, Rep, calls_a_day
from callrules.errors import InvalidValue, nearest
from callrules.history import History


def some_reps(value: Iterable[Rep], field: str = "reps") -> tuple[Rep, ...]:
    """Several reps, each once."""
    reps = tuple(value)
    for place, each in enumerate(reps):
        if not isinstance(each, Rep):
            raise InvalidValue(f"{field}[{place}]", type(each).__name__, "a value of the class Rep")
    names = [each.name for each in reps]
    for name in names:
        if names.count(name) > 1:
            raise InvalidValue(field, f"{name} twice", "each rep once")
    return reps


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Desk:
    """The reps of a house, and the day `live` on which it began to work like this.

    From `live` on everybody who is due ages alike, so that nobody is overtaken for ever. Without reps there is one,
    of any name, whose list has `capacity` calls, and none are kept for anybody. `blocks_of(name, day)` says which
    blocks a rep had on a day, and `owner_of(contact, history)` who looks after somebody.
    """

    reps: tuple[Rep, ...] = attrs.field(converter=some_reps, default=())
    live: dt.date | None = attrs.field(metadata=edge(checks.optional(checks.day)), default=None)
    capacity: int = attrs.field(metadata=edge(calls_a_day), default=CAPACITY)

    def __attrs_post_init__(self) -> None:
        names = [each.name for each in self.reps]
        for rep in self.reps:
            for place, absence in enumerate(rep.away):
                if absence.stand_in is not None and (absence.stand_in not in names or absence.stand_in == rep.name):
                    others = [name for name in names if name != rep.name]
                    expected = f"another rep of the desk{nearest(absence.stand_in, others)}"
                    raise InvalidValue(f"Desk.reps.{rep.name}.away[{place}].stand_in", absence.stand_in, expected)

    def rep(self, name: str | None) -> Rep | None:
        """The rep of that name, where the desk knows one."""
        return next((each for each in self.reps if each.name == name), None)

    def blocks_of(self, name: str, day: dt.date) -> tuple[Stretch, ...]:
        """The blocks that a rep had, or will have, on that day: each from when until when, as instants."""
        rep = self.rep(name)
        if rep is None:
            names = [each.name for each in self.reps]
            raise InvalidValue("rep", name, f"one of {', '.join(names) or 'nobody'}{nearest(name, names)}")
        return rep.blocks_on(day)

    def owner_of(self, contact: Contact, history: History) -> Rep | None:
        """The rep who looks after somebody: the one on the card, else who rang them last, else one for each account."""
        rang = (self.rep(call.rep) for call in reversed(history.attempts))
        return self.rep(contact.owner) or next(filter(None, rang), None) or dealt(contact, self.reps)


def dealt(contact: Contact, reps: tuple[Rep, ...]) -> Rep | None:
    """One of these reps, the same for everybody of an account, and about as many for each."""
    return reps[share_of(contact) % len(reps)] if reps else None


def share_of(contact: Contact) -> int:
    """A number that everybody of an account has, by which they are dealt out."""
    return zlib.crc32((contact.account or contact.id).encode())
