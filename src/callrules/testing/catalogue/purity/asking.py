"""Laws of purity: the answer hangs on the facts, the contact and the instant, and on nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.history import History
from callrules.step import Step
from callrules.testing.authorship import is_own
from callrules.testing.catalogue.shared.ambient_code import asked_at_import
from callrules.testing.catalogue.shared.ambient_input import ambient_places, elsewhere
from callrules.testing.catalogue.shared.predicates import asked_afresh, now_and_then
from callrules.testing.catalogue.shared.set_order import sets_turned
from callrules.testing.lawbook import Broken, law
from callrules.testing.lives.own_landmarks import own_landmarks
from callrules.testing.oracle import DAY
from callrules.testing.policies import Policy, playbook_behind, pristine, rules_of
from callrules.testing.situations import Situation, answer_of, asked

STRANGER = Contact(id="a stranger", timezone="Asia/Tokyo")
SEVERAL = range(4)
CROWD = 200
"""So many others are asked about at most, where a rule keeps to such a number."""


@law("total", says="Every valid question has an answer, and every answer a reason.", group="purity")
def total(situation: Situation) -> Iterator[Broken]:
    """Ask for the step, its turn and the gate: what raises there is noted against this law by whoever asks."""
    _ = situation.step, situation.gate()
    policy: Any = situation.policy
    playbook = playbook_behind(policy)
    gives = playbook and playbook.plan["priority"] and callable(getattr(policy, "priority", None))
    if gives and situation.step.is_due(situation.now):
        about = (situation.contact, situation.history, situation.step, situation.now)
        answer_of(lambda: policy.priority(*about))
    yield from ()


@law(
    "explained",
    says="Every answer can be explained: each rule's say is heard without an error, and it is that answer.",
    group="purity",
    moment="an answer is explained",
    reached=lambda situation: hasattr(situation.policy, "explain") and now_and_then(situation),
    at_the_end=True,
)
def explained(situation: Situation) -> Iterator[Broken]:
    """The explanation ends with the answer itself."""
    policy: Any = situation.policy
    try:
        told = policy.explain(situation.contact, situation.history, situation.now)
        str(told)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the policy's
        yield Broken(says=f"explaining raised {type(error).__name__}: {error}")
        return
    if getattr(told, "step", situation.step) != situation.step:
        yield Broken(says="what is explained is another answer", answers=(situation.step, told.step))


@law(
    "asking-is-free",
    says="Asking changes nothing: the same question has the same answer.",
    group="purity",
    at_the_end=True,
)
def asking_is_free(situation: Situation) -> Iterator[Broken]:
    """However often, and although others were asked about meanwhile."""
    before = (situation.contact, situation.history)
    if asked_afresh(situation) != situation.step:
        yield Broken(says="asked twice about the same, it answered two things")
        return
    asked(situation.policy, STRANGER, History(), situation.now)
    if asked_afresh(situation) != situation.step or (situation.contact, situation.history) != before:
        yield Broken(says="after somebody else was asked about, the answer is another")


@law(
    "no-memory",
    says="A copy of the policy that was never asked before answers the same.",
    group="purity",
    moment="a fresh copy is asked",
    reached=now_and_then,
    at_the_end=True,
)
def no_memory(situation: Situation) -> Iterator[Broken]:
    """Ask about somebody else first, then again: nothing that was answered before may leave a trace."""
    copied = (situation.fresh or pristine(situation.policy))()
    first = asked(copied, situation.contact, situation.history, situation.now)
    if first != situation.step:
        yield Broken(says="a fresh copy of the policy answers otherwise", answers=(situation.step, first))
    asked(copied, situation.contact, situation.history, situation.now + 400 * DAY)
    then = asked(copied, situation.contact, situation.history, situation.now)
    if then != situation.step:
        says = "a copy that was asked about later days first answers otherwise"
        yield Broken(says=says, answers=(situation.step, then))
    elif _after_others(situation) != situation.step:
        yield Broken(says="a copy that was asked about many others first answers otherwise")
    elif _hangs_on_a_colleague(situation):
        yield Broken(says="once a colleague of theirs was asked about, the answer is another")


def _after_others(situation: Situation) -> Step:
    """The answer of a fresh copy that was asked about others there first: one more than a number that it keeps to."""
    copied = (situation.fresh or pristine(situation.policy))()
    for each in range(_crowd(situation.policy)):
        asked(copied, attrs.evolve(situation.contact, id=f"other {each}"), History(), situation.now)
    return asked(copied, situation.contact, situation.history, situation.now)


def _hangs_on_a_colleague(situation: Situation) -> bool:
    """Whether at firms where a colleague was asked about before everybody is answered otherwise than at other firms.

    None of them was ever named to the policy, so it cannot know them, be it by what outlives its copies. Several of
    each, for a policy may treat firms differently by their names.
    """
    alone = _second_of(situation, "firm 0")
    others = (f"firm {each + len(SEVERAL)}" for each in SEVERAL)
    differs = all(_second_of(situation, each, asked_first=("the first",)) != alone for each in others)
    return differs and all(_second_of(situation, f"firm {each}") == alone for each in SEVERAL[1:])


def _second_of(situation: Situation, account: str, asked_first: tuple[str, ...] = ()) -> Step:
    """The answer about somebody like them at that firm, once others of it were asked about."""
    copied = (situation.fresh or pristine(situation.policy))()
    for who in asked_first:
        asked(copied, attrs.evolve(situation.contact, id=who, account=account), History(), situation.now)
    return asked(copied, attrs.evolve(situation.contact, id="the second", account=account), History(), situation.now)


def _crowd(policy: Policy) -> int:
    counts = (int(each) for each in own_landmarks(policy).numbers if each == int(each))
    return max((each + 1 for each in counts if 0 < each <= CROWD), default=1)


@law(
    "no-ambient-input",
    says="No rule reads a clock or a file, throws dice, goes by the order of a set or looks at its surroundings.",
    group="purity",
    at_the_end=True,
)
def no_ambient_input(situation: Situation) -> Iterator[Broken]:
    """Found while it answers, or when it was imported; another zone, environment, seed and process change nothing."""
    here = situation.step
    own = [each for each in map(type, (situation.policy, *rules_of(situation.policy))) if is_own(each)]
    for kind in own:
        if asked := asked_at_import(kind):
            yield Broken(says=f"{kind.__name__} rests on a clock or dice that were asked when it was imported: {asked}")
    for name in sorted(ambient_places(lambda: asked_afresh(situation))):
        yield Broken(says=f"while it answers, it calls {name}")
    with elsewhere(), sets_turned(own):
        there = asked_afresh(situation)
    if there != here:
        yield Broken(says=_what_differs_elsewhere(situation, own), answers=(here, there))


def _what_differs_elsewhere(situation: Situation, own: Iterable[type]) -> str:
    with sets_turned(own):
        if asked_afresh(situation) != situation.step:
            return "the order of a set decides, which is another one in each process: sort it first"
    return "on a machine with another zone and language it answers otherwise"
