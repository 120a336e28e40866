"""The law of reasons that are told apart: a talk about one leaves the other to be talked about."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.step import Reason
from callrules.testing.catalogue.shared.moved import by_whole_days, moved
from callrules.testing.catalogue.shared.own_rules import gives_no_reasons, own_reasons
from callrules.testing.catalogue.shared.predicates import on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY
from callrules.testing.situations import Situation

ONCE_MORE = (60 * DAY, 11 * DAY)
"""So much later the same happens once more."""
APART = 7 * DAY
"""What falls due in one week may be one call."""
Pair = tuple[Reason, Reason]


def _dated(situation: Situation) -> list[Reason]:
    """The reasons of the author's rules that one talk uses up for good, and that fall due."""
    reasons = own_reasons(situation, situation.history)
    return [each for each in reasons if each.about is not None and each.due and not each.named]


@law(
    "reasons-are-told-apart",
    says="What happened twice, and calls for two calls, is told apart: a talk about one does not use up the other.",
    group="truth",
    moment="a rule of the author's gives a reason with a day and a subject",
    reached=lambda situation: bool(situation.remembered(_dated)),
    at_the_end=True,
    exempts=gives_no_reasons,
    remedy="let `about` name what the call is about, such as the `key` of the fact",
)
def reasons_are_told_apart(situation: Situation) -> Iterator[Broken]:
    """Each latest fact of a kind happens once more."""
    for fact in {type(each): each for each in situation.person.own}.values():
        for later in ONCE_MORE:
            again = attrs.evolve(moved(fact, by_whole_days(later)), id=f"{fact.key} once more")
            history = situation.history.add(again)
            for first, other in _alike(own_reasons(situation, history)):
                what = f"{first.name!r} about {first.about!r} falls due twice"
                days = " and ".join(on_their_clock(situation, each.due) for each in (first, other) if each.due)
                yield Broken(says=f"{what}, {days}: once it was heard, the other is lost", at=again.at, history=history)


def _alike(reasons: list[Reason]) -> Iterator[Pair]:
    """Yield two of one name and subject that fall due weeks apart."""
    firsts: dict[tuple[str, object], Reason] = {}
    for each in reasons:
        first = firsts.setdefault((each.name, each.about), each)
        if each.about is not None and first.due and each.due and abs(each.due - first.due) > APART:
            yield first, each
