"""B3, B7, C10, E5, F13, G21: what a call is for, its next date, and what is left on a machine."""

import datetime as dt

import pytest
from speaking import US, rung_in_vain, script

from callrules import Agenda, Call, CallAttempt, Sender, hookimpl
from callrules.words.said_days import said_days
from callrules.words.voicemail import seconds_spoken
from helpers.people import FRI, HOUSE, MON, NUMBER, WED, somebody


def test_an_agenda_has_an_objective_a_ladder_an_outcome_a_path_and_two_dates():
    agenda = script(somebody(), f"{MON} 10:00").agenda
    assert agenda.objective
    assert len(agenda.asks) == 3
    assert agenda.outcome
    assert agenda.path
    assert agenda.buy_in.endswith("?")
    assert agenda.proceed.endswith("?")
    assert agenda.next_call == "May I call you again on Monday 8 June, or does Wednesday 10 June suit you better?"


@pytest.mark.parametrize("agreed", ["what_is_hard", "What is the hardest part of it today?", "WHAT_IS_HARD"])
def test_the_ladder_starts_where_the_last_call_stopped(agreed):
    life = somebody().talked("2025-10-01 10:00", outcome="advance", agreed=[agreed])
    asks = [each.name for each in script(life, f"{MON} 10:00").agenda.asks]
    assert asks == ["an_example"]


def test_what_is_new_is_told_also_in_a_promised_call():
    life = somebody().insight(f"{MON} 09:00").rung(f"{MON} 10:00", "callback_requested", callback_at=f"{WED} 15:00")
    said = script(life, f"{WED} 15:00")
    assert said.agenda.path[0] == "Tell them something new: a new grant for shops."
    assert said.insight == life.history.insights[0].key
    assert said.insight in said.used


def test_no_insight_is_told_twice():
    life = somebody().insight("2026-05-20 09:00", id="i-1")
    life = life.rung("2026-05-21 10:00", "conversation", outcome="advance", used=["i-1"])
    said = script(life, f"{MON} 10:00")
    assert said.insight is None
    assert "new grant" not in str(said)


def test_after_a_gatekeeper_an_exact_time_is_asked_for_in_their_words():
    life = somebody().rung(f"{MON} 10:00", "gatekeeper", remark="she is in a meeting until three")
    agenda = script(life, f"{WED} 15:30").agenda
    assert agenda.next_call.startswith("“she is in a meeting until three”, they said. Ask for an exact time")


def test_a_guests_agenda_is_completed():
    class Tea:
        name = "tea"

        @hookimpl
        def agenda(self):
            return Agenda(objective="Have tea together.", proceed="Shall we?")

    agenda = script(somebody(), f"{MON} 10:00", playbook=HOUSE.with_rules(Tea())).agenda
    assert (agenda.objective, agenda.proceed) == ("Have tea together.", "Shall we?")
    assert "Monday 8 June" in agenda.next_call


def test_the_dates_of_an_agenda_are_days_on_which_the_gate_permits_the_call():
    life = somebody(region="DE").bought("2024-03-01 10:00")
    step = life.step("2026-12-17 10:00")
    agenda = HOUSE.script(life.contact, life.history, step, US).agenda
    talk = CallAttempt(at=step.at, disposition="conversation", outcome="advance", reason=step.reason.name)
    for day in (dt.date(2026, 12, 24), dt.date(2026, 12, 29)):
        assert f"{day.day} December" in agenda.next_call
        assert HOUSE.can_promise(life.contact, life.history.add(talk), day)


def test_a_voicemail_says_who_and_why_when_we_try_again_and_the_number_twice():
    voicemail = script(somebody(), f"{MON} 10:00").voicemail
    assert voicemail.text.startswith("Hello Ada Lind, this is Bea Roth from Lind & Sons.")
    assert voicemail.text.count(NUMBER) == 2
    assert "I will try you again on Wednesday 3 June." in voicemail.text
    assert voicemail.seconds <= 30


def test_the_day_that_a_voicemail_names_is_kept():
    life = somebody()
    step = life.step(f"{MON} 10:00")
    named = HOUSE.script(life.contact, life.history, step, US).voicemail
    assert "Wednesday 3 June" in named.text
    left = life.rung(f"{MON} 10:00", "voicemail_left", reason="prospect", promises=WED)
    assert left.next(f"{MON} 11:00") == f"call promise Wed {WED} 12:00"


