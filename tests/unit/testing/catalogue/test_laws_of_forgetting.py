"""Nobody is forgotten: hand-made situations that break these laws, and what looks alike and is lawful."""

import datetime as dt

import attrs
import pytest

from callrules import Message, Playbook, Reason, Rest, Verdict, Window, hookimpl
from callrules.declared import Cap, Dated, Due
from callrules.rules import CompetitorsCustomers
from callrules.step import Because, Stop
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.testing.situations import Situation
from helpers.people import HOUSE, MON, somebody

DAY = dt.timedelta(days=1)
KNOWN = {law.id: law for law in LAWS}
ADA = somebody(email="ada@example.org")
CUSTOMER = ADA.bought("2026-04-20 10:00").talked("2026-04-20 10:00")


def accused(law, policy, life, when=f"{MON} 10:00"):
    """What the law says of the policy in that life, on that day or one of the next; `None` where it says nothing."""
    held, declared = KNOWN[law], declarations(policy)
    if held.inapplicable(policy, declared):
        return None
    asked = ((life.at(when) + day * DAY, seed) for day in range(6) for seed in range(4))
    found = (breaks(held, Situation(policy, life.contact, life.history, at, declared, seed)) for at, seed in asked)
    return next((each.says for each in found if each), None)


@attrs.frozen(kw_only=True)
class Survey:
    """How do they like it? A month after they bought; what is asked and for how long as told."""

    name = "survey"
    declares: tuple = ()
    subjects: object = lambda history: ["delivery"]
    stays: int | None = None
    again: bool = False

    @hookimpl
    def reasons(self, history):
        if history.bought_at:
            due = history.calendar.add(history.bought_at[-1], days=30)
            due = max(due, history.attempts[-1].at + 60 * DAY) if self.again and len(history.attempts) > 1 else due
            expires = due + self.stays * DAY if self.stays else None
            for each in self.subjects(history):
                yield Reason(name="survey", due=due, about=each, says="how do they like it?", expires=expires)


@attrs.frozen
class OnceInSixWeeks:
    """A guard that says what it keeps to, or does not."""

    name = "once_in_six_weeks"
    declares: tuple = ()

    @hookimpl
    def permits(self, history):
        if history.attempts:
            return Window(start=history.attempts[-1].at + 42 * DAY, says="we tried of late")
        return None


@attrs.frozen
class OneTry:
    """Lets go after one try, for good."""

    name = "one_try"

    @hookimpl
    def walk_away(self, history):
        vain = [call for call in history.attempts if call.reason == "survey" and not call.talked]
        return Stop(grounds="said_our_piece", since=vain[0].at, says="once is enough") if vain else None


def with_rules(*rules):
    return Playbook().with_rules(*rules)


# --- a call stands


def test_a_dial_in_vain_leaves_a_call_standing_in_the_house():
    for life in (ADA, CUSTOMER, ADA.talked("2026-05-18 10:00", "advance"), ADA.met("2026-05-29 10:00")):
        assert accused("a-call-stands", HOUSE, life) is None


def test_who_was_tried_in_vain_is_not_put_off_by_two_months():
    told = accused("a-call-stands", with_rules(Survey(again=True)), CUSTOMER)
    assert told.startswith("after a dial that ended as no_answer the call for survey is forgotten: the next one is for")


@pytest.mark.parametrize("stays", [40, None])
def test_what_lasts_until_a_guard_lets_us_ring_again_is_no_forgotten_call(stays):
    policy = with_rules(Survey(stays=stays), OnceInSixWeeks(declares=(Cap(most=1, days=42),)))
    assert accused("a-call-stands", policy, CUSTOMER) is None


def test_a_guard_that_says_nothing_of_itself_may_be_at_work():
    assert accused("a-call-stands", with_rules(Survey(stays=40), OnceInSixWeeks()), CUSTOMER) is None


def test_a_goodbye_after_one_try_is_an_answer():
    assert accused("a-call-stands", with_rules(Survey(again=True), OneTry()), CUSTOMER) is None


class Mute:
    """Rings the customer until we have written, and then has nothing to do, for a reason or for none."""

    def __init__(self, rule):
        self.rule = rule

    def next_step(self, contact, history, now):
        if any(isinstance(fact, Message) for fact in history.entries):
            return Rest(at=None, because=(Because(self.rule, "rest", "there is no reason to call"),))
        return HOUSE.next_step(contact, history, now)

    def may_call(self, contact, history, at, *, number=None):
        return Verdict(allowed=False, at=None, number=number)


@pytest.mark.parametrize(("rule", "is_forgotten"), [("playbook", True), ("written_to", False)])
def test_a_rest_that_names_no_rule_has_forgotten_the_call(rule, is_forgotten):
    told = accused("a-call-stands", Mute(rule), ADA)
    assert told == (
        "after a mail of ours, a note in our file and a plan to send something the call for prospect is forgotten: "
        "there is no reason to call"
        if is_forgotten
        else None
    )


def test_what_a_note_announced_stands_after_a_dial_in_vain():
    life = ADA.talked("2026-05-04 10:00").rung("2026-05-25 10:00", "hung_up").got("2026-05-26 10:00", "after_hang_up")
    step = life.step(f"{MON} 12:30")
    assert step.reason.name == "follow_up"
    assert accused("a-call-stands", HOUSE, life, f"{MON} 12:30") is None


