"""One person of an account, and one influence: who moves whom, how strongly and why (rulebook C3)."""

from __future__ import annotations

import attrs

from callrules import checks, given
from callrules.checks import at_the_edge, edge, optional
from callrules.contact import NAMELESS, Role, a_role
from callrules.errors import InvalidValue
from callrules.redaction import on_one_line

OPTIONAL_TEXT = edge(optional(checks.text))
FAINTEST = 1e-6
"""Less than that moves nobody; and whoever wrote it meant something else."""


def a_share(value: float, field: str = "strength") -> float:
    """How strong an influence is: above 0, and 1 at most."""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and FAINTEST <= value <= 1:
        return float(value)
    raise InvalidValue(field, value, "a number above 0, and 1 at most, such as 0.7")


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Person:
    """Somebody who has a say in an account.

    `id` is that of their contact, where there is one. `drivers` are what moves them as a person. `takes_our_calls` says
    whether they do: `None` where nobody noted it, and then the facts tell (`seen_with`).
    """

    id: str = attrs.field(converter=given.an_id)
    name: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None)
    role: Role = attrs.field(converter=a_role, default=Role.UNKNOWN)
    drivers: tuple[str, ...] = attrs.field(converter=given.some_texts, default=(), repr=False)
    takes_our_calls: bool | None = attrs.field(metadata=edge(optional(checks.flag)), default=None)

    @property
    def called(self) -> str:
        """The name on one line, else the id."""
        names = (on_one_line(each) for each in (self.name, self.id) if each)
        return next(filter(None, names), NAMELESS)

    @property
    def decides(self) -> bool:
        """Whether a purchase is theirs to decide."""
        return self.role is Role.DECISION_MAKER


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Influence:
    """`who` moves `whom`, as strongly as `strength` says (above 0, up to 1), and `why`."""

    who: str = attrs.field(converter=given.an_id)
    whom: str = attrs.field(converter=given.an_id)
    strength: float = attrs.field(converter=a_share)
    why: str | None = attrs.field(metadata=OPTIONAL_TEXT, default=None, repr=False)
