"""What several commands are given: the moment, the playbook, the way to answer."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from callrules.playbook import Playbook
    from callrules.step import Step

ANSWERED, RULE_FAILED = 0, 3


def _instant(_: click.Context, param: click.Parameter, value: str | None) -> dt.datetime | None:
    from callrules.wire import read_instant

    return None if value is None else read_instant(value, param.opts[0])


def _day_or_instant(_: click.Context, param: click.Parameter, value: str | None) -> dt.datetime | None:
    from callrules.calendars import Calendar
    from callrules.wire import read_moment

    return None if value is None else Calendar().starts(read_moment(value, param.opts[0]))


def _day(_: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    from callrules.wire.moments import read_day

    return None if value is None else read_day(value, param.opts[0])


at = click.option(
    "--at", metavar="INSTANT", callback=_instant, help="The moment, such as 2026-11-20T15:00:00Z; else now."
)
since = click.option(
    "--from", "since", metavar="DATE", callback=_day_or_instant, help="From that day on (UTC), or that instant."
)
until = click.option(
    "--until", metavar="DATE", callback=_day_or_instant, help="Until that day begins (UTC), or that instant; else now."
)
against_file = click.option("--against", metavar="OTHER.toml", help="Another playbook, to compare with.")
html_file = click.option("--html", metavar="FILE", help="Also write it as a page to look at, or to print.")
challenge = click.option(
    "--challenge", metavar="DATE", callback=_day, help="Compare five a day for thirty days, begun on that day."
)
as_json = click.option("--json", "as_json", is_flag=True, help="Answer for programs.")
influence_file = click.option(
    "--influence", "influence_file", metavar="FILE.json", help="Who moves whom; else the book's own influence.json."
)
playbook_file = click.option("--playbook", "playbook_file", metavar="FILE.toml", help="Your own playbook.")


def clock() -> dt.datetime:
    """Now. Nobody else in the library asks."""
    return dt.datetime.now(dt.UTC)


def open_playbook(path: str | None) -> Playbook:
    """The house rules, or those of a file."""
    from callrules.playbook import Playbook

    return Playbook.from_toml(path) if path else Playbook()


def print_json(answer: Any) -> None:
    """One JSON document on stdout."""
    from callrules.cli.lines import as_json

    click.echo(as_json(answer))


def failed(steps: Iterable[Step]) -> int:
    """The exit code: 3 where a rule failed for one of them."""
    codes = {because.code for step in steps for because in step.because}
    return RULE_FAILED if "rule_failed" in codes else ANSWERED


def warn(says: str) -> None:
    """One line on stderr."""
    from callrules.cli.lines import complain

    complain(says)


def is_for_people() -> bool:
    """Whether somebody is looking at a terminal that may be drawn on."""
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
