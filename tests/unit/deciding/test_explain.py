"""Every rule's say can be read, also that of the silent ones."""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest
from rich.console import Console

from callrules import (
    CallAttempt,
    Contact,
    Explanation,
    History,
    OptOut,
    Playbook,
    Reason,
    RuleFailed,
    Stop,
    Window,
    Write,
    hookimpl,
)
from callrules.deciding.admission import name_of
from callrules.hookspecs import DECIDING, ORDERING

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", name="Ann Example", phones=["+33142685300"], email="ann@example.org", timezone="Europe/Paris")
NOW = dt.datetime(2026, 11, 20, 10, tzinfo=PARIS)
DAY = dt.timedelta(days=1)
HISTORIES = [
    (),
    (CallAttempt(at=NOW - DAY, disposition="no_answer"),),
    (CallAttempt(at=NOW - DAY, disposition="hung_up", number="+33142685300"),),
    (CallAttempt(at=NOW - DAY, disposition="callback_requested"),),
    (OptOut(at=NOW - DAY),),
    (CallAttempt(at=NOW + DAY, disposition="busy"),),
]


@attrs.frozen
class Chatty:
    """Has something to say to every question."""

    @hookimpl
    def walk_away(self):
        return Stop(grounds="bankrupt", since=NOW + 99 * DAY, says="they will close down")

    @hookimpl
    def reasons(self):
        return [
            Reason(name="birthday", due=NOW, says="it is their birthday"),
            Reason(name="wedding", says="they marry"),
        ]

    @hookimpl
    def permits(self):
        return Window(start=NOW, end=NOW + DAY, says="on the day itself")

    @hookimpl
    def before(self, reason):
        return None if reason else Write(at=NOW + 9 * DAY, purpose="thanks")


@attrs.frozen
class Broken:
    @hookimpl
    def permits(self):
        raise ZeroDivisionError("division by zero")


def explain(*facts, playbook=None, now=NOW, contact=ANN):
    return (playbook or Playbook()).explain(contact, History(facts), now)


def said(explanation, rule, hook):
    (only,) = [each.says for each in explanation.says if (each.rule, each.hook) == (rule, hook)]
    return only


def drawn(explanation):
    console = Console(width=200, record=True, file=open("/dev/null", "w"))  # noqa: SIM115, PTH123 - nobody reads it
    with console.file:
        console.print(explanation)
        return console.export_text()


@pytest.mark.parametrize("facts", HISTORIES)
def test_every_rule_has_its_say_on_every_question_it_answers(facts):
    explanation = explain(*facts)
    playbook = Playbook()
    asked = {(rule, hook) for hook in (*DECIDING, *ORDERING) for rule in (each.rule for each in playbook.plan[hook])}
    assert {(each.rule, each.hook) for each in explanation.says} == asked
    assert {each.rule for each in explanation.says} == {name_of(rule) for rule in playbook.rules} - {"words", "manners"}
    assert len(explanation.says) == len(asked), "and each once"


@pytest.mark.parametrize("facts", HISTORIES)
def test_what_it_explains_is_the_step_that_is_given(facts):
    assert explain(*facts).step == Playbook().next_step(ANN, History(facts), NOW)


def test_the_silent_are_heard_too():
    explanation = explain()
    assert isinstance(explanation, Explanation)
    assert said(explanation, "opt_out", "walk_away") is None
    assert "opt_out" in str(explanation)
    assert "opt_out" in drawn(explanation)
    assert "silent" in drawn(explanation)


def test_a_head_start_is_told_in_days_and_a_priority_that_fails_by_name():
    assert said(explain(), "worth", "priority") == "counts as 10 days of waiting"

    @attrs.frozen
    class Mistaken:
        @hookimpl
        def priority(self):
            return "many"

    told = said(explain(playbook=Playbook().with_rules(Mistaken())), "mistaken", "priority")
    assert told == "rule 'mistaken', hook 'priority': answered a text, expected float or int, several or None"


def test_who_speaks_comes_before_who_is_silent():
    loudness = [each.says is None for each in explain().by_loudness()]
    assert loudness == sorted(loudness)
    assert set(loudness) == {True, False}


SAID = (
    "birthday: it is their birthday (due Fri 20 Nov 2026 10:00)",
    "wedding: they marry",
    "bankrupt: they will close down",
    "from Fri 20 Nov 2026 10:00 to Sat 21 Nov 2026 10:00: on the day itself",
    "write",
)


@pytest.mark.parametrize("words", SAID)
def test_everything_that_is_said_can_be_read_as_text_and_as_a_table(words):
    explanation = explain(playbook=Playbook().with_rules(Chatty()))
    assert words in str(explanation)
    assert words in drawn(explanation)


def test_the_text_has_one_line_for_the_step_and_one_for_each_say():
    explanation = explain()
    lines = str(explanation).splitlines()
    assert lines[0] == explanation.headline
    assert len(lines) == 1 + len(explanation.says)


def test_the_headline_says_who_what_when_on_their_own_clock_and_why():
    abroad = attrs.evolve(ANN, timezone="Asia/Kolkata")
    headline = explain(contact=abroad).headline
    assert headline.startswith("Ann Example: call from Fri 20 Nov 2026 14:30 — ")
    assert "never bought" in headline
    assert "at no known moment" in explain(OptOut(at=NOW - DAY)).headline


def test_hours_are_explained_also_when_nobody_may_ring_now():
    saturday = explain(now=dt.datetime(2026, 11, 21, 10, tzinfo=PARIS))
    monday = "from Mon 23 Nov 2026 09:00 to Mon 23 Nov 2026 20:00"
    assert said(saturday, "hours", "permits") == f"{monday}: their hours are 09:00–20:00, Europe/Paris"


def test_what_must_never_be_says_never():
    nowhere = Contact(id="eve", phones=["+33142685300"])
    assert said(explain(contact=nowhere), "hours", "permits").startswith("never: their zone is unknown")


def test_a_broken_rule_is_named_with_what_it_raised_and_the_others_still_speak():
    explanation = explain(playbook=Playbook().with_rules(Broken()))
    assert "ZeroDivisionError: division by zero" in said(explanation, "broken", "permits")
    assert said(explanation, "prospects", "reasons")
    assert explanation.step.because[0].rule == "broken"
    with pytest.raises(RuleFailed):
        explain(playbook=Playbook([Chatty(), Broken()], strict=True))


def test_no_explanation_shows_their_number_or_address():
    for facts in HISTORIES:
        explanation = explain(*facts)
        for shown in (repr(explanation), str(explanation), drawn(explanation)):
            assert "33142685300" not in shown
            assert "example.org" not in shown


def test_words_in_square_brackets_are_words_and_no_colours():
    @attrs.frozen
    class Brackets:
        @hookimpl
        def reasons(self):
            return Reason(name="birthday", says="they said [bold]call me[/bold] [/]")

    explanation = explain(playbook=Playbook([Brackets()]), contact=attrs.evolve(ANN, name="Ann [/red] Example"))
    assert "they said [bold]call me[/bold] [/]" in drawn(explanation)
    assert "Ann [/red] Example" in drawn(explanation)
