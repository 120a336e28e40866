"""Values are built right or not at all."""

import contextlib
import copy
import datetime as dt
import pickle
from decimal import Decimal
from zoneinfo import ZoneInfo

import attrs
import pendulum
import pytest

from callrules import (
    Because,
    Call,
    CallAttempt,
    CalledOff,
    Channel,
    Commitment,
    Consent,
    Contact,
    Direction,
    Disposition,
    Fact,
    Farewell,
    History,
    Insight,
    Introduction,
    InvalidValue,
    KeyDate,
    Line,
    Meeting,
    Message,
    Named,
    OptOut,
    Outcome,
    Party,
    Phone,
    Playbook,
    PreferredHours,
    Prepare,
    Purchase,
    Reason,
    Reflection,
    Reply,
    Research,
    Rest,
    Retraction,
    Role,
    SeekIntroduction,
    Snooze,
    Stop,
    Verdict,
    WalkAway,
    Window,
    Write,
)
from callrules.dispositions import TRAITS
from callrules.facts import FACTS
from callrules.step import STEPS
from callrules.vocabulary import RANK

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
NAIVE = dt.datetime(2026, 11, 20, 12)
NUMBER, THEIRS = "+12065550105", "+33142685300"
WHY = Reason(name="prospect", says="never bought")

ONE_OF_EACH = (
    CallAttempt(at=NOON, disposition=Disposition.HUNG_UP, number=NUMBER, agreed=["a date"], promises=NOON.date()),
    Commitment(at=NOON, by=Party.US, due=NOON),
    Message(at=NOON, channel=Channel.EMAIL, direction=Direction.INBOUND),
    Meeting(at=NOON, place="Lyon"),
    CalledOff(at=NOON, of="c1"),
    Purchase(at=NOON, amount="129.00", currency="EUR"),
    Insight(at=NOON, text="They open a second shop"),
    Research(at=NOON, topic="why", text="Their lease ends"),
    Introduction(at=NOON, by="ann"),
    OptOut(at=NOON, number=NUMBER),
    Consent(at=NOON),
    Snooze(at=NOON, until=NOON.date()),
    Farewell(at=NOON),
    KeyDate(at=NOON, on=NOON.date(), what="go-live"),
    Reflection(at=NOON, of="c1", well="calm", received="glad"),
    Retraction(at=NOON, of="c1"),
)
ONE_STEP_OF_EACH = (
    Call(at=NOON, reason=WHY, number=NUMBER),
    Write(at=NOON, purpose="thanks"),
    Prepare(at=NOON, missing=["why"]),
    SeekIntroduction(at=NOON, path=["ann", "ben"]),
    WalkAway(at=NOON, grounds="stalled"),
    Rest(at=NOON),
)
THE_REST = (
    Contact(id="ann", phones=[NUMBER]),
    Phone(number=NUMBER),
    PreferredHours(days="mon-fri", opens="18:00", closes="20:00"),
    History(ONE_OF_EACH),
    WHY,
    Window(says="always"),
    Stop(grounds="stalled", since=NOON, says="three times"),
    Verdict(allowed=True),
    Because("pace", "permits", "two days"),
)


def note(**more):
    return Message(at=NOON, channel="email", direction="outbound", **more)


def contact(**given):
    return Contact(**{"id": "ann", **given})


def call(**given):
    return CallAttempt(**{"at": NOON, "disposition": "no_answer", **given})


