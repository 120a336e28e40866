"""Broken policies: their simple reason is none."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from callrules.facts import KeyDate
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.rules import SimpleReasons
from callrules.step import Reason
from zoo.altered import house_with
from zoo.specimens import Specimen

NAME = "simple_reason"


@attrs.frozen
class ThanksForEver(SimpleReasons):
    """Thanks for the last order, however long ago it was and whatever came since."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for bought in history.purchases[-1:]:
            due = history.calendar.add(bought.at, days=30)
            yield Reason(name=NAME, due=due, about=bought.key, says="thank them for their order")


@attrs.frozen
class BirthdayAllYear(SimpleReasons):
    """Remembers a date from the day on which it was told."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for date in history.of(KeyDate):
            yield Reason(name=NAME, due=date.at, about=date.key, says=f"the day is coming: {date.what}")


@attrs.frozen
class OldFriendsAtOnce(SimpleReasons):
    """Knows somebody well after one talk."""

    @hookimpl
    def reasons(self, history: History) -> Iterator[Reason]:
        for talk in history.talks[-1:]:
            due = history.calendar.add(talk.at, days=self.quiet_days)
            yield Reason(name=NAME, due=due, says="ask after them")


NO_SIMPLE_REASON = (
    Specimen(
        id="thanks-for-ever",
        group="truthfulness",
        says="She bought on 5 January, and on 1 June we rang to thank her for it.",
        make=house_with(ThanksForEver),
        breaks={"simple-reason-is-one"},
    ),
    Specimen(
        id="birthday-all-year",
        group="truthfulness",
        says="He told us on 1 June that they open on 1 December, and was congratulated on the 2nd of June.",
        make=house_with(BirthdayAllYear),
        breaks={"simple-reason-is-one"},
    ),
    Specimen(
        id="old-friends-at-once",
        group="truthfulness",
        says="After one talk, ninety days ago, we asked after him as if we knew him well.",
        make=house_with(OldFriendsAtOnce),
        breaks={"simple-reason-is-one"},
    ),
)
"""Broken policies that ring for a simple reason which is none."""
