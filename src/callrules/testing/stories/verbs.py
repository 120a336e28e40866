"""What happened, in a verb: which fact it tells, what it says of it already, and which field comes first."""

from __future__ import annotations

import re
from typing import Any

import attrs

from callrules.errors import BadInput
from callrules.facts import (
    CallAttempt,
    CalledOff,
    Commitment,
    Consent,
    Fact,
    Farewell,
    Insight,
    Introduction,
    KeyDate,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Reflection,
    Research,
    Retraction,
    Snooze,
)
from callrules.testing.stories.words import refuse_unknown
from callrules.vocabulary import Direction, Party

LAST = ("id", "recorded", "contact")
"""The fields every fact has; they come at the end."""


@attrs.frozen
class Verb:
    """One verb: its words, its fact, the fields it implies, and the one that follows it without a key."""

    says: str
    kind: type[Fact]
    first: str | None = None
    implied: dict[str, Any] = attrs.field(factory=dict, eq=False)

    @property
    def fields(self) -> list[str]:
        """The fields that may follow, the first one first."""
        own = [each.name for each in attrs.fields(self.kind) if each.name not in {"at", *LAST, *self.implied}]
        return sorted(own, key=lambda name: name != self.first) + list(LAST)

    def tells(self, fact: Fact) -> bool:
        """Whether this is the verb of that fact."""
        return type(fact) is self.kind and all(getattr(fact, name) is value for name, value in self.implied.items())


OURS, THEIRS = {"direction": Direction.OUTBOUND}, {"direction": Direction.INBOUND}
VERBS = (
    Verb("called", CallAttempt, "disposition", OURS),
    Verb("rang us", CallAttempt, "disposition", THEIRS),
    Verb("we promised", Commitment, "due", {"by": Party.US}),
    Verb("they promised", Commitment, "due", {"by": Party.THEM}),
    Verb("wrote", Message, "channel", OURS),
    Verb("they wrote", Message, "channel", THEIRS),
    Verb("met", Meeting),
    Verb("called off", CalledOff, "of"),
    Verb("bought", Purchase),
    Verb("learned", Insight, "text"),
    Verb("prepared", Research, "topic"),
    Verb("introduced", Introduction, "by"),
    Verb("opted out", OptOut),
    Verb("consented", Consent),
    Verb("snoozed", Snooze, "until"),
    Verb("said goodbye", Farewell),
    Verb("told us a date", KeyDate, "on"),
    Verb("reflected", Reflection, "of"),
    Verb("took back", Retraction, "of"),
)
BY_WORDS = {verb.says: verb for verb in VERBS}
A_VERB = re.compile(rf"({'|'.join(sorted(BY_WORDS, key=len, reverse=True))})(?::|(?=\s)|$)")


def verb_of(fact: Fact) -> Verb:
    """The verb that tells a fact."""
    return next(verb for verb in VERBS if verb.tells(fact))


def read_verb(says: str) -> tuple[Verb, str]:
    """The verb a line begins with, and the rest of the line. Raises `BadInput`."""
    if not says:
        raise BadInput(f"found nothing after the moment, expected one of {', '.join(BY_WORDS)}, or => and a step")
    found = A_VERB.match(says)
    if found is None:
        refuse_unknown(" ".join(says.partition(":")[0].split()[:2]), BY_WORDS, "one of")
    return BY_WORDS[found[1]], says[found.end() :]
