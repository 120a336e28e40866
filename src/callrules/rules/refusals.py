"""D6: "not interested" twice is a no."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared, TakesNo
from callrules.dispositions import Disposition
from callrules.facts import Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import START_OF_TIME
from callrules.step import Stop
from callrules.vocabulary import Outcome, Reply


@attrs.frozen
class Refusals:
    """Have they said no?

    Rulebook D6, F14, G25. "Not interested" twice within twelve months is a no, a decision maker's first one is
    already. A conversation that ended in no sale counts as one. Counted since they last came back or asked for a
    call.
    """

    name: ClassVar[str] = "refusals"
    only_with: ClassVar[Kinds] = (Disposition.NOT_INTERESTED, Outcome.NO_SALE, Reply.NOT_INTERESTED)
    times: int = parameter(2, says='times "not interested"', source="rulebook D6", least=1)
    decision_maker_times: int = parameter(1, says="the same for a decision maker", source="rulebook D6", least=1)
    within_months: int = parameter(12, says="months within which they count", source="rulebook, Words: twice")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """How many noes are a no."""
        return (
            TakesNo(times=self.times, decision_maker_times=self.decision_maker_times, within_months=self.within_months),
        )

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        came = max(history.came_back or START_OF_TIME, history.asked_for_a_call or START_OF_TIME)
        noes = [fact.at for fact in history.facts if fact.is_a_no and fact.at >= came]
        most = self.decision_maker_times if contact.is_decision_maker else self.times
        for first, last in zip(noes, noes[most - 1 :], strict=False):
            if last <= history.calendar.add(first, months=self.within_months):
                return Stop(
                    grounds="not_interested", since=last, says="they are not interested, and said so", firm=True
                )
        return None
