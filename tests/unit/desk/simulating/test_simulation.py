"""The same people, the same dice, another playbook."""

import datetime as dt
import json

import attrs
import pytest

from callrules import CallAttempt, Contact, History
from callrules.calendars import Calendar
from callrules.checks import zone
from callrules.desk.simulating.answering import HowPeopleAnswer
from callrules.desk.simulating.pestering import forgotten, pestering
from callrules.desk.simulating.simulating import TOLD, simulate
from callrules.desk.simulating.simulation_page import simulation_page
from callrules.desk.simulating.tables import difference, heading, middle, tables
from callrules.desk.simulating.working import Plan, Working
from callrules.desk.simulating.written import write_simulated
from helpers.people import FRI, HOUSE, MON, THU, TUE, WED, somebody

BERLIN = Calendar(zone=zone("Europe/Berlin"))
PEOPLE = [
    (Contact(id=f"p{each}", timezone="Europe/Berlin", region="DE", email=f"p{each}@example.com"), History())
    for each in range(25)
]
TWO_WEEKS = Plan(start=dt.date(2026, 6, 1), days=14, most=6, model=HowPeopleAnswer(), seed=3, desk=BERLIN)
PUSHY = HOUSE.without("pace", "caps", "persistence")


def always(how, **more):
    """A model in which every call ends like that, and nothing comes in by itself."""

    class Always:
        def answers(self, ring):
            return [ring.call.attempt(at=ring.at, disposition=how, **more)]

        def comes_in(self, contact, history, day, dice):
            return []

    return Always()


@pytest.fixture(scope="module")
def house():
    return simulate(HOUSE, PEOPLE, TWO_WEEKS)


@pytest.fixture(scope="module")
def pushy():
    return simulate(PUSHY, PEOPLE, TWO_WEEKS)


def test_the_same_seed_brings_the_same_days_again(house):
    assert simulate(HOUSE, PEOPLE, TWO_WEEKS) == house


def test_another_seed_brings_other_days(house):
    assert simulate(HOUSE, PEOPLE, attrs.evolve(TWO_WEEKS, seed=4)).figures != house.figures


def test_no_more_is_rung_on_a_day_than_was_said(house, pushy):
    for run in (house, pushy):
        assert max(run.dials_by_day.values()) == TWO_WEEKS.most
        assert sum(run.dials_by_day.values()) == run.figures["dials"]


def test_nobody_is_rung_on_a_weekend(house):
    assert [house.dials_by_day[dt.date(2026, 6, day)] for day in (6, 7, 13, 14)] == [0, 0, 0, 0]


def test_the_house_pesters_nobody_and_who_rings_without_pace_does(house, pushy):
    assert house.figures["pestered"] == house.figures["asked_us_to_stop"] == 0
    assert pushy.figures["pestered"] > 0
    assert pushy.figures["people_rung"] < house.figures["people_rung"]


class AsksOnce:
    """A model in which everybody asks for Tuesday of next week, and talks then."""

    def answers(self, ring):
        if ring.history.attempts:
            return [ring.call.attempt(at=ring.at, disposition="conversation", outcome="continuation")]
        named = dt.date(2026, 6, 9)
        return [ring.call.attempt(at=ring.at, disposition="callback_requested", callback_at=named)]

    def comes_in(self, contact, history, day, dice):
        return []


def test_every_promised_day_is_kept_where_there_is_time_for_it():
    run = simulate(HOUSE, PEOPLE[:5], attrs.evolve(TWO_WEEKS, model=AsksOnce()))
    assert (run.figures["promises_due"], run.figures["promises_kept"], run.figures["forgotten"]) == (5, 5, 0)
    assert run.talks_by_day[dt.date(2026, 6, 9)] == 5


def test_a_no_to_everybody_ends_every_call():
    run = simulate(HOUSE, PEOPLE[:5], attrs.evolve(TWO_WEEKS, model=always("do_not_call")))
    assert (run.figures["dials"], run.figures["asked_us_to_stop"]) == (5, 5)


