"""A step is closed by a fact that repeats what it was for, and is kept and read back as it was."""

import datetime as dt
import json
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import (
    BadInput,
    Because,
    Call,
    CallAttempt,
    Contact,
    Farewell,
    History,
    Insight,
    Message,
    Playbook,
    Prepare,
    Reason,
    Rest,
    SeekIntroduction,
    Step,
    Verdict,
    WalkAway,
    Write,
)
from callrules.details import AttemptDetails, MessageDetails
from callrules.wire import read_step, read_verdict, write_explanation, write_step, write_verdict

NOW = dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(minutes=3)
HOUR = dt.datetime(2026, 11, 27, 10, tzinfo=ZoneInfo("Europe/Paris"))
ADA = Contact(id="ada", timezone="Europe/Paris", phones=["+33155500105"], email="ada@example.com")
BECAUSE = (Because("insights", "insight", "their rival closes", until=LATER), Because("hours", "permits", "daytime"))
WHY = Reason(name="insight", about="i1", due=NOW, expires=LATER, says="their rival closes", named="day")


def test_an_attempt_repeats_what_the_call_was_for():
    step = Playbook().next_step(ADA, History([Insight(id=7, at=NOW, text="their rival closes")]), NOW)
    attempt = step.attempt(at=NOW, id=1, recorded=LATER, rep="rita", used=[7])
    assert attempt == CallAttempt(
        at=NOW, disposition="dialing", number="+33155500105", reason="insight", about="7", id="1", rep="rita",
        recorded=LATER, used=["7"],
    )  # fmt: skip


def test_the_attempt_that_closes_a_call_uses_its_reason_up():
    told = History([Insight(id=7, at=NOW, text="their rival closes")])
    step = Playbook().next_step(ADA, told, NOW)
    history = told.add(step.attempt(at=NOW, disposition="conversation", outcome="continuation"))
    again = Playbook().next_step(ADA, history, LATER)
    assert not (isinstance(again, Call) and again.reason == step.reason)


def test_another_number_than_the_steps_can_be_noted():
    step = Call(at=NOW, reason=WHY, number="+33155500105")
    assert step.attempt(at=NOW, number="+33155500106").number == "+33155500106"


def test_a_message_repeats_purpose_channel_and_the_day_it_names():
    step = Playbook().next_step(ADA, History([CallAttempt(at=NOW, disposition="hung_up")]), LATER)
    note = step.message(at=LATER, text="I called at a bad moment.")
    assert (note.purpose, note.channel, note.promises) == ("after_hang_up", step.channel, step.promises)
    assert not note.is_inbound
    assert step.message(at=LATER, channel="fax").channel.value == "fax"


def test_a_goodbye_is_a_message_where_there_is_a_channel_and_a_farewell_elsewhere():
    by_mail = WalkAway(at=NOW, since=NOW, grounds="stalled", channel="email")
    assert by_mail.goodbye(at=NOW, text="The door is open.") == Message(
        at=NOW, channel="email", direction="outbound", purpose="takeaway", text="The door is open."
    )
    silent = WalkAway(at=NOW, since=NOW, grounds="stalled")
    assert silent.goodbye(at=NOW, id="f", text="not sent") == Farewell(at=NOW, id="f")


def test_a_misspelt_detail_is_refused():
    with pytest.raises(TypeError, match="remarks"):
        Call(at=NOW, reason=WHY).attempt(at=NOW, remarks="nice")


@pytest.mark.parametrize(
    ("fact", "details", "known"),
    [
        (CallAttempt, AttemptDetails, {"at", "disposition", "direction", "reason", "about"}),
        (Message, MessageDetails, {"at", "direction", "purpose", "reply"}),
    ],
)
def test_checkers_know_every_field_that_a_step_does_not(fact, details, known):
    assert set(details.__annotations__) | known == set(attrs.fields_dict(fact))


STEPS = [
    Call(at=NOW, since=NOW, until=LATER, reason=WHY, number="+33155500105", because=BECAUSE),
    Call(at=NOW, reason=Reason(name="prospect", says="never bought")),
    Write(at=NOW, since=NOW, purpose="after_hang_up", channel="email", promises=NOW.date(), because=BECAUSE),
    Write(at=NOW, purpose="a_word", promises=HOUR),
    Prepare(at=NOW, since=NOW, missing=("why",), because=BECAUSE),
    SeekIntroduction(at=NOW, path=("ben", "eva")),
    WalkAway(at=None, since=NOW, grounds="stalled", revisit=LATER, channel="email"),
    Rest(at=None, because=BECAUSE),
]


@pytest.mark.parametrize("step", STEPS, ids=[step.type for step in STEPS])
def test_a_step_that_was_kept_as_json_is_read_back_as_it_was(step):
    assert isinstance(step, Step)
    for beside in ({}, {"text": "the words"}):
        back = read_step({**json.loads(json.dumps(write_step(step, LATER))), **beside})
        assert back == step
        assert back.because == step.because


@pytest.mark.parametrize(
    "verdict", [Verdict(allowed=True, at=NOW, number="+33155500105"), Verdict(allowed=False, because=BECAUSE)]
)
def test_a_verdict_that_was_kept_as_json_is_read_back_as_it_was(verdict):
    back = read_verdict(json.loads(json.dumps(write_verdict(verdict))))
    assert (back, back.because) == (verdict, verdict.because)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"type": "cal"}, "step.type: found 'cal', expected one of .*; did you mean 'call'?"),
        ({"type": None}, "step.type: found None"),
        ({"at": "soon"}, "step.at: found 'soon', expected an instant"),
        ({"numbr": 1}, "step.numbr: found an unknown field, expected .*; did you mean 'number'?"),
        ({"reason": None}, "step.reason: found None, expected an object"),
        ({"reason": {"name": "", "says": "x"}}, "step.reason.name: found an empty text, expected some text"),
        ({"reason": {"name": "x"}}, r"step.reason: .*says"),
        ({"reason": "insight"}, "step.reason: found a text, expected an object"),
        ({"because": {}}, "step.because: found an object, expected a list"),
        ({"because": [1]}, r"step.because\[0\]: found a number, expected an object"),
    ],
)
def test_a_step_that_cannot_be_read_is_refused_in_one_line(change, told):
    with pytest.raises(BadInput, match=told) as refused:
        read_step({**write_step(STEPS[0], NOW), **change})
    assert "\n" not in str(refused.value)
    with pytest.raises(BadInput, match="step: found"):
        read_step([change])


def test_an_explanation_is_written_with_every_rules_say():
    explanation = Playbook().explain(ADA, History(), NOW)
    written = json.loads(json.dumps(write_explanation(explanation)))
    assert (written["contact"], written["at"]) == ("ada", "2026-11-20T10:00:00Z")
    assert read_step(written["step"]) == explanation.step
    assert {"opt_out", "hours"} <= {say["rule"] for say in written["says"]}
    assert {"rule": "snoozes", "hook": "permits", "says": None} in written["says"]