MISTAKES = [
    (lambda: Phone(number="206 555 0105"), "Phone.number", "a text", "E.164"),
    (lambda: Phone(number="+0123456789"), "Phone.number", "a text", "E.164"),
    (lambda: Phone(number="+1206555010512345"), "Phone.number", "a text", "E.164"),
    (lambda: Phone(number="+१२०६५५५०१०५"), "Phone.number", "a text", "E.164"),
    (lambda: Phone(number=12065550105), "Phone.number", "a number", "E.164"),
    (lambda: Phone(number=NUMBER, line="cell"), "Phone.line", "cell", "mobile, landline, unknown"),
    (lambda: Phone(number=NUMBER, timezone="Mars/Base"), "Phone.timezone", "Mars/Base", "an IANA zone"),
    (lambda: contact(id=" "), "Contact.id", "an empty text", "some text"),
    (lambda: contact(id=7.0), "Contact.id", "a number", "some text"),
    (lambda: contact(id=True), "Contact.id", True, "some text"),
    (lambda: contact(id="\u200b"), "Contact.id", "a text", "some text"),
    (lambda: contact(name=""), "Contact.name", "an empty text", "some text"),
    (lambda: contact(timezone="Europe/Pari"), "Contact.timezone", "Europe/Pari", "did you mean 'Europe/Paris'"),
    (lambda: contact(timezone=""), "Contact.timezone", "", "an IANA zone"),
    (lambda: contact(timezone="../Europe/Paris"), "Contact.timezone", "../Europe/Paris", "an IANA zone"),
    (lambda: contact(timezone="Europe"), "Contact.timezone", "Europe", "an IANA zone"),
    (lambda: contact(timezone="localtime"), "Contact.timezone", "localtime", "an IANA zone"),
    (lambda: contact(timezone="right/UTC"), "Contact.timezone", "right/UTC", "an IANA zone"),
    (lambda: contact(region="Florida"), "Contact.region", "Florida", "ISO 3166"),
    (lambda: contact(region="us-fl"), "Contact.region", "us-fl", "ISO 3166"),
    (lambda: contact(region="US-ZZ"), "Contact.region", "US-ZZ", "ISO 3166"),
    (lambda: contact(region="UK"), "Contact.region", "UK", "ISO 3166"),
    (lambda: contact(region=1), "Contact.region", 1, "ISO 3166"),
    (lambda: contact(role="boss"), "Contact.role", "boss", "decision_maker"),
    (lambda: contact(business="yes"), "Contact.business", "yes", "true or false"),
    (lambda: contact(red_phone=1), "Contact.red_phone", 1, "true or false"),
    (lambda: contact(phones=NUMBER), "Contact.phones", "a text", "a list of Phone"),
    (lambda: contact(phones=[NUMBER, 5]), "Contact.phones[1]", "a number", "a Phone"),
    (lambda: contact(drivers="pride"), "Contact.drivers", "a text", "a list of texts"),
    (lambda: contact(common_ground=["sailing", ""]), "Contact.common_ground[1]", "", "some text"),
    (lambda: contact(known_since="2026-01-01"), "Contact.known_since", "2026-01-01", "a date"),
    (lambda: call(disposition="hangup"), "CallAttempt.disposition", "hangup", "did you mean 'hung_up'"),
    (lambda: call(direction="in"), "CallAttempt.direction", "in", "inbound"),
    (lambda: call(at="2026-11-20"), "CallAttempt.at", "2026-11-20", "an aware datetime"),
    (lambda: call(at=NOON.date()), "CallAttempt.at", NOON.date(), "an aware datetime"),
    (lambda: call(number="5550105"), "CallAttempt.number", "a text", "E.164"),
    (lambda: call(from_number="x"), "CallAttempt.from_number", "a text", "E.164"),
    (lambda: call(outcome="sold"), "CallAttempt.outcome", "sold", "order"),
    (lambda: call(agreed="a date"), "CallAttempt.agreed", "a text", "a list of texts"),
    (lambda: call(used=[None]), "CallAttempt.used[0]", None, "some text"),
    (lambda: call(used=5), "CallAttempt.used", "a number", "a list of ids"),
    (lambda: call(disposition="No Answer"), "CallAttempt.disposition", "a text", "did you mean 'no_answer'"),
    (lambda: call(disposition="hungUp"), "CallAttempt.disposition", "hungUp", "did you mean 'hung_up'"),
    (lambda: note(purpose="after_hangup"), "Message.purpose", "after_hangup", "did you mean 'after_hang_up'"),
    (lambda: note(purpose="Thanks"), "Message.purpose", "Thanks", "did you mean 'thanks'"),
    (lambda: note(purpose="missed meeting"), "Message.purpose", "a text", "did you mean 'missed_meeting'"),
    (lambda: Write(purpose="take-away"), "Write.purpose", "take-away", "did you mean 'takeaway'"),
    (lambda: call(duration=-1), "CallAttempt.duration", -1, "seconds"),
    (lambda: call(duration=float("nan")), "CallAttempt.duration", "a number", "seconds"),
    (lambda: call(duration=True), "CallAttempt.duration", True, "seconds"),
    (lambda: call(callback_at="Tuesday"), "CallAttempt.callback_at", "Tuesday", "an aware datetime or a date"),
    (lambda: call(id=""), "CallAttempt.id", "", "some text"),
    (lambda: Commitment(at=NOON, by="me", due=NOON), "Commitment.by", "me", "us, them"),
    (lambda: Commitment(at=NOON, by="us", due=None), "Commitment.due", None, "a promise of ours has a date"),
    (lambda: Commitment(at=NOON, by="us", due=NOON, kind="fax"), "Commitment.kind", "fax", "call, send, meet, other"),
    (lambda: Message(at=NOON, channel="phone", direction="inbound"), "Message.channel", "phone", "a written channel"),
    (
        lambda: Message(at=NOON, channel="email", direction="outbound", reply="answer"),
        "Message.reply",
        "answer",
        "no reply",
    ),
    (lambda: Purchase(at=NOON, amount="cheap"), "Purchase.amount", "cheap", "a decimal number"),
    (lambda: Purchase(at=NOON, amount="NaN"), "Purchase.amount", "NaN", "a decimal number"),
    (lambda: Purchase(at=NOON, amount=True), "Purchase.amount", True, "a decimal number"),
    (lambda: Purchase(at=NOON, currency="eur"), "Purchase.currency", "eur", "ISO 4217"),
    (lambda: Insight(at=NOON, text=""), "Insight.text", "", "some text"),
    (lambda: Introduction(at=NOON, by=None), "Introduction.by", None, "some text"),
    (lambda: OptOut(at=NOON, channel="pigeon"), "OptOut.channel", "pigeon", "email"),
    (lambda: Snooze(at=NOON, until=None), "Snooze.until", None, "a date"),
    (lambda: Retraction(at=NOON, of=""), "Retraction.of", "", "some text"),
    (lambda: History(["hung up"]), "History[0]", "a text", "a fact"),
    (lambda: Reason(name=" ", says="x"), "Reason.name", " ", "some text"),
    (lambda: Reason(name="promise", says=""), "Reason.says", "", "some text"),
    (lambda: Reason(name="promise", says="x", due=NOON, named="week"), "Reason.named", "week", "hour, day"),
    (lambda: Reason(name="promise", says="x", named=True), "Reason.due", None, "the moment that the person named"),
    (lambda: Stop(grounds="", since=NOON, says="x"), "Stop.grounds", "", "some text"),
    (lambda: Write(at=NOON, purpose="thanks", channel="pigeon"), "Write.channel", "pigeon", "email"),
    (lambda: Prepare(at=NOON, missing="why"), "Prepare.missing", "a text", "a list of texts"),
    (lambda: Window(says=""), "Window.says", "", "some text"),
]


