"""Guards that agree only long after all questions are asked: we say up to when we looked, and look on from there."""

import datetime as dt

import attrs
import pytest

from callrules import Contact, History, Playbook, Reason, Rest, Window, hookimpl
from callrules.desk.day_list import day_list
from callrules.moments import END_OF_TIME, MOST_QUESTIONS, first_agreement, next_agreement

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105"])
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NOTHING = History()


def utc(year, month, day, hour=0, minute=0):
    return dt.datetime(year, month, day, hour, minute, tzinfo=dt.UTC)


MAY = utc(2026, 5, 4, 10)


def in_summer(at, parity):
    """Every second hour from May to September, whenever in the rest of the year."""
    if not 5 <= at.month <= 9:
        return Window(end=utc(at.year + (at.month > 9), 5, 1), says="not summer")
    hour = at.replace(minute=0, second=0, microsecond=0)
    hour += HOUR if hour.hour % 2 != parity else dt.timedelta()
    if hour.month > 9:
        return Window(start=utc(at.year, 10, 1), end=utc(at.year + 1, 5, 1), says="not summer")
    return Window(start=hour, end=hour + HOUR, says=f"{'odd' if parity else 'even'} hours in summer")


@attrs.frozen
class SummerHours:
    """In summer they are at home in odd hours only."""

    name: str = "summer_hours"

    @hookimpl
    def permits(self, at):
        return in_summer(at, 1)


@attrs.frozen
class SummerTraffic:
    """In summer we are in the office in even hours only."""

    name: str = "summer_traffic"

    @hookimpl
    def permits(self, at):
        return in_summer(at, 0)


@attrs.frozen
class Line:
    name: str = "line"

    @hookimpl
    def permits(self):
        return Window.never("their line was cut")


@attrs.frozen
class Birthday:
    """A reason of its own, with its own moment."""

    expires: dt.datetime | None = None
    name: str = "birthday"

    @hookimpl
    def reasons(self):
        return Reason(name="birthday", says="it is their birthday", expires=self.expires)


LIGHT = Playbook().with_rules(SummerTraffic())
SUMMER = Playbook().with_rules(SummerHours(), SummerTraffic())


def rests(playbook, now):
    step = playbook.next_step(ADA, NOTHING, now)
    while isinstance(step, Rest) and step.at:
        yield now, step
        now = step.at
        step = playbook.next_step(ADA, NOTHING, now)
    yield now, step


def test_where_the_questions_ran_out_the_answer_says_up_to_when_we_looked():
    step = SUMMER.next_step(ADA, NOTHING, MAY)
    assert isinstance(step, Rest)
    assert step.at > MAY + 7 * DAY
    assert {each.rule for each in step.because} == {"summer_hours", "summer_traffic", "hours", "playbook"}
    assert step.because[-1].until == step.at
    assert "no moment that suits everybody" in step.says


def test_who_follows_those_rests_gets_to_the_call_in_a_few_wakes():
    *waits, (_, call) = rests(SUMMER, MAY)
    assert call.at == utc(2026, 10, 1, 9)
    assert 1 <= len(waits) <= 5
    assert all(step.at > now for now, step in waits)


def test_until_it_ends_such_a_rest_is_the_same_rest_whenever_we_ask():
    for now, step in list(rests(SUMMER, MAY))[:-1]:
        moments = [now + (step.at - now) * part / 23 for part in range(23)]
        assert {SUMMER.next_step(ADA, NOTHING, at).at for at in moments} == {step.at}


def test_a_call_found_at_the_end_of_summer_stays_the_call_until_its_moment():
    now, call = list(rests(SUMMER, MAY))[-1]
    for part in range(24):
        assert SUMMER.next_step(ADA, NOTHING, now + (call.at - now) * part / 23) == call


def test_what_is_never_permitted_is_a_rest_for_ever():
    assert Playbook().with_rules(Line()).next_step(ADA, NOTHING, MAY).at is None
    assert SUMMER.with_rules(Line()).next_step(ADA, NOTHING, MAY).at is None


def test_the_gate_names_no_moment_it_does_not_know_and_says_when_to_ask_again():
    verdict = SUMMER.may_call(ADA, NOTHING, MAY)
    assert (verdict.allowed, verdict.at) == (False, None)
    assert verdict.because == SUMMER.next_step(ADA, NOTHING, MAY).because
    assert SUMMER.may_call(ADA, NOTHING, utc(2026, 10, 1, 9)).allowed


def test_who_promises_is_told_up_to_when_we_looked_in_vain():
    refused = SUMMER.can_promise(ADA, NOTHING, dt.date(2026, 5, 11), asked_by="us")
    assert (refused.allowed, refused.at) == (False, None)
    assert refused.because[-1].until > utc(2026, 5, 18)


def test_the_explanation_says_from_when_on_to_ask_again():
    said = SUMMER.explain(ADA, NOTHING, MAY)
    assert "at no known moment" not in said.headline
    assert "no moment that suits everybody" in str(said)


def test_the_day_list_counts_them_with_the_moment_to_look_again():
    left_out = day_list(SUMMER, [(ADA, NOTHING)], MAY).left_out
    assert [(each.says, each.next_at) for each in left_out] == [
        ("resting: no moment found yet", SUMMER.next_step(ADA, NOTHING, MAY).at)
    ]


@attrs.frozen
class BirthdaysInJune:
    """Birthdays are rung in June only, whatever the hours say."""

    opens: dt.datetime
    name: str = "summer_hours"

    @hookimpl
    def permits(self, at, reason):
        return Window(start=self.opens, says="in June") if reason.name == "birthday" else in_summer(at, 1)


