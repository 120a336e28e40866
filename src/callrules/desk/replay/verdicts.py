"""One verdict for each call that was made: the first of ten that fits."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import attrs

from callrules.calendars import possible_zones
from callrules.contact import Contact
from callrules.deciding.admission import name_of, opens_daily
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Because, Verdict
from callrules.vocabulary import DO_NOT_CALL, GROUNDS, NOT_INTERESTED, NUMBER_UNWORKABLE

AGREED = "agreed"
VERDICTS = MappingProxyType({
    "after_a_no": "rung after they, or somebody at that number, had said no",
    "dead_number": "rung on a number that did not work, or rested because it had not",
    "unknown_zone": "rung although nobody knew what time it was there",
    "after_walking_away": "rung after we should have let them go",
    "not_ready": "rung before what comes first: a note, an introduction, something to find out",
    "closed_day": "rung on a weekend, a holiday or another closed day of theirs",
    "outside_hours": "rung outside their hours",
    "too_early": "rung too soon after the last call, or before the day that was named",
    "without_reason": "rung without a reason that stood",
    AGREED: "the rules would have rung, too",
})  # fmt: skip
"""Every verdict, the gravest first, and what it says."""
GRAVITY = tuple(VERDICTS)
COLD_RULES = frozenset({"dormant_customers", "lapsed_customers", "competitors_customers", "prospects"})
"""House rules whose reasons come by themselves: before their day there is nothing to call for yet."""


@attrs.frozen
class Judged:
    """One call, and what the rules would have said: the verdict, and the rule that it hangs on."""

    contact: Contact
    call: CallAttempt
    verdict: str
    because: Because

    @property
    def agreed(self) -> bool:
        """Whether the rules would have rung, too."""
        return self.verdict == AGREED


@attrs.frozen
class Judge:
    """A playbook that looks at calls; which of its rules open on most days is read once."""

    playbook: Playbook
    daily: frozenset[str] = attrs.field(init=False)

    @daily.default
    def _opening_daily(self) -> frozenset[str]:
        return frozenset(name_of(rule) for rule in self.playbook.rules if opens_daily(rule))

    def judged(self, contact: Contact, known: History, call: CallAttempt) -> Judged:
        """The verdict about a call with that number, asked with what was known before it."""
        said = self.playbook.may_call(contact, known, call.at, number=call.number)
        if said:
            return Judged(contact, call, AGREED, said.because[0])
        verdict, because = min(self._faults(contact, known, call, said), key=lambda each: GRAVITY.index(each[0]))
        return Judged(contact, call, verdict, because)

    def _faults(
        self, contact: Contact, known: History, call: CallAttempt, said: Verdict
    ) -> Iterator[tuple[str, Because]]:
        weighty = [because for because in said.because if because.code not in _IN_PASSING]
        for because in weighty or said.because:
            yield self._fault(contact, known, call, because), because

    def _fault(self, contact: Contact, known: History, call: CallAttempt, because: Because) -> str:
        if because.code in {DO_NOT_CALL.name, NOT_INTERESTED.name} or because.rule == "opt_out":
            return "after_a_no"
        if because.code == NUMBER_UNWORKABLE.name or because.rule == "live_numbers":
            return "dead_number"
        if because.rule in self.daily:
            return _closed(self.playbook, contact, known, call)
        if because.code in GROUNDS or self._is_a_ground(because):
            return "after_walking_away"
        return _besides(because)

    def _is_a_ground(self, because: Because) -> bool:
        """Whether a guest's rule let them go: it answers the hook, and names neither a guard nor an errand."""
        stops = {each.rule for each in self.playbook.plan["walk_away"]}
        return because.rule in stops and because.code not in _GATES


def _closed(playbook: Playbook, contact: Contact, known: History, call: CallAttempt) -> str:
    if not possible_zones(contact, call.number):
        return "unknown_zone"
    calendar = known.seen_by(contact, playbook.days_off).calendar
    return "outside_hours" if calendar.is_working(calendar.day(call.at)) else "closed_day"


_IN_PASSING = frozenset({"permits", "waits", "caution", "number_not_on_card"})
"""The codes of sentences that tell more about a call, and do not forbid it by themselves."""
_GATES = _IN_PASSING | {
    "forbids", "not_due_yet", "conflict", "rule_failed", "no_reason", "not_yet", "later_than_now", "unknown_number",
    "not_found_yet",
}  # fmt: skip
"""The codes of the engine's own sentences; every other is a ground's, a purpose's or an errand's."""
_FIRST = frozenset({"conflict", "rule_failed"})
"""The codes of what forbids every moment until something is done, such as a note that is owed."""


def _besides(because: Because) -> str:
    if because.code == "no_reason" or (because.code == "not_due_yet" and because.rule in COLD_RULES):
        return "without_reason"
    return "too_early" if because.code in _GATES - _FIRST else "not_ready"
