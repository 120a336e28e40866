"""Everything to and from JSON, exactly as the design writes it."""

import copy
import datetime as dt
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from callrules import (
    BadInput,
    Because,
    Call,
    CallAttempt,
    Commitment,
    Consent,
    Contact,
    Farewell,
    History,
    Insight,
    Introduction,
    Meeting,
    Message,
    OptOut,
    Phone,
    Playbook,
    Prepare,
    Purchase,
    Reason,
    Research,
    Rest,
    Retraction,
    SeekIntroduction,
    Snooze,
    Verdict,
    WalkAway,
    Write,
)
from callrules.errors import InvalidValue
from callrules.preferred_hours import PreferredHours
from callrules.wire import (
    Case,
    read_case,
    read_contact,
    read_fact,
    write_case,
    write_contact,
    write_fact,
    write_step,
    write_verdict,
)

PARIS = ZoneInfo("Europe/Paris")
NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
TEN = dt.datetime(2026, 11, 30, 10, tzinfo=PARIS)
DAY = dt.date(2026, 11, 30)

HUNG_UP = {"type": "call_attempt", "at": "2026-11-19T15:00:00Z", "disposition": "hung_up"}
CASE = {"now": "2026-11-20T15:00:00Z", "contact": {"id": "ann"}, "history": [HUNG_UP]}
FULL = Contact(
    id="ann",
    name="Ann Example",
    goes_by="Annie",
    phones=(Phone(number="+33142685300", line="mobile", timezone="Europe/Paris"),),
    email="ann@example.org",
    fax="+33142685399",
    postal_address="1 Sample Street\nLyon",
    timezone="Europe/Paris",
    region="FR-69",
    account="acme",
    role="decision_maker",
    business=True,
    buys_from="Globex",
    drivers=("pride",),
    common_ground=("sailing",),
    red_phone=True,
    owner="rep",
    known_since=DAY,
)
FACTS = [
    CallAttempt(
        at=NOON,
        disposition="conversation",
        id="c1",
        recorded=NOON,
        contact="ann",
        direction="inbound",
        number="+33142685300",
        from_number="+12065550105",
        rep="rep",
        reason="insight",
        about="i1",
        outcome="advance",
        agreed=("a date",),
        used=("i1",),
        promises=DAY,
        callback_at=TEN,
        duration=61.5,
        remark="was in a hurry — “later”",
    ),
    CallAttempt(at=NOON, disposition="dialing"),
    Commitment(at=NOON, by="us", due=TEN, kind="meet", asked_by="us", what="the tour", rep="rep"),
    Commitment(at=NOON, by="them", due=None),
    Commitment(at=NOON, by="us", due=DAY),
    Commitment(at=NOON, by="us", due=NOON),
    Message(
        at=NOON,
        channel="handwritten",
        direction="outbound",
        purpose="after_hang_up",
        text="Sorry",
        used=("i1",),
        promises=DAY,
    ),
    Message(at=NOON, channel="web", direction="inbound", reply="callback_requested"),
    Meeting(at=NOON, place="Lyon"),
    Purchase(at=NOON, amount="129.10", currency="EUR"),
    Insight(at=NOON, text="a second shop", source="the Gazette"),
    Research(at=NOON, topic="why", text="their lease ends"),
    Introduction(at=NOON, by="ben"),
    OptOut(at=NOON, number="+33142685300", account="acme", channel="phone"),
    Consent(at=NOON),
    Snooze(at=NOON, until=TEN),
    Snooze(at=NOON, until=DAY),
    Farewell(at=NOON),
    Retraction(at=NOON, of="c1"),
    Commitment(at=NOON, by="us", due=dt.datetime(2027, 10, 31, 2, 30, tzinfo=PARIS)),
    Commitment(at=NOON, by="us", due=dt.datetime(2027, 10, 31, 2, 30, tzinfo=PARIS, fold=1)),
    Commitment(at=NOON, by="us", due=dt.datetime(2027, 3, 28, 2, 30, tzinfo=PARIS)),
    CallAttempt(at=NOON.replace(microsecond=123456), disposition="busy"),
]


def through_json(data):
    return json.loads(json.dumps(data, allow_nan=False))