# --- subjects


def _as_often_as_tried(history):
    return [f"try {len(history.attempts)}"]


def _as_often_as_talked(history):
    return [f"talk {len(history.conversations)}"]


def _four_in_turn(history):
    return ["delivery", "price", "service", "taste"]


@pytest.mark.parametrize(
    ("subjects", "law"),
    [
        (_as_often_as_tried, "subject-keeps-its-name"),
        (_as_often_as_tried, "heard-comes-to-rest"),
        (_as_often_as_talked, "heard-comes-to-rest"),
    ],
)
def test_a_subject_that_counts_is_renamed(subjects, law):
    assert "1" in accused(law, with_rules(Survey(subjects=subjects)), CUSTOMER)


@pytest.mark.parametrize("law", ["subject-keeps-its-name", "heard-comes-to-rest"])
def test_several_subjects_may_be_heard_one_after_the_other(law):
    assert accused(law, with_rules(Survey(subjects=_four_in_turn)), CUSTOMER) is None


@pytest.mark.parametrize("law", ["subject-keeps-its-name", "heard-comes-to-rest"])
def test_what_we_learned_may_be_told_piece_by_piece(law):
    life = ADA.talked("2026-05-04 10:00")
    for day in range(11, 19):
        life = life.insight(f"2026-05-{day} 10:00", f"news of day {day}")
    assert life.step(f"{MON} 10:00").reason.name == "insight"
    assert accused(law, HOUSE, life) is None


# --- seasons


A_MONTH_ON = (Due(reason="survey", after="purchase", days=30),)


def test_one_subject_for_ever_does_not_come_round():
    told = accused("season-comes-round", with_rules(Survey(declares=A_MONTH_ON)), ADA)
    assert told.startswith("declared is survey after a purchase: 30 days later; called for and heard on ")


def _each_purchase(history):
    return [history.calendar.day(history.bought_at[-1]).isoformat()]


@pytest.mark.parametrize(
    "rule",
    [
        Survey(declares=A_MONTH_ON, subjects=_each_purchase),
        Survey(declares=A_MONTH_ON, subjects=_each_purchase, stays=5),
        Survey(declares=(*A_MONTH_ON, Dated())),
        Survey(declares=(Due(reason="survey", after="meeting", days=30),)),
    ],
)
def test_what_comes_round_is_dated_or_never_seen_is_lawful(rule):
    assert accused("season-comes-round", with_rules(rule), ADA) is None


@attrs.frozen
class RivalsOnce(CompetitorsCustomers):
    """Whoever talked with us is nobody's customer but theirs, for ever."""

    @hookimpl
    def reasons(self, contact, history):
        return None if history.talks else super().reasons(contact, history)


@pytest.mark.parametrize(("rule", "is_lost"), [(RivalsOnce(), True), (CompetitorsCustomers(), False)])
def test_a_talk_does_not_answer_for_ever(rule, is_lost):
    told = accused("season-comes-round", with_rules(rule), ADA.but(buys_from="Initech"))
    assert bool(told) is is_lost


class Declaring:
    """A policy of its own, without rules, which declares what its rules would."""

    declares = A_MONTH_ON

    def __init__(self, rule):
        self.playbook = Playbook([rule])

    def next_step(self, contact, history, now):
        return self.playbook.next_step(contact, history, now)

    def may_call(self, contact, history, at, *, number=None):
        return self.playbook.may_call(contact, history, at, number=number)


class Machine:
    """What somebody calls a rule, and no playbook would take."""

    name, declares = "machine", A_MONTH_ON


@pytest.mark.parametrize("rules", [(), HOUSE.rules, (Machine(),)])
def test_what_no_rule_answers_for_is_not_asked(rules):
    policy = Declaring(Survey())
    policy.rules = rules
    assert accused("season-comes-round", policy, ADA) is None


# --- what does not belong in the file


class Careless:
    """Whoever wrote is left alone: reads every fact in the file."""

    def __init__(self, *, whose=True, standing=True):
        self.whose, self.standing = whose, standing

    def next_step(self, contact, history, now):
        seen = history.seen_by(contact)
        facts = seen.entries if not self.standing else seen.facts if self.whose else (*seen.facts, *seen.neighbours)
        if any(isinstance(fact, Message) and self._is_theirs(fact, contact) for fact in facts):
            return Rest(at=None, because=(Because("careless", "rest", "they wrote"),))
        return HOUSE.next_step(contact, history, now)

    def _is_theirs(self, fact, contact):
        return not self.whose or fact.contact in {None, contact.id}

    def may_call(self, contact, history, at, *, number=None):
        return HOUSE.may_call(contact, history, at, number=number)


@pytest.mark.parametrize(
    ("law", "careless", "says"),
    [
        ("taken-back-never-was", Careless(standing=False), "by mistake in their own file, and taken back, changed"),
        ("strangers-do-not-leak", Careless(whose=False), "a stranger changed the answer in their own file"),
    ],
)
def test_what_does_not_belong_in_the_file_decides_nothing(law, careless, says):
    assert says in accused(law, careless, ADA)
    assert accused(law, Careless(), ADA) is None
    assert accused(law, HOUSE, ADA) is None
