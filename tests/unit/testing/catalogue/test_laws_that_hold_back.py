"""What looks wrong and is right: policies that serious customers have, and no law accuses."""

import datetime as dt

import attrs
import pytest

from callrules import (
    Because,
    Call,
    CallAttempt,
    Commitment,
    Consent,
    Contact,
    Farewell,
    History,
    Message,
    OptOut,
    Playbook,
    Purchase,
    Reason,
    Verdict,
    WalkAway,
    Write,
    hookimpl,
)
from callrules.declared import Besides, Due, Gap, Open, WithNeighbours
from callrules.errors import InvalidValue
from callrules.moments import Window
from callrules.rules import PromisedCalls, ReturnedCalls
from callrules.step import Step, Stop
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.law_broken import failure_of
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import as_policy, declarations
from callrules.vocabulary import Channel, Kind, Party

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105"], postal_address="Lane 1")
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
REFUSED_MAIL = "to be written to by email, although on Mon 4 May 2026, 10:00 they refused email"


def day(month, number, hour=10):
    return dt.datetime(2026, month, number, hour, tzinfo=dt.UTC)


def accused(law, policy, facts, now, contact=ADA):
    held = next(each for each in LAWS if each.id == law)
    asked = as_policy(policy)
    declared = declarations(asked)
    if held.inapplicable(asked, declared):
        return None
    broken = breaks(held, Situation(asked, contact, History(facts), now, declared))
    return broken and broken.says


@attrs.frozen
class Tuesdays:
    """We ring on Tuesdays: a guard that seldom opens, and so moves no day that they named."""

    declares = (Open(opens=dt.time(9), closes=dt.time(20), weekdays={2}),)

    @hookimpl
    def permits(self, at):
        days = (at.replace(hour=0, minute=0, second=0, microsecond=0) + each * DAY for each in range(8))
        opens = next(each for each in days if each.isoweekday() == 2 and at < each + 20 * HOUR)
        return Window(start=opens + 9 * HOUR, end=opens + 20 * HOUR, says="our hours are others")


def test_a_day_that_they_named_is_not_moved_by_who_rings_on_tuesdays_only():
    named = CallAttempt(at=day(4, 28), disposition="callback_requested", callback_at=dt.date(2026, 5, 20))
    facts = [named, *(CallAttempt(at=day(5, each), disposition="no_answer") for each in (5, 12, 19))]
    paced = Playbook().with_rules(Tuesdays()).next_step(ADA, History(facts), day(5, 21))
    assert paced.at == day(5, 26), "a week after the last try, though the day named has moved on"
    assert accused("promise-at-its-moment", Tuesdays(), facts, day(5, 21)) is None


@attrs.frozen
class Guest:
    """A rule that says what it is told to declare."""

    name = "guest"
    declares: tuple = ()


@attrs.frozen
class Lunch(Guest):
    """Twenty hours between calls, and nobody at lunch."""

    @hookimpl
    def permits(self, history, at):
        noon = at.replace(hour=12, minute=0)
        if noon <= at < noon + 2 * HOUR:
            return Window(start=noon + 2 * HOUR, says="they are at lunch")
        return None


@pytest.mark.parametrize(("more", "says"), [((), "nothing declared forbids Tue"), ((Besides(what="lunch"),), None)])
def test_a_rule_that_forbids_more_than_it_declares_says_so(more, says):
    told = accused("no-idle-wait", Lunch(declares=(Gap(hours=20), *more)), [], day(5, 5, 12))
    assert told is None if says is None else says in told


def test_after_a_goodbye_what_stands_is_due_when_we_look_again():
    vain = [CallAttempt(at=day(1, each), disposition="no_answer") for each in (8, 12, 15, 19, 22, 26)]
    facts = [CallAttempt(at=day(1, 5), disposition="conversation"), *vain]
    theirs = attrs.evolve(ADA, buys_from="Initech")
    for known in (facts, [*facts, Farewell(at=day(1, 27))]):
        assert Playbook().next_step(theirs, History(known), day(5, 4)).reason.name == "competitor_customer"
        assert accused("in-season", Playbook(), known, day(5, 4), theirs) is None


