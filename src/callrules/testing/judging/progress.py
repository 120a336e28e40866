"""A survey takes a while before its first item reports: how far it is, shown where somebody looks on."""

from __future__ import annotations

import contextlib
import sys
import time

import attrs
import pytest

from callrules.testing.judging.survey import Progress

OFTEN = 0.5
"""Seconds between two words."""


def progress_on(config: pytest.Config, examples: int) -> Progress | None:
    """Tells how many of so many lives were led; `None` where nobody looks on: in a worker, a pipe or with `-q`."""
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    if hasattr(config, "workerinput") or terminal is None or terminal.verbosity < 0 or not terminal.isatty:
        return None
    return _Shown(config, examples)


@attrs.define
class _Shown:
    """Words after what stands on the line already; they are taken back when the last life was led."""

    config: pytest.Config
    examples: int
    _shown: str = ""
    _last: float = attrs.field(factory=time.monotonic)

    def __call__(self, led: int) -> None:
        if led >= self.examples:
            self._say("")
        elif time.monotonic() - self._last >= OFTEN:
            self._last = time.monotonic()
            self._say(f" callrules: {led}/{self.examples} lives")

    def _say(self, words: str) -> None:
        words = words if self._has_room(words) else ""
        if words == self._shown:
            return
        back = "\b" * len(self._shown)
        with self._uncaptured():
            sys.stdout.write(f"{back}{' ' * len(self._shown)}{back}{words}")
            sys.stdout.flush()
        self._shown = words

    def _has_room(self, words: str) -> bool:
        writer = self.config.get_terminal_writer()
        return writer.width_of_current_line + len(words) < writer.fullwidth

    def _uncaptured(self) -> contextlib.AbstractContextManager[None]:
        capture = self.config.pluginmanager.get_plugin("capturemanager")
        return capture.global_and_fixture_disabled() if capture else contextlib.nullcontext()
