"""How imagined people answer: a hook, and a plain model of our own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from random import Random
from typing import Protocol

import attrs

from callrules.calendars import DAY, PartOfDay
from callrules.contact import Contact
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Message
from callrules.history import History
from callrules.step import Call
from callrules.vocabulary import Channel, Direction, Outcome, Reply

A_WEEK = 7 * DAY


@attrs.frozen(kw_only=True)
class Ring:
    """One call of the simulation, just before it is answered: `history` is what happened until then.

    `nature` are dice of the person alone, the same in every call; `dice` are those of this person on this part of
    this day, whatever was done before. So another playbook meets the same people.
    """

    contact: Contact
    history: History
    call: Call
    at: dt.datetime
    nature: Random
    dice: Random


class Model(Protocol):
    """A model of how people answer: write one of your own where you know better."""

    def answers(self, ring: Ring) -> Iterable[Fact]:
        """Give the facts that come of this call; the first is the call itself, `ring.call.attempt(at=ring.at, ...)`."""
        ...

    def comes_in(self, contact: Contact, history: History, day: dt.date, dice: Random) -> Iterable[Fact]:
        """Give what comes from this person by itself on that day: calls, messages, orders."""
        ...


def a_share(value: float) -> float:
    """A share from 0 to 1, or `ValueError`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError(value)
    return float(value)


@attrs.frozen(kw_only=True)
class HowPeopleAnswer:
    """A plain model. Its numbers are imagined, not measured: put in your own, from `callrules report`.

    Everybody has a best part of the day. Who was rung more than `patience` times in vain within a week is annoyed, and
    asks us to stop when reached.
    """

    reached: float = attrs.field(default=0.3, converter=a_share)
    """The share of calls in their best part of the day in which they answer; half as many in another."""
    voicemail: float = attrs.field(default=0.4, converter=a_share)
    """Of those who do not answer, the share with whom we leave a voicemail."""
    rings_back: float = attrs.field(default=0.06, converter=a_share)
    """Of these, the share who ring us on the next day."""
    another_time: float = attrs.field(default=0.2, converter=a_share)
    """Of those who answer, the share who name another day, in two to seven working days."""
    hangs_up: float = attrs.field(default=0.05, converter=a_share)
    """Of those who answer, the share who hang up."""
    not_interested: float = attrs.field(default=0.1, converter=a_share)
    """Of those who answer, the share who are not interested."""
    order: float = attrs.field(default=0.1, converter=a_share)
    """Of conversations, the share that ends in an order."""
    advance: float = attrs.field(default=0.3, converter=a_share)
    """Of conversations, the share that ends in a step forward; half of these name the day of the next call."""
    no_sale: float = attrs.field(default=0.15, converter=a_share)
    """Of conversations, the share that ends in a no."""
    patience: int = 3
    """Calls in vain within a week that they put up with."""
    writes_back: float = attrs.field(default=0.1, converter=a_share)
    """Of notes, the share that is answered on the next day."""

    def answers(self, ring: Ring) -> Iterator[Fact]:
        """Yield the call as it ended."""
        best = ring.nature.choice(tuple(PartOfDay))
        likely = self.reached if ring.history.calendar.part(ring.at) is best else self.reached / 2
        if ring.dice.random() >= likely:
            yield self._in_vain(ring)
        elif self._is_annoyed(ring):
            yield ring.call.attempt(at=ring.at, disposition=Disposition.DO_NOT_CALL)
        else:
            yield self._answered(ring)

    def comes_in(
        self,
        contact: Contact,  # noqa: ARG002 - the hook hands it in
        history: History,
        day: dt.date,
        dice: Random,
    ) -> Iterator[Fact]:
        """Yield a call back after yesterday's voicemail, or an answer to yesterday's note."""
        at = history.calendar.wall(day, dt.time(11))
        yesterday = [fact for fact in history.facts if history.calendar.day(fact.at) == day - DAY]
        for fact in yesterday:
            left = isinstance(fact, CallAttempt) and fact.disposition is Disposition.VOICEMAIL_LEFT
            noted = isinstance(fact, Message) and not fact.is_inbound
            if left and dice.random() < self.rings_back:
                yield CallAttempt(at=at, disposition=Disposition.NO_ANSWER, direction=Direction.INBOUND)
            elif noted and dice.random() < self.writes_back:
                yield Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=Reply.ANSWER)

    def _in_vain(self, ring: Ring) -> CallAttempt:
        left = ring.dice.random() < self.voicemail
        how = Disposition.VOICEMAIL_LEFT if left else Disposition.NO_ANSWER
        return ring.call.attempt(at=ring.at, disposition=how)

    def _is_annoyed(self, ring: Ring) -> bool:
        row = [call for call in ring.history.row_of_unanswered if call.at > ring.at - A_WEEK]
        return len(row) > self.patience

    def _answered(self, ring: Ring) -> CallAttempt:
        rolled = ring.dice.random()
        for how, likely in (
            (Disposition.CALLBACK_REQUESTED, self.another_time),
            (Disposition.HUNG_UP, self.hangs_up),
            (Disposition.NOT_INTERESTED, self.not_interested),
        ):
            if rolled < likely:
                named = self._another_day(ring) if how is Disposition.CALLBACK_REQUESTED else None
                return ring.call.attempt(at=ring.at, disposition=how, callback_at=named)
            rolled -= likely
        return self._talked(ring)

    def _talked(self, ring: Ring) -> CallAttempt:
        outcome = self._outcome(ring.dice.random())
        names_a_day = outcome is Outcome.ADVANCE and ring.dice.random() < 1 / 2
        named = self._another_day(ring) if names_a_day else None
        agreed = ("the next step",) if outcome is Outcome.ADVANCE else ()
        return ring.call.attempt(
            at=ring.at, disposition=Disposition.CONVERSATION, outcome=outcome, callback_at=named, agreed=agreed
        )

    def _outcome(self, rolled: float) -> Outcome:
        for outcome, likely in (
            (Outcome.ORDER, self.order),
            (Outcome.ADVANCE, self.advance),
            (Outcome.NO_SALE, self.no_sale),
        ):
            if rolled < likely:
                return outcome
            rolled -= likely
        return Outcome.CONTINUATION

    def _another_day(self, ring: Ring) -> dt.date:
        return ring.history.calendar.working_days_on(ring.history.calendar.day(ring.at), ring.dice.randint(2, 7))
