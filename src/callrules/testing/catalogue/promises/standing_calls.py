"""The law of forgetting: nobody drops out of sight because of what answers nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from callrules.day_names import dated
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Message, Research
from callrules.step import Call, Step
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import has_nothing_to_do, is_ordinary
from callrules.testing.catalogue.shared.restraints import idle_moment, silent_rules
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import DAY, SOON, Occasion
from callrules.testing.policies import rules_of
from callrules.testing.situations import Situation
from callrules.vocabulary import RANK, Channel, Direction, Kind, Party

A_MONTH = 31 * DAY
"""What is due later than that is another season's call, and not one that was only put off."""
DESK_WORK: dict[type[Fact], str] = {
    Message: "a mail of ours",
    Research: "a note in our file",
    Commitment: "a plan to send something",
}
IN_VAIN, VOICEMAIL = Disposition.NO_ANSWER, Disposition.VOICEMAIL_LEFT


def _desk_work(at: dt.datetime) -> list[Fact]:
    return [
        Message(at=at, channel=Channel.EMAIL, direction=Direction.OUTBOUND),
        Research(at=at, topic="the weather", text="it rains there"),
        Commitment(at=at, by=Party.US, due=at + 2 * DAY, kind=Kind.SEND),
    ]


def _may_be_forgotten(situation: Situation) -> bool:
    """A call that is due now, or that is still ahead for a reason of which the house does not know."""
    call = situation.call
    if call is None or call.at is None:
        return False
    return (call.is_due(situation.now) or call.reason.name not in RANK) and is_ordinary(situation)


@law(
    "a-call-stands",
    says="A call that is due is taken away by a talk, a refusal, by them or by its time; not by what we do in vain.",
    group="promises",
    moment="a call is due",
    reached=_may_be_forgotten,
)
def a_call_stands(situation: Situation) -> Iterator[Broken]:
    """At its moment we dial in vain, or else write, note and plan. A minute later it stands, be it held up by a guard.

    An errand, a goodbye or any call that is due by its own date will do as well.
    """
    call = situation.call
    if call is None or call.at is None:
        return
    yield from judged(_what_answers_nothing(situation, call, call.at), partial(_is_lost, situation, call, call.at))


def _is_lost(situation: Situation, call: Call, at: dt.datetime, events: Sequence[Fact]) -> Iterator[Broken]:
    """The call is forgotten a minute after these events, none of which answers it."""
    history = situation.history.add(*events)
    after = attrs.evolve(situation, history=history, now=at + SOON, answers={})
    dialled = any(isinstance(each, CallAttempt) for each in events)
    if events and _is_forgotten(after, call, dialled=dialled):
        says = f"after {_told(events)} the call for {call.reason.name} is forgotten: {_next(after.step)}"
        yield Broken(says=says, at=after.now, expected=f"call {call.reason.name}", history=history)


def _what_answers_nothing(situation: Situation, call: Call, at: dt.datetime) -> list[Fact]:
    """One way in each situation, in turn: each costs a question."""
    if situation.seed % 2:
        return _desk_work(at)
    return done(call, at, (IN_VAIN, VOICEMAIL)[situation.seed // 2 % 2])


def _told(events: Sequence[Fact]) -> str:
    """`a mail of ours, a note in our file and a plan to send something`."""
    *others, last = map(_in_words, events)
    return f"{', '.join(others)} and {last}" if others else last


def _in_words(event: Fact) -> str:
    if isinstance(event, CallAttempt):
        return f"a dial that ended as {event.disposition.value}"
    return DESK_WORK[type(event)]


def _is_forgotten(after: Situation, call: Call, *, dialled: bool) -> bool:
    step = after.step
    if has_nothing_to_do(step):
        return call.reason.expires is None or _could_ring(after, call, call.reason.expires)
    if not isinstance(step, Call) or step.at is None or step.reason.due is None or step.reason.name == "promise":
        return False
    if step.reason.name == call.reason.name and not dialled:
        return False
    ends = min(step.at, call.reason.expires or step.at)
    return step.reason.due > after.now + A_MONTH and _could_ring(after, call, ends)


def _could_ring(after: Situation, call: Call, ends: dt.datetime) -> bool:
    """Whether nothing, declared or not, holds the call up all the while until then."""
    waiting = attrs.evolve(call, at=ends)
    return not _has_silent_guards(after) and bool(idle_moment(after, Occasion.of(call.reason), after.now, waiting))


def _has_silent_guards(situation: Situation) -> bool:
    """Whether a rule may hold calls up by what it does not declare; without rules we do not know."""
    return not rules_of(situation.policy) or bool(silent_rules(situation))


def _next(step: Step) -> str:
    if not isinstance(step, Call) or step.reason.due is None:
        return "there is no reason to call"
    return f"the next one is for {step.reason.name}, and due on {dated(step.reason.due)}"
