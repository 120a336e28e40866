"""A rule that fails is named and seen, and tells nobody what somebody typed."""

import asyncio
import datetime as dt
import itertools
import logging
import pickle

import attrs
import pytest

from callrules import CallAttempt, Contact, History, Insight, Phone, Playbook, Purchase, Reason, Window, hookimpl
from callrules.days_off import DaysOff
from callrules.deciding.answerer import MOST_ANSWERS
from callrules.errors import RuleFailed
from callrules.step import Because, Call, Stop

NOW = dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)
ADA = Contact(
    id="ada", name="Ada Osei", timezone="Europe/Paris", phones=["+33155500105"], email="ada@example.org",
    postal_address="12 Impasse Okapi", drivers=["a tapir"],
)  # fmt: skip
PAST = History([Insight(at=NOW - dt.timedelta(days=1), text="quaggas are back"), Purchase(at=NOW, amount="1")])
SPACED = "0155 500 105"
PRIVATE = ("33155500105", "example.org", "Okapi", "tapir", "quagga")


@attrs.frozen
class Rule:
    """Whatever it is told to do."""

    do: object
    name: str = "guest"

    @hookimpl
    def reasons(self, contact, history):
        return self.do(contact, history)


@attrs.frozen
class Guard:
    do: object
    name: str = "guard"

    @hookimpl
    def permits(self, history, at):
        return self.do(history, at)


def raising(error):
    def do(*_):
        raise error

    return do


class Mute(Exception):
    def __str__(self):
        raise SystemExit(3)

    __repr__ = __str__


class Loose(Reason):
    """A reason that skips our edge."""

    def __init__(self, **fields):
        for name, value in fields.items():
            object.__setattr__(self, name, value)


def step_with(*rules):
    return Playbook().with_rules(*rules).next_step(ADA, PAST, NOW)


FAILURES = {
    "answers without end": lambda *_: (Reason(name="x", about=str(n), says="x") for n in itertools.count()),
    "leaves the program": raising(SystemExit(1)),
    "cannot say what went wrong": raising(Mute()),
    "answers text": lambda *_: "call them",
    "answers a mapping": lambda *_: {"name": "x"},
    "skips the edge": lambda *_: Loose(name=7, due="soon", about=[], says=None, expires=None, named=None),
    "misses a field": lambda *_: Loose(name="x"),
    "has an about that is no text": lambda *_: Reason(name="x", says="x", about=["x"]),
    "is due in a year that is none": lambda *_: Reason(name="x", says="x", due=dt.datetime(9999, 1, 1, tzinfo=dt.UTC)),
    "recurses": lambda *asked: FAILURES["recurses"](*asked, None),
    "fails while it answers": lambda *_: (1 / each for each in (1, 0)),
}


@pytest.mark.parametrize("how", FAILURES)
def test_a_rule_that_fails_is_named_and_nobody_is_rung(how):
    step = step_with(Rule(FAILURES[how]))
    assert step.type == "rest"
    assert [each.code for each in step.because] == ["rule_failed"]
    assert step.because[0].rule == "guest"
    assert "'reasons'" in step.says
    assert len(step.says) < 300


def test_a_thousand_answers_are_heard_and_one_more_is_a_failure():
    def answers(count):
        return lambda *_: [Reason(name="x", about=str(each), says="x") for each in range(count)]

    assert step_with(Rule(answers(MOST_ANSWERS))).type != "rest"
    assert f"more than {MOST_ANSWERS:,}" in step_with(Rule(answers(MOST_ANSWERS + 1))).says


@pytest.mark.parametrize("ask", ["next_step", "may_call", "explain"])
def test_a_rule_that_asks_the_playbook_again_has_failed(ask):
    def again(contact, history):
        return getattr(Playbook().with_rules(Rule(again)), ask)(contact, history, NOW)

    says = step_with(Rule(again)).says
    assert "asked a playbook while being asked" in says
    assert Playbook().next_step(ADA, PAST, NOW).type != "rest"


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), asyncio.CancelledError(), GeneratorExit(), pytest.fail.Exception()]
)
def test_what_is_no_fault_of_a_rule_passes_through(error):
    with pytest.raises(type(error)):
        step_with(Rule(raising(error)))


def test_a_guard_that_answers_strangely_is_named():
    class Odd(Window):
        __slots__ = ()

        @property
        def closes(self):
            raise ValueError("odd")

    assert step_with(Guard(lambda *_: Odd(says="x"))).type == "call"
    assert "guard" in step_with(Guard(lambda *_: [Window()])).because[0].rule
    assert "'permits'" in step_with(Guard(lambda *_: Window(says=5))).says


