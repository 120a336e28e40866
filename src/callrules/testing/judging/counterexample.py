"""A counterexample as a story: what happened, what the policy says, what was expected, how to see it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from callrules.calendars import calendar_of
from callrules.history import History
from callrules.testing.judging.fault_lines import fault_lines
from callrules.testing.judging.survey import Failure
from callrules.testing.situations import PolicyRaised, Situation, asked
from callrules.testing.stories.expected import Expected
from callrules.testing.stories.story import write_story
from callrules.words.fact_lines import on_the_clock

MOST_SAYS = 8


@attrs.frozen(kw_only=True)
class Counterexample:
    """The story of one failure. `str` is what a person reads; `page` reads back as an example.

    `seed` is that of the survey that met it, where one did.
    """

    failure: Failure
    seed: int | None
    again: str = ""
    keep: str = ""

    @property
    def at(self) -> dt.datetime:
        """The moment at which the law is broken."""
        return self.failure.broken.at or self.failure.situation.now

    @property
    def history(self) -> History:
        """The facts with which the law is broken."""
        more = self.failure.broken.history
        return self.failure.situation.history if more is None else more

    @property
    def page(self) -> str:
        """Write what happened, and what was expected at that moment, in the notation of examples."""
        situation, zone = self.failure.situation, self.failure.situation.person.zone.key
        wanted = self.failure.broken.expected
        expected = Expected.read(wanted, zone) if wanted else None
        return write_story(situation.contact, self.history, self.at, expected)

    @property
    def lines(self) -> int:
        """How many lines the story itself has: what happened, and the moment."""
        return len(self.history.entries) + 1

    def __str__(self) -> str:
        """The whole story, in the contact's own time."""
        law, broken = self.failure.law, self.failure.broken
        seen = f" (seed {self.seed}, case {self.failure.case})" if self.failure.case else " (kept)"
        met = "" if self.seed is None else seen
        head = [f"BROKEN  {law.id}: {law.says}", f"        {broken.says}{met}"]
        return "\n".join([*head, "", self.page.rstrip(), "", *self._answer()])

    def _answer(self) -> Iterator[str]:
        yield from fault_lines(self.failure, self.failure.asks) if self.failure.asks else self._found()
        if self.again:
            yield f"AGAIN   {self.again}"
        if self.keep:
            yield f"KEEP    {self.keep}"

    def _found(self) -> Iterator[str]:
        situation = self.failure.situation
        zone = situation.person.zone.key
        try:
            for place, at in enumerate(self._moments()):
                step = asked(situation.policy, situation.contact, self.history, at)
                yield f"{'     ' if place else 'FOUND'}   {self._asked(at)}: {Expected.of(step, at, zone).says}"
            yield from _says(situation, self.history, self.at)
        except PolicyRaised as raised:
            yield f"FOUND   {raised}"

    def _moments(self) -> list[dt.datetime]:
        """The moments asked about: now, where it is not another history, and that of the break."""
        now = self.failure.situation.now
        return [self.at] if self.failure.broken.history is not None else list(dict.fromkeys([now, self.at]))

    def _asked(self, at: dt.datetime) -> str:
        return f"asked on {on_the_clock(at, calendar_of(self.failure.situation.contact))}"


def _says(situation: Situation, history: History, at: dt.datetime) -> Iterator[str]:
    explain = getattr(situation.policy, "explain", None)
    step = asked(situation.policy, situation.contact, history, at)
    try:
        told = explain(situation.contact, history, at) if explain else None
    except Exception:  # noqa: BLE001 - a broken policy may raise anything; its step has said why
        told = None
    loud = [f"{each.rule}: {each.says}" for each in told.says if each.says] if told else []
    says = loud or [f"{each.rule}: {each.says}" for each in step.because] or ["(nothing was said)"]
    for place, each in enumerate(says[:MOST_SAYS]):
        yield f"{'RULES ' if place == 0 else '      '}  {each}"
    if len(says) > MOST_SAYS:
        yield f"        and {len(says) - MOST_SAYS} more"
