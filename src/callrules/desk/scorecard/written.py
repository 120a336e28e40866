"""A scorecard as plain JSON (design, part 6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from callrules.desk.scorecard.card import Scorecard
from callrules.desk.scorecard.challenge import SUGGESTIONS, Challenge
from callrules.desk.scorecard.figures import COUNTS, OF_A_DESK, RESULTS, SHARES, Figures
from callrules.desk.scorecard.shares import Share
from callrules.moments import START_OF_TIME
from callrules.wire import write_moment


def write_scorecard(card: Scorecard, challenge: Challenge | None = None) -> dict[str, Any]:
    """Give the card, with every figure by its name. A share is `k` of `n`, with its interval.

    What only a desk can tell is null where it tells nothing.
    """
    return {
        "from": _maybe(card.period.since),
        "until": write_moment(card.period.until),
        "within_days": attrs.asdict(card.period.within),
        "people": card.people,
        "totals": _figures(card.totals),
        "reps": _each(card.reps),
        "weeks": _each(card.weeks),
        "kinds": _each(card.kinds),
        "reached_by_attempt": [attrs.asdict(each) for each in card.reached],
        "red_phones": {
            "dials": card.red_phones.dials,
            "introductions_share": _share(card.red_phones.brought_introductions()),
            "orders_share": _share(card.red_phones.brought_orders()),
        },
        "challenge": _challenge(challenge) if challenge else None,
    }


def _maybe(at: dt.datetime) -> str | None:
    return write_moment(at) if at > START_OF_TIME else None


def _each(groups: Mapping[str, Figures]) -> dict[str, Any]:
    return {name: _figures(figures) for name, figures in groups.items()}


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        **{name: figures[name] for name in COUNTS},
        "revenue": {currency: f"{amount:f}" for currency, amount in figures.revenue.items()},
        **{name: _share(figures.share(name)) for name in SHARES},
        **{name: None for name in OF_A_DESK if not figures.share(name).n},
        "seconds": figures["seconds"],
        "dials_for": {result: _rounded(figures.dials_for(result)) for result in RESULTS},
        "hours_for": {result: _rounded(figures.hours_for(result)) for result in RESULTS},
    }


def _share(share: Share) -> dict[str, Any]:
    return {"k": share.k, "n": share.n, "low": round(share.low, 4), "high": round(share.high, 4)}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def _challenge(challenge: Challenge) -> dict[str, Any]:
    compared = [
        {"what": each.what, "before": each.before, "during": each.during, "verdict": each.verdict}
        for each in challenge.compared
    ]
    return {
        "start": challenge.start.isoformat(),
        "day": challenge.day,
        "people_rung": {day.isoformat(): count for day, count in challenge.rung.items()},
        "full_days_share": _share(challenge.full_days),
        "compared": compared if challenge.is_over else [],
        "suggests": challenge.suggests,
        "says": SUGGESTIONS[challenge.suggests],
    }