@attrs.frozen
class Checkup(Guest):
    """A customer is asked how things run, too early."""

    @hookimpl
    def reasons(self, history):
        return Reason(name="checkup", says="how does it run?", due=history.bought_at[-1] + 10 * DAY)


@pytest.mark.parametrize(
    ("days", "says"), [(10, None), (30, "before it is due: checkup after a purchase: 30 days later")]
)
def test_a_reason_of_ones_own_is_held_to_the_season_it_declares(days, says):
    rule = Checkup(declares=(Due(reason="checkup", after="purchase", days=days),))
    thanks = Message(at=day(5, 5), channel="email", direction="outbound", purpose="thanks")
    told = accused("in-season", rule, [Purchase(at=day(5, 4)), thanks], day(5, 14))
    assert told is None if says is None else says in told


@attrs.frozen
class CardPerOrder(Guest):
    """Every order is thanked for with a card."""

    @hookimpl
    def before(self, history, reason):
        if reason is None:
            written = len([each for each in history.messages if each.purpose == "card"])
            for order in history.purchases[written:]:
                yield Write(at=order.at, since=order.at, purpose="card", channel=Channel.HANDWRITTEN)


def test_two_orders_are_thanked_for_with_two_cards():
    orders = [Purchase(at=day(5, 4)), Purchase(at=day(5, 11))]
    assert accused("errand-done-counts", CardPerOrder(), orders, day(5, 12)) is None


@attrs.frozen
class PhoneMeeting(Guest):
    """A meeting that they asked for is held on the telephone."""

    @hookimpl
    def reasons(self, history):
        for each in history.commitments:
            if each.kind is Kind.MEET:
                yield Reason(
                    name="phone_meeting", says="they asked to meet", due=each.due, about=each.key, named="hour"
                )


def test_an_hour_that_they_asked_to_meet_at_was_named_by_them():
    meeting = Commitment(at=day(5, 4), by=Party.US, kind=Kind.MEET, asked_by=Party.THEM, due=day(5, 5, 7))
    assert accused("named-by-them", PhoneMeeting(), [meeting], day(5, 4, 12)) is None
    ours = attrs.evolve(meeting, asked_by=Party.US)
    assert accused("named-by-them", PhoneMeeting(), [ours], day(5, 4, 12)) == "they never named this moment"


@attrs.frozen
class ByAccount(Guest):
    """Two days after anybody at their account was rung."""

    @hookimpl
    def permits(self, history):
        last = max((fact.at for fact in history.neighbours), default=None)
        return last and Window(start=last + 2 * DAY, says="a colleague was rung")


@pytest.mark.parametrize("heeds", [False, True])
def test_who_heeds_what_happens_to_colleagues_says_so(heeds):
    rule = ByAccount(declares=(WithNeighbours(),) if heeds else ())
    assert (accused("strangers-do-not-leak", rule, [], day(5, 5)) is None) is heeds


@attrs.frozen
class LegalHold(Guest):
    """We are at law with a competitor's customers."""

    @hookimpl
    def walk_away(self, contact):
        return contact.buys_from and Stop(grounds="legal", since=day(1, 1), says="we are at law with them")


def test_a_goodbye_on_the_ground_of_who_they_are_needs_no_date():
    theirs = attrs.evolve(ADA, buys_from="Initech")
    assert accused("calendar-repeats", LegalHold(), [], day(5, 5), theirs) is None


class ByHand:
    """A policy without rules, with one honest sentence."""

    def next_step(self, contact, history, now):
        said = (Because("by_hand", "later", "on the first of next month"),)
        return Call(at=day(6, 1), reason=Reason(name="news", says="there are news"), because=said)

    def may_call(self, contact, history, at, *, number=None):
        return Verdict(allowed=at >= day(6, 1), because=(Because("by_hand", "later", "on the first"),))


def test_a_policy_that_declares_nothing_may_wait_for_grounds_of_its_own():
    assert accused("no-idle-wait", ByHand(), [], day(5, 5)) is None


