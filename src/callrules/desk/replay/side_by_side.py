"""Two playbooks on the same calls: what each would have said, and which calls they judge otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from callrules.desk.replay.replaying import STORIES, Counting, Person, Replay, asked
from callrules.desk.replay.verdicts import Judge
from callrules.playbook import Playbook


@attrs.frozen(kw_only=True)
class SideBySide:
    """Two replays of one book, and how many calls went from one verdict to another."""

    one: Replay
    other: Replay
    moved: Mapping[tuple[str, str], int]


def side_by_side(one: Playbook, other: Playbook, people: Iterable[Person], *, stories: int = STORIES) -> SideBySide:
    """Judge every call by both playbooks; the stories are those of people about whom they differ."""
    judges, so_far = (Judge(one), Judge(other)), (Counting(0), Counting(stories))
    moved: Counter[tuple[str, str]] = Counter()
    for contact, history in people:
        both = [tuple(judge.judged(*each) for judge in judges) for each in asked(contact, history)]
        moved.update((first.verdict, second.verdict) for first, second in both if first.verdict != second.verdict)
        for place, counting in enumerate(so_far):
            counting.add(contact, history, [each[place] for each in both])
    return SideBySide(
        one=so_far[0].counted(), other=so_far[1].counted(), moved=dict(sorted(moved.items(), key=lambda each: -each[1]))
    )
