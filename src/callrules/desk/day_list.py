"""Today's calls and errands: what is due now, and, counted, why everybody else is not on the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from callrules.checks import instant
from callrules.contact import Contact
from callrules.desk.counting import LeftOut, largest_first
from callrules.desk.desks import Desk
from callrules.desk.due import Due, Planned
from callrules.desk.errands import MOST, Owed
from callrules.desk.left_out import Person
from callrules.desk.looking import Looked
from callrules.desk.red_phone_budget import RedPhoneBudget
from callrules.desk.sharing import shared_out
from callrules.playbook import Playbook
from callrules.step import Call

__all__ = ["DayList", "LeftOut", "day_list"]

RED_PHONE_BUDGET = RedPhoneBudget()
"""50 a year and six a month for each rep (rulebook C1)."""
ONE_REP = Desk()


@attrs.frozen(kw_only=True)
class DayList:
    """The calls to make now, best first, the errands owed, and everybody else exactly once.

    Calls, errands and left_out are all people. `reps` names for each id on the list whose turn it is, where the desk
    knows reps.
    """

    at: dt.datetime
    calls: tuple[tuple[Contact, Call], ...] = ()
    errands: tuple[tuple[Contact, Owed], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    reps: Mapping[str, str] = attrs.field(factory=dict)

    def __len__(self) -> int:
        """How many people were looked at."""
        return len(self.calls) + len(self.errands) + sum(each.count for each in self.left_out)

    def leaving_out(self, code: str, says: str, count: int) -> DayList:
        """This list, with others counted whom nobody could ask about; none changes nothing."""
        more = (LeftOut(code=code, says=says, count=count),) if count else ()
        return attrs.evolve(self, left_out=largest_first((*self.left_out, *more)))


def day_list(
    playbook: Playbook,
    people: Iterable[Person],
    now: dt.datetime,
    *,
    most: int | None = None,
    errands: int = MOST,
    rep: str | None = None,
    desk: Desk = ONE_REP,
    red_phones: RedPhoneBudget = RED_PHONE_BUDGET,
) -> DayList:
    """The calls and errands that are due `now`, and why everybody else is left out.

    At most `most` calls, else as many as the reps of the `desk` have left today, in the order of `day_key`: returned
    calls and promises first; of the others some are kept for prospects and for customers who went quiet. Errands go
    by when they fell due, at most `errands`, and take no call's place. Nobody, no account and no number is rung twice
    a day. With `rep` the list is theirs: what is theirs or nobody's, and what is handed over to them. People are
    looked at one by one; only those who are due are kept. Red phones are rung within the budget of the rep (else of
    the contact's owner), of which the dials of these people are counted (rulebook C1).
    """
    looked = Looked(playbook, desk, instant(now, "now"), rep, red_phones)
    for contact, history in people:
        looked.at_somebody(contact, history)
    return listed(looked, most=most, errands=errands)


def listed(looked: Looked, *, most: int | None = None, errands: int = MOST) -> DayList:
    """The list out of everybody who was looked at and counted."""
    desk = looked.desk
    calls, owed = shared_out(looked, most if desk.reps or most is not None else desk.capacity), looked.errands(errands)
    return DayList(
        at=looked.now,
        calls=tuple((each.contact, each.call) for each in calls),
        errands=tuple((each.contact, each.step) for each in owed),
        left_out=looked.counted.groups(),
        reps=_named(calls) | _named(owed),
    )


def _named(several: Iterable[Due | Planned]) -> dict[str, str]:
    return {each.contact.id: each.rep.name for each in several if each.rep}
