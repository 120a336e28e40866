"""`callrules demo`: a small book of its own, worked for three weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from callrules.cli.options import as_json, failed, print_json

if TYPE_CHECKING:
    from callrules.cli.demo.host import Day, Entry, Host
    from callrules.pictures.timeline import Timeline

HEADLINE = "{} people, three weeks, one seller in London who rings five a day at most."
HOW_TO_READ = """\
The people and their answers are invented; whom to ring, when and why is what the library answers.
Read: the day, what (calls by the clock there), with whom, why → how it ended.
"""


@click.command("demo")
@click.option("--svg", metavar="FILE", help="Also write the timeline at the end as a picture.")
@as_json
def command(*, svg: str | None, as_json: bool) -> int:
    """A small book of its own, worked for three weeks: whom to ring, when, why, and how it ended."""
    from callrules.cli.demo.host import Host
    from callrules.cli.demo.people import setting
    from callrules.cli.screen.write_svg import write_picture
    from callrules.playbook import Playbook

    host = Host(setting(), Playbook())
    days = list(host.days())
    story = host.story()
    if as_json:
        _print_for_programs(host, days)
    else:
        _print_for_people(host, days, story, svg)
    if svg:
        write_picture(svg, story, aside=as_json)
    return failed(entry.after for day in days for entry in day.entries)


def _print_for_people(host: Host, days: Sequence[Day], story: Timeline, svg: str | None) -> None:
    from callrules.cli.demo.briefing import in_short
    from callrules.cli.demo.lines import lines
    from callrules.cli.demo.score import score, sentences
    from callrules.cli.demo.screen import show_lines
    from callrules.cli.screen.drawing import heading, table

    heading(HEADLINE.format(len(host.book)))
    click.echo(HOW_TO_READ)
    show_lines(list(lines(days, [contact for contact, _ in host.book])))
    heading("\nWhat was said, in the library's words")
    for title, words in host.spoken(days):
        click.echo(f"  {title}\n    {' '.join(words.split())}")
    red_phone = host.briefing(days)
    if red_phone:
        heading("\nThe page before a red-phone call")
        for line in in_short(red_phone):
            click.echo(f"  {line}")
    heading("\nThe goodbye, in the library's words")
    click.echo(_indented(host.goodbye(days)))
    heading("\nAfter three weeks")
    table([list(each) for each in sentences(score(days, host.book))], bold=0)
    heading("\nOne story from its beginning, by the clock there")
    click.echo(_indented(str(story)))
    click.echo("" if svg else "\nAs a picture: callrules demo --svg FILE. With your own people: callrules today BOOK")


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.splitlines() if line)


def _print_for_programs(host: Host, days: Sequence[Day]) -> None:
    from callrules.cli.demo.score import figures, score

    told = [{"date": day.date.isoformat(), "deeds": [_written(entry) for entry in day.entries]} for day in days]
    print_json({"days": told, "score": figures(score(days, host.book))})


def _written(entry: Entry) -> dict[str, Any]:
    from callrules.cli.screen.briefings import written_briefing
    from callrules.wire import write_fact, write_moment, write_script, write_step, write_verdict

    return {
        "at": write_moment(entry.at),
        "contact": entry.contact.id,
        "step": write_step(entry.step, entry.at) if entry.step else None,
        "may_call": write_verdict(entry.verdict) if entry.verdict else None,
        "ended": entry.ended,
        "text": entry.text,
        "script": write_script(entry.script) if entry.script else None,
        "briefing": written_briefing(entry.briefing) if entry.briefing else None,
        "facts": [write_fact(each) for each in entry.facts],
        "next": write_step(entry.after, entry.at),
    }
