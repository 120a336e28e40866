"""What a decision takes from its surroundings: clocks and dice it asks while it answers."""

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

CLOCKS = frozenset(
    {"now", "utcnow", "today", "time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "localtime", "gmtime"}
)
DICE = frozenset({"random", "getrandbits", "urandom", "randbytes"})
HOMES = frozenset({"time", "datetime", "_random", "random", "posix", "os", "nt"})
LOGGING = "logging"
FAR_AWAY = {"TZ": "Pacific/Kiritimati", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "USER": "somebody"}


def ambient_input(answer: Callable[[], Any]) -> set[str]:
    """The clocks and dice that were asked while `answer` ran, such as `datetime.now`; what a logger asks aside."""
    found: set[str] = set()

    def look(frame: FrameType, event: str, called: Any) -> None:
        if event != "c_call" or getattr(called, "__name__", "") not in CLOCKS | DICE:
            return
        if _is_ambient(called) and not _is_logged(frame):
            found.add(f"{_home(called)}.{called.__name__}")

    with _undisturbed():
        sys.setprofile(look)
        answer()
    return found


@contextmanager
def elsewhere() -> Iterator[None]:
    """As if on a machine far away: another zone, another language, and nothing else in the environment."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(FAR_AWAY)
    _set_zone()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        _set_zone()


def _set_zone() -> None:
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


def _is_ambient(called: Any) -> bool:
    owner = getattr(called, "__self__", None)
    if isinstance(owner, random.Random) or getattr(called, "__module__", None) in HOMES:
        return True
    home = getattr(owner, "__module__", None) or getattr(owner, "__name__", None)
    return home in HOMES or owner is time


def _home(called: Any) -> str:
    owner = getattr(called, "__self__", None)
    if isinstance(owner, random.Random):
        return "random"
    return str(getattr(owner, "__name__", None) or getattr(called, "__module__", "?"))


def _is_logged(frame: FrameType | None) -> bool:
    for _ in range(6):
        if frame is None:
            return False
        if str(frame.f_globals.get("__name__", "")).startswith(LOGGING):
            return True
        frame = frame.f_back
    return False