@pytest.mark.parametrize(
    "build",
    [
        lambda: Because(7, "x", "x"),
        lambda: Because("x", "x", None),
        lambda: Reason(name="x", says="x", about=""),
        lambda: Stop(grounds="x", since=NOW, says=5),
        lambda: Window(yields="yes"),
        lambda: Call(at=NOW, reason="promise"),
        lambda: Call(at=NOW, reason=Reason(name="x", says="x"), because=["why"]),
        lambda: Call(at=NOW, reason=Reason(name="x", says="x"), number="12"),
    ],
)
def test_every_field_of_an_answer_is_checked_at_the_edge(build):
    with pytest.raises(ValueError, match="expected"):
        build()


def test_what_a_rule_raises_is_told_without_what_somebody_typed(caplog):
    def tell(contact, history):
        typed = (contact.email, contact.postal_address, contact.drivers, *history.insights, history.insights[0].text)
        raise ValueError(contact.phones[0].number, *typed, SPACED)

    with caplog.at_level(logging.ERROR, "callrules"):
        says = step_with(Rule(tell)).says
    for told in (says, caplog.text):
        assert not any(
            each in told for each in (PRIVATE[0], PRIVATE[1], "12 Impasse", "a tapir", "quaggas are", "0155")
        )
    assert "ValueError" in says


def test_a_failing_rule_is_in_the_log_once_with_its_traceback(caplog):
    broken = Playbook().with_rules(Rule(raising(KeyError("+33155500105")), name="logged_once"))
    with caplog.at_level(logging.ERROR, "callrules"):
        for _ in range(3):
            broken.next_step(ADA, PAST, NOW)
            broken.may_call(ADA, PAST, NOW)
        Playbook().with_rules(Rule(raising(KeyError()), name="another")).next_step(ADA, PAST, NOW)
    told = [each.getMessage() for each in caplog.records]
    assert len(told) == 2
    assert "'logged_once'" in told[0]
    assert "rule_failed" in told[0]
    assert broken.fingerprint in told[0]
    assert "test_failing_rules.py" in told[0]
    assert "33155500105" not in told[0]


def test_nobody_can_empty_the_plan_or_what_a_history_remembers():
    history = PAST.add(CallAttempt(at=NOW, disposition="busy", number="+12065550105", contact="bea")).seen_by(ADA)
    assert history.of(Purchase)
    assert history.tries_on("+12065550105")
    for held in (Playbook().plan, history._by_kind, history._neighbours_tries):
        with pytest.raises((TypeError, AttributeError)):
            held.clear()
        assert all(isinstance(each, tuple) for each in held.values())
    for held in (history._repeats, history._same_as):
        with pytest.raises((TypeError, AttributeError)):
            held.clear()
    assert pickle.loads(pickle.dumps(history)) == history  # noqa: S301 - our own


def test_a_history_that_was_pickled_knows_its_days_off_and_its_day_of_going_live():
    off = DaysOff(closed=frozenset({NOW.date()}), holidays=True)
    history = PAST.seen_by(ADA, off, NOW.date())
    assert history.facts
    again = pickle.loads(pickle.dumps(history))  # noqa: S301 - our own
    assert (again.contact, again.days_off, again.owes_from) == (ADA, off, NOW.date())
    assert not again.owes(NOW - dt.timedelta(days=2))


def test_a_guard_that_fails_is_what_holds_a_call_back():
    call = Call(at=NOW, reason=Reason(name="x", says="x"))
    broken = Playbook().with_rules(Guard(raising(KeyError())))
    assert [(each.rule, each.code) for each in broken.held_back_by(ADA, PAST, call)] == [("guard", "rule_failed")]
    with pytest.raises(RuleFailed, match="guard"):
        Playbook(broken.rules, strict=True).held_back_by(ADA, PAST, call)


def test_a_guard_that_says_never_now_and_yes_later_holds_back_without_a_moment():
    call = Call(at=NOW, since=NOW - dt.timedelta(days=9), reason=Reason(name="x", says="x"))
    fickle = Playbook().with_rules(Guard(lambda *_: Window.never("not today")))
    held = [each for each in fickle.held_back_by(ADA, PAST, call) if each.rule == "guard"]
    assert [(each.says, each.until) for each in held] == [("not today", None)]


def test_what_is_shown_of_values_holds_nothing_that_was_typed_freely():
    call = CallAttempt(at=NOW, disposition="busy", remark="a quagga", agreed=["a tapir"], number="+33155500105")
    step = Playbook().next_step(ADA, PAST, NOW)
    shown = repr(
        (ADA, PAST, call, step, step.because, Playbook().explain(ADA, PAST, NOW), Phone(number="+33155500105"))
    )
    assert not any(each in shown for each in PRIVATE)
