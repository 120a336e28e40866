"""Laws of endings: a goodbye is earned, kept, and lifted only by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from callrules.declared import GivesUp, ReturnsCalls, TakesNo, TakesOffTheTable
from callrules.facts import Farewell, Message
from callrules.step import Call, Rest, WalkAway, Write
from callrules.testing.catalogue.shared.host import our_events
from callrules.testing.catalogue.shared.predicates import (
    can_be_reached,
    has_stopped,
    is_ahead_of_the_facts,
    living_numbers,
    names_no_rule,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import (
    DAY,
    GONE,
    LONG_AGO,
    SOON,
    Person,
    asked_for_a_call,
    came_back,
    is_a_no,
    made_since_they_came_back,
    refused,
    row,
    speaks_with_us,
)
from callrules.testing.situations import Situation
from callrules.vocabulary import (
    DISQUALIFIED,
    DO_NOT_CALL,
    GROUNDS,
    NOT_INTERESTED,
    NUMBER_UNWORKABLE,
    STALLED,
    UNANSWERED,
    Channel,
    Direction,
    Reply,
)


def _noes(person: Person) -> list[dt.datetime]:
    """When they said that they were not interested, since they last came back or asked for a call."""
    back = max((fact.at for fact in person.own if came_back(fact) or asked_for_a_call(fact)), default=LONG_AGO)
    return [fact.at for fact in person.own if is_a_no(fact) and fact.at >= back]


def _is_in_vain(situation: Situation) -> bool:
    person = situation.person
    rows = max(len(row(person)), len(made_since_they_came_back(person)))
    return rows >= min((each.fewest for each in situation.facts_declared(GivesUp)), default=1)


def _talks_led_nowhere(situation: Situation) -> bool:
    declared = situation.facts_declared(TakesOffTheTable)
    talks = [call for call in situation.person.calls if speaks_with_us(call)]
    return len(talks) >= min((each.times for each in declared), default=1)


EARNED: Mapping[str, Callable[[Situation], bool]] = {
    DO_NOT_CALL.name: lambda situation: refused(situation.person, situation.step.at or situation.now),
    NUMBER_UNWORKABLE.name: lambda situation: not living_numbers(situation),
    UNANSWERED.name: _is_in_vain,
    NOT_INTERESTED.name: lambda situation: bool(_noes(situation.person)),
    STALLED.name: _talks_led_nowhere,
    DISQUALIFIED.name: lambda situation: any(call.disposition in GONE for call in situation.person.calls),
}
"""What must have happened before we walk away on each ground (rulebook B4, B5, D6, F13)."""
REMEDIES = {DO_NOT_CALL.name: ": import a register as OptOut facts, or give the ground a name of your own"}
"""What to do where a policy lends itself the name of a ground that only a person can give."""


LIFTED = frozenset(EARNED) - {DO_NOT_CALL.name}
"""The grounds that a returned call lifts (rulebook E6)."""


@law(
    "walk-away-earned",
    says="We walk away only on a ground that the facts bear out.",
    group="endings",
    moment="walking away",
    reached=lambda situation: isinstance(situation.step, WalkAway) and is_ahead_of_the_facts(situation),
)
def walk_away_earned(situation: Situation) -> Iterator[Broken]:
    """Grounds of the house's names; what other names mean, their authors know."""
    step = situation.step
    earned = EARNED.get(step.grounds) if isinstance(step, WalkAway) else None
    if earned and not earned(situation):
        grounds = getattr(step, "grounds", "")
        yield Broken(says=f"walks away as {grounds} although nothing bears that out{REMEDIES.get(grounds, '')}")


def _has_said_no(situation: Situation) -> bool:
    return any(_is_no_enough(each, situation) for each in situation.facts_declared(TakesNo))


def _is_no_enough(declared: TakesNo, situation: Situation) -> bool:
    person, noes = situation.person, _noes(situation.person)
    times = declared.decision_maker_times if situation.contact.is_decision_maker else declared.times
    pairs = zip(noes, noes[times - 1 :], strict=False)
    return any(last <= person.months_on(first, declared.within_months) for first, last in pairs)


