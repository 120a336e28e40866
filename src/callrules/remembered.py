"""What is asked of one history again and again is worked out once: the history remembers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Remembers(Protocol):
    """A history: an immutable value with a memory for what was found in it."""

    @property
    def memory(self) -> dict[Any, Any]:
        """The answers found until now, by who was asked and about what."""
        ...


H = TypeVar("H", bound=Remembers)

if TYPE_CHECKING:
    remembered = cached_property
else:

    class remembered(cached_property):  # noqa: N801 - used like a property
        """A `cached_property` without a lock, as in Python 3.12: who asks at the same moment finds the same."""

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            """Give the answer, and let the instance keep it in the place of this property."""
            if instance is None:
                return self
            found = instance.__dict__[self.attrname] = self.func(instance)
            return found


def found_once(find: Callable[Concatenate[R, H, P], T]) -> Callable[Concatenate[R, H, P], T]:
    """Let a history remember what a rule's method finds in it, so that whoever asks twice looks once.

    The history is the first argument, the others can be hashed, and the answer is a value and no iterator. It
    may depend on nothing else: that is what a rule's answer never does.
    """

    @wraps(find)
    def found(rule: R, history: H, *about: P.args, **named: P.kwargs) -> T:
        asked, memory = (find, rule, *about), history.memory
        if asked not in memory:
            memory[asked] = find(rule, history, *about, **named)
        answer: T = memory[asked]
        return answer

    return cast("Callable[Concatenate[R, H, P], T]", found)
