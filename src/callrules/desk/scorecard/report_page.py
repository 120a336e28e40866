"""The scorecard as one HTML page that needs nothing else, with its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.day_names import day_and_month
from callrules.desk.html_page import figure, page, part, table
from callrules.desk.scorecard.card import Scorecard
from callrules.desk.scorecard.challenge import FIVE, Challenge
from callrules.desk.scorecard.figures import SHARES
from callrules.desk.scorecard.tables import heading, tables
from callrules.desk.table import Table
from callrules.pictures.columns_picture import Column, columns_picture
from callrules.pictures.curve_picture import Step, curve_picture
from callrules.pictures.shares_picture import Dot, shares_picture

WIDE = frozenset({"reps", "kinds", "weeks"})
"""Tables with many columns: they take the whole width."""


def report_page(card: Scorecard, challenge: Challenge | None = None) -> str:
    """The page as HTML: light and dark, narrow and wide, and on paper."""
    return page("What the calling brought", heading(card), _parts(card, challenge))


def _parts(card: Scorecard, challenge: Challenge | None) -> Iterator[str]:
    for each in tables(card, challenge):
        inner = _PICTURES.get(each.name, _nothing)(card, challenge) + table(each.rows, each.heads)
        yield part(each.title, inner, _kind(each), each.below)


def _kind(each: Table) -> str:
    if each.name in WIDE:
        return f"{each.name} wide long"
    return f"{each.name} wide" if each.name == "shares" else each.name


def _nothing(*_: object) -> str:
    return ""


def _shares(card: Scorecard, _: Challenge | None) -> str:
    shares = [(ratio.says, card.totals.share(name)) for name, ratio in SHARES.items()]
    dots = [Dot(says, share.k, share.n, share.low, share.high) for says, share in shares]
    return figure(shares_picture("Shares and their intervals", dots))


def _reached(card: Scorecard, _: Challenge | None) -> str:
    steps = [Step(each.share, each.low, each.high, each.rung) for each in card.reached]
    return figure(curve_picture("Reached by attempt", steps, "attempt"))


def _weeks(card: Scorecard, _: Challenge | None) -> str:
    columns = [Column(week, figures["dials"], figures["talked_dials"]) for week, figures in card.weeks.items()]
    return figure(columns_picture("Dials by week", columns, "dials", "of them talks"))


def _days(_: Scorecard, challenge: Challenge | None) -> str:
    if challenge is None:
        return ""
    counts = [(day, challenge.rung.get(day, 0)) for day in challenge.working]
    columns = [Column(f"{day_and_month(day)}", max(count, FIVE), count) for day, count in counts]
    return figure(columns_picture("People rung by day", columns, "five a day", "people rung"))


_PICTURES = {"shares": _shares, "reached": _reached, "weeks": _weeks, "challenge": _days}
