"""The order of a set, which is another one in each process: an author's code is asked as if it was turned round."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from itertools import chain
from types import CodeType, FunctionType
from typing import Any

from callrules.testing.lives.own_code import module_read, plain_function

TURNED = "__callrules_turned__"
"""The name by which turned code calls `turned`."""
IN_ORDER = frozenset(
    {
        "chain", "dict", "enumerate", "extend", "filter", "format", "from_iterable", "fromkeys", "islice", "iter",
        "join", "list", "map", "max", "min", "reduce", "repr", "sorted", "str", "tuple", "zip",
    }
)  # fmt: skip
"""The functions whose result hangs on the order of what they are given."""
STEADY = (int, float, complex, type(None))
"""What has the same hash in each process."""


class _FromTheOtherEnd:
    """A set that is gone through the other way round."""

    order: list[Any]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.order)


class _Set(_FromTheOtherEnd, set[Any]):
    pass


class _FrozenSet(_FromTheOtherEnd, frozenset[Any]):
    pass


KINDS: dict[type, type] = {set: _Set, frozenset: _FrozenSet}


def turned(value: Any) -> Any:
    """A set whose order hangs on the process the other way round; everything else as it is."""
    if type(value) not in KINDS or all(isinstance(each, STEADY) for each in value):
        return value
    other = KINDS[type(value)](value)
    other.order = [*value][::-1]
    return other


@contextmanager
def sets_turned(kinds: Iterable[type]) -> Iterator[None]:
    """As if in another process: in the modules of these classes sets are gone through the other way round."""
    with ExitStack() as changed:
        for function, code in chain.from_iterable(map(_turned_functions, kinds)):
            changed.callback(setattr, function, "__code__", function.__code__)
            changed.callback(function.__globals__.pop, TURNED, None)
            function.__globals__[TURNED] = turned
            function.__code__ = code
        yield


@lru_cache(maxsize=1024)
def _turned_functions(kind: type) -> tuple[tuple[FunctionType, CodeType], ...]:
    """The functions of a class's module that go through something, each with its code as it is in another process."""
    read = module_read(kind)
    if read is None:
        return ()
    module, file, tree = read
    whole = compile(ast.fix_missing_locations(_Turning().visit(tree)), str(file), "exec")
    codes = {_place(each): each for each in _codes(whole)}
    pairs = ((each, codes.get(_place(each.__code__))) for each in _written_in(vars(module)))
    return tuple((each, code) for each, code in pairs if code and _fits(code, each))


def _place(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _fits(code: CodeType, function: FunctionType) -> bool:
    return code.co_freevars == function.__code__.co_freevars and TURNED in _names(code)


def _names(code: CodeType) -> set[str]:
    return {name for each in (code, *_codes(code)) for name in each.co_names}


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def _written_in(module: Mapping[str, Any]) -> Iterator[FunctionType]:
    """The functions and methods that were written in a module, but for those inside others."""
    waiting, seen = list(module.values()), set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, type):
            waiting += vars(each).values() if each.__module__ == module["__name__"] else ()
        elif (function := plain_function(each)) and function.__module__ == module["__name__"]:
            yield function


GONE_THROUGH: dict[type[ast.AST], str] = {
    ast.For: "iter",
    ast.comprehension: "iter",
    ast.FormattedValue: "value",
    ast.Return: "value",
    ast.Starred: "value",
}
"""What is gone through in loops, texts, answers and lists of arguments."""


class _Turning(ast.NodeTransformer):
    """Turns round whatever is gone through, also by functions that keep an order."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        field = GONE_THROUGH.get(type(node))
        value = field and getattr(node, field)
        if field and value and not isinstance(getattr(node, "ctx", None), ast.Store):
            setattr(node, field, _turned(value))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if ast.unparse(node.func).rpartition(".")[2] in IN_ORDER:
            node.args = [each if isinstance(each, ast.Starred) else _turned(each) for each in node.args]
        return node


def _turned(value: ast.expr) -> ast.expr:
    return ast.Call(func=ast.Name(id=TURNED, ctx=ast.Load()), args=[value], keywords=[])
