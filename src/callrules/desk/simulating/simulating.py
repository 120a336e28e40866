"""What came of a simulation: calls, conversations, who was pestered or forgotten, and promises kept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from callrules.desk.left_out import Person
from callrules.desk.scorecard.card import scorecard
from callrules.desk.scorecard.figures import Figures
from callrules.desk.scorecard.period import Period
from callrules.desk.simulating.pestering import forgotten, pestering
from callrules.desk.simulating.working import Plan, Working
from callrules.playbook import Playbook

TOLD = {
    "dials": "calls made",
    "people_rung": "people rung",
    "conversations": "conversations",
    "people_talked_with": "people talked with",
    "advances": "conversations with a step forward",
    "orders": "orders",
    "call_backs": "calls of theirs after ours",
    "promises_due": "promised calls that fell due",
    "promises_kept": "of them kept by the end of their day",
    "pestered": "people pestered",
    "forgotten": "promises and wishes for a call forgotten",
    "asked_us_to_stop": "people who asked us to stop",
    "never_rung": "people never rung",
}
"""What is told of a simulation."""


@attrs.frozen(kw_only=True)
class Simulated:
    """Figures of one playbook on these people, with these dice, and calls and talks by day."""

    seed: int
    people: int
    figures: Mapping[str, int]
    dials_by_day: Mapping[dt.date, int]
    talks_by_day: Mapping[dt.date, int]


def simulate(playbook: Playbook, people: Iterable[Person], plan: Plan) -> Simulated:
    """Work the book for so many days with imagined answers, and count what came of it.

    Two playbooks with the same plan meet the same people and the same dice: who is at home on which part of which day
    depends on the seed, and not on what was done.
    """
    desk = Working(playbook, people, plan)
    desk.work()
    worked = list(desk.people.values())
    card = scorecard(worked, Period(since=plan.begins, until=plan.ends))
    dials, talks = Counter[dt.date](), Counter[dt.date]()
    for call in desk.calls():
        dials[plan.desk.day(call.at)] += 1
        talks[plan.desk.day(call.at)] += call.talked
    return Simulated(
        seed=plan.seed,
        people=len(worked),
        figures=_figures(card.totals, worked, plan),
        dials_by_day={day: dials[day] for day in plan.dates},
        talks_by_day={day: talks[day] for day in plan.dates},
    )


def _figures(totals: Figures, people: Sequence[Person], plan: Plan) -> Mapping[str, int]:
    seen = [history for _, history in people]
    own = {
        "pestered": sum(any(True for _ in pestering(history, plan.begins)) for history in seen),
        "forgotten": sum(sum(1 for _ in forgotten(history, plan.begins, plan.ends)) for history in seen),
        "asked_us_to_stop": sum(any(each.at >= plan.begins for each in history.opt_outs) for history in seen),
        "never_rung": sum(not history.attempts for history in seen),
    }
    return {name: own.get(name, totals[name]) for name in TOLD}