def fact(**fields):
    return read_fact({"type": "commitment", "at": "2026-10-23T10:00:00Z", "by": "us", **fields})


# There and back


@pytest.mark.parametrize("entry", FACTS, ids=lambda entry: type(entry).__name__)
def test_a_fact_written_and_read_is_the_same_fact(entry):
    written = through_json(write_fact(entry))
    read = read_fact(written)
    assert read == entry
    assert write_fact(read) == written


@pytest.mark.parametrize(
    "contact", [FULL, Contact(id="ann"), Contact(id="ann", known_since=TEN), Contact(id="ann", known_since=NOON)]
)
def test_a_contact_written_and_read_is_the_same_contact(contact):
    assert read_contact(through_json(write_contact(contact))) == contact


def test_a_case_written_and_read_is_the_same_case():
    case = Case(now=NOON, contact=FULL, history=History(FACTS))
    assert read_case(through_json(write_case(case))) == case


def test_reading_changes_nothing_that_was_handed_in():
    data = {**CASE, "history": [{**HUNG_UP, "callback_at": "2026-11-23T10:00:00", "zone": "Europe/Paris"}]}
    before = copy.deepcopy(data)
    read_case(data)
    assert data == before


def test_a_wall_time_comes_back_with_its_zone_beside_it():
    written = write_fact(Commitment(at=NOON, by="us", due=TEN))
    assert (written["due"], written["zone"]) == ("2026-11-30T10:00:00", "Europe/Paris")


def test_an_instant_is_written_in_utc():
    written = write_fact(CallAttempt(at=TEN, disposition="busy"))
    assert written == {"type": "call_attempt", "at": "2026-11-30T09:00:00Z", "disposition": "busy"}


# Moments


def test_wall_time_and_zone_win_over_an_offset():
    assert fact(due="2026-11-30T10:00:00+02:00", zone="Europe/Paris").due == TEN
    assert fact(due="2026-11-30T10:00:00", zone="Europe/Paris").due == TEN
    assert fact(due="2026-11-30T10:00:00Z", zone="Europe/Paris").due == TEN


def test_a_promise_may_be_a_day_an_instant_or_a_wall_time():
    assert fact(due="2026-11-30").due == DAY
    assert type(fact(due="2026-11-30").due) is dt.date
    assert fact(due="2026-11-30T09:00:00Z").due == TEN.astimezone(dt.UTC)
    assert fact(due="2026-11-30T14:30:00+05:30").due == TEN.astimezone(dt.UTC)
    assert fact(due="2026-11-30", zone="Europe/Paris").due == DAY


def test_of_the_hour_that_comes_twice_the_offset_says_which():
    first, second = (
        fact(due=f"2027-10-31T02:30:00{offset}", zone="Europe/Paris").due for offset in ("+02:00", "+01:00")
    )
    assert (first.astimezone(dt.UTC).hour, second.astimezone(dt.UTC).hour) == (0, 1)
    assert fact(due="2027-10-31T02:30:00", zone="Europe/Paris").due.astimezone(dt.UTC) == first.astimezone(dt.UTC)


@pytest.mark.parametrize("offset", ["", "+01:00", "+02:00", "Z"])
def test_a_time_that_does_not_exist_moves_forward_whatever_offset_was_written(offset):
    due = fact(due=f"2027-03-28T02:30:00{offset}", zone="Europe/Paris").due
    case = Case(
        now=dt.datetime(2027, 3, 26, 10, tzinfo=dt.UTC),
        contact=Contact(id="ann", timezone="Europe/Paris"),
        history=History([Commitment(at=NOON, by="us", due=due)]),
    )
    step = Playbook(strict=True).next_step(case.contact, case.history, case.now)
    assert step.at == dt.datetime(2027, 3, 28, 1, 30, tzinfo=dt.UTC)


# What cannot be read: one line with path, found, expected


def broken(**changes):
    return {**CASE, **changes}


def entry(**changes):
    return broken(history=[HUNG_UP, {**HUNG_UP, **changes}])


