"""What became of the laws, at the end of a session: short where all hold, with a remedy where not."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import attrs
import pytest

from callrules.testing.judging.declared_lines import told_in_full, told_in_short
from callrules.testing.session.law_test import LawTest

COUNTED = {
    "broken": "broken",
    "explained": "broken with it",
    "not exercised": "not exercised",
    "known broken": "known broken",
    "relaxed": "relaxed",
    "warned": "only warned of",
    "not applicable": "not applicable",
}
"""Verdicts that need a word, the worst first, and what they are called beside a number."""
COLOURS = {"broken": "red", "holds": "green"} | dict.fromkeys(
    ("not exercised", "known broken", "explained", "warned"), "yellow"
)
RAREST = 3


@attrs.frozen
class Line:
    """A line of the table: a word in its colour, and what follows."""

    label: str
    rest: str
    colour: str | None = None
    indent: int = 2


def write_table(terminal: pytest.TerminalReporter, tests: Sequence[LawTest]) -> None:
    """Write the table below a title of its own."""
    catalogues = ", ".join(sorted({each.catalogue for each in tests}))
    terminal.write_sep("=", f"callrules: catalogue {catalogues}")
    for line in lines(tests, verbose=terminal.verbosity > 0):
        _write(terminal, line)


def lines(tests: Iterable[LawTest], *, verbose: bool = False) -> Iterator[Line]:
    """One line for a test whose laws all hold; for others (for all, if `verbose`) what is to know, and to do."""
    for judged in tests:
        yield _counts(judged)
        yield from (Line("rules:", each["rules"]) for each in judged.laws if "rules" in each)
        if verbose or any(_kind(each) != "holds" for each in judged.laws):
            yield from _details(judged, told_in_full if verbose else told_in_short)


def _write(terminal: pytest.TerminalReporter, line: Line) -> None:
    width = max(terminal.config.get_terminal_writer().fullwidth, 60)
    before = f"{' ' * line.indent}{line.label} "
    hang = " " * (line.indent + 2)
    said = textwrap.fill(line.rest, width, initial_indent=before, subsequent_indent=hang, break_on_hyphens=False)
    terminal.write(before, **({line.colour: True} if line.colour else {}))
    terminal.write_line(said.removeprefix(before))


def _counts(judged: LawTest) -> Line:
    counted = {kind: sum(1 for each in judged.laws if _kind(each) == kind) for kind in COUNTED}
    holds = len(judged.laws) - sum(counted.values())
    words = [
        f"{holds} hold" if holds != 1 else "1 holds",
        *(f"{n} {COUNTED[kind]}" for kind, n in counted.items() if n),
    ]
    led = f"{judged.cases} {'case' if judged.cases == 1 else 'cases'}, seed {judged.seed}, {judged.seconds:.1f} s"
    worst = next((kind for kind in COUNTED if counted[kind] and kind in COLOURS), "holds")
    return Line(judged.test, f"{', '.join(words)} ({led})", COLOURS[worst], indent=0)


def _kind(verdict: dict[str, Any]) -> str:
    """A law that holds and has a story only warns."""
    warned = verdict["outcome"] == "holds" and "story" in verdict
    return "warned" if warned else str(verdict["outcome"])


def _details(judged: LawTest, told: Callable[[Sequence[str]], str]) -> Iterator[Line]:
    yield Line("declares:", told(judged.declares))
    for kind in COUNTED:
        yield from _alike(kind, [each for each in judged.laws if _kind(each) == kind])
    yield from _moments(judged)


def _alike(kind: str, verdicts: list[dict[str, Any]]) -> Iterator[Line]:
    """Laws of one verdict; those with the same reason together."""
    for (says, remedy), same in groupby(sorted(verdicts, key=_reason), key=_reason):
        names = _names_of(kind, list(same))
        yield Line(f"{kind}:", f"{names}: {says}" if says else names, COLOURS.get(kind))
        if remedy:
            yield Line("remedy:", remedy, indent=4)


def _names_of(kind: str, verdicts: list[dict[str, Any]]) -> str:
    """Each by name; of those that another law explains only how many."""
    if kind == "explained":
        return f"{len(verdicts)} {'law' if len(verdicts) == 1 else 'laws'}"
    return ", ".join(
        each["law"] + (f" (case {each['first_case']})" if "first_case" in each else "") for each in verdicts
    )


def _reason(verdict: dict[str, Any]) -> tuple[str, str]:
    """Say what the law says, and the remedy; which moments were never reached has a line of its own."""
    says = "" if verdict["outcome"] == "not exercised" else verdict.get("says", "")
    return says, verdict.get("remedy", "")


def _moments(judged: LawTest) -> Iterator[Line]:
    """Say what the lives led never came to, and came to least often."""
    looked = [each for each in judged.laws if each["cases"] and each.get("moment", "any") != "any"]
    names = dict.fromkeys(each["moment"] for each in looked)
    reached = {name: max(each["lives"] for each in looked if each["moment"] == name) for name in names}
    never = [name for name, lives in reached.items() if not lives]
    rare = sorted((lives, name) for name, lives in reached.items() if lives)[:RAREST]
    if never:
        yield Line("moments never reached:", "; ".join(never), "yellow")
    if rare:
        yield Line("rarest moments:", "; ".join(f"{name} ({lives} of {judged.cases} cases)" for lives, name in rare))
