"""The first screen: each question, what was found, what was wanted, and where to read how it was measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from making.markdown import table

from zoo.report import caught_lines as caught
from zoo.report.generator_lines import worth
from zoo.report.law_lines import alone
from zoo.report.speed_lines import lines, seconds
from zoo.report.words import names, number, percentile
from zoo.runs import HELD

Json = dict[str, Any]
SENTENCE = re.compile(r"^(?![#|`<>*-])(.+?[.:])(?=\s|$)", re.MULTILINE)


def answers(figures: Json) -> Iterator[str]:
    """The answer in a sentence; then what was asked, found and wanted, of the parts that were measured."""
    if {"kills", "herd"} <= figures.keys():
        yield _in_short(figures["kills"], figures["herd"])
    rows = [row for part, told in ANSWERS.items() if part in figures for row in told(figures[part])]
    yield table(("question", "found", "wanted", "measured with"), rows)
    yield (
        "Every `--part` above is an option of `PYTHONPATH=tests:docs python -m zoo.report measure`; the "
        "sections below say how "
        "much of it was measured. `PYTHONPATH=tests:docs python -m zoo.report write` writes this page from "
        "what was found."
    )


def _in_short(kills: Json, herd: Json) -> str:
    runs, most, wrong = caught.cases(kills), kills["asked"]["examples"], len(caught.accused(herd))
    return (
        f"**Broken policies are caught in {caught.within(kills, most)} of {len(runs):,} runs. "
        f"Lawful ones are accused {number(wrong, 'time')} in {caught.of_the_herd(herd):,} lives.** "
        "How far that goes, and [what it does not show](#what-this-does-not-show):"
    )


def _kills(kills: Json) -> Iterator[tuple[str, ...]]:
    runs, most = caught.cases(kills), kills["asked"]["examples"]
    away, rare = caught.got_away(kills), caught.seldom(kills)
    link, enough = "[`--part kills`](#the-zoo)", len(kills["policies"]) - len(rare)
    soon, late = caught.within(kills, 100), caught.within(kills, most)
    found = f"{late} of {len(runs):,} runs within {most} lives, {soon} within 100"
    yield "Are broken policies caught?", found, "99 % within 500", link
    yield "Does somebody always get away?", names(away, 3), "nobody", link
    yield "By at least 8 of 10 seeds?", f"{enough} of {len(kills['policies'])} policies", "all", link


def _herd(herd: Json) -> Iterator[tuple[str, ...]]:
    wrong = number(len(caught.accused(herd)), "time")
    yield (
        "Are lawful ones accused?",
        f"{wrong} in {caught.of_the_herd(herd):,} lives",
        "never in 50,000",
        "[`--part herd`](#the-herd)",
    )


def _matrix(matrix: Json) -> Iterator[tuple[str, ...]]:
    found = f"{len(alone(matrix))} of {len(HELD)} catch somebody whom no other does"
    yield "Does each law earn its place?", found, "all, or named below", "[`--part matrix`](#the-laws)"


def _ablation(ablation: Json) -> Iterator[tuple[str, ...]]:
    less, of = worth(ablation)
    link = "[`--part ablation`](#what-makes-lives-telling)"
    yield "Does each feature of the lives count?", f"{less} of {of} lose somebody when they go", "all", link


def _stories(stories: Json) -> Iterator[tuple[str, ...]]:
    link = "[`--part stories`](#the-stories)"
    yield (
        "Are the stories short?",
        f"half have {number(int(percentile(lines(stories), 50)), 'line')} or fewer",
        "6 lines",
        link,
    )
    yield "Do they come soon?", f"95 of 100 within {percentile(seconds(stories), 95):.1f} s", "15 s", link


def _survey(survey: Json) -> Iterator[tuple[str, ...]]:
    found = f"{survey['seconds']:.1f} s for {survey['asked']['examples']} lives of the house"
    yield "Is it quick enough to run each time?", found, "20 s", "[`--part survey`](#the-seconds)"


def _mutants(mutants: Json) -> Iterator[tuple[str, ...]]:
    first = SENTENCE.search(mutants["text"])
    yield "Do our own tests notice changed code?", first[1] if first else "see below", "", "[mutants](#the-mutants)"


ANSWERS: dict[str, Callable[[Json], Iterator[tuple[str, ...]]]] = {
    "kills": _kills,
    "herd": _herd,
    "matrix": _matrix,
    "ablation": _ablation,
    "stories": _stories,
    "survey": _survey,
    "mutants": _mutants,
}
"""What answers the first questions from each part."""