MISTAKES = [
    ([], "case: found a list, expected an object"),
    ({}, "now: found nothing, expected it in every case"),
    ({"now": CASE["now"], "contact": {"id": "ann"}}, "history: found nothing"),
    (broken(hisotry=[]), "hisotry: found an unknown field"),
    (broken(hisotry=[]), "did you mean 'history'?"),
    (broken(now="yesterday"), "now: found 'yesterday', expected an instant such as 2026-11-20T15:00:00Z"),
    (broken(now="2026-11-20T15:00:00"), "now: found '2026-11-20T15:00:00', expected an instant"),
    (broken(now="2026-11-20"), "now: found '2026-11-20', expected an instant"),
    (broken(now=1700000000), "now: found a number, expected an instant"),
    (broken(now="0001-01-01T00:00:00+14:00"), "now: found"),
    (broken(contact=None), "contact: found None, expected an object"),
    (broken(contact={}), "contact"),
    (broken(contact={"id": "ann", "phone": "+33142685300"}), "contact.phone: found an unknown field"),
    (broken(contact={"id": "ann", "phone": "+33142685300"}), "did you mean 'phones'?"),
    (broken(contact={"id": 7.5}), "contact.id: found a number, expected some text"),
    (broken(contact={"id": "ann", "phones": "+33142685300"}), "contact.phones: found a text, expected a list"),
    (
        broken(contact={"id": "ann", "phones": ["+33142685300"]}),
        "contact.phones[0]: found a text, expected an object",
    ),
    (
        broken(contact={"id": "ann", "phones": [{"number": "1"}]}),
        "contact.phones[0].number: found a text, expected an E.164 number",
    ),
    (broken(contact={"id": "ann", "phones": [{"nummer": "1"}]}), "contact.phones[0]"),
    (
        broken(contact={"id": "ann", "timezone": "Europe/Pari"}),
        "contact.timezone: found 'Europe/Pari', expected an IANA zone",
    ),
    (broken(contact={"id": "ann", "role": "boss"}), "contact.role: found 'boss', expected one of decision_maker"),
    (broken(contact={"id": "ann", "business": "no"}), "contact.business: found 'no', expected true or false"),
    (broken(contact={"id": "ann", "drivers": "pride"}), "contact.drivers: found a text, expected a list of texts"),
    (broken(contact={"id": "ann", "known_since": "2026"}), "contact.known_since: found '2026', expected a day"),
    (broken(history={}), "history: found an object, expected a list of facts"),
    (broken(history=["hung up"]), "history[0]: found a text, expected an object"),
    (broken(history=[{"at": "2026-11-19T15:00:00Z"}]), "history[0].type: found nothing, expected one of call_attempt"),
    (entry(type="call"), "history[1].type: found 'call', expected one of"),
    (entry(type="calattempt"), "did you mean 'call_attempt'?"),
    (entry(type=["call_attempt"]), "history[1].type: found a list"),
    (entry(at="2026-11-19T15:00:00"), "history[1].at: found '2026-11-19T15:00:00', expected an instant"),
    (entry(at=None), "history[1].at: found None, expected an instant"),
    (entry(disposition="hangup"), "history[1].disposition: found 'hangup', expected one of"),
    (entry(disposition="hangup"), "did you mean 'hung_up'?"),
    (entry(disposition=None), "history[1].disposition: found None, expected one of"),
    (entry(dispositon="busy"), "history[1].dispositon: found an unknown field"),
    (entry(dispositon="busy"), "did you mean 'disposition'?"),
    (entry(number="555"), "history[1].number: found a text, expected an E.164 number"),
    (entry(duration="long"), "history[1].duration: found 'long', expected a number of seconds"),
    (entry(agreed="a date"), "history[1].agreed: found a text, expected a list of texts"),
    (entry(agreed=[1]), "history[1].agreed[0]: found a number, expected some text"),
    (entry(callback_at="Monday"), "history[1].callback_at: found 'Monday', expected a day, an instant"),
    (entry(callback_at="2026-11-23T10:00:00"), "history[1].callback_at: found '2026-11-23T10:00:00', expected"),
    (entry(callback_at="2026-11-23T10:00:00", zone="Paris"), "history[1].zone: found 'Paris', expected an IANA zone"),
    (
        entry(callback_at="2026-11-23T10:00:00", zone=None),
        "history[1].callback_at: found '2026-11-23T10:00:00', expected",
    ),
    (
        entry(callback_at="soon", zone="Europe/Paris"),
        "history[1].callback_at: found 'soon', expected a day or a wall time",
    ),
    (entry(zone="Europe/Paris"), "history[1].zone: found it alone, expected a moment beside it"),
    (entry(callback_at="2026-02-30"), "history[1].callback_at: found '2026-02-30', expected"),
    (entry(remark=5), "history[1].remark: found a number"),
    (
        broken(history=[{"type": "call_attempt", "at": "2026-11-19T15:00:00Z"}]),
        "history[0].disposition: found nothing, expected",
    ),
    (
        broken(history=[{"type": "commitment", "at": "2026-11-19T15:00:00Z", "by": "us", "due": None}]),
        "history[0].due: found None",
    ),
    (
        broken(history=[{"type": "purchase", "at": "2026-11-19T15:00:00Z", "amount": "cheap"}]),
        "history[0].amount: found 'cheap', expected a decimal",
    ),
]


