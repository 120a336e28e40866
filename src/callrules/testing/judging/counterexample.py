"""A counterexample as a story: what happened, what the policy says, what was expected, how to see it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.calendars import Calendar, calendar_of
from callrules.errors import BadInput
from callrules.testing.judging.answers import in_words, told_apart
from callrules.testing.judging.clock_lines import clock_lines
from callrules.testing.judging.counterexample_picture import as_told
from callrules.testing.judging.deeds import deed_lines
from callrules.testing.judging.fault_lines import fault_lines
from callrules.testing.judging.lost import lost_lines
from callrules.testing.judging.rule_lines import said_by_the_rules, under
from callrules.testing.judging.survey import Failure
from callrules.testing.situations import PolicyRaised, Situation, asked
from callrules.testing.stories import Expected, write_story
from callrules.words.fact_lines import on_the_clock


@attrs.frozen(kw_only=True)
class Counterexample:
    """The story of one failure. `str` is what a person reads; `page` reads back as an example.

    `seed` is that of the survey that met it, where one did. `there` is where the law is broken.
    """

    failure: Failure
    seed: int | None
    again: str = ""
    keep: str = ""
    there: Situation = attrs.field(
        init=False, repr=False, default=attrs.Factory(lambda self: as_told(self.failure), takes_self=True)
    )

    @property
    def page(self) -> str:
        """Write what happened, and what was expected at that moment, in the notation of examples."""
        zone = self._calendar.zone.key
        wanted = self.failure.broken.expected
        try:
            expected = Expected.read(wanted, zone) if wanted else None
        except BadInput:  # a law may say in words of its own what it wanted
            expected = None
        return write_story(self.there.contact, self.there.history, self.there.now, expected)

    @property
    def lines(self) -> int:
        """How many lines the story itself has: what happened, and the moment."""
        return len(self.there.history.entries) + 1

    def __str__(self) -> str:
        """The whole story, in the contact's own time."""
        law, broken = self.failure.law, self.failure.broken
        seen = f" (seed {self.seed}, case {self.failure.case})" if self.failure.case else " (kept)"
        met = "" if self.seed is None else seen
        head = [f"BROKEN  {law.id}: {law.says}", f"        {broken.says}{met}"]
        return "\n".join([*head, "", self.page.rstrip(), "", *self._notes(), *self._answer()])

    def _answer(self) -> Iterator[str]:
        yield from fault_lines(self.failure, self.failure.asks) if self.failure.asks else self._found()
        yield from under("AGAIN", filter(None, (self.again,)))
        yield from under("KEEP", filter(None, (self.keep,)))

    def _found(self) -> Iterator[str]:
        try:
            yield from under("FOUND", self._two_answers() if self.failure.broken.answers else self._each_answer())
            yield from under("LOST", lost_lines(self.there, self.failure.broken.expected))
            yield from under("RULES", said_by_the_rules(self.there))
        except PolicyRaised as raised:
            yield f"FOUND   {raised}"

    def _each_answer(self) -> Iterator[str]:
        for at in self._moments():
            step = asked(self.there.policy, self.there.contact, self.there.history, at)
            yield f"{self._asked(at)}: {in_words(step, at, self._calendar)}"

    def _two_answers(self) -> Iterator[str]:
        first, other = told_apart(self.failure.broken.answers, self.there.now, self._calendar)
        yield f"{self._asked(self.there.now)}: {first}"
        yield f"otherwise: {other}"

    @property
    def _calendar(self) -> Calendar:
        return calendar_of(self.there.contact)

    def _notes(self) -> Iterator[str]:
        """Yield whatever one must know to read the page."""
        yield from under("DEEDS", deed_lines(self.failure.broken, self.failure.situation.history))
        moments = [self.there.now, *(fact.at for fact in self.there.history.entries)]
        yield from under("CLOCKS", clock_lines(self.there.contact, min(moments), self.there.now))

    def _moments(self) -> list[dt.datetime]:
        """The moments asked about: now, where it is not another history, and that of the break."""
        failure, there = self.failure, self.there.now
        return [there] if failure.broken.history is not None else list(dict.fromkeys([failure.situation.now, there]))

    def _asked(self, at: dt.datetime) -> str:
        return f"asked on {on_the_clock(at, self._calendar)}"
