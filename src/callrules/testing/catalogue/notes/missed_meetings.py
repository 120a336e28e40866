"""The law of missed meetings: what we write about one is true."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.facts import Commitment
from callrules.step import Write
from callrules.testing.catalogue.shared.predicates import is_ahead_of_the_facts, on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import day_ends, meetings_agreed, met_since
from callrules.testing.situations import Situation

MISSED = "missed_meeting"
"""The purpose of the house's note after a meeting that did not come about."""


def _over(situation: Situation, due: dt.date) -> dt.datetime:
    """The moment agreed on; of a day without one, its end."""
    return situation.person.begins(due) if isinstance(due, dt.datetime) else day_ends(situation.person, due)


@law(
    "missed-when-it-is-over",
    says='Nobody reads "we missed you" before the meeting, nor once we met.',
    group="notes",
    moment="a missed meeting is written about",
    reached=lambda situation: (
        isinstance(situation.step, Write) and situation.step.purpose == MISSED and is_ahead_of_the_facts(situation)
    ),
)
def missed_when_it_is_over(situation: Situation) -> Iterator[Broken]:
    """At the time agreed on at the earliest; where only a day was agreed on, when it is over on their calendar."""
    at = max(situation.now, situation.step.at or situation.now)
    agreed = meetings_agreed(situation.person)
    missed = [each for each, due in agreed if at >= _over(situation, due) and not met_since(situation.person, each)]
    if not missed:
        when = on_their_clock(situation, at)
        yield Broken(says=f'"we missed you" on {when}, but {_not_missed(situation, agreed)}', at=at)


def _not_missed(situation: Situation, agreed: list[tuple[Commitment, dt.date]]) -> str:
    if not agreed:
        return "no meeting was agreed on"
    last, due = agreed[-1]
    met = met_since(situation.person, last)
    if met:
        return f"we met on {on_their_clock(situation, met.at)}"
    return f"we are to meet on {on_their_clock(situation, due)}"
