"""Stories and seconds, told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from making.markdown import table

from zoo.report.words import command, number, percentile, share

Json = dict[str, Any]
DECISIVE = (50, 90, 95, 100)
FEW, MOST_LAWS = 3, 5


def lines(stories: Json) -> list[int]:
    """How many lines each story has."""
    return [each["lines"] for each in stories["policies"].values()]


def seconds(stories: Json) -> list[float]:
    """How long each story took, from the start of the survey."""
    return [_in_all(each) for each in stories["policies"].values()]


def stories_told(stories: Json) -> Iterator[str]:
    """How short they are, and how soon they are there."""
    met = list(stories["policies"].values())
    yield "## The stories"
    yield (
        "Once a law is broken, what broke it is made as small as can be, and told. "
        f"{number(len(met), 'story', 'stories')}, one a policy, from seed 0. "
        "A story has one line for each fact, also for those that a law adds to ask what would be, "
        "and one for the moment at which the law is broken. "
        "The page that reads back as an example also names the contact and what was expected."
    )
    yield command("stories", stories["asked"])
    rows = [
        ("facts as they were met", *_spread([each["facts"][0] for each in met])),
        ("facts that are left", *_spread([each["facts"][1] for each in met])),
        ("lines of the story", *_spread(lines(stories))),
        ("lines of the page", *_spread([each["page"] for each in met])),
        ("seconds until the law broke", *_spread([each["seconds"][0] for each in met])),
        ("seconds to make it small", *_spread([each["seconds"][1] for each in met])),
        ("seconds in all", *_spread(seconds(stories))),
    ]
    yield table(("", "half of them, at most", "90 of 100", "95 of 100", "all"), rows)
    longest = (f"`{name}` ({each['lines']} lines)" for name, each in _most(stories, lambda each: each["lines"]))
    slowest = (f"`{name}` ({_in_all(each):.1f} s)" for name, each in _most(stories, _in_all))
    yield f"**Longest:** {', '.join(longest)}. **Slowest:** {', '.join(slowest)}."


def _in_all(each: Json) -> float:
    return sum(each["seconds"])


def _most(stories: Json, much: Callable[[Json], float]) -> list[tuple[str, Json]]:
    return sorted(stories["policies"].items(), key=lambda named: -much(named[1]))[:FEW]


def _spread(values: Sequence[float]) -> tuple[str, ...]:
    found = (percentile(values, each) for each in DECISIVE)
    return tuple(f"{each:.1f}" if isinstance(each, float) else str(each) for each in found)


def survey_told(survey: Json, machine: Json) -> Iterator[str]:
    """How long the house takes, and what takes it."""
    decisions, laws = survey["decisions"], survey["laws"]
    examples = survey["asked"]["examples"]
    yield "## The seconds"
    yield (
        f"All {len(laws)} laws that apply to the house, over {examples} lives, take "
        f"**{survey['seconds']:.1f} s** on one core, {survey['worked']:.1f} s of which it was at work "
        f"(Python {machine['python']})."
    )
    yield command("survey", survey["asked"])
    yield (
        f"The policy's own answers are {share(decisions['share'])} of it: {decisions['asked']:,} questions. "
        "The rest is leading the lives, and reading them plainly. "
        "Answers are remembered, so a law pays for those that it is the first to ask for:"
    )
    yield table(
        ("law", "of all seconds"), ((f"`{name}`", share(part)) for name, part in list(laws.items())[:MOST_LAWS])
    )
