"""The words of a step: what a hook answers about them, and what a caller has in front of them."""

from __future__ import annotations

from typing import Any

import attrs

from callrules import checks
from callrules.checks import at_the_edge, edge, optional
from callrules.errors import InvalidValue

OPTIONAL = edge(optional(checks.text))
ENGLISH = "en"


def _is_iterable_of(kind: type) -> Any:
    def check(value: Any, field: str) -> tuple[Any, ...]:
        several = () if value is None else value if isinstance(value, (tuple, list)) else (value,)
        for place, each in enumerate(several):
            if not isinstance(each, kind):
                raise InvalidValue(f"{field}[{place}]", each, f"a value of the class {kind.__name__}")
        return tuple(several)

    return check


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Sender:
    """The one who calls and writes, and how to reach them. What is not known is left out of the words.

    `language` is the one in which they do, as an ISO 639 code such as `en` or `de`; what is not said in it is said in
    English.
    """

    name: str | None = attrs.field(metadata=OPTIONAL, default=None)
    company: str | None = attrs.field(metadata=OPTIONAL, default=None)
    number: str | None = attrs.field(metadata=edge(optional(checks.phone_number)), default=None, repr=False)
    email: str | None = attrs.field(metadata=OPTIONAL, default=None, repr=False)
    language: str = attrs.field(metadata=edge(checks.text), default=ENGLISH)


@attrs.frozen(field_transformer=at_the_edge)
class Claim:
    """One part of a text, and the key of what it rests on.

    `fact` is the `key` of a fact of theirs, or `contact.<field>`, `sender.<field>`, `step.<field>`, or `gate` for a
    day of ours that the gate permits.
    """

    says: str = attrs.field(metadata=edge(checks.remark))
    fact: str = attrs.field(metadata=edge(checks.text))


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Wording:
    """A text, and what each part of it that could be false rests on.

    `name` tells texts apart. A call that notes it among what it `used` is not followed by one that begins alike.
    """

    text: str = attrs.field(metadata=edge(checks.text))
    claims: tuple[Claim, ...] = attrs.field(metadata=edge(_is_iterable_of(Claim)), default=())
    name: str | None = attrs.field(metadata=OPTIONAL, default=None)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The keys of everything that it rests on, each once."""
        return tuple(dict.fromkeys(claim.fact for claim in self.claims))


@attrs.frozen(kw_only=True)
class Opener(Wording):
    """How a call could begin, and what that rests on."""


@attrs.frozen(kw_only=True)
class Note(Wording):
    """The words of a `Write` or of a `WalkAway`."""


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Voicemail(Wording):
    """The words said where nobody answers; `seconds` at 150 words a minute, each digit being a word."""

    seconds: int = attrs.field(metadata=edge(checks.seconds))


@attrs.frozen(field_transformer=at_the_edge)
class Ask:
    """One small thing to ask for. `name` is what a call notes among what was `agreed`; else its words are."""

    says: str = attrs.field(metadata=edge(checks.text))
    name: str | None = attrs.field(metadata=OPTIONAL, default=None)

    def is_among(self, agreed: frozenset[str]) -> bool:
        """Whether it was agreed, by its name or by its words; both without regard to case."""
        return bool({self.says.casefold(), (self.name or self.says).casefold()} & agreed)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Agenda:
    """The purpose of a call: one objective, small asks from easy to hard, the outcome and the path to it.

    `buy_in`, `proceed` and `next_call` (the ask for the next call, with its dates) are the house's unless given.
    """

    objective: str = attrs.field(metadata=edge(checks.text))
    asks: tuple[Ask, ...] = attrs.field(metadata=edge(_is_iterable_of(Ask)), default=())
    outcome: str | None = attrs.field(metadata=OPTIONAL, default=None)
    path: tuple[str, ...] = attrs.field(metadata=edge(checks.texts), default=())
    buy_in: str | None = attrs.field(metadata=OPTIONAL, default=None)
    proceed: str | None = attrs.field(metadata=OPTIONAL, default=None)
    next_call: str | None = attrs.field(metadata=OPTIONAL, default=None)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Finding:
    """One thing that is wrong with some words: by which rule, why, which ones, where, and what would be better.

    `at` are the places of the first character and of the one after the last, counted from 0 in the text as given.
    """

    rule: str = attrs.field(metadata=edge(checks.text))
    says: str = attrs.field(metadata=edge(checks.text))
    found: str = attrs.field(metadata=edge(checks.remark))
    at: tuple[int, int]
    better: str | None = attrs.field(metadata=OPTIONAL, default=None)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Script:
    """Everything that there is to say in one step; what does not fit the step is `None` or empty.

    `ring_from` is the number of ours that they know; `insight` the key of what is told them for the first time.
    `afterwards` are the three questions that become a reflection.
    """

    for_them: str | None = attrs.field(metadata=OPTIONAL, default=None)
    opener: Opener | None = None
    agenda: Agenda | None = None
    voicemail: Voicemail | None = None
    note: Note | None = None
    afterwards: tuple[str, ...] = attrs.field(metadata=edge(checks.texts), default=())
    cautions: tuple[str, ...] = attrs.field(metadata=edge(checks.texts), default=())
    ring_from: str | None = attrs.field(metadata=OPTIONAL, default=None)
    insight: str | None = attrs.field(metadata=OPTIONAL, default=None)

    @property
    def text(self) -> str | None:
        """The text to be written, where there is one."""
        return self.note.text if self.note else None

    @property
    def used(self) -> tuple[str, ...]:
        """The words that a call which kept to this script notes as `used` once they talked."""
        return tuple(each for each in (self.opener.name if self.opener else None, self.insight) if each)
