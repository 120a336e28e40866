"""What a rule took from its surroundings when it was imported: clocks and dice asked before anybody listened."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any

from callrules.testing.catalogue.shared.ambient_input import CLOCKS, DICE, is_ambient
from callrules.testing.lives.own_code import module_read

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@lru_cache(maxsize=1024)
def asked_at_import(kind: type) -> str | None:
    """The clock or the dice on which an author's class rests since it was imported, and where: `today (a.py:9)`."""
    read = module_read(kind)
    if read is None:
        return None
    module, file, tree = read
    asked: dict[str, str] = {}
    for each in tree.body:
        called = next(_ambient_calls(each, vars(module)), None)
        found = f"{called} ({file.name}:{each.lineno})" if called else _first_of(each, asked)
        asked.update(dict.fromkeys(_bound(each), found) if found else {})
    return asked.get(kind.__qualname__.partition(".")[0])


def _first_of(statement: ast.stmt, asked: dict[str, str]) -> str | None:
    """The clock or the dice on which one of the names rests that a statement mentions."""
    names = (each.id for each in ast.walk(statement) if isinstance(each, ast.Name))
    return next((asked[name] for name in names if name in asked), None)


def _bound(statement: ast.stmt) -> list[str]:
    """The names that a statement gives a meaning."""
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return [statement.name]
    return [each.id for each in ast.walk(statement) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]


def _ambient_calls(node: ast.AST, known: dict[str, Any]) -> Iterator[str]:
    """Yield the clocks and dice that are asked while a statement is run, not when a function of it is called."""
    if isinstance(node, ast.Call) and (name := _ambient_name(node.func, known)):
        yield name
    inner = ast.iter_child_nodes(node)
    if isinstance(node, FUNCTIONS):
        inner = iter([node.args, *getattr(node, "decorator_list", ())])
    for each in inner:
        yield from _ambient_calls(each, known)


def _ambient_name(function: ast.expr, known: dict[str, Any]) -> str | None:
    """The name of that function, where it is a clock's or dice's."""
    root, _, path = ast.unparse(function).partition(".")
    try:
        called = attrgetter(path)(known[root]) if path else known[root]
    except (AttributeError, KeyError):
        return None
    name = "" if isinstance(called, type) else getattr(called, "__name__", "")
    return name if name in CLOCKS | DICE and is_ambient(called) else None