def test_no_voicemail_uses_the_words_of_the_last_one_and_none_follows_another():
    _, scripts = rung_in_vain(somebody(), f"{MON} 10:00", 6, "voicemail_left")
    assert [bool(each.voicemail) for each in scripts[:2]] == [True, False]
    life, texts = somebody(), []
    for how, day in (("voicemail_left", MON), ("no_answer", WED), ("voicemail_left", FRI), ("no_answer", "2026-06-08")):
        said = script(life, f"{day} 10:00").voicemail
        texts += [said.name] if said else []
        life = life.rung(f"{day} 10:00", how, reason="prospect")
    assert len(texts) == len(set(texts)) == 2


def test_the_last_voicemail_before_a_goodbye_names_no_day():
    _, scripts = rung_in_vain(somebody(), f"{MON} 10:00", 6)
    assert "try you again" not in str(scripts[-1].voicemail)


def test_a_voicemail_lasts_half_a_minute_at_most_also_with_long_names():
    sender = Sender(name="Bartholomew Featherstonehaugh-Cholmondeley " * 3, company="Long " * 30, number=NUMBER)
    said = script(somebody(name="Maximiliane von und zu " * 5), f"{MON} 10:00", sender)
    assert said.voicemail is None or said.voicemail.seconds <= 30


def test_seconds_count_each_digit_as_a_word():
    assert seconds_spoken("one two three four five") == 2
    assert seconds_spoken("+12065550105") == 5
    assert seconds_spoken(" ".join(["word"] * 75)) == 30


def test_the_number_to_ring_from_is_the_one_they_know():
    life = somebody().rung("2025-10-01 10:00", "conversation", outcome="advance", from_number="+493099999999")
    said = script(life, f"{MON} 10:00")
    assert said.ring_from == "+493099999999"
    assert any("+493099999999" in each for each in said.cautions)


def test_a_call_is_followed_by_three_questions_and_a_note_by_none():
    assert len(script(somebody(), f"{MON} 10:00").afterwards) == 3
    hung_up = somebody(email="ada@example.com").rung(f"{MON} 10:00", "hung_up")
    assert script(hung_up, f"{MON} 10:05").afterwards == ()


def test_what_was_learned_from_the_last_call_is_shown_before_the_next():
    life = somebody().talked("2025-10-01 10:00", outcome="advance", id="c-1")
    assert not any("last" in each for each in script(life, f"{MON} 10:00").cautions)
    life = life.reflected("2025-10-01 10:30", of="c-1", well="we laughed", otherwise="ask sooner", received="annoyed")
    cautions = script(life, f"{MON} 10:00").cautions
    assert "What went well last time: we laughed" in cautions
    assert "To do otherwise this time: ask sooner" in cautions
    assert any(each.startswith("They were annoyed by the last call") for each in cautions)


def test_a_goodbye_names_the_day_on_which_the_rules_will_really_ring():
    life, _ = rung_in_vain(somebody(email="ada@example.com"), f"{MON} 10:00", 6)
    now = life.history.facts[-1].at
    step = HOUSE.next_step(life.contact, life.history, now)
    text = HOUSE.script(life.contact, life.history, step, US).text
    after = life.said_goodbye(step.at.astimezone(life.zone).isoformat()[:26])
    rest = HOUSE.next_step(after.contact, after.history, step.at)
    call = HOUSE.next_step(after.contact, after.history, rest.at)
    assert isinstance(call, Call)
    day = call.at.astimezone(life.zone)
    assert (
        f"from {day:%A} {day.day} {day:%B} on" in text.replace("From", "from")
        or f"until {day:%A} {day.day} {day:%B}" in text
    )


def test_an_agenda_of_which_they_would_hear_what_is_untrue_or_rude_is_left_out_and_named():
    class Rude:
        name = "rude"

        @hookimpl
        def agenda(self):
            return Agenda(objective="An order.", asks=(), proceed="You promised us an order in May. Shall we begin?")

    said = HOUSE.with_rules(Rude()).script(*_about(somebody()))
    assert said.agenda.objective != "An order."
    assert any("(rude)" in each for each in said.cautions)


def _about(life):
    step = life.step(f"{MON} 10:00")
    return life.contact, life.history, step, US


@pytest.mark.parametrize("words", ["this day next week", "the same time next week", "a week from today"])
def test_a_week_later_is_a_day_that_can_be_looked_up(words):
    (said,) = said_days(f"I will ring you again {words}.", dt.date(2026, 6, 1))
    assert (said.day, said.is_ahead) == (dt.date(2026, 6, 8), True)


def test_how_a_call_went_that_never_was_is_not_told():
    life = somebody().talked("2025-10-01 10:00", id="c-1").reflected("2025-10-01 10:30", of="c-1", well="we laughed")
    assert life.history.last_reflection is not None
    assert life.retracted("2025-10-01 11:00", of="c-1").history.last_reflection is None