@pytest.mark.parametrize(
    ("build", "field", "found", "expected"), MISTAKES, ids=[each[1] + repr(each[2]) for each in MISTAKES]
)
def test_a_mistake_at_the_edge_names_the_field_the_value_and_what_was_expected(build, field, found, expected):
    with pytest.raises(InvalidValue) as refused:
        build()
    assert refused.value.field == field
    assert str(found) in str(refused.value.found)
    assert expected in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_mistake_at_the_edge_is_also_a_value_error_so_that_hosts_need_not_know_us():
    with pytest.raises(ValueError, match="expected some text"):
        Contact(id="")


NAIVE_ONES = [
    *(lambda fact=fact: attrs.evolve(fact, at=NAIVE) for fact in ONE_OF_EACH),
    *(lambda fact=fact: attrs.evolve(fact, recorded=NAIVE) for fact in ONE_OF_EACH),
    *(lambda step=step: attrs.evolve(step, at=NAIVE) for step in ONE_STEP_OF_EACH),
    *(lambda step=step: attrs.evolve(step, since=NAIVE) for step in ONE_STEP_OF_EACH[:-1]),
    lambda: call(promises=NAIVE),
    lambda: call(callback_at=NAIVE),
    lambda: Commitment(at=NOON, by="us", due=NAIVE),
    lambda: Message(at=NOON, channel="fax", direction="outbound", promises=NAIVE),
    lambda: Snooze(at=NOON, until=NAIVE),
    lambda: contact(known_since=NAIVE),
    lambda: Reason(name="promise", says="x", due=NAIVE),
    lambda: Reason(name="promise", says="x", expires=NAIVE),
    lambda: Stop(grounds="stalled", since=NAIVE, says="x"),
    lambda: Stop(grounds="stalled", since=NOON, says="x", revisit=NAIVE),
    lambda: Window(start=NAIVE, says="x"),
    lambda: Window(end=NAIVE, says="x"),
    lambda: Call(at=NOON, until=NAIVE, reason=WHY),
    lambda: WalkAway(at=NOON, grounds="stalled", revisit=NAIVE),
    lambda: Write(at=NOON, purpose="thanks", promises=NAIVE),
    lambda: Verdict(allowed=False, at=NAIVE),
    lambda: Because("pace", "permits", "two days", NAIVE),
]


