"""Histories in which what others said is overheard, and what happened on a number is forgotten."""

from __future__ import annotations

from functools import cached_property

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Consent, Fact, OptOut
from callrules.history import History
from callrules.moments import START_OF_TIME


class NobodyElse(History):
    """What others said at the same number is none of this person's business."""

    @cached_property
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        return ()


class NobodySpeaksForAnAccount(History):
    """What a colleague said for everybody there counts for the colleague."""

    @cached_property
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        return tuple(
            attrs.evolve(fact, account=None) if isinstance(fact, OptOut) else fact
            for fact in super().neighbours_opt_outs
        )


class NoesThatWereFiled(History):
    """Of others, only what was filed as an opt-out is looked at, not how a call with them ended."""

    @cached_property
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        return tuple(fact for fact in super().neighbours_opt_outs if isinstance(fact, OptOut))


class NumberTheyRangForgotten(History):
    """When others ring in and say stop, their own number is not noted."""

    @cached_property
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        return tuple(
            attrs.evolve(fact, from_number=None) if isinstance(fact, CallAttempt) else fact
            for fact in super().neighbours_opt_outs
        )


class OwnConsentOpensTheNumber(History):
    """A consent of this person lifts what others said at the same number."""

    @cached_property
    def neighbours_opt_outs(self) -> tuple[Fact, ...]:
        last = max((fact.at for fact in self.of(Consent)), default=START_OF_TIME)
        return tuple(fact for fact in super().neighbours_opt_outs if fact.at > last)


class StrangersRungAgain(History):
    """Forgets on which number a stranger answered."""

    def tries_on(self, number: str | None) -> tuple[CallAttempt, ...]:
        return tuple(call for call in super().tries_on(number) if call.disposition is not Disposition.WRONG_NUMBER)


class LastDeadToneCounts(History):
    """Remembers one dead tone of a number, never two."""

    def tries_on(self, number: str | None) -> tuple[CallAttempt, ...]:
        tries = super().tries_on(number)
        bad = [call for call in tries if call.disposition is Disposition.BAD_NUMBER]
        return tuple(call for call in tries if call not in bad[:-1])


class DialsOfOthersOverlooked(History):
    """Whether somebody dials that number for somebody else just now is not looked at."""

    def tries_on(self, number: str | None) -> tuple[CallAttempt, ...]:
        tries = super().tries_on(number)
        return tuple(call for call in tries if self._is_own(call) or call.disposition is not Disposition.DIALING)