def test_another_reasons_call_is_promised_only_where_we_have_looked_that_far():
    until = SUMMER.next_step(ADA, NOTHING, MAY).at
    sooner = LIGHT.with_rules(BirthdaysInJune(until - 4 * DAY), Birthday()).next_step(ADA, NOTHING, MAY)
    later = LIGHT.with_rules(BirthdaysInJune(until + 4 * DAY), Birthday()).next_step(ADA, NOTHING, MAY)
    assert sooner.reason.name == "birthday"
    assert later == Rest(at=until)


def test_a_reason_that_expires_before_we_have_to_look_again_wakes_nobody():
    alone = SUMMER.without("prospects").with_rules(Birthday(expires=MAY + DAY))
    assert alone.next_step(ADA, NOTHING, MAY) == Rest(at=None)


# Guards alone


def on_weekday(number):
    def ask(at):
        day = at.replace(hour=9, minute=0, second=0, microsecond=0)
        while day.isoweekday() != number or day + 8 * HOUR <= at:
            day += DAY
        return Window(start=day, end=day + 8 * HOUR, says=f"weekday {number}")

    return ask


def every(step, opens, lasts):
    def ask(at):
        slot = MAY + (at - MAY) // step * step + opens
        slot += step if slot + lasts <= at else dt.timedelta()
        return Window(start=slot, end=slot + lasts, says=f"every {step}")

    return ask


def test_a_conflict_of_years_is_looked_at_once_a_year():
    guards = [("monday", on_weekday(1)), ("tuesday", on_weekday(2))]
    first = next_agreement(guards, MAY)
    assert (first.start, first.is_undecided, first.is_never) == (utc(2027, 1, 1), True, False)
    assert next_agreement(guards, first.start).start == utc(2028, 1, 1)


@pytest.mark.parametrize(
    ("step", "until"),
    [(2 * HOUR, utc(2026, 6, 1)), (HOUR / 6, utc(2026, 5, 5)), (HOUR / 60, utc(2026, 5, 4, 11))],
)
def test_the_more_often_guards_miss_each_other_the_sooner_we_look_again(step, until):
    guards = [("odd", every(step, step * 0, step / 2)), ("even", every(step, step / 2, step / 2))]
    assert next_agreement(guards, MAY + step / 5).start == until


def test_a_guard_that_forbids_the_very_moment_to_which_it_put_the_call_off_has_slid():
    def not_just_now(at):
        return Window(start=at + dt.timedelta(seconds=1), says="not just now")

    assert [who for who, _ in next_agreement([("later", not_just_now)], MAY).slid] == ["later"]


def test_a_guard_that_ends_it_all_beyond_what_we_looked_at_first_is_never():
    def until_they_closed_down(at):
        closed = Window.never("closed down")
        return closed if at >= MAY + 60 * DAY else Window(end=MAY + 60 * DAY, says="until they closed down")

    busy = [("odd", every(2 * HOUR, 0 * HOUR, HOUR)), ("even", every(2 * HOUR, HOUR, HOUR))]
    guards = [*busy, ("shop", until_they_closed_down)]
    assert first_agreement(guards, MAY).is_undecided
    found = next_agreement(guards, utc(2026, 6, 4))
    assert (found.is_never, found.conflict[0][0]) == (True, "shop")


def test_looking_on_is_cheap():
    questions = []

    def counted(ask):
        return lambda at: questions.append(at) or ask(at)

    next_agreement([("monday", counted(on_weekday(1))), ("tuesday", counted(on_weekday(2)))], MAY)
    assert len(questions) <= 2.5 * MOST_QUESTIONS


def from_every_checkpoint(guards, at):
    """When guards agree, looked for from now, and from the next hour, day, month and year as far as each is reached."""
    found, looked = first_agreement(guards, at), at
    hour = at.replace(minute=0, second=0)
    day = hour.replace(hour=0)
    for ahead in (hour + HOUR, day + DAY, (day.replace(day=1) + 31 * DAY).replace(day=1)):
        if not found.is_undecided or (looked > at and found.start < ahead):
            return found, looked
        found, looked = first_agreement(guards, ahead), ahead
    ahead = day.replace(year=at.year + 1, month=1, day=1)
    return (first_agreement(guards, ahead), ahead) if found.is_undecided and found.start >= ahead else (found, looked)


@pytest.mark.parametrize("minutes", [1, 3, 10, 45, 120, 24 * 60, 7 * 24 * 60])
@pytest.mark.parametrize("apart", [300, 480, 510, 600, 2100, 5000])
def test_looking_on_from_the_last_checkpoint_that_was_reached_finds_what_any_would(minutes, apart):
    step = minutes * dt.timedelta(minutes=1)
    meet = (MAY + apart * step).replace(minute=0)

    def odd_until_they_meet(at):
        return every(step, 0 * step, step / 2 if at < meet else step)(at)

    at, guards = MAY + step / 5, [("odd", odd_until_they_meet), ("even", every(step, step / 2, step / 2))]
    found, (wanted, looked) = next_agreement(guards, at), from_every_checkpoint(guards, at)
    assert (found.is_undecided, found.start) == (wanted.is_undecided, looked if wanted.is_undecided else wanted.start)


def test_at_the_end_of_the_calendar_we_do_not_stumble():
    last = utc(9999, 12, 31, 23, 30)
    late = [("later", lambda at: Window(start=min(at + dt.timedelta(microseconds=1), END_OF_TIME), says="later"))]
    assert next_agreement(late, last).slid
    assert first_agreement([], last).start == last
