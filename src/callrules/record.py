"""What was logged: which facts stand, and the calls and talks among them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import EllipsisType, MappingProxyType
from typing import Any, Self, TypeVar

import attrs

from callrules.calendars import Calendar, calendar_of
from callrules.contact import Contact
from callrules.days_off import DaysOff
from callrules.dispositions import Disposition
from callrules.facts import (
    MARKS,
    CallAttempt,
    CalledOff,
    Commitment,
    Fact,
    Meeting,
    Message,
    OptOut,
    Retraction,
)
from callrules.remembered import remembered
from callrules.versions import frozen, kept_facts, moment_of, standing_facts, told_twice
from callrules.vocabulary import Channel, Kind, Party, Reply

F = TypeVar("F", bound=Fact)
SAYS_STOP = frozenset({OptOut, Disposition.DO_NOT_CALL, Reply.DO_NOT_CALL})
"""The marks of facts that can say "stop calling"."""
SEEN = "seen by the last contact"


@attrs.frozen(slots=False)
class Record:
    """An immutable set of dated facts, equal whatever order they were entered in: what stands, and who was talked with.

    `entries` are all facts kept, oldest first. Everything else answers about the facts that *stand*: the latest
    version of each, less what was taken back, and one event entered twice once.
    """

    entries: tuple[Fact, ...] = attrs.field(converter=kept_facts, default=())
    contact: Contact | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    owes_from: dt.date | None = attrs.field(default=None, eq=False, repr=False, kw_only=True)
    days_off: DaysOff = attrs.field(default=DaysOff(), eq=False, repr=False, kw_only=True)

    def add(self, *facts: Fact) -> Self:
        """This history and these facts."""
        return attrs.evolve(self, entries=(*self.entries, *facts))

    def merge(self, other: Record) -> Self:
        """The union of both."""
        return self.add(*other.entries)

    def seen_by(
        self,
        contact: Contact,
        days_off: DaysOff | None = None,
        owes_from: dt.date | EllipsisType | None = ...,
    ) -> Self:
        """The same facts, as they concern one contact; days off and the day of going live stay unless given."""
        off = self.days_off if days_off is None else days_off
        live = self.owes_from if isinstance(owes_from, EllipsisType) else owes_from
        if self.contact is contact and self.days_off == off and self.owes_from == live:
            return self
        seen: Self | None = self.memory.get(SEEN)
        if seen is None or not (seen.contact is contact and seen.days_off == off and seen.owes_from == live):
            seen = self.memory[SEEN] = type(self)(self.entries, contact=contact, days_off=off, owes_from=live)
        return seen

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    @remembered
    def memory(self) -> dict[Any, Any]:
        """The answers found in this history until now; whoever asks again finds them (`callrules.remembered`)."""
        return {}

    @remembered
    def calendar(self) -> Calendar:
        """The calendar on which days are counted here."""
        return calendar_of(self.contact, self.days_off) if self.contact else Calendar(closed=self.days_off.closed)

    @remembered
    def marks(self) -> frozenset[object]:
        """The `marks` of all that was ever entered, also about neighbours, and also of what was taken back."""
        return frozenset(chain.from_iterable([fact.marks for fact in self.entries]))

    def has_none(self, *marks: object) -> bool:
        """Whether it is plain that no fact bears any of these marks; facts of an author's own kind are never plain."""
        return self.marks.isdisjoint(marks) and self.marks <= MARKS

    @remembered
    def _retracted(self) -> frozenset[str]:
        if self.has_none(Retraction):
            return frozenset()
        return frozenset([fact.of for fact in self.entries if isinstance(fact, Retraction)])

    @remembered
    def _all_standing(self) -> tuple[Fact, ...]:
        if not (self._retracted or self._says_stop):
            return self.entries
        standing = {id(fact) for fact in standing_facts(self.entries).values()}
        return tuple(fact for fact in self.entries if id(fact) in standing and fact.id not in self._retracted)

    @remembered
    def _repeats(self) -> Mapping[int, Fact]:
        return MappingProxyType(told_twice(self._all_standing))

    @remembered
    def _events(self) -> tuple[Fact, ...]:
        """Every event that stands, once, less meetings that were called off."""
        once = self._all_standing
        if self._repeats:
            once = tuple([fact for fact in once if id(fact) not in self._repeats])
        if self.has_none(CalledOff):
            return once
        off = {fact.of for fact in once if isinstance(fact, CalledOff)}
        return tuple(fact for fact in once if not (isinstance(fact, Meeting) and fact.id in off))

    @remembered
    def _same_as(self) -> Mapping[str, str]:
        told = self._all_standing if self._repeats else ()
        repeated = ((fact, self._repeats.get(id(fact))) for fact in told)
        return MappingProxyType({fact.key: known.key for fact, known in repeated if known})

    def event(self, key: str | None) -> str | None:
        """The key under which the event of that key is known here, where it was entered twice."""
        return self._same_as.get(key, key) if key else key

    def is_called_off(self, fact: Fact) -> bool:
        """Whether the moment that this fact named will not be, and is not missed either (rulebook G17)."""
        return bool(self._called_off) and fact.key in self._called_off

    @remembered
    def _called_off(self) -> frozenset[str | None]:
        return frozenset(self.event(fact.of) for fact in self.of(CalledOff))

    def _is_own(self, fact: Fact) -> bool:
        return self.contact is None or fact.contact is None or fact.contact == self.contact.id

    def is_own(self, fact: Fact) -> bool:
        """Whether a fact is the contact's own, and not a neighbour's."""
        return self._is_own(fact)

    @remembered
    def facts(self) -> tuple[Fact, ...]:
        """The contact's own facts that stand, oldest first."""
        if self.contact is None:
            return self._events
        own = {None, self.contact.id}
        return tuple([fact for fact in self._events if fact.contact in own])

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The contact's own facts of one kind, oldest first."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    @remembered
    def _by_kind(self) -> Mapping[type[Fact], tuple[Fact, ...]]:
        kinds: dict[type[Fact], list[Fact]] = {}
        for fact in self.facts:
            kinds.setdefault(type(fact), []).append(fact)
        return frozen(kinds)

    # --- calls -------------------------------------------------------------------------------------------

    @remembered
    def calls(self) -> tuple[CallAttempt, ...]:
        """Every call logged, either way, made or not."""
        return self.of(CallAttempt)

    @remembered
    def attempts(self) -> tuple[CallAttempt, ...]:
        """Our calls that were made: a technical fault or a call never dialled is none."""
        return tuple([call for call in self.calls if call.is_attempt])

    @remembered
    def conversations(self) -> tuple[CallAttempt, ...]:
        """The calls, either way, in which we talked."""
        return tuple([call for call in self.calls if call.talked])

    @remembered
    def talks(self) -> tuple[CallAttempt | Meeting, ...]:
        """Conversations by phone in either direction, and meetings."""
        if not self.of(Meeting):
            return self.conversations
        return tuple(
            fact for fact in self.facts if isinstance(fact, Meeting) or (isinstance(fact, CallAttempt) and fact.talked)
        )

    @remembered
    def _rang(self) -> tuple[CallAttempt, ...]:
        return tuple([call for call in self.attempts if call.disposition.traits.rang])

    def rang_since(self, at: dt.datetime) -> CallAttempt | None:
        """Our first call at that moment or later that rang."""
        return _first_since(self._rang, at)

    # --- what came back ----------------------------------------------------------------------------------

    @remembered
    def messages(self) -> tuple[Message, ...]:
        """Every message, either way."""
        return self.of(Message)

    @remembered
    def written(self) -> tuple[Message, ...]:
        """Our messages that arrived: a bounce says that our latest by its channel did not (rulebook G26)."""
        lost = self._lost
        return tuple([each for each in self.messages if not each.is_inbound and id(each) not in lost])

    @remembered
    def bounces(self) -> tuple[Message, ...]:
        """The messages that say that one of ours did not arrive."""
        return tuple(message for message in self.messages if message.reply is Reply.BOUNCED)

    @remembered
    def _lost(self) -> frozenset[int]:
        """Our messages that came back undelivered, each by its `id()`: the latest by its channel before a bounce."""
        lost: set[int] = set()
        ours: dict[Channel, list[Message]] = {}
        for each in self.messages if self.bounces else ():
            if not each.is_inbound:
                ours.setdefault(each.channel.same_box, []).append(each)
        for bounce in self.bounces:
            sent = ours.get(bounce.channel.same_box, [])
            place = bisect_right(sent, bounce.at, key=moment_of)
            if place:
                lost.add(id(_first_since(sent, sent[place - 1].at)))
        return frozenset(lost)

    def arrived(self, message: Message) -> bool:
        """Whether that message of ours was not lost."""
        return id(message) not in self._lost

    # --- refusals ----------------------------------------------------------------------------------------

    @remembered
    def opt_outs(self) -> tuple[Fact, ...]:
        """Every "stop calling" ever heard from the person, also one that was overwritten or taken back."""
        return tuple([fact for fact in self._says_stop if self._is_own(fact)])

    @remembered
    def _says_stop(self) -> tuple[Fact, ...]:
        """Every "stop calling" ever heard, also from neighbours."""
        if self.has_none(*SAYS_STOP):
            return ()
        return tuple([fact for fact in self.entries if fact.is_opt_out])

    @remembered
    def noes(self) -> tuple[dt.datetime, ...]:
        """When somebody was not interested, oldest first."""
        return tuple([fact.at for fact in self.facts if fact.is_a_no])

    @remembered
    def refused(self) -> tuple[dt.datetime, ...]:
        """When they did not want to talk, oldest first."""
        return tuple([call.at for call in self.calls if call.is_refusal])

    # --- promises ----------------------------------------------------------------------------------------

    @remembered
    def commitments(self) -> tuple[Commitment, ...]:
        """Every promise logged as one, by us or by them, also what was called off: ask `is_called_off`."""
        return self.of(Commitment)

    @remembered
    def last_dated(self) -> dt.datetime | None:
        """When we last promised a call with a date, as far as it was logged as a promise."""
        ours = (each.at for each in reversed(self.commitments) if each.by is Party.US and each.kind is Kind.CALL)
        return next(ours, None)

    def kept(self, since: dt.datetime, made: dt.datetime) -> CallAttempt | Meeting | None:
        """Find what kept a promise made then: our first call that rang, or a talk, from `since` on."""
        from_then_on = max(since, made + made.resolution)
        rang, talked = self.rang_since(from_then_on), _first_since(self.talks, from_then_on)
        return min((each for each in (rang, talked) if each), key=lambda each: each.at, default=None)


def _first_since(facts: Sequence[F], at: dt.datetime) -> F | None:
    """The first of these facts, which stand oldest first, at that moment or later."""
    place = bisect_left(facts, at, key=moment_of)
    return facts[place] if place < len(facts) else None
