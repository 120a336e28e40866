"""The verdicts of a session, gathered from its reports: they come from here, or from xdist's workers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from callrules.testing.session.law_test import LawTest


class Verdicts:
    """A plugin of one session: hears the reports, and tells what they say when all is over."""

    def __init__(self, config: pytest.Config) -> None:
        """Nothing was heard yet."""
        self.config = config
        self._verdicts: dict[str, dict[str, Any]] = {}

    @property
    def tests(self) -> tuple[LawTest, ...]:
        """Each test of laws, in the order heard."""
        from callrules.testing.session.law_test import LawTest  # noqa: PLC0415 - only when there is something to tell

        tests: dict[str, LawTest] = {}
        for item, said in self._verdicts.items():
            test = item.rpartition("[")[0]
            tests.setdefault(test, LawTest(test=test, **said["callrules-trial"])).laws.append(said["callrules"])
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
            from callrules.testing.session.law_report import write_report  # noqa: PLC0415 - only when there is something to tell

            write_report(self.report, self.tests)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The closing table."""
        if self._verdicts and terminalreporter.verbosity > -2:  # noqa: PLR2004 - `-qq` asks for silence
            from callrules.testing.session.closing_table import write_table  # noqa: PLC0415 - as above

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
