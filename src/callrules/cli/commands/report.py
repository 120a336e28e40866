"""`callrules report`: what the calling of a time brought."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from callrules.cli.options import (
    ANSWERED,
    RULE_FAILED,
    as_json,
    at,
    challenge,
    clock,
    html_file,
    open_playbook,
    playbook_file,
    print_json,
    since,
    until,
)

if TYPE_CHECKING:
    from callrules.cli.book.reading import Book
    from callrules.desk.desks import Desk
    from callrules.desk.scorecard.card import Scorecard
    from callrules.desk.scorecard.challenge import Challenge
    from callrules.desk.scorecard.period import Period
    from callrules.playbook import Playbook

A_MONTH = dt.timedelta(days=30)


@click.command("report")
@click.argument("book")
@at
@since
@until
@click.option("--whole", is_flag=True, help="From the beginning of the book, instead of the last thirty days.")
@click.option("--no-offers", is_flag=True, help="Do not ask what the playbook offered: quicker for long times.")
@challenge
@html_file
@as_json
@playbook_file
def command(
    book: str, *, at: dt.datetime | None, since: dt.datetime | None, until: dt.datetime | None, whole: bool,
    no_offers: bool, challenge: dt.date | None, html: str | None, as_json: bool, playbook_file: str | None,
) -> int:  # fmt: skip
    """Count what the calling of the last thirty days brought, in all, and by rep, kind and week."""
    from callrules.cli.book.desk_file import desk_of
    from callrules.cli.book.influence_file import knowing, maps_of
    from callrules.cli.book.reading import Book
    from callrules.desk.scorecard.period import Period
    from callrules.desk.scorecard.report_page import report_page
    from callrules.desk.scorecard.written import write_scorecard
    from callrules.errors import BadInput
    from callrules.moments import START_OF_TIME

    now = at or clock()
    ends = min(until or now, now)
    begins = since or (START_OF_TIME if whole else ends - A_MONTH)
    if begins >= ends:
        raise BadInput(f"--from: found {begins:%Y-%m-%d}, expected a day before {ends:%Y-%m-%d}, when the report ends")
    period = Period(since=begins, until=ends)
    playbook, opened = open_playbook(playbook_file), Book(book)
    asked = None if no_offers else knowing(playbook, maps_of(opened))
    card = _counted(opened, period, asked, desk_of(opened.folder))
    tried = _challenge(opened, challenge, now) if challenge else None
    opened.tell()
    if as_json:
        print_json(write_scorecard(card, tried))
    else:
        from callrules.cli.screen.tables import show
        from callrules.desk.scorecard.tables import heading, tables

        show(f"What the calling brought {heading(card)}", tables(card, tried))
    if html:
        from callrules.cli.screen.write_page import write_page

        write_page(html, report_page(card, tried), aside=as_json)
    return RULE_FAILED if card.totals["rule_failed"] else ANSWERED


def _counted(book: Book, period: Period, playbook: Playbook | None, desk: Desk) -> Scorecard:
    from callrules.cli.commands.today import undisturbed
    from callrules.cli.screen.drawing import progress
    from callrules.desk.scorecard.card import scorecard

    with undisturbed():
        return scorecard(progress(book.people(), len(book), "counting"), period, playbook, desk)


def _challenge(book: Book, start: dt.date, now: dt.datetime) -> Challenge:
    from callrules.desk.scorecard.challenge import challenge

    return challenge(book.people(), start, now)
