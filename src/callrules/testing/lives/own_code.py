"""Reading the code of a rule: the function behind a method, what it encloses, and the constants that mean nothing."""

from __future__ import annotations

import ast
import dis
import functools
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any


def module_read(kind: type) -> tuple[ModuleType, Path, ast.Module] | None:
    """The module in which a class was written, its file, and what stands there; `None` where no file can be read."""
    module = sys.modules.get(kind.__module__)
    file = Path(getattr(module, "__file__", None) or "")
    try:
        return (module, file, ast.parse(file.read_text(encoding="utf-8"))) if module else None
    except (OSError, SyntaxError, ValueError):
        return None


def plain_function(value: Any) -> FunctionType | None:
    """The function behind a method, a property or a partial one; `None` where there is none."""
    if isinstance(value, property):
        value = value.fget
    elif isinstance(value, (functools.partial, functools.cached_property)):
        value = value.func
    elif isinstance(value, (staticmethod, classmethod, MethodType)):
        value = value.__func__
    return value if isinstance(value, FunctionType) else None


def enclosed_in(function: FunctionType) -> Iterator[Any]:
    """The values that a function encloses."""
    for cell in function.__closure__ or ():
        try:
            yield cell.cell_contents
        except ValueError:
            continue


def argument_names(code: CodeType) -> list[Any]:
    """The constants that are names of arguments: the code calls by them, and keeps to none."""
    lines = list(dis.get_instructions(code))
    before = [line.argval for line, after in pairwise(lines) if after.opname == "CALL_KW"]
    return [each for each in before if isinstance(each, tuple)] + [
        code.co_consts[line.arg or 0] for line in lines if line.opname == "KW_NAMES"
    ]
