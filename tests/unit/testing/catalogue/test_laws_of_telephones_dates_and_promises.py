"""A shared telephone is counted, a date is not lost by a dial, a yes is kept, and no way of writing is no way."""

import datetime as dt

from callrules import Channel, KeyDate, Playbook, Reason, Stop, Window, Write, hookimpl
from callrules.calendars import DAY
from callrules.channels import best_channel
from callrules.declared import Besides, Cap, Gap
from callrules.moments import outside
from callrules.rules import ReturnedCalls
from callrules.step import Because, Verdict
from helpers.accusing import ADA, accused, rule_that
from helpers.people import FRI, MON
from zoo.altered import Altered

ONCE_A_WEEK = Cap(most=1, days=7)


def once_a_week(calls_of):
    def permits(self, history, number, at):
        blocked = [(call.at, call.at + 7 * DAY) for call in calls_of(history, number)]
        return outside(blocked, at, "once a week")

    return rule_that("permits", permits, ONCE_A_WEEK)


def test_a_cap_counts_what_rang_on_their_telephone_for_others():
    assert "a call although declared" in accused(
        "cap-counts-the-telephone", once_a_week(lambda known, _: known.attempts)
    )
    both = once_a_week(lambda known, number: (*known.attempts, *known.tries_on(number)))
    assert not accused("cap-counts-the-telephone", both)


def test_a_gap_counts_what_rang_on_their_telephone_for_others():
    def a_week_apart(calls_of):
        def permits(self, history, number, at):
            return outside([(call.at, call.at + 7 * DAY) for call in calls_of(history, number)], at, "a week apart")

        return rule_that("permits", permits, Gap(hours=7 * 24))

    own = a_week_apart(lambda known, _: known.attempts)
    assert "a call although declared" in accused("gap-counts-the-telephone", own)
    both = a_week_apart(lambda known, number: (*known.attempts, *known.tries_on(number)))
    assert not accused("gap-counts-the-telephone", both)


TOLD = ADA.add(KeyDate(at=ADA.at(f"{MON} 09:00"), what="renewal", on=dt.date(2027, 1, 11), yearly=True))


def before_the_renewal(then):
    """A rule that rings a month before; once we have dialled, as told."""

    def reasons(self, history):
        for each in history.of(KeyDate):
            due = history.calendar.starts(each.on - 30 * DAY)
            due = then(due) if any(due <= call.at for call in history.attempts) else due
            if due:
                yield Reason(name="renewal", about=f"{due:%Y}", due=due, expires=due + 25 * DAY, says="it ends")

    return rule_that("reasons", reasons)


def test_a_dial_in_vain_does_not_move_a_dated_call_to_next_year():
    says = accused("a-date-is-not-lost", before_the_renewal(lambda due: due + 365 * DAY), TOLD)
    assert "a dial in vain puts 'renewal' off to Sun 12 Dec 2027" in says


def test_who_told_no_date_yet_is_looked_at_with_one():
    assert "a dial in vain puts 'renewal' off" in accused(
        "a-date-is-not-lost", before_the_renewal(lambda due: due + 365 * DAY)
    )
    assert not accused("a-date-is-not-lost", before_the_renewal(lambda due: due))


def test_a_dated_call_may_stand_after_a_dial_or_be_used_up_by_it():
    assert not accused("a-date-is-not-lost", before_the_renewal(lambda due: due), TOLD)
    assert not accused("a-date-is-not-lost", before_the_renewal(lambda _: None), TOLD)


class Obliging(Altered):
    """Whatever is asked for is promised."""

    def can_promise(self, *about, asked_by="them"):
        return Verdict(allowed=True, because=(Because("obliging", "yes", "gladly"),))


def test_who_promises_any_day_breaks_some():
    assert "a call may be promised for Sat" in accused("a-yes-can-be-kept", Obliging(), when=f"{FRI} 10:00")
    assert not accused("a-yes-can-be-kept", Playbook(), when=f"{FRI} 10:00")


def test_a_letter_that_goes_out_before_the_promised_call_does_not_break_the_promise():
    def before(self, history, reason):
        if reason is None or history.wrote("welcome", history.latest - 300 * DAY):
            return None
        return Write(purpose="welcome", channel="email", because=(Because("odd", "welcome", "a word first"),))

    assert not accused("a-yes-can-be-kept", rule_that("before", before), ADA.rung(f"{MON} 09:00", "conversation"))


