"""What can go wrong, and how we say so.

    CallrulesError
    ├── InvalidValue   a value cannot be built from what was given
    ├── BadInput       a case, a book or a playbook file cannot be read
    ├── RuleRefused    a rule cannot join a playbook
    └── RuleFailed     a rule raised, or gave an answer of the wrong type (strict playbooks only)

Every message follows one form: who, what was found, what was expected, what to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from callrules.redaction import found as shown
from callrules.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Iterable


class CallrulesError(Exception):
    """The base of every error this library raises on purpose."""


class InvalidValue(CallrulesError, ValueError):
    """A value cannot be built: the message names the field, what was found and what was expected.

    `found` is what may be shown: one word, a date or a figure, and of anything else, as of everything that is
    personal, only the kind.
    """

    def __init__(self, field: str, found: object, expected: str) -> None:
        """Keep the three parts, so that a reader of files can put a path before them."""
        self.field, self.found, self.expected = field, shown(found), expected
        super().__init__(field, self.found, expected)

    def __str__(self) -> str:
        """One line: field, found, expected."""
        return f"{self.field}: found {self.found}, expected {self.expected}"


class BadInput(CallrulesError, ValueError):
    """A file cannot be read: one line that names the file, the line or path, and what was expected."""


class RuleRefused(CallrulesError, TypeError):
    """A rule cannot join a playbook; the message says what to do about it."""


class RuleFailed(CallrulesError, RuntimeError):
    """A rule raised, or answered with the wrong type. Only strict playbooks raise it."""

    def __init__(self, rule: str, hook: str, problem: str) -> None:
        """Keep rule and hook apart, so that a host can switch the rule off."""
        super().__init__(rule, hook, problem)
        self.rule, self.hook, self.problem = rule, hook, problem

    def __str__(self) -> str:
        """One line: rule, hook, problem."""
        return f"rule {self.rule!r}, hook {self.hook!r}: {self.problem}"


A_LONG_WORD = 60
"""Who types more than that did not mean one of our words."""


def nearest(word: object, known: Iterable[str]) -> str:
    """The nearest known word as a hint (`; did you mean 'due'?`), or nothing; nor one that could be rung.

    `No Answer` is near to `no_answer`.
    """
    if not isinstance(word, str) or len(word) > A_LONG_WORD:
        return ""
    words = [each for each in known if len(each) <= A_LONG_WORD]
    meant = likest(folded(word), words) or likest(word, words)
    return f"; did you mean {meant!r}?" if meant and redacted(meant) == meant else ""


def likest(word: str, known: Iterable[str], *, likeness: float = 0.5) -> str | None:
    """The known word that is most like this one, from that likeness on (`difflib`; 1 is the same)."""
    import difflib  # noqa: PLC0415 - slow to import, and only mistakes need it

    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=likeness)), None)


def folded(word: str) -> str:
    """A word as programs write it: `No Answer`, `no-answer` and `noAnswer` are `no_answer`."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", word.strip())
    return re.sub(r"[\s_-]+", "_", parted).lower()