def test_a_promise_that_a_talk_answered_before_it_was_written_down_is_not_forgotten():
    spoken = CallAttempt(at=day(5, 5, 9), disposition="conversation", reason="promise", about="note")
    letter = {"channel": Channel.HANDWRITTEN, "direction": "outbound"}
    written = Message(at=day(5, 5), promises=day(5, 5, 8).date(), id="note", **letter)
    alone = Playbook([PromisedCalls()])
    assert accused("promise-not-forgotten", alone, [spoken, written], day(5, 5, 11)) is None
    silent = attrs.evolve(spoken, about=None)
    assert alone.next_step(ADA, History([silent, written]), day(5, 5, 11)).reason.name == "promise"


@attrs.frozen
class Always:
    """The same answer for everybody."""

    step: Step

    def next_step(self, contact, history, now):
        return self.step

    def may_call(self, contact, history, at, *, number=None):
        return Verdict(allowed=False, because=self.step.because)


WHY = (Because("always", "always", "as we always did"),)
BY_MAIL = {"at": day(5, 5), "since": day(5, 4), "channel": Channel.EMAIL, "because": WHY}


def test_no_note_goes_where_they_refused_it():
    note = Always(Write(purpose="after_hang_up", **BY_MAIL))
    refused = [OptOut(at=day(5, 4), channel=Channel.EMAIL)]
    assert accused("refused-channel-unused", note, refused, day(5, 5)) == REFUSED_MAIL
    assert accused("refused-channel-unused", note, [*refused, Consent(at=day(5, 5, 9))], day(5, 5)) is None


def test_who_said_stop_is_not_even_told_goodbye_by_mail():
    goodbye = Always(WalkAway(grounds="do_not_call", **BY_MAIL))
    quiet = Always(attrs.evolve(goodbye.step, channel=None))
    stopped = [OptOut(at=day(5, 4))]
    says = "a goodbye by email after they asked us to stop"
    assert accused("opted-out-never-rung", goodbye, stopped, day(5, 5)) == says
    assert accused("opted-out-never-rung", quiet, stopped, day(5, 5)) is None


def test_around_the_clock_is_declared_by_declaring_nothing():
    with pytest.raises(InvalidValue, match=r"Open.closes: found 0?0?:?.*around the clock needs no Open"):
        Open(opens=dt.time(0), closes=dt.time(0))


def test_the_story_tells_what_happened_to_the_stranger():
    policy = as_policy(ByAccount())
    held = next(each for each in LAWS if each.id == "strangers-do-not-leak")
    failure = failure_of(held, Situation(policy, ADA, History(), day(5, 5), declarations(policy)), 1)
    story = str(Counterexample(failure=failure, seed=None))
    assert story.count('contact="a stranger"') == 1, "where one fact shows it, the others are left out"


@attrs.frozen
class Afternoons(Guest):
    """Nobody before noon, but for one reason, and it declares nothing."""

    but_for: str = ""

    @hookimpl
    def permits(self, reason, at):
        noon = at.replace(hour=12, minute=0)
        return Window(start=noon, says="they sleep late") if at < noon and reason.name != self.but_for else None


def test_a_silent_rule_may_hold_up_one_promise_while_the_answer_is_the_other():
    at_nine = CallAttempt(id="z", at=day(5, 1), disposition="no_answer", callback_at=day(5, 5, 9))
    whenever = CallAttempt(at=day(5, 4), disposition="callback_requested")
    policy = Playbook([PromisedCalls(), Afternoons()])
    assert accused("promise-at-its-moment", policy, [at_nine, whenever], day(5, 4, 13)) is None
    assert accused("promise-at-its-moment", policy, [at_nine], day(5, 4, 13)) is None


def test_a_silent_rule_may_hold_up_a_returned_call_while_the_answer_is_a_promise():
    at_noon = CallAttempt(at=day(5, 4), disposition="no_answer", callback_at=day(5, 5, 11))
    rang_us = CallAttempt(at=day(5, 5, 9), disposition="no_answer", direction="inbound")
    policy = Playbook([PromisedCalls(), ReturnedCalls(), Afternoons(but_for="promise")])
    assert accused("returned-call-rung", policy, [at_noon, rang_us], day(5, 5)) is None
