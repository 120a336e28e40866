"""The house's texts in lives of every kind: decent, true, and never a promise that the gate refuses.

`CALLRULES_EXAMPLES=10000` looks at so many lives; without it a few hundred do.
"""

import os
from datetime import timedelta

from hypothesis import given, settings
from speaking import US

from callrules import Call, CallAttempt, Message, Playbook, Rest, WalkAway, Write
from callrules.testing.strategies import situations
from callrules.words.filling import spared
from callrules.words.gates import is_a_fact
from callrules.words.notes import _notes
from callrules.words.openers import openers_of
from callrules.words.scripting import case_of
from callrules.words.topics import spoken
from callrules.words.truth import untruths
from callrules.words.voicemail import _voicemails

HOUSE = Playbook(strict=True)
a_life = settings(max_examples=int(os.environ.get("CALLRULES_EXAMPLES", "150")), deadline=None, database=None)


def step_of(contact, history, now):
    """The next step that is something to do."""
    step = HOUSE.next_step(contact, history, now)
    for _ in range(3):
        if isinstance(step, Rest) and step.at:
            step = HOUSE.next_step(contact, history, step.at)
    return step


def every_text(asked, step, subject):
    """Every text that could be said in that step, with its kind."""
    texts = spoken(subject, ())
    if isinstance(step, Call):
        agenda = HOUSE.script(asked.contact, asked.history, step, US).agenda
        yield from (("opener", each.text, each.claims) for each in openers_of(subject, texts))
        yield from (("voicemail", each.text, each.claims) for each in _voicemails(subject, texts))
        lines = (agenda.objective, *(each.says for each in agenda.asks), agenda.outcome, agenda.next_call)
        yield from (("agenda", each, ()) for each in (*lines, agenda.buy_in, agenda.proceed) if each)
    kind = getattr(step, "purpose", getattr(step, "grounds", None))
    if isinstance(step, (Write, WalkAway)):
        yield from ((kind, each.text, each.claims) for each in _notes(subject, texts))


@a_life
@given(situations())
def test_every_text_of_the_house_is_decent_and_true_and_rests_on_facts(situation):
    contact, history, now = situation
    step = step_of(contact, history, now)
    asked = HOUSE._asked(contact, history, step.at or history.latest or now)
    if any(stop.grounds == "do_not_call" for _, stop in asked.stops()) or asked.history.opted_out:
        script = HOUSE.script(contact, history, step, US)
        assert (script.opener, script.agenda, script.voicemail, script.text) == (None, None, None, None)
        return
    subject = case_of(asked, step, US)
    for kind, text, claims in every_text(asked, step, subject):
        assert HOUSE.lint(spared(text, claims), kind=kind) == ()
        assert untruths(text, subject, asked) == []
        assert all(is_a_fact(claim.fact, subject) for claim in claims)
        assert "$" not in text


@a_life
@given(situations())
def test_a_call_has_an_opener_and_an_agenda_and_a_note_its_text(situation):
    contact, history, now = situation
    step = step_of(contact, history, now)
    script = HOUSE.script(contact, history, step, US)
    if history.seen_by(contact).opted_out or script.cautions[:1] == HOUSE_SILENCE:
        return
    if isinstance(step, Call):
        assert script.for_them
        assert script.opener
        assert script.agenda
        assert not any("left out" in each for each in script.cautions)
        assert script.voicemail is None or script.voicemail.seconds <= 30
    elif isinstance(step, Write) or (isinstance(step, WalkAway) and step.channel):
        assert script.text


HOUSE_SILENCE = ("They asked not to be called: there are no words for them, and no call.",)


@a_life
@given(situations())
def test_no_call_is_promised_that_the_gate_refuses(situation):
    contact, history, now = situation
    step = step_of(contact, history, now)
    if not isinstance(step, Call) or HOUSE.script(contact, history, step, US).opener is None:
        return
    days = case_of(HOUSE._asked(contact, history, step.at), step, US).days
    reason = {"reason": step.reason.name, "about": step.reason.about, "number": step.number}
    left = history.add(CallAttempt(at=step.at, disposition="voicemail_left", **reason))
    talked = history.add(CallAttempt(at=step.at, disposition="conversation", outcome="advance", **reason))
    if "next_day" in days:
        assert HOUSE.can_promise(contact, left, days["next_day"], asked_by="us")
    for name in ("day_one", "day_two"):
        if name in days:
            assert HOUSE.can_promise(contact, talked, days[name])


@a_life
@given(situations())
def test_no_opener_comes_twice_running(situation):
    contact, history, now = situation
    step = step_of(contact, history, now)
    if not isinstance(step, Call):
        return
    first = HOUSE.script(contact, history, step, US)
    rung = history.add(
        CallAttempt(at=step.at, disposition="no_answer", reason=step.reason.name, about=step.reason.about)
    )
    again = step_of(contact, rung, step.at + timedelta(minutes=1))
    if isinstance(again, Call) and first.opener:
        second = HOUSE.script(contact, rung, again, US).opener
        assert second is None or second.name != first.opener.name


@a_life
@given(situations())
def test_no_insight_is_told_twice(situation):
    contact, history, now = situation
    step = step_of(contact, history, now)
    script = HOUSE.script(contact, history, step, US)
    if script.insight is None or step.at is None:
        return
    told = Message(at=step.at, channel="email", direction="outbound", used=script.used)
    later = history.add(told)
    after = HOUSE.script(contact, later, step, US)
    assert after.insight != script.insight
