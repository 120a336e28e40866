"""What a decision takes from its surroundings: clocks, dice and files it asks while it answers."""

from __future__ import annotations

import gc
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from callrules.testing.author_places import Place, place_above

CLOCKS = frozenset(
    {"now", "utcnow", "today", "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "localtime", "gmtime"}
)
DICE = frozenset({"random", "getrandbits", "urandom", "randbytes"})
FILES = frozenset({"open", "stat", "lstat", "listdir", "scandir", "connect", "getaddrinfo"})
ASKED = CLOCKS | DICE | FILES | {"hash"}
HOMES = frozenset({"time", "datetime", "_random", "random", "posix", "os", "nt", "io", "_io", "_socket", "_sqlite3"})
SHARED: random.Random = getattr(random, "_inst", random.Random())  # noqa: S311 - no secret
"""The dice of the module, which anybody throws; dice with a seed of their own fall alike everywhere."""
ASIDE = (
    "logging", "warnings", "linecache", "zoneinfo", "importlib", "_frozen_importlib", "tzdata", "pkgutil", "gettext",
    "locale", "encodings",
)  # fmt: skip
"""Modules that may look aside: what they find decides nothing, or is loaded once."""
FAR_AWAY = {"TZ": "Pacific/Kiritimati", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "USER": "somebody"}


def ambient_places(answer: Callable[[], Any]) -> set[str]:
    """The clocks, dice and files asked while `answer` runs, and the author's line: `datetime.now (rule.py:7, in due)`.

    Not what loggers ask. `hash` counts as dice: of a text it differs from process to process.
    """
    return {f"{name} ({place.says})" if place else name for name, place in _calls(answer)}


def _calls(answer: Callable[[], Any]) -> list[tuple[str, Place | None]]:
    found: list[tuple[str, Place | None]] = []

    def look(frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call" or getattr(called, "__name__", "") not in ASKED:
            return
        if is_ambient(called) and not _is_aside(frame):
            name = f"{_home(called)}.{called.__name__}"
            sys.setprofile(None)
            found.append((name, place_above(frame)))
            sys.setprofile(look)

    with _undisturbed():
        sys.setprofile(look)
        answer()
    return found


@contextmanager
def elsewhere() -> Iterator[None]:
    """As if on a machine far away: another zone, another language, and nothing else in the environment."""
    before = dict(os.environ)
    _surround(FAR_AWAY)
    try:
        yield
    finally:
        _surround(before)


def _surround(environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Nothing collected meanwhile, for collectors of others may look at clocks; the profiler as it was after."""
    before, collects = sys.getprofile(), gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        sys.setprofile(before)
        if collects:
            gc.enable()


def is_ambient(called: Any) -> bool:
    """Whether a function that is called like one of these is one of them: `today` may be a word of the author's."""
    owner = getattr(called, "__self__", None)
    if isinstance(owner, random.Random):
        return isinstance(owner, random.SystemRandom) or owner is SHARED
    if called is hash or getattr(called, "__module__", None) in HOMES:
        return True
    home = getattr(owner, "__module__", None) or getattr(owner, "__name__", None)
    return home in HOMES or owner is time


def _home(called: Any) -> str:
    owner = getattr(called, "__self__", None)
    if isinstance(owner, random.Random):
        return "random"
    return str(getattr(owner, "__name__", None) or getattr(called, "__module__", "?"))


def _is_aside(frame: FrameType | None) -> bool:
    """Whether it is asked by a module that looks aside, or for the sake of a set or a dict."""
    if frame is not None and frame.f_code.co_name == "__hash__":
        return True
    for _ in range(6):
        if frame is None:
            return False
        if str(frame.f_globals.get("__name__", "")).startswith(ASIDE):
            return True
        frame = frame.f_back
    return False
