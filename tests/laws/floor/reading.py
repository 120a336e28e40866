"""What has happened, as the rules ask it."""

from __future__ import annotations

from collections.abc import Sequence

from floor.plain import Plain
from floor.read import REST, Read

__all__ = ["REST", "Reading"]


class Reading(Read):
    """Answers about what was read."""

    __slots__ = ()

    def may_be_warm(self) -> bool:
        """Whether anything may be a reason but the cold ones and a simple one."""
        return bool(self.turned or self.talks or self.commitments or self.untold or self.calls or self.messages)

    def within_a_talk(self, fact: Plain) -> bool:
        """Whether it happened while we talked."""
        at = fact.at
        for talk in self.talks:  # noqa: SIM110 - a loop is quicker
            if talk.at <= at <= talk.ends and talk is not fact:
                return True
        return False

    def told(self, key: str | None) -> Plain | None:
        """The fact of that key."""
        for fact in self.facts:
            if fact.key == key:
                return fact
        return None

    def kept(self, since: int, made: int) -> Plain | None:
        """What kept a promise made then: our first call that rang, or a talk."""
        since = since if since > made else made + 1
        rang, talk = first_since(self.rang, since), first_since(self.talks, since)
        return rang if talk is None or (rang and rang.at <= talk.at) else talk

    def wrote(self, purpose: str, since: int) -> bool:
        """Whether a message for that purpose went out since."""
        return bool([each for each in self.written if each.purpose == purpose and each.at >= since])

    def said_goodbye_since(self, at: int) -> bool:
        """Whether the matter was taken off the table since."""
        farewells = self.by.get("Farewell")
        return bool(farewells and farewells[-1].at >= at) or any(
            each.goodbye and each.at >= at for each in self.written
        )

    def tries_on(self, number: str | None) -> Sequence[Plain]:
        """The attempts on one number, also where nobody noted it, and others'."""
        if number is None:
            return self.attempts
        own = [call for call in self.attempts if call.number is None or call.number == number]
        shared = self.others and self.others.tries.get(number)
        return sorted([*own, *shared], key=lambda call: call.at) if shared else own

    def is_shared(self, number: str | None) -> bool:
        """Whether another was rung on that number, too."""
        return self.others is not None and number is not None and number in self.others.tries

    def refusal(self, number: str | None) -> Plain | None:
        """The first no of others that closes a number."""
        return self.others.refusal(number) if self.others else None


def first_since(facts: Sequence[Plain], since: int) -> Plain | None:
    """The first of them at that moment or later."""
    for fact in facts:
        if fact.at >= since:
            return fact
    return None
