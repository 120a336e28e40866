"""Ways to make a playbook that never forget a rule without a word, whatever they are asked of."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, overload

from callrules.errors import RuleRefused

K = TypeVar("K")
M_co = TypeVar("M_co", covariant=True)
P = ParamSpec("P")


class OnlyOnTheClass(Generic[K, P]):
    """Another way to make one. Of an instance it is refused: what that one holds would be forgotten."""

    def __init__(self, made: Callable[Concatenate[type[K], P], K]) -> None:
        """Keep what makes one, given the class."""
        self._made = made
        self.__doc__ = made.__doc__

    def __set_name__(self, owner: type[K], name: str) -> None:
        self._name = name
        self._made.__name__, self._made.__qualname__ = name, f"{owner.__qualname__}.{name}"

    def __get__(self, instance: None, owner: type[K]) -> Callable[P, K]:
        return MethodType(self._made if instance is None else self._refuse, owner)

    def _refuse(self, owner: type[K], *_: Any, **__: Any) -> None:
        question = f"{owner.__name__}.{self._name}"
        expected = f"{question}(...), asked of the class: add the rules of this one to what it makes"
        raise RuleRefused(f"{self._name}: found it asked of a {owner.__name__}, expected {expected}")


class Afresh(Protocol[M_co]):
    """A method asked of the class: it begins with a new one."""

    def __call__(self, *, strict: bool = False) -> M_co:
        """Make it."""
        ...


class FromTheClassToo(Generic[K]):
    """A method that keeps all of the instance; asked of the class it begins with a new one."""

    def __init__(self, added: Callable[[K], K]) -> None:
        """Keep what is done to an instance."""
        self._added = added
        self.__doc__ = added.__doc__

    def __set_name__(self, owner: type[K], name: str) -> None:
        self._added.__name__, self._added.__qualname__ = name, f"{owner.__qualname__}.{name}"

    @overload
    def __get__(self, instance: None, owner: type[K]) -> Afresh[K]: ...
    @overload
    def __get__(self, instance: K, owner: type[K]) -> Callable[[], K]: ...
    def __get__(self, instance: K | None, owner: type[K]) -> Any:
        if instance is not None:
            return MethodType(self._added, instance)

        def afresh(kind: Callable[..., K], *, strict: bool = False) -> K:
            return self._added(kind(strict=strict))

        afresh.__name__, afresh.__qualname__ = self._added.__name__, self._added.__qualname__
        afresh.__doc__ = self.__doc__
        return MethodType(afresh, owner)