@pytest.mark.parametrize("build", NAIVE_ONES)
def test_a_moment_without_a_zone_is_refused_everywhere(build):
    with pytest.raises(InvalidValue, match="no zone"):
        build()


def test_an_instant_of_any_zone_is_kept_in_utc():
    paris = dt.datetime(2026, 11, 20, 13, tzinfo=ZoneInfo("Europe/Paris"))
    east = dt.datetime(2026, 11, 20, 17, 30, tzinfo=dt.timezone(dt.timedelta(hours=5, minutes=30)))
    assert call(at=paris) == call(at=east) == call(at=NOON)
    assert call(at=paris).at.tzinfo is dt.UTC


@pytest.mark.parametrize("year", [1, 999, 9001, 9999])
def test_a_year_in_which_nobody_is_called_is_a_mistake_at_the_edge(year):
    with pytest.raises(InvalidValue, match=r"CallAttempt\.at: found .* a moment between the years 1000 and 9000"):
        call(at=dt.datetime(year, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=9))))
    with pytest.raises(InvalidValue, match=r"Snooze\.until: found .* a moment between the years 1000 and 9000"):
        Snooze(at=NOON, until=dt.date(year, 1, 1))


def test_both_passes_of_the_hour_that_comes_twice_are_two_moments():
    wall = dt.datetime(2027, 10, 31, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert call(at=wall) != call(at=wall.replace(fold=1))
    assert call(callback_at=wall) != call(callback_at=wall.replace(fold=1))


def test_a_promise_keeps_its_wall_time_and_its_zone():
    ten = dt.datetime(2026, 11, 30, 10, tzinfo=ZoneInfo("Europe/Paris"))
    due = Commitment(at=NOON, by="us", due=ten).due
    assert (due.hour, str(due.tzinfo)) == (10, "Europe/Paris")
    assert Commitment(at=NOON, by="us", due=ten) != Commitment(at=NOON, by="us", due=ten.astimezone(dt.UTC))


def test_one_fact_has_one_zone():
    paris = dt.datetime(2026, 11, 30, 10, tzinfo=ZoneInfo("Europe/Paris"))
    with pytest.raises(InvalidValue, match="one zone"):
        call(promises=paris, callback_at=paris.astimezone(ZoneInfo("Asia/Tokyo")))


@pytest.mark.parametrize(
    "name", ["Europe/Paris", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "America/Argentina/Ushuaia"]
)
def test_a_zone_is_an_iana_name(name):
    assert contact(timezone=name).timezone == name


@pytest.mark.parametrize("region", ["FR", "US-FL", "GB-SCT", "PT-20"])
def test_a_region_is_a_country_or_its_subdivision(region):
    assert contact(region=region).region == region


@pytest.mark.parametrize("number", ["+1206555", NUMBER, "+123456789012345"])
def test_a_number_is_e_164(number):
    assert Phone(number=number).number == number


def test_enums_are_taken_from_their_words():
    assert call(disposition="hung_up", direction="inbound", outcome="order") == call(
        disposition=Disposition.HUNG_UP, direction=Direction.INBOUND, outcome=Outcome.ORDER
    )
    assert contact(role="decision_maker").role is Role.DECISION_MAKER
    assert Phone(number=NUMBER, line="mobile").line is Line.MOBILE
    assert Message(at=NOON, channel="web", direction="inbound", reply="automatic").reply is Reply.AUTOMATIC
    assert Reason(name="promise", says="x", due=NOON, named=True).named is Named.HOUR
    assert Reason(name="promise", says="x", due=NOON, named="day").named is Named.DAY
    assert Reason(name="promise", says="x", due=NOON, named=False).named is None


@pytest.mark.parametrize("kind", [Contact, Phone, *FACTS, Reason, Stop, Because, Window])
def test_what_is_left_out_is_what_its_own_check_lets_be(kind):
    given = {each.name: each.default for each in attrs.fields(kind) if each.default is not attrs.NOTHING}
    checks = {each.name: each.metadata.get("check") for each in attrs.fields(kind)}
    told = {name: default for name, default in given.items() if default is not None and checks[name]}
    assert {name: checks[name](default, name) for name, default in told.items()} == told


def test_every_fact_and_step_of_the_design_is_here():
    assert {type(fact) for fact in ONE_OF_EACH} == set(FACTS)
    assert {type(step) for step in ONE_STEP_OF_EACH} == set(STEPS)


def test_every_ending_of_a_call_has_its_traits():
    assert set(TRAITS) == set(Disposition)
    assert {each.value for each in Disposition} == {
        "dialing",
        "no_answer",
        "busy",
        "voicemail_left",
        "voicemail_no_message",
        "gatekeeper",
        "connected",
        "conversation",
        "callback_requested",
        "not_interested",
        "hung_up",
        "do_not_call",
        "wrong_number",
        "bad_number",
        "left_company",
        "closed_down",
        "disqualified",
        "technical",
        "not_dialled",
        "declined",
        "screened",
    }


def test_only_a_conversation_is_one_and_never_a_voicemail_or_a_gatekeeper():
    assert [each for each in Disposition if each.traits.talked] == [Disposition.CONVERSATION]
    unanswered = {each.value for each in Disposition if each.is_unanswered}
    assert unanswered == {
        "dialing", "no_answer", "busy", "voicemail_left", "voicemail_no_message", "gatekeeper", "connected",
        "declined", "screened",
    }  # fmt: skip
    assert {each.value for each in Disposition if not each.is_attempt} == {"technical", "not_dialled"}


def test_an_answered_call_is_a_talk_once_it_has_an_outcome():
    answered = call(disposition="connected")
    assert answered.is_unanswered
    assert not answered.talked
    talked = attrs.evolve(answered, outcome="continuation")
    assert talked.talked
    assert not talked.is_unanswered


def test_a_rejected_ring_is_no_hang_up():
    for each in (Disposition.DECLINED, Disposition.SCREENED):
        assert each.traits.rang
        assert each.is_attempt
        assert not each.is_refusal


@pytest.mark.parametrize(("duration", "given_up"), [(None, True), (0, True), (0.5, False), (12, False)])
def test_who_rings_and_hangs_up_before_an_answer_gave_up(duration, given_up):
    rang = call(disposition="hung_up", direction="inbound", duration=duration)
    assert rang.is_given_up is given_up
    assert rang.is_refusal is not given_up


def test_a_call_of_ours_is_never_given_up_by_them():
    assert not call(disposition="hung_up").is_given_up


def test_a_talk_lasts_a_day_at_most_whatever_was_noted():
    assert call(duration=90).ends == NOON + dt.timedelta(seconds=90)
    assert call().ends == NOON
    assert call(duration=366 * 86_400).ends == NOON + dt.timedelta(days=1)


PAST = NOON - dt.timedelta(seconds=1)
YESTERDAY = dt.date(2026, 11, 19)


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda at, moment: CallAttempt(at=at, disposition="busy", promises=moment), "CallAttempt.promises"),
        (lambda at, moment: CallAttempt(at=at, disposition="busy", callback_at=moment), "CallAttempt.callback_at"),
        (lambda at, moment: Commitment(at=at, by="us", due=moment), "Commitment.due"),
        (lambda at, moment: Commitment(at=at, by="them", due=moment), "Commitment.due"),
        (
            lambda at, moment: Message(at=at, channel="fax", direction="outbound", promises=moment),
            "Message.promises",
        ),
        (lambda at, moment: Snooze(at=at, until=moment), "Snooze.until"),
    ],
)
def test_no_fact_names_a_moment_before_itself(build, field):
    for moment in (PAST, PAST.astimezone(ZoneInfo("Asia/Tokyo")), YESTERDAY):
        with pytest.raises(InvalidValue, match="no moment before the fact itself") as refused:
            build(NOON, moment)
        assert refused.value.field == field
    for moment in (NOON, NOON.astimezone(ZoneInfo("Asia/Tokyo")), NOON.date()):
        assert build(NOON, moment)


