"""Five a day for thirty days, and on day thirty the comparison: whether to go on (rulebook E1)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from callrules.calendars import DAY, Calendar
from callrules.contact import Contact
from callrules.desk.scorecard.card import Scorecard, scorecard
from callrules.desk.scorecard.period import Period
from callrules.desk.scorecard.shares import Share
from callrules.history import History

DAYS = 30
"""How long the challenge lasts, and how long the time is with which it is compared (rulebook E1)."""
FIVE = 5
"""People to be rung on each working day (rulebook E1)."""
COMPARED = ("dials", "conversations", "call_backs", "advances", "orders")
"""What is compared on day thirty: E1 asks for conversations, call-backs and results."""
RESULTS = ("conversations", "call_backs", "advances", "orders")
"""The counts for which it is worth going on."""
ENOUGH = 20
"""So many of a kind in both times together before they are compared; fixed beforehand, as for shares."""


@attrs.frozen
class Before:
    """One count in the thirty days before and in the thirty days of the challenge."""

    what: str
    before: int
    during: int

    @property
    def share(self) -> Share:
        """The part that came during the challenge; a half, where nothing changed."""
        return Share(self.during, self.before + self.during)

    @property
    def verdict(self) -> str:
        """Whether there were `more` or `fewer`, or no difference can be shown yet (`too_few`), or at all (`alike`)."""
        if self.share.n < ENOUGH:
            return "too_few"
        if self.share.low > 1 / 2:
            return "more"
        return "fewer" if self.share.high < 1 / 2 else "alike"


@attrs.frozen(kw_only=True)
class Challenge:
    """Thirty days from `start` on: how many people were rung on each, and how it compares with the days before."""

    start: dt.date
    day: int
    rung: Mapping[dt.date, int]
    working: tuple[dt.date, ...]
    compared: tuple[Before, ...]

    @property
    def is_over(self) -> bool:
        """Whether day thirty has passed, so that it is compared."""
        return self.day > DAYS

    @property
    def full_days(self) -> Share:
        """The share of the working days so far on which five people or more were rung."""
        return Share(sum(self.rung.get(day, 0) >= FIVE for day in self.working), len(self.working))

    @property
    def suggests(self) -> str:
        """The suggestion of the figures, as a word for programs."""
        if not self.is_over:
            return "keep_going"
        verdicts = {each.what: each.verdict for each in self.compared if each.what in RESULTS}
        if "more" in verdicts.values():
            return "go_on"
        if set(verdicts.values()) == {"too_few"}:
            return "too_few_to_tell"
        return "change_something" if "fewer" in verdicts.values() else "no_difference_shown"


SUGGESTIONS = {
    "keep_going": "not over yet: it is compared when thirty days have passed",
    "go_on": "go on: it brought more than the thirty days before",
    "too_few_to_tell": f"too few to tell: fewer than {ENOUGH} of each result in both times together",
    "change_something": "something brought less than before: look at it before you go on",
    "no_difference_shown": "no difference is shown: go on if it is easy, and look again after thirty more days",
}
"""What each suggestion says to people."""


def challenge(
    people: Iterable[tuple[Contact, History]], start: dt.date, now: dt.datetime, calendar: Calendar | None = None
) -> Challenge:
    """The challenge that began on that day, as it stands now. `calendar` is the reps' own; else UTC's."""
    ours, everybody = calendar or Calendar(), list(people)
    begins, ends = ours.starts(start), ours.starts(start + DAYS * DAY)
    before = scorecard(everybody, Period(since=begins - DAYS * DAY, until=begins))
    during = scorecard(everybody, Period(since=begins, until=min(ends, now)))
    last = min(ours.day(now), start + (DAYS - 1) * DAY)
    days = [start + each * DAY for each in range((last - start).days + 1)]
    return Challenge(
        start=start,
        day=(ours.day(now) - start).days + 1,
        rung=_rung(everybody, ours, set(days)),
        working=tuple(day for day in days if ours.is_working(day)),
        compared=tuple(_compared(before, during)),
    )


def _compared(before: Scorecard, during: Scorecard) -> Iterator[Before]:
    for what in COMPARED:
        yield Before(what, before.totals[what], during.totals[what])


def _rung(people: Iterable[tuple[Contact, History]], ours: Calendar, days: set[dt.date]) -> Mapping[dt.date, int]:
    whom: defaultdict[dt.date, set[str]] = defaultdict(set)
    for contact, history in people:
        for call in history.seen_by(contact).attempts:
            if ours.day(call.at) in days:
                whom[ours.day(call.at)].add(contact.id)
    return Counter({day: len(each) for day, each in sorted(whom.items())})