@pytest.mark.parametrize(("data", "says"), MISTAKES, ids=[says for _, says in MISTAKES])
def test_a_mistake_is_one_line_with_the_path_what_was_found_and_what_was_expected(data, says):
    with pytest.raises(BadInput) as refused:
        read_case(data)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_long_mistake_is_cut_so_that_it_stays_one_line():
    with pytest.raises(BadInput) as refused:
        read_case(broken(now="x" * 5000))
    assert len(str(refused.value)) < 300


def test_what_stands_beside_a_case_is_ignored():
    read = read_case({**CASE, "schema": 1, "says": "a hang-up", "expect": {"type": "write"}})
    assert read == read_case(CASE)


# Steps and verdicts

BECAUSE = (Because("promised_calls", "promise", "they asked for it"), Because("hours", "permits", "their hours", NOON))
PROMISE = Reason(name="promise", about="p1", due=NOON, says="they asked for it", named="hour")
NOW = NOON - dt.timedelta(hours=1)
STEPS = [
    (
        Call(
            at=NOON,
            since=NOON,
            until=NOON + dt.timedelta(hours=1),
            reason=PROMISE,
            number="+33142685300",
            because=BECAUSE,
        ),
        {
            "type": "call",
            "at": "2026-11-20T12:00:00Z",
            "since": "2026-11-20T12:00:00Z",
            "until": "2026-11-20T13:00:00Z",
            "due": False,
            "number": "+33142685300",
        },
    ),
    (
        Write(at=NOW, since=NOW, purpose="after_hang_up", channel="email", promises=DAY),
        {
            "type": "write",
            "at": "2026-11-20T11:00:00Z",
            "due": True,
            "purpose": "after_hang_up",
            "channel": "email",
            "promises": "2026-11-30",
        },
    ),
    (Prepare(at=NOW, missing=("why", "outcome")), {"type": "prepare", "since": None, "missing": ["why", "outcome"]}),
    (SeekIntroduction(at=NOW, path=("ben",)), {"type": "seek_introduction", "path": ["ben"]}),
    (
        WalkAway(at=None, since=NOW, grounds="stalled", revisit=NOON),
        {
            "type": "walk_away",
            "at": None,
            "grounds": "stalled",
            "revisit": "2026-11-20T12:00:00Z",
            "channel": None,
            "due": False,
        },
    ),
    (Rest(at=NOW), {"type": "rest", "at": "2026-11-20T11:00:00Z", "due": False}),
]


@pytest.mark.parametrize(("step", "expected"), STEPS, ids=[step.type for step, _ in STEPS])
def test_a_step_is_written_as_the_design_writes_it(step, expected):
    written = through_json(write_step(step, NOW))
    assert expected.items() <= written.items()


def test_a_call_has_the_fields_of_the_contract_in_its_order():
    written = through_json(write_step(STEPS[0][0], NOW))
    assert list(written) == ["type", "at", "since", "until", "due", "reason", "number", "because"]
    assert {"name": "promise", "says": "they asked for it"}.items() <= written["reason"].items()
    first, second = written["because"]
    assert {"rule": "promised_calls", "says": "they asked for it", "until": None}.items() <= first.items()
    assert second["until"] == "2026-11-20T12:00:00Z"


