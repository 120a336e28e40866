"""Two playbooks on the same people at one moment: who is rung by one that was not by the other, and by which rule."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

import attrs

from callrules.checks import instant
from callrules.contact import Contact
from callrules.desk.left_out import Group, Person, what_binds
from callrules.playbook import Playbook
from callrules.step import Call, Step

RUNG = "rung"
"""The word for a call that is due; everything else is told by the word of what binds."""


@attrs.frozen(kw_only=True)
class Standing:
    """How somebody stands by one playbook: due for a call, or held back by what, and the step, where it is known."""

    group: Group
    step: Step | None

    @property
    def is_rung(self) -> bool:
        """Whether a call is due."""
        return self.group[0] == RUNG


@attrs.frozen(kw_only=True)
class Difference:
    """One person whom the two playbooks treat otherwise."""

    contact: Contact
    before: Standing
    after: Standing

    @property
    def kind(self) -> str:
        """Whether the call is `new`, `gone`, or rung for `another_reason`; else the next step is `another_step`."""
        if self.before.is_rung and self.after.is_rung:
            return "another_reason"
        if self.after.is_rung or self.before.is_rung:
            return "new" if self.after.is_rung else "gone"
        return "another_step"


@attrs.frozen(kw_only=True)
class Comparison:
    """The people whom another playbook treats otherwise, and how many are rung by each."""

    at: dt.datetime
    people: int
    rung_before: int
    rung_after: int
    differences: tuple[Difference, ...]
    failed: bool = False

    def of(self, kind: str) -> tuple[Difference, ...]:
        """Give the differences of one kind: `new`, `gone`, `another_reason` or `another_step`."""
        return tuple(each for each in self.differences if each.kind == kind)

    def by_rule(self, kind: str) -> Mapping[Group, int]:
        """Name what held the new ones back before, or holds back those that are gone: the most first."""
        held = Counter((each.before if kind == "new" else each.after).group for each in self.of(kind))
        return dict(sorted(held.items(), key=lambda each: (-each[1], each[0])))


class Side(Protocol):
    """One of the two that are compared: what is next with somebody, and how they stand by that."""

    def step(self, person: Person) -> Step | None:
        """Give the next step with somebody; `None` where nobody knows."""

    def standing(self, person: Person, step: Step | None) -> Standing:
        """Tell how somebody stands whose next step that is."""


@attrs.frozen
class Asking:
    """A playbook that is asked about everybody at one moment."""

    playbook: Playbook
    now: dt.datetime

    def step(self, person: Person) -> Step | None:
        """Give the next step with somebody."""
        return self.playbook.next_step(*person, self.now)

    def standing(self, person: Person, step: Step | None) -> Standing:
        """Tell how somebody stands whose next step that is."""
        if step is None:
            return Standing(group=("not_asked", "nobody asked about them"), step=None)
        reason = step.reason.name if isinstance(step, Call) else ""
        group = (RUNG, reason) if _is_rung(step, self.now) else what_binds(self.playbook, person, step)
        return Standing(group=group, step=step)


def compare(one: Playbook, other: Playbook, people: Iterable[Person], now: dt.datetime) -> Comparison:
    """Ask both playbooks about everybody at that moment, and keep those about whom they differ."""
    now = instant(now, "now")
    return compare_sides(Asking(one, now), Asking(other, now), people, now)


def compare_sides(one: Side, other: Side, people: Iterable[Person], now: dt.datetime) -> Comparison:
    """Ask both sides about everybody, and keep those about whom they differ."""
    looked_at, rung, failed = 0, [0, 0], False
    differences = []
    for person in people:
        steps = [side.step(person) for side in (one, other)]
        looked_at += 1
        rung = [count + _is_rung(step, now) for count, step in zip(rung, steps, strict=True)]
        failed |= any(_failed(step) for step in steps)
        if steps[0] != steps[1]:
            before, after = (side.standing(person, step) for side, step in zip((one, other), steps, strict=True))
            differences.append(Difference(contact=person[0], before=before, after=after))
    return Comparison(
        at=now,
        people=looked_at,
        rung_before=rung[0],
        rung_after=rung[1],
        differences=tuple(differences),
        failed=failed,
    )


def _is_rung(step: Step | None, now: dt.datetime) -> bool:
    return isinstance(step, Call) and step.is_due(now)


def _failed(step: Step | None) -> bool:
    return step is not None and any(because.code == "rule_failed" for because in step.because)
