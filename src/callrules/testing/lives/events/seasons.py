"""Seasons that rules declare: what a season is counted from happens at the end of a month, and time passes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.declared import After, Due
from callrules.dispositions import Disposition
from callrules.facts import Meeting, Purchase
from callrules.testing.lives import DAY, Dice, Life, next_date, on_the_calendar
from callrules.testing.lives.events.calls import NOTHING_NAMED, OUT, Event, call, rung, told

LONG = 90
"""Seasons that begin later than after so many days are talked about in between: else other reasons come first."""

BEGUN_BY: dict[After, Event] = {
    After.TALK: rung(Disposition.CONVERSATION),
    After.MEETING: told(Meeting),
    After.PURCHASE: told(Purchase, amount="129.00"),
}


def buy_once(life: Life, dice: Dice) -> None:
    """They bought something, which nobody numbered and nobody typed in later."""
    life.at = life.now + dice.pick((DAY, 4 * DAY, 20 * DAY))
    life.happens(
        Purchase,
        dice,
        amount="129.00",
        id=None,
        recorded=None,
        contact=None,
        then=(dt.timedelta(hours=1), 2 * DAY, 10 * DAY),
    )


def begins_a_season(life: Life, dice: Dice, season: Due) -> None:
    """Log the talk, meeting or purchase from which the season counts, near the end of a month.

    If the season is long, a talk before it.
    """
    life.at = next_date(life.at, life.zone, month=dice.pick((1, 3, 5, 8, 10)), day=29 + dice.number(3))
    BEGUN_BY[season.after](life, dice)
    begun = life.at
    if season.after is not After.TALK and (_begins(life, season) - begun).days > LONG:
        life.at = _begins(life, season) - 40 * DAY
        call(life, dice, Disposition.CONVERSATION, direction=OUT, outcome=None, **NOTHING_NAMED)
        life.at = begun


def looks_at_a_season(life: Life, dice: Dice, season: Due) -> Iterator[dt.datetime]:
    """A day or some days before it begins, and on the day after its end, or after its beginning where it has none."""
    begins = _begins(life, season)
    yield begins - dice.pick((1, 1, 2)) * DAY
    yield begins + DAY if season.until_days is None else on_the_calendar(life.at, life.zone, days=season.until_days + 1)


def _begins(life: Life, season: Due) -> dt.datetime:
    return on_the_calendar(life.at, life.zone, months=season.months, days=season.days)
