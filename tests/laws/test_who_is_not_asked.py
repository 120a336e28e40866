"""Who is not asked has nothing to say: `only_with` leaves out silence, and nothing else."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from story import told

from callrules import CallAttempt, Contact, Fact, History, Playbook, Purchase, Rest
from callrules.deciding.question import Question
from callrules.errors import RuleRefused
from callrules.hookspecs import DECIDING, hookimpl
from callrules.rules import Pace
from callrules.step import Reason
from callrules.testing.strategies import reasons, situations
from callrules.vocabulary import Channel, Outcome

HOUSE = Playbook(strict=True)
NOW = dt.datetime(2026, 5, 11, 10, tzinfo=dt.UTC)
ANN = Contact(id="ann", timezone="Europe/Paris")


@given(situations(), reasons())
def test_whoever_is_not_asked_would_have_said_nothing(situation, reason):
    contact, history, now = told(situation)
    question = Question(HOUSE.plan, contact, history.seen_by(contact, HOUSE.days_off), now)
    for number in (None, *(phone.number for phone in contact.phones)):
        scope = {**question.scope, "number": number, "at": now}
        for hook in DECIDING:
            for answerer in set(HOUSE.plan[hook]) - set(question.asked[hook]):
                answers = [answerer.answers({**scope, "reason": each}) for each in (None, reason)[hook == "permits" :]]
                assert not any(answers), answerer


@attrs.frozen(kw_only=True)
class Storm(Fact):
    """A fact of an author's own kind."""


@attrs.frozen
class Neighbourly:
    """A guest who speaks about purchases alone."""

    only_with = (Purchase,)

    @hookimpl
    def reasons(self):
        return Reason(name="neighbourly", says="they bought")


@attrs.frozen
class NeighbourlyAlways(Neighbourly):
    """A guest who took over the declaration, and answers anew."""

    @hookimpl
    def reasons(self):
        return Reason(name="neighbourly", says="whatever happened")


@attrs.frozen
class Hurried(Pace):
    """The house's pace with another number."""


def reasons_heard(rule, *facts):
    question = Question(Playbook([rule]).plan, ANN, History(facts).seen_by(ANN), NOW)
    return [reason.says for _, reason in question.hear("reasons")]


def test_a_guest_who_speaks_about_purchases_is_asked_of_buyers_only():
    assert reasons_heard(Neighbourly(), Purchase(at=NOW)) == ["they bought"]
    assert reasons_heard(Neighbourly(), CallAttempt(at=NOW, disposition="busy")) == []


def test_everybody_is_asked_about_facts_of_an_authors_own_kind():
    assert reasons_heard(Neighbourly(), Storm(at=NOW)) == ["they bought"]


def test_what_a_derived_rule_answers_anew_is_not_held_to_the_old_declaration():
    assert reasons_heard(NeighbourlyAlways()) == ["whatever happened"]
    assert [each.only_with for each in Playbook([Hurried()]).plan["permits"] if each.rule == "pace"] == [{CallAttempt}]


def test_a_guest_may_listen_for_a_word_in_a_fact():
    order = type("Order", (Neighbourly,), {"only_with": (Outcome.ORDER,)})()
    sold, talked = (CallAttempt(at=NOW, disposition="conversation", outcome=each) for each in ("order", "advance"))
    assert reasons_heard(order, sold) == ["they bought"]
    assert reasons_heard(order, talked) == []


@pytest.mark.parametrize("declared", ["purchase", (dt.date,), [Purchase], (Purchase(at=NOW),), (Channel.EMAIL,)])
def test_what_names_no_kinds_of_fact_is_refused(declared):
    with pytest.raises(RuleRefused, match="only_with"):
        Playbook([type("Odd", (Neighbourly,), {"only_with": declared})()])


def test_a_buyer_who_was_never_rung_is_decided_about_by_a_handful_of_rules():
    question = Question(HOUSE.plan, ANN, History([Purchase(at=NOW)]).seen_by(ANN), NOW)
    asked = {hook: len(question.asked[hook]) for hook in DECIDING}
    assert asked == {"walk_away": 0, "reasons": 5, "permits": 2, "before": 2}
    assert not isinstance(HOUSE.next_step(ANN, question.history, NOW), Rest)
