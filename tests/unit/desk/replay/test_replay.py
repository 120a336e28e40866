"""What the rules would have said about a call, with what was known just before it."""

import json

import pytest

from callrules import CallAttempt, Contact, Stop, Window, hookimpl
from callrules.desk.replay.replay_page import replay_page, side_by_side_page
from callrules.desk.replay.replaying import replay
from callrules.desk.replay.side_by_side import side_by_side
from callrules.desk.replay.verdicts import VERDICTS
from callrules.desk.replay.written import write_replay, write_side_by_side
from callrules.rules import Hours, Pace
from helpers.people import FRI, HOUSE, MON, NUMBER, SAT, SUN, THU, TUE, WED, Life, somebody


def verdicts(life, playbook=HOUSE):
    """The verdicts on all calls of a life, the last one last."""
    seen = replay(playbook, [(life.contact, life.history)], stories=1)
    assert sum(seen.verdicts.values()) == sum(seen.of_rules.values()) == len(life.history.attempts)
    return [each.verdict for each in replay_of_all(life, playbook)]


def replay_of_all(life, playbook):
    from callrules.desk.replay.replaying import asked  # noqa: PLC0415 - what a replay itself asks
    from callrules.desk.replay.verdicts import Judge  # noqa: PLC0415

    return [Judge(playbook).judged(*each) for each in asked(life.contact, life.history)]


def last(life, playbook=HOUSE):
    return verdicts(life, playbook)[-1]


RUNG = somebody().rung(f"{MON} 10:00")


@pytest.mark.parametrize(
    ("verdict", "life"),
    [
        ("agreed", somebody().rung(f"{MON} 10:00")),
        ("agreed", RUNG.rung(f"{WED} 14:00")),
        ("after_a_no", somebody().rung(f"{MON} 10:00", "do_not_call").rung(f"{FRI} 10:00")),
        ("after_a_no", somebody().opted_out(f"{MON} 09:00").rung(f"{FRI} 10:00")),
        ("after_a_no", somebody(role="decision_maker").talked(f"{MON} 10:00", "no_sale").rung(f"{FRI} 14:00")),
        ("dead_number", somebody().rung(f"{MON} 10:00", "wrong_number").rung(f"{FRI} 10:00")),
        ("dead_number", somebody().rung(f"{MON} 10:00", "bad_number").rung(f"{FRI} 15:00")),
        ("unknown_zone", Life(Contact(id="c-1", phones=[NUMBER])).rung(f"{MON} 10:00")),
        ("after_walking_away", somebody().rung(f"{MON} 10:00", "left_company").rung(f"{FRI} 14:00")),
        ("not_ready", somebody(email="a@example.com").rung(f"{MON} 10:00", "hung_up").rung(f"{FRI} 14:00")),
        ("not_ready", somebody(role="decision_maker").rung(f"{MON} 10:00")),
        ("closed_day", somebody().rung(f"{SUN} 10:00")),
        ("closed_day", somebody().rung("2026-10-03 10:00")),
        ("outside_hours", somebody().rung(f"{MON} 22:00")),
        ("too_early", RUNG.rung(f"{MON} 14:00")),
        ("too_early", somebody().talked(f"{MON} 10:00", callback_at=FRI).rung(f"{WED} 10:00")),
        ("too_early", RUNG.snoozed(f"{MON} 11:00", "2026-07-01").rung(f"{WED} 14:00")),
        ("without_reason", somebody().talked(f"{MON} 10:00", "continuation").rung(f"{WED} 14:00")),
    ],
)
def test_each_call_gets_the_gravest_verdict_that_fits(verdict, life):
    assert last(life) == verdict


def test_every_verdict_has_a_case_above_and_a_sentence():
    assert list(VERDICTS)[-1] == "agreed"
    assert len(VERDICTS) == 10


def test_six_in_vain_and_a_seventh_is_after_walking_away():
    life = somebody()
    for day, hour in ((1, 10), (3, 13), (5, 16), (8, 10), (12, 13), (18, 16)):
        life = life.rung(f"2026-06-{day:02} {hour}:00")
    assert verdicts(life) == ["agreed"] * 6
    assert last(life.rung("2026-06-30 10:00")) == "after_walking_away"


def test_too_soon_and_at_night_is_told_as_the_graver_at_night():
    assert last(RUNG.rung(f"{MON} 23:00")) == "outside_hours"


def test_hours_that_open_after_the_pace_are_not_what_forbade_the_call():
    assert last(RUNG.rung(f"{TUE} 19:30")) == "too_early"


def test_a_no_on_a_weekend_is_told_as_the_no():
    assert last(somebody().opted_out(f"{MON} 09:00").rung(f"{SAT} 23:00")) == "after_a_no"