@law(
    "no-is-a-no",
    says="So often not interested as was declared is a no, and a no ends the calls.",
    group="endings",
    moment="they said no",
    reached=lambda situation: is_ahead_of_the_facts(situation) and _has_said_no(situation),
    needs=TakesNo,
)
def no_is_a_no(situation: Situation) -> Iterator[Broken]:
    """Until they come back or ask for a call."""
    if situation.rings:
        yield Broken(says="a call although they said no", at=situation.rings[0].at, expected="walk_away not_interested")


def _stops(situation: Situation) -> bool:
    return has_stopped(situation.step, situation.now) and is_ahead_of_the_facts(situation)


@law(
    "stays-stopped",
    says="Once we have walked away we neither ring nor write until they come back, or until we look again.",
    group="endings",
    moment="walked away",
    reached=_stops,
    at_the_end=True,
)
def stays_stopped(situation: Situation) -> Iterator[Broken]:
    """Said or unsaid; looked at on days of the next year."""
    goodbye = situation.step
    revisit = goodbye.revisit if isinstance(goodbye, WalkAway) else None
    end = min(revisit or situation.now + 401 * DAY, situation.now + 401 * DAY)
    said = situation.history.add(Farewell(at=situation.now))
    for days in (0, 1, 8, 31, 60, 89, 120, 200, 366, 400):
        at = situation.now + days * DAY + SOON
        for history in (situation.history, said):
            step = situation.asked(at, history)
            if at < end and isinstance(step, (Call, Write)) and step.at and step.at < end:
                says, expected = (
                    f"a {step.type} after we had walked away",
                    "no call" if isinstance(step, Call) else "walk_away",
                )
                yield Broken(says=says, at=at, expected=expected, history=history)


def _is_looked_at(situation: Situation) -> bool:
    """Whether the ground is one of the author's own; of the house's grounds one in four."""
    return getattr(situation.step, "grounds", "") not in GROUNDS or situation.seed % 4 == 0


@law(
    "own-deeds-lift-nothing",
    says="Nothing that we do ourselves brings back somebody from whom we walked away.",
    group="endings",
    moment="walked away, then busy",
    reached=lambda situation: _stops(situation) and _is_looked_at(situation),
)
def own_deeds_lift_nothing(situation: Situation) -> Iterator[Broken]:
    """Days later: a message, a plan, something learned, one more try."""
    at = situation.now + 3 * DAY
    revisit = getattr(situation.step, "revisit", None)
    if revisit is not None and revisit <= at + DAY:
        return
    for how, fact in our_events(at):
        history = situation.history.add(fact)
        step = situation.asked(at + SOON, history)
        if isinstance(step, Call) and (revisit is None or (step.at and step.at < revisit)):
            yield Broken(says=f"{how} of ours brought them back", at=at + SOON, expected="no call", history=history)


@law(
    "comes-back",
    says="Who comes back is welcome: an answer of theirs opens the door again.",
    group="endings",
    moment="resting, then they answer",
    reached=lambda situation: (
        isinstance(situation.step, (WalkAway, Rest)) and can_be_reached(situation, situation.now + DAY)
    ),
    needs=ReturnsCalls,
    at_the_end=True,
)
def comes_back(situation: Situation) -> Iterator[Broken]:
    """There is something to do within a month of an e-mail that answers ours; only consent lifts do_not_call."""
    at = situation.now + SOON
    answer = Message(at=at, channel=Channel.EMAIL, direction=Direction.INBOUND, reply=Reply.ANSWER)
    history = situation.history.add(answer)
    step = situation.asked(at, history)
    nothing_soon = isinstance(step, (Rest, WalkAway)) or step.at is None or step.at > at + 31 * DAY
    if nothing_soon and (names_no_rule(step) or getattr(step, "grounds", "") in LIFTED):
        says = f"they came back, and the answer is {step.type}"
        yield Broken(says=says, at=at, expected="call returned_call", history=history)