@pytest.mark.parametrize(("hour", "is_still"), [(11, True), (12, False)])
def test_a_day_may_be_named_as_long_as_it_is_that_day_anywhere(hour, is_still):
    at = dt.datetime(2026, 11, 20, hour, tzinfo=dt.UTC)
    with contextlib.nullcontext() if is_still else pytest.raises(InvalidValue, match=r"Snooze\.until"):
        assert Snooze(at=at, until=YESTERDAY)


# --- hours they told us ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("mon-fri 18:00-20:00", "mon-fri 18:00-20:00"),
        ("Mon, Wed 9:00 - 10.30", "mon,wed 09:00-10:30"),
        ("daily 21:00 to 02:00", "mon-sun 21:00-02:00"),
        ("fri-mon 08:00-09:00", "mon,fri-sun 08:00-09:00"),
        ([{"days": "saturday", "from": "10:00", "to": "12:00"}], "sat 10:00-12:00"),
        ([{"days": [2, 4], "from": "10:00", "to": "12:00"}], "tue,thu 10:00-12:00"),
        ("sat 10:00-12:00; sat 10:00-12:00;", "sat 10:00-12:00"),
    ],
)
def test_hours_are_read_from_words_and_from_objects_and_shown_in_one_way(given, shown):
    (hours,) = contact(hours=given).hours
    assert str(hours) == shown
    assert contact(hours=shown).hours == contact(hours=[hours.written]).hours == (hours,)


