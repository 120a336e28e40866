"""A replay as one HTML page that needs nothing else, with the stories of some people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from callrules.desk.html_page import figure, page, part, table
from callrules.desk.replay.replaying import Replay, Story
from callrules.desk.replay.side_by_side import SideBySide
from callrules.desk.replay.tables import called, heading, tables, tables_of_both
from callrules.desk.replay.verdicts import VERDICTS, Judged
from callrules.desk.table import Table
from callrules.pictures.bars_picture import Bar, bars_picture
from callrules.pictures.timeline import timeline

TITLE = "What the rules would have said"


def replay_page(seen: Replay) -> str:
    """The page of one replay as HTML: light and dark, narrow and wide, and on paper."""
    bars = [Bar(called(name), seen.verdicts[name]) for name in VERDICTS if seen.verdicts[name]]
    picture = figure(bars_picture("Each call, by verdict", bars))
    return page(TITLE, heading(seen), [*_parts(tables(seen), picture), *map(_story, seen.stories)])


def side_by_side_page(both: SideBySide) -> str:
    """The page of two playbooks on the same calls."""
    bars = [Bar(called(name), both.one.verdicts[name], both.other.verdicts[name]) for name in VERDICTS]
    shown = [bar for bar in bars if bar.value or bar.other]
    picture = figure(bars_picture("Each call, by verdict of both", shown, ("this one", "the other")))
    stories = map(_story, both.other.stories)
    about = f"{heading(both.one)}; by the other playbook: {heading(both.other)}"
    return page(TITLE, about, [*_parts(tables_of_both(both), picture), *stories])


def _parts(told: Iterable[Table], picture: str) -> Iterator[str]:
    for each in told:
        inner = (picture if each.name == "verdicts" else "") + table(each.rows, each.heads)
        yield part(each.title, inner, f"{each.name} wide" if each.name == "verdicts" else each.name, each.below)


def _story(story: Story) -> str:
    told = timeline(story.contact, story.history, against=dict(_why_not(story.judged)))
    below = f"{story.against} of {len(story.judged)} calls against the rules"
    return part(told.title, figure(told.svg()), "story long", below)


def _why_not(judged: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """Yield the verdict on each call against the rules, with its sentence where the verdict is a new one."""
    before = None
    for each in judged:
        if not each.agreed:
            says = "" if each.verdict == before else f" ({each.because.says})"
            yield each.call.key, f"{called(each.verdict)}{says}"
        before = each.verdict
