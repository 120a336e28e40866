"""What a law itself did before it asked: deeds that are no part of what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from callrules.deciding.admission import name_of
from callrules.history import History
from callrules.testing.lawbook import Broken
from callrules.testing.policies import Policy, rules_of

FLOOR = frozenset({"opt_out", "live_numbers", "open_dial"})


def deed_lines(broken: Broken, happened: History) -> Iterator[str]:
    """Which lines of the page are the law's own, and whom it asked where that is not the policy itself."""
    told = broken.history
    if told is not None and (places := _added(told, happened)):
        which = "all of it is" if len(places) == len(told.entries) else _lines(places)
        yield f"{which} the law's own, to see what follows"
    if broken.policy is not None and (names := _names(broken.policy)):
        yield f"asked of {names} alone"


def _added(told: History, happened: History) -> list[int]:
    """The lines of the page on which facts stand that did not happen; the first line says who it is."""
    left = Counter(happened.entries)
    places = []
    for place, fact in enumerate(told.entries):
        if left[fact]:
            left[fact] -= 1
        else:
            places.append(place + 2)
    return places


def _lines(places: Sequence[int]) -> str:
    """`line 2 is`, `lines 2, 4–6 are`."""
    runs = [[place for _, place in run] for _, run in groupby(enumerate(places), lambda each: each[1] - each[0])]
    words = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return f"{'line' if len(places) == 1 else 'lines'} {', '.join(words)} {'is' if len(places) == 1 else 'are'}"


def _names(policy: Policy) -> str:
    return ", ".join(name for name in map(name_of, rules_of(policy)) if name not in FLOOR)