def by_any_way(channel_of):
    def before(self, contact, history, reason):
        if reason is not None or not history.talks or history.wrote("thanks", history.talks[-1].at):
            return None
        channel = channel_of(contact, history)
        why = (Because("odd", "thanks", "thanks for the talk"),)
        return Write(since=history.talks[-1].at, purpose="thanks", channel=channel, because=why) if channel else None

    return rule_that("before", before)


def test_who_refused_every_way_of_writing_is_written_to_in_none():
    talked = ADA.rung(f"{MON} 09:00", "conversation")
    stubborn = by_any_way(lambda contact, history: best_channel(contact, history) or Channel.TEXT)
    assert "they want nothing in writing" in accused("no-way-is-no-way", stubborn, talked)
    assert not accused("no-way-is-no-way", by_any_way(best_channel), talked)


def test_ones_own_ground_is_not_lifted_by_a_dial_of_ours():
    def on(calls):
        def walk_away(self, history):
            busy = [call for call in calls(history) if call.disposition.value == "busy"]
            return Stop(grounds="busy", since=busy[-1].at, says="always busy") if len(busy) > 1 else None

        return rule_that("walk_away", walk_away)

    busy = ADA.rung("2026-05-28 10:00", "busy").rung("2026-05-29 14:00", "busy")
    last_two = on(lambda known: known.attempts[-2:])
    assert "of ours brought them back" in accused("own-deeds-lift-nothing", last_two, busy)
    assert not accused("own-deeds-lift-nothing", on(lambda known: known.attempts), busy)


def test_customers_of_another_desk_are_not_owed_a_call_back_by_this_one():
    def walk_away(self, history):
        bought = history.bought_at
        return Stop(grounds="handed_over", since=bought[-1], says="theirs is another desk") if bought else None

    assert not accused("returns-some-calls", rule_that("walk_away", walk_away))
    slow = Playbook().without("returned_calls")
    assert "they rang in vain, and hear nothing" in accused("returns-some-calls", slow)


class AnsweredBy(ReturnedCalls):
    """Whoever got some words of ours since they turned to us has been answered."""

    name, is_an_answer = "returned_calls", staticmethod(lambda each: True)

    @hookimpl
    def reasons(self, history):
        turned = history.came_back
        answered = turned and any(each.at >= turned and self.is_an_answer(each) for each in history.written)
        return None if answered else super().reasons(history)


class AnsweredByHand(AnsweredBy):
    """Words without a purpose are none of a person."""

    is_an_answer = staticmethod(lambda each: each.purpose == "answer")


def test_a_text_by_a_machine_is_no_answer_to_a_call_of_theirs():
    assert "they rang in vain, and hear nothing" in accused("returns-some-calls", AnsweredBy())
    assert not accused("returns-some-calls", AnsweredByHand())


def after_mails(of):
    def permits(self, history, at):
        mails = [(each.at, each.at + 2 * DAY) for each in of(history)]
        return outside(mails, at, "mails may cross", yields=True)

    return rule_that("permits", permits, Besides(what="not within two days of a mail"))


def test_mails_of_theirs_hold_up_no_call_that_they_ask_for():
    told = accused("what-they-ask-is-not-held-up", after_mails(lambda history: history.messages))
    assert told.endswith("3 mails of theirs")
    assert not accused("what-they-ask-is-not-held-up", after_mails(lambda history: history.written))


def test_firms_may_be_treated_by_their_names_and_not_by_who_was_asked_about_first():
    seen = {}

    def by_name(self, contact):
        odd = contact.account and sum(map(ord, contact.account)) % 2
        return Window.never("not this season") if odd else None

    def first_come(self, contact):
        first = seen.setdefault(contact.account or "", contact.id)
        return None if first == contact.id else Window.never("a colleague is rung")

    words = Besides(what="some firms")
    assert not accused("no-memory", rule_that("permits", by_name, words))
    assert "a colleague of theirs was asked about" in accused("no-memory", rule_that("permits", first_come, words))
