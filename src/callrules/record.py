"""What was logged: which facts stand, and the calls and talks among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import EllipsisType, MappingProxyType
from typing import Self, TypeVar

import attrs

from callrules.calendars import Calendar, calendar_of
from callrules.contact import Contact
from callrules.days_off import DaysOff
from callrules.facts import (
    CallAttempt,
    CalledOff,
    Commitment,
    Fact,
    Meeting,
    Message,
    Retraction,
)
from callrules.versions import frozen, kept_facts, standing_facts, told_twice
from callrules.vocabulary import Reply

F = TypeVar("F", bound=Fact)


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
        return attrs.evolve(self, contact=contact, days_off=off, owes_from=live)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    @cached_property
    def calendar(self) -> Calendar:
        """The calendar on which days are counted here."""
        return calendar_of(self.contact, self.days_off) if self.contact else Calendar(closed=self.days_off.closed)

    @cached_property
    def kinds(self) -> frozenset[type[Fact]]:
        """The kinds of all that was ever entered, also about neighbours, and also what was taken back."""
        return frozenset(map(type, self.entries))

    @cached_property
    def _retracted(self) -> frozenset[str]:
        return frozenset(fact.of for fact in self.entries if isinstance(fact, Retraction))

    @cached_property
    def _all_standing(self) -> tuple[Fact, ...]:
        standing = {id(fact) for fact in standing_facts(self.entries).values()}
        return tuple(fact for fact in self.entries if id(fact) in standing and fact.id not in self._retracted)

    @cached_property
    def _repeats(self) -> Mapping[int, Fact]:
        return MappingProxyType(told_twice(self._all_standing))

    @cached_property
    def _events(self) -> tuple[Fact, ...]:
        """Every event that stands, once, less meetings that were called off."""
        once = [fact for fact in self._all_standing if id(fact) not in self._repeats]
        off = {fact.of for fact in once if isinstance(fact, CalledOff)}
        return tuple(fact for fact in once if not (isinstance(fact, Meeting) and fact.id in off))

    @cached_property
    def _same_as(self) -> Mapping[str, str]:
        repeated = ((fact, self._repeats.get(id(fact))) for fact in self._all_standing)
        return MappingProxyType({fact.key: known.key for fact, known in repeated if known})

    def event(self, key: str | None) -> str | None:
        """The key under which the event of that key is known here, where it was entered twice."""
        return self._same_as.get(key, key) if key else key

    def is_called_off(self, fact: Fact) -> bool:
        """Whether the moment that this fact named will not be, and is not missed either (rulebook G17)."""
        return fact.key in self._called_off

    @cached_property
    def _called_off(self) -> frozenset[str | None]:
        return frozenset(self.event(fact.of) for fact in self.of(CalledOff))

    def _is_own(self, fact: Fact) -> bool:
        return self.contact is None or fact.contact is None or fact.contact == self.contact.id

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The contact's own facts that stand, oldest first."""
        return tuple(fact for fact in self._events if self._is_own(fact))

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The contact's own facts of one kind, oldest first."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> Mapping[type[Fact], tuple[Fact, ...]]:
        kinds: dict[type[Fact], list[Fact]] = {}
        for fact in self.facts:
            kinds.setdefault(type(fact), []).append(fact)
        return frozen(kinds)

    # --- calls -------------------------------------------------------------------------------------------

    @cached_property
    def calls(self) -> tuple[CallAttempt, ...]:
        """Every call logged, either way, made or not."""
        return self.of(CallAttempt)

    @cached_property
    def attempts(self) -> tuple[CallAttempt, ...]:
        """Our calls that were made: a technical fault or a call never dialled is none."""
        return tuple(call for call in self.calls if call.is_attempt)

    @cached_property
    def talks(self) -> tuple[CallAttempt | Meeting, ...]:
        """Conversations by phone in either direction, and meetings."""
        return tuple(
            fact for fact in self.facts if isinstance(fact, Meeting) or (isinstance(fact, CallAttempt) and fact.talked)
        )

    def rang_since(self, at: dt.datetime) -> CallAttempt | None:
        """Our first call at that moment or later that rang."""
        rang = (call for call in self.attempts if call.at >= at and call.disposition.traits.rang)
        return next(rang, None)

    # --- what came back ----------------------------------------------------------------------------------

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Every message, either way."""
        return self.of(Message)

    @cached_property
    def written(self) -> tuple[Message, ...]:
        """Our messages that arrived: a bounce says that our latest by its channel did not (rulebook G26)."""
        lost = {id(self._latest_by(bounce)) for bounce in self.bounces}
        return tuple(each for each in self.messages if not each.is_inbound and id(each) not in lost)

    @cached_property
    def bounces(self) -> tuple[Message, ...]:
        """The messages that say that one of ours did not arrive."""
        return tuple(message for message in self.messages if message.reply is Reply.BOUNCED)

    def _latest_by(self, bounce: Message) -> Message | None:
        ours = (each for each in self.messages if not each.is_inbound and each.at <= bounce.at)
        return max(
            (each for each in ours if each.channel.same_box == bounce.channel.same_box),
            key=lambda each: each.at,
            default=None,
        )

    # --- refusals ----------------------------------------------------------------------------------------

    @cached_property
    def opt_outs(self) -> tuple[Fact, ...]:
        """Every "stop calling" ever heard from the person, also one that was overwritten or taken back."""
        return tuple(fact for fact in self.entries if fact.is_opt_out and self._is_own(fact))

    # --- promises ----------------------------------------------------------------------------------------

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """Every promise logged as one."""
        return self.of(Commitment)

    def kept(self, since: dt.datetime, made: dt.datetime) -> CallAttempt | Meeting | None:
        """Find what kept a promise made then: our first call that rang, or a talk, from `since` on."""
        from_then_on = max(since, made + made.resolution)
        rang = self.rang_since(from_then_on)
        talked = next((talk for talk in self.talks if talk.at >= from_then_on), None)
        return min((each for each in (rang, talked) if each), key=lambda each: each.at, default=None)