def test_what_was_written_down_later_was_not_known_yet():
    told_late = CallAttempt(at=RUNG.at(f"{MON} 10:00"), disposition="do_not_call", recorded=RUNG.at(f"{WED} 09:00"))
    life = somebody().add(told_late)
    assert last(life.rung(f"{TUE} 14:00")) == "agreed"
    assert last(life.rung(f"{THU} 14:00")) == "after_a_no"


def test_what_was_agreed_in_the_call_itself_was_not_known_before_it():
    life = somebody().promised(f"{MON} 10:00", FRI).rung(f"{MON} 10:00")
    assert last(life) == "agreed"


def test_a_no_that_was_taken_back_later_stood_until_then():
    life = somebody().rung(f"{MON} 10:00", "not_interested", id="n1").rung(f"{TUE} 14:00")
    assert verdicts(life.retracted(f"{WED} 10:00", "n1")) == ["too_early"]


def test_a_number_that_left_the_card_was_on_it_then():
    assert last(somebody().rung(f"{MON} 10:00", number="+493012345671")) == "agreed"


def test_calls_of_theirs_and_calls_never_made_are_not_judged():
    life = somebody().rang_us(f"{MON} 10:00").rung(f"{MON} 11:00", "technical").rung(f"{MON} 11:05", "not_dialled")
    assert verdicts(life.rung(f"{MON} 11:30")) == ["agreed"]


class Silence:
    """A guest's rule that lets people go."""

    name = "silence"

    @hookimpl
    def walk_away(self, history):
        return Stop(grounds="they_moved", since=history.facts[0].at, says="they moved") if history.facts else None


class Lunch:
    """A guest's rule that opens again every day."""

    name = "lunch"
    opens_daily = True

    @hookimpl
    def permits(self, at):
        return Window(start=at.replace(hour=13, minute=0), says="after lunch") if at.hour < 13 else None


def test_a_guests_ground_is_a_walk_away_and_a_guests_hours_are_hours():
    assert last(RUNG.rung(f"{FRI} 14:00"), HOUSE.with_rules(Silence())) == "after_walking_away"
    assert last(somebody().rung(f"{MON} 10:00"), HOUSE.with_rules(Lunch())) == "outside_hours"


def test_a_rule_that_raises_is_told_apart():
    class Broken:
        name = "broken"

        @hookimpl
        def reasons(self):
            raise ZeroDivisionError

    from callrules import Playbook  # noqa: PLC0415 - a playbook that is not strict

    seen = replay(Playbook().with_rules(Broken()), [(RUNG.contact, RUNG.history)])
    assert seen.failed
    assert seen.of_rules == {"broken": 1}


def test_another_playbook_is_told_side_by_side_and_what_it_judges_otherwise():
    life = RUNG.rung(f"{TUE} 14:00").rung(f"{SAT} 10:00")
    quick = HOUSE.with_rules(Pace(days_between=(0,), least_hours=1), Hours())
    both = side_by_side(HOUSE, quick, [(life.contact, life.history)])
    assert both.one.verdicts["too_early"] == 1
    assert both.other.verdicts["agreed"] == 2
    assert both.moved == {("too_early", "agreed"): 1}
    told = json.loads(json.dumps(write_side_by_side(both)))
    assert told["moved"] == [{"this_one": "too_early", "the_other": "agreed", "calls": 1}]
    assert told["against"]["calls"] == told["calls"] == 3
    assert "the other" in side_by_side_page(both)


def test_the_answer_counts_each_call_once_by_verdict_and_by_rule():
    life = RUNG.rung(f"{TUE} 14:00").rung(f"{SAT} 10:00")
    told = write_replay(replay(HOUSE, [(life.contact, life.history)]))
    assert list(told["verdicts"]) == list(VERDICTS)
    assert sum(told["verdicts"].values()) == sum(told["rules"].values()) == told["calls"] == 3


def test_the_page_tells_the_stories_of_those_with_most_calls_against_the_rules():
    calm, pressed = somebody(id="calm", name="Bea").rung(f"{MON} 10:00"), RUNG.rung(f"{TUE} 14:00")
    page = replay_page(replay(HOUSE, [(each.contact, each.history) for each in (calm, pressed)]))
    assert "Ada Lind, Europe/Berlin" in page
    assert "too early" in page
    assert "1 of 2 calls against the rules" in page
    assert "Bea" not in page
    assert NUMBER not in page


def test_an_empty_book_has_a_replay():
    seen = replay(HOUSE, [])
    assert (seen.calls, seen.stories) == (0, ())
    assert "0 calls" in replay_page(seen)
