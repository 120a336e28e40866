"""The verdicts of a session, gathered from its reports: they come from here, or from xdist's workers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest


@attrs.frozen(kw_only=True)
class Judged:
    """One test of laws: what it is held to, and the verdict on each law, as `Judgement.as_json` tells them."""

    test: str
    declares: list[str]
    seed: int
    catalogue: str
    laws: list[dict[str, Any]] = attrs.field(factory=list)

    def of(self, *outcomes: str) -> list[dict[str, Any]]:
        """The verdicts of these kinds."""
        return [each for each in self.laws if each["outcome"] in outcomes]

    @property
    def cases(self) -> int:
        """How many lives were led, at most."""
        return max((each["cases"] for each in self.laws), default=0)

    @property
    def seconds(self) -> float:
        """How long its longest survey took."""
        return max((each["seconds"] for each in self.laws), default=0.0)


@attrs.define(eq=False)
class Gathered:
    """A plugin of one session: hears the reports, and tells what they say when all is over."""

    config: pytest.Config
    _verdicts: dict[str, dict[str, Any]] = attrs.field(factory=dict)

    @property
    def tests(self) -> tuple[Judged, ...]:
        """Each test of laws, in the order heard."""
        tests: dict[str, Judged] = {}
        for item, said in self._verdicts.items():
            test = item.rpartition("[")[0]
            tests.setdefault(test, Judged(test=test, **said["callrules-trial"])).laws.append(said["callrules"])
        return tuple(tests.values())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a verdict; of an item that ran again, the last one."""
        said = dict(_ours(report))
        if report.when == "call" and "callrules" in said:
            self._verdicts[report.nodeid] = said

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """Write the report, where one was asked for."""
        if self.report and not self.config.getoption("collectonly"):
            from callrules.testing.law_report import write_report  # noqa: PLC0415 - only when there is something to tell

            write_report(self.report, self.tests)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The closing table."""
        if self._verdicts and terminalreporter.verbosity > -2:  # noqa: PLR2004 - `-qq` asks for silence
            from callrules.testing.closing_table import write_table  # noqa: PLC0415 - as above

            write_table(terminalreporter, self.tests)
        if self.report and self.report.exists():
            terminalreporter.write_line(f"every verdict is in {self.config.getoption('callrules_report')}")

    @property
    def report(self) -> Path | None:
        """The file for programs, if one was asked for."""
        name = self.config.getoption("callrules_report")
        return self.config.invocation_params.dir / name if name else None


def _ours(report: pytest.TestReport) -> Iterator[tuple[str, Any]]:
    for name, value in report.user_properties:
        if name.startswith("callrules") and isinstance(value, dict):
            yield name, value
