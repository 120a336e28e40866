"""The law of what would be promised: the next promise, in whatever form, stands until it is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.declared import KeepsPromises
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Insight, Message
from callrules.step import Call, Step
from callrules.testing.catalogue.shared.predicates import (
    WARMEST,
    after_all,
    has_nothing_to_do,
    in_turn,
    on_their_clock,
    open_promises,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, SOON, Person
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction, Party


def _ways_to_promise(person: Person, at: dt.datetime, due: dt.datetime) -> tuple[tuple[str, Fact], ...]:
    asked, gatekeeper, tomorrow = Disposition.CALLBACK_REQUESTED, Disposition.GATEKEEPER, person.day(at) + DAY
    return (
        ("a promise of ours", Commitment(at=at, by=Party.US, due=due)),
        ("a call at the time they asked for", CallAttempt(at=at, disposition=asked, callback_at=due)),
        ("a call at the time a gatekeeper named", CallAttempt(at=at, disposition=gatekeeper, callback_at=due)),
        ("a call promised in a talk", CallAttempt(at=at, disposition=Disposition.CONVERSATION, promises=due)),
        ("a call they asked for without a time", CallAttempt(at=at, disposition=asked)),
        ("a call they asked for the next day", CallAttempt(at=at, disposition=asked, callback_at=tomorrow)),
    )


def _what_keeps_nothing(person: Person, at: dt.datetime, due: dt.datetime) -> dict[str, list[Fact]]:
    the_same_night = person.wall(person.day(at) + DAY, 0) - SOON
    return {
        "nothing happened": [],
        "we only wrote": [Message(at=at + SOON, channel=Channel.EMAIL, direction=Direction.OUTBOUND)],
        "we only called on the same night": [CallAttempt(at=the_same_night, disposition=Disposition.NO_ANSWER)],
        "we only learned something": [Insight(at=at + SOON, text="a new law")],
        "a call was dialled that never rang": [CallAttempt(at=due, disposition=Disposition.TECHNICAL)],
    }


@law(
    "any-promise-stands",
    says="However a call was promised, it comes first until a call rang or we talked.",
    group="promises",
    moment="a call is asked for",
    reached=lambda situation: bool(situation.rings) and not open_promises(situation),
    needs=KeepsPromises,
    at_the_end=True,
)
def any_promise_stands(situation: Situation) -> Iterator[Broken]:
    """One way to promise for each life, whatever keeps nothing after it, and the moment at which it is due."""
    at = after_all(situation)
    due = at + 5 * DAY
    person = situation.person
    how, promise = in_turn(situation, _ways_to_promise(person, at, due))
    for what, facts in _what_keeps_nothing(person, at, due).items():
        history = situation.history.add(promise, *facts)
        if _is_forgotten(situation.asked(due + SOON, history)):
            made, now = on_their_clock(situation, at), on_their_clock(situation, due + SOON)
            says = f"{how} (noted {made}) is forgotten by {now}, although since then {what}"
            yield Broken(says=says, at=due + SOON, expected="call promise", history=history)


def _is_forgotten(step: Step) -> bool:
    return has_nothing_to_do(step) or (isinstance(step, Call) and step.reason.name not in WARMEST)