WEEK = {"days": "mon-fri", "from": "18:00", "to": "20:00"}


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        (WEEK, "Contact.hours", "a list of hours"),
        (7, "Contact.hours", "a list of hours"),
        ([7], "Contact.hours[0]", "an object with days, from and to"),
        (["evenings"], "Contact.hours[0]", "such as 'mon-fri 18:00-20:00'"),
        ("mon-fri 18:00-20:00; evenings", "Contact.hours[1]", "such as 'mon-fri 18:00-20:00'"),
        ([WEEK, {**WEEK, "days": "weekdays"}], "Contact.hours[1].days", "days of the week"),
        ([{**WEEK, "days": [0]}], "Contact.hours[0].days", "days of the week"),
        ([{**WEEK, "days": [True]}], "Contact.hours[0].days", "days of the week"),
        ([{**WEEK, "from": "25:00"}], "Contact.hours[0].from", "a time on their clock"),
        ([{**WEEK, "from": dt.time(18, 0, 30)}], "Contact.hours[0].from", "a time on their clock"),
        ([{**WEEK, "from": dt.time(18, tzinfo=dt.UTC)}], "Contact.hours[0].from", "a time on their clock"),
        ([{**WEEK, "to": "18:00"}], "Contact.hours[0].to", "a time other than `from`"),
        ([{"days": "mon", "from": "18:00"}], "Contact.hours[0].to", "days, from and to"),
        ([{**WEEK, "until": "20:00"}], "Contact.hours[0].until", "no such field"),
    ],
)
def test_wrong_hours_are_refused_in_one_line_that_says_where(given, field, expected):
    with pytest.raises(InvalidValue) as refused:
        contact(hours=given)
    assert refused.value.field == field
    assert expected in str(refused.value)
    assert "\n" not in str(refused.value)


