"""Where in an author's own code something happened: file, line and function."""

from __future__ import annotations

import datetime as dt
import enum
import linecache
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import FrameType, TracebackType

import attrs

import callrules

OURS = str(Path(callrules.__file__).resolve().parent)
NOT_THEIRS = (OURS, *(str(Path(sysconfig.get_path(each)).resolve()) for each in ("stdlib", "purelib", "platlib")))
TESTING = str(Path(OURS, "testing"))
PLAIN = (str, int, float, dt.date, enum.Enum, type(None))
A_WORD = 40


@attrs.frozen
class Place:
    """A line of code, and what the function was given that could be told in a word."""

    file: str
    line: int
    function: str
    given: tuple[tuple[str, str], ...] = ()

    @property
    def says(self) -> str:
        """`rules.py:31, in permits`."""
        return f"{self.file}:{self.line}, in {self.function}"

    @property
    def code(self) -> str:
        """The line itself."""
        return linecache.getline(str(Path(self.file).absolute()), self.line).strip()


def place_of(error: BaseException) -> Place | None:
    """Find where it was raised: the author's line nearest to it; where it has a cause, nearest to that."""
    cause = error.__cause__ or error
    steps = list(_steps(cause.__traceback__))
    return _nearest(steps[::-1]) or (place_of(cause) if error.__cause__ else None)


def place_above(frame: FrameType | None) -> Place | None:
    """The author's line nearest to that frame, going up to whoever asked."""
    frames: list[tuple[FrameType, int]] = []
    while frame is not None and not frame.f_code.co_filename.startswith(TESTING):
        frames.append((frame, frame.f_lineno))
        frame = frame.f_back
    return _nearest(frames)


def _steps(trace: TracebackType | None) -> Iterable[tuple[FrameType, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _nearest(frames: Sequence[tuple[FrameType, int]]) -> Place | None:
    theirs = ((frame, line) for frame, line in frames if _is_theirs(frame.f_code.co_filename))
    return next((_place(frame, line) for frame, line in theirs), None)


def _is_theirs(file: str) -> bool:
    return not file.startswith("<") and not str(Path(file).resolve()).startswith(NOT_THEIRS)


def _place(frame: FrameType, line: int) -> Place:
    code = frame.f_code
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    words = ((each, repr(frame.f_locals[each])) for each in names if isinstance(frame.f_locals.get(each, ()), PLAIN))
    given = tuple((name, word) for name, word in words if len(word) <= A_WORD)
    return Place(_short(code.co_filename), line, code.co_name, given)


def _short(file: str) -> str:
    path, here = Path(file).resolve(), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
