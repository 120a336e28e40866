"""A briefing on the screen, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from callrules.desk.briefing import Briefing


def written_briefing(told: Briefing) -> dict[str, Any]:
    """The briefing as plain JSON: the step, the script of the call, and each part of the page."""
    from callrules.desk.briefing_lines import sections, standing
    from callrules.wire import write_moment, write_script, write_step

    path = told.introduction
    return {
        "contact": told.contact.id,
        "at": write_moment(told.at),
        "step": write_step(told.step, told.at),
        "call": write_step(told.call, told.at) if told.call else None,
        "standing": standing(told),
        "missing": list(told.missing),
        "introduction": {"path": list(path.people), "strength": float(path.strength)} if path else None,
        "script": write_script(told.script),
        "sections": [{"name": each.name, "title": each.title, "lines": list(each.lines)} for each in sections(told)],
    }


def show_briefing(told: Briefing) -> None:
    """Print the page as titled lines."""
    from callrules.cli.lines import say
    from callrules.cli.screen.drawing import heading as headed
    from callrules.desk.briefing_lines import heading, sections, standing
    from callrules.redaction import on_one_line

    called, about = heading(told)
    headed(on_one_line(called))
    say(about)
    if standing(told):
        say(str(standing(told)))
    for section in sections(told):
        headed(f"\n{section.title}")
        for line in section.lines:
            click.echo(_folded(line))


def _folded(line: str) -> str:
    import textwrap

    return textwrap.fill(line, 78, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