def test_reasons_rank_as_the_rulebook_ranks_them_and_those_of_guests_come_last():
    assert RANK == (
        "returned_call",
        "promise",
        "their_promise_lapsed",
        "red_phone",
        "recently_met",
        "follow_up",
        "insight",
        "simple_reason",
        "lapsed_customer",
        "dormant_customer",
        "competitor_customer",
        "prospect",
    )
    assert Reason(name="birthday", says="x").rank > Reason(name="prospect", says="x").rank


@pytest.mark.parametrize("value", [*ONE_OF_EACH, *ONE_STEP_OF_EACH, *THE_REST], ids=lambda each: type(each).__name__)
def test_values_are_frozen_and_hashable(value):
    assert hash(value) == hash(attrs.evolve(value))
    assert value == attrs.evolve(value)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, attrs.fields(type(value))[0].name, None)


@pytest.mark.parametrize(
    "kind", [Contact, Phone, *FACTS, *STEPS, Reason, Stop, Window, Verdict], ids=lambda kind: kind.__name__
)
def test_values_are_built_by_keyword_only(kind):
    with pytest.raises(TypeError, match="positional"):
        kind(NOON)


def test_a_list_that_is_handed_in_can_be_changed_afterwards_without_changing_the_value():
    numbers, yeses = [NUMBER], ["a date"]
    person, talk = contact(phones=numbers, drivers=yeses), call(agreed=yeses)
    numbers.append(THEIRS)
    yeses.append("a price")
    assert [phone.number for phone in person.phones] == [NUMBER]
    assert person.drivers == talk.agreed == ("a date",)


def test_no_phone_number_address_or_e_mail_of_a_contact_leaks_into_a_log():
    shown = repr(
        contact(
            name="Ann",
            phones=[NUMBER, Phone(number=THEIRS, line="mobile")],
            email="ann@example.org",
            fax="+33142685399",
            postal_address="1 Sample Street, Lyon",
        )
    )
    assert "Ann" in shown
    assert not any(secret in shown for secret in (NUMBER[1:], THEIRS[1:], "example.org", "33142685399", "Sample"))


def test_no_phone_number_or_word_of_theirs_leaks_from_facts_steps_and_verdicts():
    said = Message(at=NOON, channel="email", direction="inbound", text="my cell is 206 555 0105")
    no = OptOut(at=NOON, number=NUMBER, numbers=[THEIRS], name="Ann Quagga", email="ann@example.org")
    facts = (call(number=NUMBER, from_number=THEIRS), no, said)
    answers = (Call(at=NOON, reason=WHY, number=NUMBER), Verdict(allowed=True, number=NUMBER))
    shown = repr((*facts, *answers, History(facts), Phone(number=NUMBER)))
    assert not any(secret in shown for secret in (NUMBER[1:], THEIRS[1:], "206 555", "Quagga", "example.org"))


def test_money_is_kept_exactly_as_written():
    assert Purchase(at=NOON, amount="129.10").amount == Decimal("129.10")
    assert Purchase(at=NOON, amount=0.1).amount == Decimal("0.1")


def test_why_takes_no_part_in_equality():
    because = (Because("pace", "permits", "two days between calls"),)
    assert Rest(at=NOON) == Rest(at=NOON, because=because)
    assert hash(Verdict(allowed=True)) == hash(Verdict(allowed=True, because=because))


