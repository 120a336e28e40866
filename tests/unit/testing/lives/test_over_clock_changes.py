"""What is declared to last days is asked about where the clocks change before it is over."""

import datetime as dt

import attrs
import pytest

from callrules import Playbook, Window, hookimpl
from callrules.checks import zone
from callrules.declared import POLITE, Cap, Gap, Open, Spacing
from callrules.moments import outside
from callrules.testing.catalogue import LAWS
from callrules.testing.generating.generator import Generator
from callrules.testing.judging.survey import survey
from callrules.testing.lives import DAY, HOUR
from callrules.testing.lives.events.clock_changes import QUARTER, lasts, rests_of_days
from callrules.testing.policies import declarations

HELD = tuple(law for law in LAWS if law.id in {"gap", "no-idle-wait"})


@attrs.frozen
class ThreeDaysByTheWall:
    """Seventy-two hours are declared, and three days of the clock on the wall are kept."""

    name = "pace"
    declares = (Gap(hours=72, lifted_by=POLITE),)

    @hookimpl
    def permits(self, history, reason, number, at):
        if reason.is_first_return(history):
            return None
        made = (*history.attempts, *history.tries_on(number))
        blocked = [(call.at, history.calendar.add(call.at, days=3)) for call in made]
        return outside(blocked, at, "three days between calls", yields=True)


@attrs.frozen
class SeventyTwoHours(ThreeDaysByTheWall):
    """They are kept, too."""

    @hookimpl
    def permits(self, history, reason, number, at) -> Window | None:
        if reason.is_first_return(history):
            return None
        made = (*history.attempts, *history.tries_on(number))
        blocked = [(call.at, call.at + 72 * HOUR) for call in made]
        return outside(blocked, at, "three days between calls", yields=True)


def looked_at(policy, lives=30):
    """Every question to which one attempt and one thing learned led, and nothing else."""
    generator = Generator(policy, declarations(policy))
    return [
        situation
        for case in range(lives)
        for situation, _ in generator.situations(generator.drawn(0, case))
        if any(fact.id == "news" for fact in situation.history.entries)
    ]


def shifts(situation):
    """How the clock moved between the attempt and now."""
    where = zone(situation.contact.timezone)
    first = min(call.at for call in situation.history.attempts)
    return situation.now.astimezone(where).utcoffset() - first.astimezone(where).utcoffset()


def test_a_declared_gap_lies_over_a_change_of_clocks_in_both_directions():
    asked = looked_at(Playbook().with_rules(SeventyTwoHours()))
    moved = {shifts(each) for each in asked}
    assert min(moved) < dt.timedelta() < max(moved)
    assert {each.now - each.history.attempts[-1].at for each in asked} == {72 * HOUR - QUARTER, 72 * HOUR + QUARTER}


def test_only_what_lasts_a_day_is_laid_over_one():
    short, days = Gap(hours=4), (Gap(hours=72), Spacing(days=(2, 4)), Cap(most=2, days=7))
    assert rests_of_days([short, Spacing(days=()), Open(opens=dt.time(9), closes=dt.time(17)), *days]) == [*days]
    assert [lasts(each) for each in days] == [3 * DAY, 2 * DAY, 7 * DAY]


@pytest.mark.parametrize("seed", range(4))
def test_days_of_the_wall_are_no_hours(seed):
    assert survey(Playbook().with_rules(ThreeDaysByTheWall()), HELD, seed=seed, to_the_first=True).failures
    assert not survey(Playbook().with_rules(SeventyTwoHours()), HELD, examples=12, seed=seed).failures