def test_a_verdict_can_be_written():
    written = through_json(write_verdict(Verdict(allowed=False, at=NOON, number="+33142685300", because=BECAUSE)))
    assert (written["allowed"], written["at"], written["number"]) == (False, "2026-11-20T12:00:00Z", "+33142685300")


SITUATIONS = sorted(Path(__file__).parents[2].joinpath("situations").glob("*.json"))


@pytest.mark.parametrize("path", SITUATIONS, ids=[path.stem for path in SITUATIONS])
def test_every_situation_is_read_and_written_and_read_again(path):
    situation = json.loads(path.read_text("utf-8"))
    case = read_case({name: situation[name] for name in ("now", "contact", "history")})
    assert read_case(through_json(write_case(case))) == case
    through_json(write_step(Playbook(strict=True).next_step(case.contact, case.history, case.now), case.now))


def test_null_is_what_was_left_at_its_default():
    plain = {"type": "call_attempt", "at": "2026-11-20T10:00:00Z", "disposition": "no_answer"}
    nulls = {"direction": None, "agreed": None, "used": None, "outcome": None, "zone": None, "recorded": None}
    assert read_fact({**plain, **nulls}) == read_fact(plain)
    assert read_contact({"id": "ann", "phones": None, "role": None, "business": None}) == Contact(id="ann")


# --- hours they told us ----------------------------------------------------------------------------------------

EVENINGS = {"days": "mon-fri", "from": "18:00", "to": "20:00"}


def test_hours_are_read_and_written_back():
    read = read_contact({"id": "ann", "hours": [EVENINGS, {"days": "sat", "from": "10:00", "to": "12:00"}]})
    assert read.hours[0] == PreferredHours(days={1, 2, 3, 4, 5}, opens="18:00", closes="20:00")
    assert write_contact(read)["hours"] == [EVENINGS, {"days": "sat", "from": "10:00", "to": "12:00"}]
    assert read_contact(json.loads(json.dumps(write_contact(read)))) == read


@pytest.mark.parametrize("none", [[], None, ""])
def test_no_hours_are_not_written(none):
    assert "hours" not in write_contact(read_contact({"id": "ann", "hours": none}))


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        ([{**EVENINGS, "from": "25:00"}], "contact.hours[0].from: found '25:00', expected a time on their clock"),
        ([EVENINGS, {**EVENINGS, "days": "all"}], "contact.hours[1].days: found 'all', expected days of the week"),
        ([{"days": "mon", "to": "20:00"}], "contact.hours[0].from: found None, expected a value beside the others"),
        ([{**EVENINGS, "till": 3}], "contact.hours[0].till: found a number, expected no such field"),
        (EVENINGS, "contact.hours: found an object, expected a list of hours"),
        ([7], "contact.hours[0]: found 7, expected an object with days, from and to"),
    ],
)
def test_wrong_hours_are_one_line_with_their_path(hours, says):
    with pytest.raises(BadInput) as refused:
        read_contact({"id": "ann", "hours": hours})
    assert str(refused.value).startswith(says)
    assert "\n" not in str(refused.value)


def test_what_was_called_off_names_it():
    off = {"type": "called_off", "at": "2026-11-19T15:00:00Z", "of": "m-1"}
    assert write_fact(read_fact(off)) == off
    with pytest.raises(BadInput, match=r"^fact\.of: found nothing"):
        read_fact({name: each for name, each in off.items() if name != "of"})


def test_a_moment_before_its_fact_is_one_line_with_its_path():
    early = {"type": "commitment", "at": "2026-11-19T15:00:00Z", "by": "us", "due": "2026-11-18"}
    with pytest.raises(BadInput, match=r"^history\[0\]\.due: found '2026-11-18', expected no moment before the fact"):
        read_case({**CASE, "history": [early]})


def test_a_fact_of_a_class_of_ones_own_is_not_written_for_nobody_could_read_it():
    class Complaint(Snooze):
        """A kind of fact that callrules does not know."""

    at = dt.datetime(2026, 11, 19, 15, tzinfo=dt.UTC)
    with pytest.raises(InvalidValue, match=r"^fact\.type: found 'Complaint', expected one of call_attempt, .*Research"):
        write_fact(Complaint(at=at, until=at))
