"""What has happened: an immutable set of facts, and the answers that rules ask of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from callrules.dispositions import Disposition
from callrules.facts import (
    LONGEST_CALL,
    CallAttempt,
    Commitment,
    Consent,
    Fact,
    Insight,
    Introduction,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Reflection,
    Research,
    Snooze,
)
from callrules.likeness import card_in, card_of
from callrules.moments import START_OF_TIME
from callrules.promises import Promise, our_promises, owed_besides_calls
from callrules.record import Record
from callrules.refunds import still_bought
from callrules.remembered import remembered
from callrules.versions import frozen
from callrules.vocabulary import Outcome, Reply


@attrs.frozen(slots=False)
class History(Record):
    """An immutable set of dated facts, equal (and hashed alike) whatever order they were entered in.

    `entries` are all facts kept, oldest first. Everything else answers about the facts that *stand*: the
    latest version of each, less what was taken back, and one event entered twice once. A playbook looks at it
    `seen_by` one contact: then facts of others count as `neighbours`, and days are counted on that contact's
    calendar (else UTC's), less the days off that the playbook keeps.
    """

    def owes(self, at: dt.datetime) -> bool:
        """Whether something may still be owed for that moment: the day of going live is not after it."""
        return self.owes_from is None or self.calendar.day(at) >= self.owes_from

    def __getstate__(self) -> dict[str, object]:
        """The fields alone: what follows from them is worked out anew."""
        return {field.name: getattr(self, field.name) for field in attrs.fields(type(self))}

    @remembered
    def neighbours(self) -> tuple[Fact, ...]:
        """Standing facts of other people, added because a number or an account is shared."""
        if len(self.facts) == len(self._events):
            return ()
        return tuple([fact for fact in self._events if not self._is_own(fact)])

    @remembered
    def latest(self) -> dt.datetime | None:
        """The moment of the latest fact of the contact's own that stands."""
        return max([fact.at for fact in (*self.facts[-1:], *self.opt_outs[-1:])], default=None)

    # --- calls -------------------------------------------------------------------------------------------

    @remembered
    def inbound(self) -> tuple[CallAttempt, ...]:
        """The calls that came from them."""
        return tuple([call for call in self.calls if call.is_inbound])

    @remembered
    def heard(self) -> Mapping[tuple[str | None, str | None], dt.datetime]:
        """For each pair of a reason and what it was about, when it was last heard in a conversation."""
        return MappingProxyType({(call.reason, self.event(call.about)): call.at for call in self.conversations})

    @property
    def last_talk(self) -> CallAttempt | Meeting | None:
        """The last time we talked with the person, by phone or face to face."""
        return self.talks[-1] if self.talks else None

    @property
    def last_reflection(self) -> Reflection | None:
        """The answers about a call of ours that were written down last; of none that was taken back (rulebook B6)."""
        return next((each for each in reversed(self.of(Reflection)) if each.of not in self._retracted), None)

    def talked_since(self, at: dt.datetime) -> bool:
        """Whether we have talked at that moment or later."""
        return self.last_talk is not None and self.last_talk.at >= at

    def due_again(self, due: dt.datetime | None, months: int) -> dt.datetime | None:
        """When a reason that first fell due then is due: months after the last talk that answered it."""
        if self.last_talk is None or (due and self.last_talk.at < due):
            return due
        return self.calendar.add(self.last_talk.at, months=months)

    def tries_on(self, number: str | None) -> tuple[CallAttempt, ...]:
        """Attempts on one number, on the person (also where nobody noted the number) or on neighbours, oldest first."""
        if number is None:
            return self.attempts
        if number not in self._tries:
            self._tries[number] = self._tried_on(number)
        return self._tries[number]

    @remembered
    def _tries(self) -> dict[str, tuple[CallAttempt, ...]]:
        return {}

    def _tried_on(self, number: str) -> tuple[CallAttempt, ...]:
        numbers = {number, None}
        own = [call for call in self.attempts if call.number in numbers]
        shared = self._neighbours_tries.get(number, ())
        return tuple(sorted((*own, *shared), key=lambda call: call.at) if shared else own)

    def is_shared(self, number: str | None) -> bool:
        """Whether a neighbour was rung on that number, too."""
        return number is not None and number in self._neighbours_tries

    def row_on(self, number: str | None) -> tuple[CallAttempt, ...]:
        """The unanswered dials of that number since the person broke the row, or somebody there talked."""
        row: list[CallAttempt] = []
        for call in self.tries_on(number):
            if call.at <= self._row_broken:
                continue
            if call.is_unanswered:
                row.append(call)
            elif call.breaks_a_row:
                row.clear()
        return tuple(row)

    @remembered
    def _neighbours_tries(self) -> Mapping[str | None, tuple[CallAttempt, ...]]:
        tries: dict[str | None, list[CallAttempt]] = {}
        for call in self.neighbours:
            if isinstance(call, CallAttempt) and call.is_attempt:
                tries.setdefault(call.number, []).append(call)
        return frozen(tries)

    def settled_since(self, at: dt.datetime) -> bool:
        """Whether the person was reached at that moment or later: a talk, a refusal, a request to call back."""
        return self._settled is not None and self._settled >= at

    @remembered
    def _settled(self) -> dt.datetime | None:
        """When the person was last reached."""
        asked_back = Disposition.CALLBACK_REQUESTED
        calls = (call for call in reversed(self.calls) if call.is_refusal or call.disposition is asked_back)
        noes = (message for message in reversed(self.messages) if message.reply is Reply.NOT_INTERESTED)
        last = (self.last_talk, next(calls, None), next(noes, None))
        return max([fact.at for fact in last if fact], default=None)

    @remembered
    def row_of_unanswered(self) -> tuple[CallAttempt, ...]:
        """The unanswered dials since the last conversation, callback request or anything inbound."""
        broken = self._row_broken
        return tuple([call for call in self.attempts if call.at > broken and call.is_unanswered])

    @remembered
    def _row_broken(self) -> dt.datetime:
        breaks = (fact.at for fact in reversed(self.facts) if fact.breaks_a_row)
        return next(breaks, START_OF_TIME)

    # --- what came back ----------------------------------------------------------------------------------

    @remembered
    def came_back(self) -> dt.datetime | None:
        """When the person last came back: inbound contact that is no refusal, consent, a purchase that stayed."""
        bought = {id(each) for each in self.still_bought}
        came = (fact for fact in reversed(self.facts) if fact.comes_back)
        return next((each.at for each in came if id(each) in bought or not isinstance(each, Purchase)), None)

    @remembered
    def asked_for_a_call(self) -> dt.datetime | None:
        """When the person last asked to be called."""
        return next((fact.at for fact in reversed(self.facts) if fact.asks_for_a_call), None)

    @remembered
    def is_two_way(self) -> bool:
        """Whether we have talked, or anything ever came from them."""
        return bool(self.talks or self.inbound) or any(message.is_from_them for message in self.messages)

    # --- refusals ----------------------------------------------------------------------------------------

    @remembered
    def opted_out(self) -> Fact | None:
        """The "stop calling" that stands: no later consent of the person's own has lifted it."""
        if not self.opt_outs:
            return None
        consent = max((fact.at for fact in self.of(Consent)), default=START_OF_TIME)
        return next((fact for fact in self.opt_outs if fact.at >= consent), None)

    @remembered
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        """The "stop calling" of others that stands, for their numbers and accounts."""
        refused = [fact for fact in self._says_stop if not self._is_own(fact)]
        if not refused:
            return ()
        consented = {fact.contact: fact.at for fact in self.neighbours if isinstance(fact, Consent)}
        return tuple([fact for fact in refused if consented.get(fact.contact, START_OF_TIME) <= fact.at])

    @remembered
    def elsewhere(self) -> tuple[OptOut, ...]:
        """The noes, also to a written channel, that the person said under another id (rulebook G28).

        Those with a telephone beside them that is on this card, and the same name or e-mail.
        """
        if self.contact is None or not self.contact.phones or self.has_none(OptOut):
            return ()
        card, standing = card_of(self.contact), {id(fact) for fact in self.neighbours}
        said = (fact for fact in self.entries if isinstance(fact, OptOut) and not self._is_own(fact))
        return tuple(fact for fact in said if (fact.is_opt_out or id(fact) in standing) and card_in(fact).is_of(card))

    @remembered
    def opted_out_elsewhere(self) -> OptOut | None:
        """The "stop calling" under another id that stands: no later consent, on either card, has lifted it."""
        consent = max((fact.at for fact in self.of(Consent)), default=START_OF_TIME)
        standing = [fact for fact in self.neighbours_opt_outs if isinstance(fact, OptOut) and fact.at >= consent]
        said = set(map(id, self.elsewhere)) if standing else set()
        return next((fact for fact in standing if id(fact) in said), None)

    # --- promises ----------------------------------------------------------------------------------------

    def is_within_a_talk(self, fact: Fact) -> bool:
        """Whether it happened while we talked, the first and the last moment included (rulebook G15)."""
        earliest = fact.at - LONGEST_CALL
        for talk in reversed(self.talks):
            if talk.at < earliest:
                return False
            ends = talk.ends if isinstance(talk, CallAttempt) else talk.at
            if talk.at <= fact.at <= ends and talk is not fact:
                return True
        return False

    @remembered
    def _by_key(self) -> Mapping[str, Fact]:
        return MappingProxyType({fact.key: fact for fact in reversed(self.facts)})

    def said_on(self, key: str | None) -> str | None:
        """The number on which the fact of that key was said, as far as somebody noted it (rulebook G19)."""
        said = self._by_key.get(self.event(key) or "")
        if isinstance(said, Commitment):
            day = self.calendar.day(said.at)
            talks = [call for call in self.conversations if call.at <= said.at and self.calendar.day(call.at) == day]
            said = talks[-1] if talks else None
        if not isinstance(said, CallAttempt):
            return None
        return (said.from_number or said.number) if said.is_inbound else said.number

    @remembered
    def promises(self) -> tuple[Promise, ...]:
        """Our promises to call, kept and open, in the order made."""
        return our_promises(self)

    @remembered
    def _promised(self) -> Mapping[str, dt.datetime]:
        """When the promise of each key was last made."""
        return MappingProxyType({promise.fact.key: promise.fact.at for promise in self.promises})

    def named_since(self, about: str | None, at: dt.datetime) -> bool:
        """Whether no promise is known by that key, or it was made at that moment or later: the later word counts."""
        made = self._promised.get(self.event(about) or "")
        return made is None or made >= at

    @remembered
    def _keepers(self) -> frozenset[int]:
        return frozenset([id(promise.keeper) for promise in self.promises if promise.keeper])

    def was_no_kept_promise(self, fact: Fact) -> bool:
        """Whether it was a call of ours that was made for another reason than a promise."""
        return isinstance(fact, CallAttempt) and id(fact) not in self._keepers

    @remembered
    def owed(self) -> tuple[tuple[Commitment, dt.datetime], ...]:
        """The promises besides calls that we have not kept (see `Commitment`), each with the end of its day."""
        return owed_besides_calls(self)

    @remembered
    def open_promises(self) -> tuple[Promise, ...]:
        """Our promises to call that are not kept yet, however late: each with `fact`, `due`, `named`, `is_dated`."""
        return tuple(promise for promise in self.promises if promise.is_open)

    # --- the rest ----------------------------------------------------------------------------------------

    @remembered
    def purchases(self) -> tuple[Purchase, ...]:
        """Everything bought, and every refund: ask `still_bought` for what they kept."""
        return self.of(Purchase)

    @remembered
    def still_bought(self) -> tuple[Purchase, ...]:
        """The purchases that they kept: neither refunds nor what these took back wholly (rulebook G22)."""
        return still_bought(self.purchases)

    @remembered
    def bought_at(self) -> tuple[dt.datetime, ...]:
        """When they bought: purchases that stayed bought, and calls that ended in an order, oldest first."""
        orders = [call.at for call in self.calls if call.outcome is Outcome.ORDER]
        return tuple(sorted({*[purchase.at for purchase in self.still_bought], *orders}))

    @remembered
    def days_bought(self) -> tuple[dt.date, ...]:
        """The person's days on which they bought, oldest first."""
        return tuple(sorted({self.calendar.day(at) for at in self.bought_at}))

    @remembered
    def insights(self) -> tuple[Insight, ...]:
        """The insights worth telling this person."""
        return self.of(Insight)

    @remembered
    def untold(self) -> tuple[Insight, ...]:
        """The insights that were not heard in a conversation or written in a message of ours yet."""
        told = {each for call in self.conversations for each in call.used}
        told |= {call.about for call in self.conversations if call.reason == "insight" and call.about}
        told |= {each for message in self.written for each in message.used}
        return tuple(each for each in self.insights if each.key not in told)

    def wrote(self, purpose: str, since: dt.datetime) -> bool:
        """Whether a message of ours for that purpose went out at that moment or later."""
        return any(message.purpose == purpose and message.at >= since for message in self.written)

    @remembered
    def introductions(self) -> tuple[Introduction, ...]:
        """The introductions by which we were brought together."""
        return self.of(Introduction)

    @remembered
    def research(self) -> tuple[Research, ...]:
        """The research done while preparing."""
        return self.of(Research)

    @property
    def snooze(self) -> Snooze | None:
        """The last wish to be left in peace for a while."""
        snoozes = self.of(Snooze)
        return snoozes[-1] if snoozes else None

    def said_goodbye_since(self, at: dt.datetime) -> bool:
        """Whether a farewell, or a message that takes the matter off the table, went out at that moment or later."""
        said = (fact for fact in self.facts if fact.at >= at and fact.says_goodbye)
        return any(not isinstance(each, Message) or each in self.written for each in said)
