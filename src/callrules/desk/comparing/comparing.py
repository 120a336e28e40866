"""Two playbooks on the same people at one moment: who is rung by one that was not by the other, and by which rule."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

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
    """How somebody stands by one playbook: due for a call, or held back by what, and the step."""

    group: Group
    step: Step

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


def compare(one: Playbook, other: Playbook, people: Iterable[Person], now: dt.datetime) -> Comparison:
    """Ask both playbooks about everybody at that moment, and keep those about whom they differ."""
    now, looked_at, rung, failed = instant(now, "now"), 0, [0, 0], False
    differences = []
    for contact, history in people:
        steps = [playbook.next_step(contact, history, now) for playbook in (one, other)]
        looked_at += 1
        rung = [count + _is_rung(step, now) for count, step in zip(rung, steps, strict=True)]
        failed |= any(_failed(step) for step in steps)
        if steps[0] != steps[1]:
            before, after = _standings((one, other), steps, (contact, history), now)
            differences.append(Difference(contact=contact, before=before, after=after))
    return Comparison(
        at=now,
        people=looked_at,
        rung_before=rung[0],
        rung_after=rung[1],
        differences=tuple(differences),
        failed=failed,
    )


def _standings(
    playbooks: Iterable[Playbook], steps: Iterable[Step], person: Person, now: dt.datetime
) -> Iterator[Standing]:
    for playbook, step in zip(playbooks, steps, strict=True):
        reason = step.reason.name if isinstance(step, Call) else ""
        group = (RUNG, reason) if _is_rung(step, now) else what_binds(playbook, person, step)
        yield Standing(group=group, step=step)


def _is_rung(step: Step, now: dt.datetime) -> bool:
    return isinstance(step, Call) and step.is_due(now)


def _failed(step: Step) -> bool:
    return any(because.code == "rule_failed" for because in step.because)
