"""Laws of talks that would be: what leads nowhere ends, what moves on does not, and nothing of ours lifts that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from callrules.declared import GivesUp, TakesOffTheTable
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.step import Call, Rest, Step, WalkAway
from callrules.testing.catalogue.shared.host import our_events
from callrules.testing.catalogue.shared.predicates import after_all
from callrules.testing.lawbook import Broken, judged, law
from callrules.testing.oracle import DAY, SHORTEST_MONTH, SOON, in_vain, is_talk, promised
from callrules.testing.situations import Situation
from callrules.vocabulary import STALLED, UNANSWERED, Outcome

Talk = tuple[Outcome, str | None]
"""How a talk ended, and what was agreed in it."""
NOWHERE: Talk = (Outcome.CONTINUATION, None)
OLD_YES: Talk = (Outcome.CONTINUATION, "an old yes")
MOVED_ON: Talk = (Outcome.ADVANCE, "one more yes")


def _talks(at: dt.datetime, *ends: Talk, apart: dt.timedelta = 2 * DAY) -> list[CallAttempt]:
    return [
        CallAttempt(
            at=at + each * apart,
            disposition=Disposition.CONVERSATION,
            outcome=outcome,
            agreed=(agreed,) if agreed else (),
        )
        for each, (outcome, agreed) in enumerate(ends)
    ]


@law(
    "talks-must-move",
    says="So many talks in a row that lead nowhere end the calls; one that moves on, or a new yes, does not.",
    group="endings",
    moment="nothing promised",
    reached=lambda situation: not promised(situation.person),
    needs=TakesOffTheTable,
    at_the_end=True,
)
def talks_must_move(situation: Situation) -> Iterator[Broken]:
    """The next talks, within the months declared."""
    declared, apart = _quickest(situation)
    if not apart:
        return
    for how, talks in _stuck(declared.times).items():
        step, history = _after(situation, talks, apart)
        if isinstance(step, Call):
            says = f"a call after {declared.times} talks that {how}"
            yield Broken(says=says, at=step.at, expected="walk_away stalled", history=history)
    for how, talks in _moving(declared.times).items():
        held = _talks(after_all(situation), *talks, apart=apart)
        yield from judged(held, partial(_walks_away_in_spite, situation, declared.times, how))


def _walks_away_in_spite(situation: Situation, times: int, how: str, talks: Sequence[CallAttempt]) -> Iterator[Broken]:
    """Let go as stalled although one of the last talks moved on."""
    if not any(talk.agreed for talk in talks[-times:]):
        return
    history = situation.history.add(*talks)
    step = situation.asked(talks[-1].at + SOON, history)
    if isinstance(step, WalkAway) and step.grounds == STALLED.name and step.at:
        yield Broken(says=f"walks away as stalled in spite of {how}", at=step.at, history=history)


def _quickest(situation: Situation) -> tuple[TakesOffTheTable, dt.timedelta]:
    """The fact that asks for the fewest talks, and how far apart they may lie."""
    declared = min(situation.facts_declared(TakesOffTheTable), key=lambda each: each.times)
    return declared, min(2 * DAY, declared.within_months * SHORTEST_MONTH / (declared.times + 1))


def _stuck(times: int) -> dict[str, list[Talk]]:
    return {"led nowhere": [NOWHERE] * times, "repeated an old yes": [OLD_YES] * (times + 1)}


def _moving(times: int) -> dict[str, list[Talk]]:
    return {
        "a new yes each time": [(Outcome.CONTINUATION, f"yes {each}") for each in range(times)],
        "a talk that moved on": [*[NOWHERE] * times, MOVED_ON, *[NOWHERE] * (times - 1)],
    }


def _after(situation: Situation, talks: list[Talk], apart: dt.timedelta) -> tuple[Step, History]:
    told = _talks(after_all(situation), *talks, apart=apart)
    history = situation.history.add(*told)
    return situation.asked(told[-1].at + SOON, history), history


@law(
    "stays-off-the-table",
    says="What talks that led nowhere took off the table, no plan or message of ours puts back on it.",
    group="endings",
    moment="nothing promised",
    reached=lambda situation: not promised(situation.person),
    needs=TakesOffTheTable,
    at_the_end=True,
)
def stays_off_the_table(situation: Situation) -> Iterator[Broken]:
    """The next talks, all stuck, and three days later each event of ours; asked when our plan is due."""
    declared, apart = _quickest(situation)
    if not apart:
        return
    goodbye, known = _after(situation, [NOWHERE] * declared.times, apart)
    later = after_all(situation) + (declared.times - 1) * apart + 3 * DAY
    again = goodbye.at if isinstance(goodbye, Rest) else getattr(goodbye, "revisit", None)
    for how, event in our_events(later):
        history = known.add(event)
        step = situation.asked(later + DAY + SOON, history)
        if isinstance(step, Call) and (again is None or (step.at and step.at < again)):
            says = f"{how} of ours puts it back on the table after {declared.times} talks that led nowhere"
            yield Broken(says=says, at=step.at, expected="no call", history=history)


@law(
    "a-talk-starts-anew",
    says="Who talks with us is not let go as somebody who never answers, and a faulty line is no attempt.",
    group="endings",
    moment="nothing promised",
    reached=lambda situation: not promised(situation.person),
    needs=GivesUp,
    at_the_end=True,
)
def a_talk_starts_anew(situation: Situation) -> Iterator[Broken]:
    """One unanswered attempt less than is enough, a talk, and as many again; and a week of faults."""
    at, most = after_all(situation), min(each.fewest for each in situation.facts_declared(GivesUp))
    days = (at + each * DAY for each in range(2 * most - 1))
    vain: list[Fact] = [CallAttempt(at=day, disposition=Disposition.NO_ANSWER) for day in days]
    vain[most - 1 : most] = _talks(vain[most - 1].at, MOVED_ON)
    faults = [CallAttempt(at=vain[-1].at + each * SOON, disposition=Disposition.TECHNICAL) for each in range(1, 8)]
    yield from judged([*vain, *faults], partial(_is_let_go, situation))


def _is_let_go(situation: Situation, deeds: Sequence[Fact]) -> Iterator[Broken]:
    """Let go as unanswered although too few attempts were in vain."""
    history = situation.history.add(*deeds)
    person = attrs.evolve(situation, history=history, answers={}).person
    if not deeds or any(in_vain(person, each)[1] for each in situation.facts_declared(GivesUp)):
        return
    step = situation.asked(deeds[-1].at + SOON, history)
    if isinstance(step, WalkAway) and step.grounds == UNANSWERED.name:
        why = "soon after a talk" if any(map(is_talk, deeds)) else "though too few attempts were in vain"
        yield Broken(says=f"walks away as unanswered {why}", at=step.at, history=history)