def test_a_note_is_written_before_the_next_call():
    desk = Working(HOUSE, PEOPLE[:1], attrs.evolve(TWO_WEEKS, model=always("hung_up")))
    desk.work()
    facts = desk.people["p0"][1].facts
    assert [type(each).__name__ for each in facts] == ["CallAttempt", "Message", "CallAttempt"]


def test_what_happened_before_is_known_and_what_lies_ahead_is_not():
    contact, _ = PEOPLE[0]
    talked, later = (CallAttempt(at=BERLIN.starts(day), disposition="conversation", outcome="advance")
                     for day in (dt.date(2026, 5, 29), dt.date(2026, 6, 4)))  # fmt: skip
    desk = Working(HOUSE, [(contact, History([talked, later]))], TWO_WEEKS)
    assert desk.people["p0"][1].facts == (talked,)


def test_the_dice_of_a_person_do_not_hang_on_what_was_done_before():
    contact, day = PEOPLE[0][0], dt.date(2026, 6, 3)
    assert TWO_WEEKS.dice(contact, day, "morning").random() == TWO_WEEKS.dice(contact, day, "morning").random()
    assert TWO_WEEKS.dice(contact, day, "morning").random() != TWO_WEEKS.dice(contact, day, "midday").random()


# --- who was pestered, and who forgotten


def pestered(life):
    return [life.contact and f"{each.at.astimezone(life.zone):%Y-%m-%d %H:%M}" for each in pestering_of(life)]


def pestering_of(life):
    return list(pestering(life.history.seen_by(life.contact), life.at("2026-01-01")))


def waits(life):
    seen = life.history.seen_by(life.contact)
    return len(list(forgotten(seen, life.at("2026-01-01"), life.at("2026-07-01"))))


def test_twice_on_one_day_pesters_and_so_does_the_fourth_in_a_week_or_any_after_a_no():
    assert pestered(somebody().rung(f"{MON} 10:00").rung(f"{MON} 15:00")) == [f"{MON} 15:00"]
    assert pestered(somebody().rung(f"{MON} 10:00").rung(f"{TUE} 10:00").rung(f"{WED} 10:00").rung(f"{THU} 10:00")) == [
        f"{THU} 10:00"
    ]
    assert pestered(somebody().rung(f"{MON} 10:00", "do_not_call").rung("2026-06-20 10:00")) == ["2026-06-20 10:00"]


def test_nobody_is_pestered_by_a_call_that_they_asked_for():
    asked = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=f"{MON} 15:00")
    assert pestered(asked.rung(f"{MON} 15:00")) == []
    assert pestered(somebody().rung(f"{MON} 10:00").rang_us(f"{MON} 11:00").rung(f"{MON} 11:30")) == []


def test_who_waits_for_us_is_forgotten_after_two_working_days():
    promised = somebody().talked(f"{MON} 10:00", callback_at=TUE)
    assert waits(promised) == 1
    assert waits(promised.rung(f"{THU} 18:00")) == 0
    assert waits(promised.rung(f"{FRI} 09:00")) == 1
    missed = somebody().rang_us(f"{MON} 10:00")
    assert (waits(missed), waits(missed.rung(f"{WED} 10:00"))) == (1, 0)


# --- how it is told


def test_a_share_that_is_none_is_refused():
    with pytest.raises(ValueError, match=r"1\.5"):
        HowPeopleAnswer(reached=1.5)


def test_every_figure_is_told_for_both_and_what_differs(house, pushy):
    (both,) = tables([house], [pushy])
    assert [row[0] for row in both.rows] == list(TOLD.values())
    assert difference([house], [house], "dials") == ""
    assert middle([house, pushy], "pestered").startswith(f"{pushy.figures['pestered'] / 2:.1f} (0 to ")
    assert "try more with --runs" in both.below
    assert heading([house]) == "25 people, 14 days, seed 3; how they answer is imagined"


def test_programs_read_every_day(house, pushy):
    told = json.loads(json.dumps(write_simulated([house], [pushy])))
    assert told["runs"][0]["figures"] == dict(house.figures)
    assert len(told["against"][0]["days"]) == 14


def test_the_page_shows_both(house, pushy):
    page = simulation_page([house], [pushy])
    assert page.count("<svg") == 3
    assert simulation_page([house]).count("<svg") == 2