def test_a_step_is_due_from_its_moment_on_and_a_rest_never():
    early, late = NOON - dt.timedelta.resolution, NOON + dt.timedelta(days=9)
    assert [Write(at=NOON, purpose="thanks").is_due(now) for now in (early, NOON, late)] == [False, True, True]
    assert not Rest(at=NOON).is_due(late)
    assert not WalkAway(at=None, grounds="do_not_call").is_due(late)


def test_a_verdict_means_what_if_says():
    assert Verdict(allowed=True)
    assert not Verdict(allowed=False)


def test_a_fact_without_an_id_can_still_be_named_by_others():
    assert Meeting(at=NOON, id="m1").key == "m1"
    assert isinstance(Meeting(at=NOON), Fact)
    assert Meeting(at=NOON).key == "Meeting@2026-11-20T12:00:00+00:00"


ENDS_OF_TIME = [dt.date.max, dt.date.min, *(each.replace(tzinfo=dt.UTC) for each in (dt.datetime.max, dt.datetime.min))]


@pytest.mark.parametrize("end", ENDS_OF_TIME)
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York", "Pacific/Kiritimati"])
def test_a_date_at_the_end_of_time_is_refused_at_the_edge_or_answered_and_never_a_crash(end, zone):
    facts = [
        lambda: Commitment(at=NOON, by="us", due=end),
        lambda: Commitment(at=NOON, by="them", due=end),
        lambda: call(disposition="callback_requested", callback_at=end),
        lambda: Snooze(at=NOON, until=end),
        lambda: Purchase(at=end),
        lambda: call(at=end),
    ]
    ann, playbook = contact(timezone=zone), Playbook(strict=True)
    for build in facts:
        with contextlib.suppress(InvalidValue):
            playbook.next_step(ann, History([build()]), max(NOON, end) if isinstance(end, dt.datetime) else NOON)
    with contextlib.suppress(InvalidValue):
        playbook.can_promise(ann, History(), end)
    with contextlib.suppress(InvalidValue):
        playbook.next_step(contact(timezone=zone, known_since=end), History(), NOON)


@pytest.mark.parametrize("value", [*ONE_OF_EACH, *ONE_STEP_OF_EACH, *THE_REST], ids=lambda each: type(each).__name__)
def test_values_can_be_sent_to_another_process(value):
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own
    assert copy.deepcopy(value) == value


def test_moments_of_pendulum_are_taken_as_what_they_are():
    ours = Commitment(at=NOON, by="us", due=dt.datetime(2026, 11, 30, 10, tzinfo=ZoneInfo("Europe/Paris")))
    theirs = Commitment(at=pendulum.instance(NOON), by="us", due=pendulum.datetime(2026, 11, 30, 10, tz="Europe/Paris"))
    assert theirs == ours
    assert type(theirs.at) is type(theirs.due) is dt.datetime


@pytest.mark.parametrize("purpose", ["newsletter", "birthday", "a price list", "sharing", "thanks_for_the_tip"])
def test_a_guest_may_write_for_a_purpose_of_its_own(purpose):
    assert note(purpose=purpose).purpose == Write(purpose=purpose).purpose == purpose


def test_ids_that_are_whole_numbers_are_kept_as_text():
    kept = call(id=17, contact=4, about=5, used=[1, "2"], rep=6)
    assert (kept.id, kept.contact, kept.about, kept.used, kept.rep) == ("17", "4", "5", ("1", "2"), "6")
    assert kept == call(id="17", contact="4", about="5", used=["1", "2"], rep="6")
    card = Contact(id=7, account=8, owner=9)
    assert (card.id, card.account, card.owner) == ("7", "8", "9")
    assert Retraction(at=NOON, of=17).of == "17"
    assert Introduction(at=NOON, by=7).by == "7"
    assert OptOut(at=NOON, account=8).account == "8"
    assert Reason(name="reorder", about=17, says="they have run out").about == "17"
    assert SeekIntroduction(path=[1, 2]).path == ("1", "2")


def test_a_fact_of_a_whole_number_is_the_same_as_that_of_its_text():
    taken_back = History([call(id=17), Retraction(at=NOON, of="17")])
    assert len(taken_back) == 1
