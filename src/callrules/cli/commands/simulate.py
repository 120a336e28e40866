"""`callrules simulate`: what the rules would do with imagined answers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from callrules.cli.options import (
    against_file,
    as_json,
    at,
    clock,
    html_file,
    open_playbook,
    playbook_file,
    print_json,
)

if TYPE_CHECKING:
    from callrules.calendars import Calendar
    from callrules.desk.left_out import Person
    from callrules.desk.simulating.simulating import Simulated
    from callrules.desk.simulating.working import Plan
    from callrules.playbook import Playbook


@click.command("simulate")
@click.argument("book")
@at
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True, help="How many days.")
@click.option("--most", type=click.IntRange(1, 1000), default=5, show_default=True, help="How many calls a day.")
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Of the dice.")
@click.option("--runs", type=click.IntRange(1, 100), default=1, show_default=True, help="How many rolls of the dice.")
@click.option("--answers", metavar="FILE.toml", help="How people answer: your numbers in place of ours.")
@against_file
@html_file
@as_json
@playbook_file
def command(
    book: str, *, at: dt.datetime | None, days: int, most: int, seed: int, runs: int, answers: str | None,
    against: str | None, html: str | None, as_json: bool, playbook_file: str | None,
) -> int:  # fmt: skip
    """Work a book day by day with imagined answers: calls, conversations, who is pestered or forgotten.

    With --against, two playbooks meet the same people and the same dice. Nothing is written into the book.
    """
    from callrules.cli.book.reading import Book
    from callrules.desk.simulating.answering import HowPeopleAnswer
    from callrules.desk.simulating.model_files import read_model
    from callrules.desk.simulating.simulation_page import simulation_page
    from callrules.desk.simulating.working import Plan
    from callrules.desk.simulating.written import write_simulated

    playbook, other, opened = open_playbook(playbook_file), open_playbook(against) if against else None, Book(book)
    model, people = read_model(answers) if answers else HowPeopleAnswer(), list(opened.people())
    opened.tell()
    desk = _desk(people)
    plan = Plan(start=desk.day(at or clock()), days=days, most=most, model=model, seed=seed, desk=desk)
    one, two = _runs(playbook, people, plan, runs), _runs(other, people, plan, runs) if other else []
    if as_json:
        print_json(write_simulated(one, two))
    else:
        from callrules.cli.screen.tables import show
        from callrules.desk.simulating.tables import heading, tables

        show(heading(one), tables(one, two))
    if html:
        from callrules.cli.screen.write_page import write_page

        write_page(html, simulation_page(one, two), aside=as_json)
    return 0


def _desk(people: list[Person]) -> Calendar:
    """The desk works on the clock on which most of the people are."""
    from collections import Counter

    from callrules.calendars import Calendar, calendar_of

    zones = Counter(calendar_of(contact).zone for contact, _ in people)
    return Calendar(zone=max(zones, key=lambda zone: (zones[zone], zone.key))) if zones else Calendar()


def _runs(playbook: Playbook, people: list[Person], plan: Plan, runs: int) -> list[Simulated]:
    import attrs

    from callrules.cli.commands.today import undisturbed
    from callrules.cli.screen.drawing import progress
    from callrules.desk.simulating.simulating import simulate

    seeds = progress(range(plan.seed, plan.seed + runs), runs, "simulating")
    with undisturbed():
        return [simulate(playbook, people, attrs.evolve(plan, seed=seed)) for seed in seeds]
