"""A scorecard as rows for people: what was counted, what share, what it took, and side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from callrules.day_names import day_and_month
from callrules.desk.scorecard.card import Scorecard
from callrules.desk.scorecard.challenge import SUGGESTIONS, Challenge
from callrules.desk.scorecard.figures import COUNTS, RESULTS, SHARES, Figures
from callrules.desk.scorecard.marks import NOT_NOTED
from callrules.desk.scorecard.shares import ENOUGH, Share, is_ahead
from callrules.desk.scorecard.survival import ByAttempt
from callrules.desk.table import Table
from callrules.moments import START_OF_TIME

COLUMNS = {
    "offered": "offered",
    "dials": "dials",
    "conversations": "talks",
    "people_talked_with": "people",
    "call_backs": "call-backs",
    "advances": "advances",
    "orders": "orders",
}
"""The columns of figures side by side."""
MOST_ATTEMPTS = 12
"""So many attempts are shown of the curve; the JSON has them all."""


def heading(card: Scorecard) -> str:
    """The line that says what was looked at."""
    since, until = card.period.since, card.period.until
    begins = f"from {day_and_month(since)} {since.year}" if since > START_OF_TIME else "from the beginning"
    return f"{begins} until {day_and_month(until)} {until:%Y, %H:%M} UTC · {card.people:,} people"


def tables(card: Scorecard, challenge: Challenge | None = None) -> Iterator[Table]:
    """Every table that holds something, in the order in which they are read."""
    yield Table("counted", "What was done", tuple(_counted(card.totals)))
    effort = tuple(_effort(card.totals))
    if effort:
        yield Table("effort", "What it took", effort)
    if any(each.reached for each in card.reached):
        yield Table("reached", "Reached by attempt", tuple(map(_attempt, card.reached[:MOST_ATTEMPTS])),
                    ("attempt", "rung", "reached", "left open", "reached by then"))  # fmt: skip
    if challenge:
        yield from _challenge(challenge)
    shares = tuple(_shares(card))
    if shares:
        yield Table("shares", "What share", shares, below="k of n, and between which shares the true one lies (95 %)")
    columns = COLUMNS if card.totals["offered"] else {name: head for name, head in COLUMNS.items() if name != "offered"}
    blocks = bool(card.totals["blocks"])
    yield _side_by_side("reps", "By rep", card.reps, columns, _ahead(card.reps), blocks=blocks)
    yield _side_by_side("kinds", "By kind of call", card.kinds, columns, _ahead(card.kinds))
    yield _side_by_side("weeks", "By week", card.weeks, columns, blocks=blocks)


def _counted(totals: Figures) -> Iterator[tuple[str, str]]:
    for name, says in COUNTS.items():
        if totals[name] or name in {"dials", "conversations"}:
            yield f"{totals[name]:,}", says
    for currency, amount in totals.revenue.items():
        yield money(currency, f"{amount:,.2f}"), "of orders after a conversation"


def money(currency: str, amount: str) -> str:
    """An amount in its currency; `XXX` is none."""
    return amount if currency == "XXX" else f"{currency} {amount}"


def _shares(card: Scorecard) -> Iterator[tuple[str, str]]:
    for name, ratio in SHARES.items():
        share = card.totals.share(name)
        if share.n:
            yield share.says, ratio.says
    red = (
        (
            card.red_phones.brought_introductions(),
            "red-phone conversations followed by an introduction there",
        ),
        (card.red_phones.brought_orders(), "red-phone conversations followed by an order there"),
    )
    yield from ((share.says, says) for share, says in red if share.n)


def _effort(totals: Figures) -> Iterator[tuple[str, str]]:
    for result, says in RESULTS.items():
        dials, hours = totals.dials_for(result), totals.hours_for(result)
        on_the_phone = f", {hours:.2f} hours on the phone" if hours else ""
        if dials:
            yield f"{dials:.1f}", f"dials for {says}{on_the_phone}"


def _attempt(each: ByAttempt) -> tuple[str, ...]:
    between = f"{each.share * 100:.0f} % ({each.low * 100:.0f}–{each.high * 100:.0f} %)"
    return str(each.attempt), f"{each.rung:,}", f"{each.reached:,}", f"{each.left_open:,}", between


def _challenge(challenge: Challenge) -> Iterator[Table]:
    says = f"day {min(challenge.day, 30)} of 30; five people or more on {challenge.full_days.says} of the working days"
    rows = [
        (each.what.replace("_", " "), f"{each.before:,}", f"{each.during:,}", each.verdict.replace("_", " "))
        for each in challenge.compared
        if challenge.is_over
    ]
    rows = rows or [("people rung", "", f"{sum(challenge.rung.values()):,}", "")]
    title = f"Five a day, from {day_and_month(challenge.start)} {challenge.start.year}"
    heads = ("", "30 days before", "30 days of it", "")
    yield Table("challenge", title, tuple(rows), heads, f"{says}. {SUGGESTIONS[challenge.suggests]}")


def _side_by_side(
    name: str,
    title: str,
    groups: Mapping[str, Figures],
    columns: Mapping[str, str],
    below: str = "",
    *,
    blocks: bool = False,
) -> Table:
    rows = tuple(_row(called, figures, columns, blocks=blocks) for called, figures in groups.items())
    heads = ("", *columns.values(), *(("missed blocks",) if blocks else ()), "money", "talks of dials")
    return Table(name, title, rows, heads, below)


def _row(name: str, figures: Figures, columns: Mapping[str, str], *, blocks: bool) -> tuple[str, ...]:
    counts = (f"{figures[each]:,}" for each in columns)
    missed = (_missed(figures.share("missed_blocks_share")),) if blocks else ()
    came = ", ".join(money(each, f"{amount:,.0f}") for each, amount in figures.revenue.items())
    return _called(name), *counts, *missed, came, figures.share("talked_share").says if figures["dials"] else ""


def _missed(share: Share) -> str:
    return f"{share.k:,} of {share.n:,}" if share.n else ""


def _called(name: str) -> str:
    return "not noted" if name == NOT_NOTED else name.replace("_", " ")


def _ahead(groups: Mapping[str, Figures]) -> str:
    """Say who talks more often for a dial than others, where enough was counted of both; else that nobody does."""
    shares = {_called(name): figures.share("talked_share") for name, figures in groups.items()}
    if len(shares) < 2:  # noqa: PLR2004 - one has nobody to be compared with
        return ""
    best = max(shares, key=lambda name: (shares[name].n >= ENOUGH, shares[name].value or 0.0))
    behind = [name for name, share in shares.items() if is_ahead(shares[best], share)]
    if behind:
        return f"{best}: a larger share of talks than {', '.join(behind)}"
    few = any(_is_small(share) for share in shares.values())
    return f"nobody is ahead: compared from {ENOUGH} dials each on" if few else "no difference in talks is shown"


def _is_small(share: Share) -> bool:
    return share.n < ENOUGH
