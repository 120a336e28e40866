"""Nobody is tried more than twice in two weeks: each team has its own cap and counts the calls of its own reps.

WRONG (untrue declares): each rule declares a cap of two attempts in any 14 days, but counts only those of one team. One
call by the motor team, one by the life team, and calls without a rep (imported, or by the voice agent) are never added
up, so a person gets a third and fourth call although two were declared.
"""

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from callrules import CallAttempt, History, Reason, Window, hookimpl
from callrules.declared import POLITE, Cap
from callrules.moments import outside


@attrs.frozen
class CapOfTeam:
    """Has this team tried them twice within two weeks?"""

    name: str
    reps: frozenset[str]
    most: int = 2
    days: int = 14
    waits = "tried twice within two weeks"

    @property
    def declares(self) -> tuple[Cap, ...]:
        return (Cap(most=self.most, days=self.days, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history: History, reason: Reason, number: str | None, at: dt.datetime) -> Window | None:
        if reason.is_first_return(history):
            return None
        full = [each for calls in (history.attempts, history.tries_on(number)) for each in self.full(calls)]
        return outside(full, at, f"at most {self.most} attempts in {self.days} days", yields=True)

    def full(self, calls: Sequence[CallAttempt]) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        ours = [each for each in calls if each.rep in self.reps]
        for first, last in zip(ours, ours[self.most - 1 :], strict=False):
            until = first.at + dt.timedelta(days=self.days)
            if last.at < until:
                yield last.at, until


POLICY = (
    CapOfTeam(name="cap_of_motor", reps=frozenset({"rita", "sam"})),
    CapOfTeam(name="cap_of_life", reps=frozenset({"tom", "uma"})),
)
