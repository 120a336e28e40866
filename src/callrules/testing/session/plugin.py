"""The pytest plugin: options, a marker, what versions and rules say at the head, and the verdicts at the end.

Every pytest session loads it, so that whatever takes time is imported when the first law was judged.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from callrules.deciding.fingerprints import environment
from callrules.testing.judging.declared_lines import spelled, told_in_short
from callrules.testing.session.verdicts import Verdicts
from callrules.testing.session.zone_source import zone_source

MARKER = "callrules: a law that a calling policy is held to; set by `callrules.testing.laws`"
INI = "callrules_examples"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of the group "callrules", and the ini option."""
    add = parser.getgroup("callrules", "laws for calling policies (callrules)").addoption
    add("--callrules-examples", type=_some, metavar="N", help=f"lives led in a survey (100, or the ini option {INI})")
    add("--callrules-seed", type=_whole, metavar="N", help="the seed from which lives are thrown (0)")
    add("--callrules-pin", action="store_true", help="keep each counterexample as a file, looked at first from then on")
    add("--callrules-strict", action="store_true", help="a law that was not exercised, or only warns, fails")
    add("--callrules-report", metavar="FILE", help="write every verdict, and what it hangs on, as JSON")
    add("--callrules-stories", metavar="DIR", help="write each counterexample's story there, as .txt and as .svg")
    parser.addini(INI, f"lives led in a survey, unless --{INI.replace('_', '-')} or the test says how many")


def _whole(given: str) -> int:
    if not (given.isascii() and given.isdecimal()):
        raise argparse.ArgumentTypeError(f"found {given!r}, expected a whole number such as 0 or 100")
    return int(given)


def _some(given: str) -> int:
    if _whole(given) == 0:
        raise argparse.ArgumentTypeError("found 0, expected at least 1: no law is exercised in no life")
    return int(given)


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker and what gathers the verdicts. Raises `UsageError` for what cannot be meant."""
    config.addinivalue_line("markers", MARKER)
    for error in _unusable(config):
        raise pytest.UsageError(error)
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Verdicts(config), "callrules-gathered")


def _unusable(config: pytest.Config) -> Iterator[str]:
    """An ini option that is no number, a file that is a folder, and the other way round."""
    try:
        _some(config.getini(INI) or "1")
    except argparse.ArgumentTypeError as error:
        yield f"ini option {INI}: {error}"
    here = config.invocation_params.dir
    report, stories = config.getoption("callrules_report"), config.getoption("callrules_stories")
    if report is not None and (not report or Path(here, report).is_dir()):
        yield f"--callrules-report: found {report or 'nothing'!r}, expected a file to write, such as laws.json"
    if stories is not None and (not stories or Path(here, stories).is_file()):
        yield f"--callrules-stories: found {stories or 'nothing'!r}, expected a folder to write into"


def pytest_report_header() -> str:
    """Which versions answer here, and whose zones: a verdict may hang on them."""
    return f"{environment()} ({zone_source()})"


def pytest_report_collectionfinish(config: pytest.Config, items: Sequence[pytest.Item]) -> list[str]:
    """Show what the policies under test declare: this decides which laws apply, and with which numbers.

    Not with `-q`.
    """
    declares: dict[str, list[str]] = {}
    for item in items if config.option.verbose >= 0 else ():
        if trial := _trial_of(item):
            declares[item.nodeid.rpartition("[")[0]] = spelled(trial.declared)
    return [f"callrules: {test} declares {told_in_short(said)}" for test, said in declares.items()]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the laws, so that `-m callrules` finds them."""
    if _trial_of(item):
        item.add_marker("callrules")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The summary at the end names what is broken in one line, also where pytest would repeat the whole story (CI)."""
    report = yield
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash and _trial_of(item):
        crash.message = crash.message.partition("\n")[0]
    return report


def _trial_of(item: pytest.Item) -> Any:
    """Give what `laws` hangs on a test; `None` for other tests."""
    trial = getattr(getattr(item, "function", None), "trial", None)
    known = getattr(sys.modules.get("callrules.testing.judging.trial"), "Trial", ())
    return trial if isinstance(trial, known) else None
