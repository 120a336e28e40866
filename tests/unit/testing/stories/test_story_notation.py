"""Stories as people write them: what each line says, and what is said about a line that is wrong."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from callrules import (
    BadInput,
    Call,
    CallAttempt,
    CalledOff,
    Commitment,
    Consent,
    Contact,
    Farewell,
    History,
    Insight,
    Introduction,
    InvalidValue,
    Meeting,
    Message,
    OptOut,
    Phone,
    Prepare,
    Purchase,
    Reason,
    Research,
    Rest,
    Retraction,
    SeekIntroduction,
    Snooze,
    WalkAway,
    Write,
)
from callrules.testing.stories import Expected, read_story, write_story
from callrules.testing.stories.expected import KINDS

PARIS, LONDON = ZoneInfo("Europe/Paris"), ZoneInfo("Europe/London")
AT_NINE = dt.datetime(2025, 6, 2, 9, tzinfo=PARIS)
ANN = "Ann, Europe/Paris"


def one(line, head=ANN):
    """The one fact that a line tells."""
    (fact,) = read_story(f"{head}\n{line}").history.entries
    return fact


def told(says):
    """The fact told on a Monday at nine in Paris."""
    return one(f"Mon 2025-06-02 09:00  {says}")


def written(fact, **who):
    """The line of one fact."""
    return write_story(Contact(**{"id": "Ann", "timezone": "Europe/Paris", **who}), History([fact])).splitlines()[1]


def problem(*lines):
    """What is said about a page that cannot be read."""
    with pytest.raises(BadInput) as refused:
        read_story("\n".join(lines))
    return str(refused.value)


@pytest.mark.parametrize(
    ("says", "fact"),
    [
        (
            "called: no_answer number=+12065550105",
            CallAttempt(at=AT_NINE, disposition="no_answer", number="+12065550105"),
        ),
        ("rang us: conversation", CallAttempt(at=AT_NINE, disposition="conversation", direction="inbound")),
        ("we promised: 2025-06-04", Commitment(at=AT_NINE, by="us", due=dt.date(2025, 6, 4))),
        ("they promised: someday kind=send", Commitment(at=AT_NINE, by="them", due=None, kind="send")),
        ("wrote: email purpose=thanks", Message(at=AT_NINE, channel="email", direction="outbound", purpose="thanks")),
        ("they wrote: web reply=answer", Message(at=AT_NINE, channel="web", direction="inbound")),
        ('met: place="the fair"', Meeting(at=AT_NINE, place="the fair")),
        ("bought: amount=129.00 currency=EUR", Purchase(at=AT_NINE, amount=Decimal("129.00"), currency="EUR")),
        ('learned: "a new law" source="a paper"', Insight(at=AT_NINE, text="a new law", source="a paper")),
        ('prepared: why text="they grow"', Research(at=AT_NINE, topic="why", text="they grow")),
        ("introduced: friend", Introduction(at=AT_NINE, by="friend")),
        ("opted out: channel=email", OptOut(at=AT_NINE, channel="email")),
        ("opted out", OptOut(at=AT_NINE)),
        ("consented: contact=neighbour", Consent(at=AT_NINE, contact="neighbour")),
        ("snoozed: 2025-07-01", Snooze(at=AT_NINE, until=dt.date(2025, 7, 1))),
        ("said goodbye: id=f1", Farewell(at=AT_NINE, id="f1")),
        ("called off: f1 id=f2", CalledOff(at=AT_NINE, of="f1", id="f2")),
        ("took back: f1", Retraction(at=AT_NINE, of="f1")),
    ],
)
def test_each_verb_tells_its_fact_and_is_written_again(says, fact):
    assert told(says) == fact
    assert written(fact) == f"Mon 2025-06-02 09:00  {says}"


def test_a_whole_page_is_read():
    story = read_story("""
        # rings back
        Kim Doe, Pacific/Pago_Pago id=kim region=US-FL role=decision_maker business=yes drivers=pride,"a safe job"
        Sun 2025-06-01 10:00  called: no_answer
        Tue 2025-06-03 13:00  => rest until 2025-06-04 09:00
    """)
    pago = ZoneInfo("Pacific/Pago_Pago")
    assert story.contact == Contact(
        id="kim", name="Kim Doe", timezone="Pacific/Pago_Pago", region="US-FL", role="decision_maker",
        business=True, drivers=("pride", "a safe job"),
    )  # fmt: skip
    assert story.history.attempts[0].at == dt.datetime(2025, 6, 1, 10, tzinfo=pago)
    assert story.now == dt.datetime(2025, 6, 3, 13, tzinfo=pago)
    assert story.expected.at == dt.datetime(2025, 6, 4, 9, tzinfo=pago)
    assert story.title == "rings back"


def test_without_an_id_the_first_words_are_the_id():
    assert read_story("Kim Doe, Europe/Paris").contact == Contact(id="Kim Doe", timezone="Europe/Paris")


def test_the_name_can_be_told_beside_the_id_and_a_comma_may_follow_the_zone():
    kim = Contact(id="7", name="Kim Doe", timezone="Europe/Paris", region="FR")
    assert read_story('7, Europe/Paris, name="Kim Doe" region=FR').contact == kim


def test_numbers_can_say_what_they_are_and_where_they_ring():
    phones = (Phone(number="+12065550105", line="mobile", timezone="Europe/London"), Phone(number="+442079460123"))
    contact = Contact(id="kim", phones=phones)
    text = write_story(contact, History())
    assert text == "kim, no zone (times in Europe/London) phones=+12065550105/mobile@Europe/London,+442079460123\n"
    assert read_story(text).contact == contact


def test_who_could_be_anywhere_is_told_in_utc():
    assert written(Meeting(at=AT_NINE), timezone=None) == "Mon 2025-06-02 07:00  met"


def test_who_is_known_by_region_alone_is_told_on_the_clock_of_their_days():
    contact = Contact(id="kim", region="FR")
    text = write_story(contact, History([Meeting(at=AT_NINE)]))
    assert text == "kim, no zone (times in Europe/Paris) region=FR\nMon 2025-06-02 09:00  met\n"
    assert read_story(text).contact == contact


def test_a_name_with_a_comma_stands_in_quotes():
    contact = Contact(id="7", name="Doe, Kim", timezone="Europe/Paris")
    assert write_story(contact, History()) == '"Doe, Kim", Europe/Paris id=7\n'
    assert read_story('"Doe, Kim", Europe/Paris id=7').contact == contact


def test_words_over_several_lines_stay_on_one():
    fact = Message(at=AT_NINE, channel="email", direction="outbound", text='Dear Kim,\n"soon" is\tnow')
    assert written(fact).endswith(r'text="Dear Kim,\n\"soon\" is\tnow"')
    assert told(r'wrote: email text="Dear Kim,\n\"soon\" is\tnow"') == fact


def test_an_apostrophe_is_a_letter():
    assert told("met: place=O'Hara's").place == "O'Hara's"


def test_seconds_are_written_only_where_there_are_some():
    assert written(Meeting(at=AT_NINE + dt.timedelta(seconds=30))) == "Mon 2025-06-02 09:00:30  met"
    assert written(Meeting(at=AT_NINE + dt.timedelta(microseconds=1))) == "Mon 2025-06-02 09:00:00.000001  met"


@pytest.mark.parametrize(("hour", "offset"), [(0, "+02:00"), (1, "+01:00")])
def test_in_the_repeated_hour_the_offset_says_which_pass(hour, offset):
    fact = Meeting(at=dt.datetime(2025, 10, 26, hour, 30, tzinfo=dt.UTC))
    line = f"Sun 2025-10-26 02:30{offset}  met"
    assert written(fact) == line
    assert one(line) == fact


def test_without_an_offset_the_repeated_hour_is_its_first_pass():
    assert one("2025-10-26 02:30 met").at == dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("until", "word"),
    [
        (dt.datetime(2025, 7, 1, 9, tzinfo=PARIS), "2025-07-01T09:00"),
        (dt.datetime(2025, 7, 1, 9, tzinfo=LONDON), "2025-07-01T09:00@Europe/London"),
        (dt.datetime(2025, 7, 1, 7, tzinfo=dt.UTC), "2025-07-01T09:00+02:00"),
        (dt.datetime(2025, 10, 26, 2, 30, tzinfo=PARIS), "2025-10-26T02:30+02:00@Europe/Paris"),
        (dt.datetime(2025, 10, 26, 2, 30, tzinfo=PARIS, fold=1), "2025-10-26T02:30+01:00@Europe/Paris"),
        (dt.datetime(2026, 3, 29, 2, 30, tzinfo=PARIS), "2026-03-29T02:30"),
    ],
)
def test_a_moment_keeps_its_wall_time_and_zone_or_is_an_instant(until, word):
    snooze = Snooze(at=AT_NINE, until=until)
    assert written(snooze) == f"Mon 2025-06-02 09:00  snoozed: {word}"
    assert told(f"snoozed: {word}") == snooze
    assert told(f"snoozed: {word}").until.isoformat() == snooze.until.isoformat()


def test_a_utc_moment_can_be_written_with_a_z():
    assert told("snoozed: 2025-07-01T07:00Z").until == dt.datetime(2025, 7, 1, 7, tzinfo=dt.UTC)


def test_when_it_was_written_down_is_told_on_the_same_clock():
    fact = Meeting(at=AT_NINE, recorded=AT_NINE + dt.timedelta(hours=3))
    assert written(fact) == "Mon 2025-06-02 09:00  met: recorded=2025-06-02T12:00"
    assert told("met: recorded=2025-06-02T12:00") == fact


def test_the_weekday_may_be_left_out():
    assert one("2025-06-02 09:00  met") == told("met")


def test_a_comment_says_nothing():
    assert read_story(f"{ANN}\n# the fair was dull\n2025-06-02 09:00 met").history.entries == (Meeting(at=AT_NINE),)


def test_a_question_without_an_answer_is_written_with_a_question_mark():
    text = write_story(Contact(id="Ann", timezone="Europe/Paris"), History(), AT_NINE)
    assert text == f"{ANN}\nMon 2025-06-02 09:00  => ?\n"
    assert read_story(text).expected is None


def test_an_answer_without_a_moment_is_refused():
    with pytest.raises(InvalidValue, match="now: found None, expected the moment"):
        write_story(Contact(id="ann"), History(), expected=Expected.read("call"))


# --- pages that are wrong


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Tue 2025-06-02 09:00  met", "found Tue 2025-06-02, expected Mon: that day is a Mon"),
        ("Mon 2025-06-02  met", "expected a moment first, such as Mon 2025-06-02 09:00"),
        ("Mon 2025-06-02 25:00  met", "expected a time from 00:00 to 23:59:59"),
        ("2025-02-30 09:00  met", "found '2025-02-30 09:00', expected a day that exists"),
        ("2025-06-02 09:00+99:00  met", "expected an offset between -23:59 and +23:59"),
        ("2025-06-02 09:00+05:00@Europe/Paris  met", "expected the offset +02:00, which that zone has then"),
        ("2025-06-02 09:00@Europe/Pari  met", "did you mean 'Europe/Paris'?"),
        ("0999-06-02 09:00  met", "expected a moment between the years 1000 and 9000"),
        ("2025-06-02 09:00", "found nothing after the moment, expected one of called, rang us"),
        ("2025-06-02 09:00  caled: no_answer", "found 'caled', expected one of called"),
        ("2025-06-02 09:00  caled: no_answer", "did you mean 'called'?"),
        ("2025-06-02 09:00  opted in", "did you mean 'opted out'?"),
        ("2025-06-02 09:00  called: no_anser", "did you mean 'no_answer'?"),
        ("2025-06-02 09:00  called", "called.disposition: found nothing, expected a value: it is required"),
        ("2025-06-02 09:00  called: busy numer=+12065550105", "did you mean 'number'?"),
        (
            "2025-06-02 09:00  called: busy direction=inbound",
            "found 'direction', expected one of the fields disposition",
        ),
        ("2025-06-02 09:00  called: busy number=555", "called.number: found a text, expected an E.164 number"),
        ("2025-06-02 09:00  called: busy rep=ann rep=bob", "found rep= twice, expected it once"),
        ("2025-06-02 09:00  called: busy remark=in a hurry", "found a, expected key=value, such as number=..."),
        ("2025-06-02 09:00  called: busy duration=long", "duration: found 'long', expected a number"),
        ("2025-06-02 09:00  called: busy callback_at=soon", "callback_at: found 'soon', expected a moment"),
        (
            "2025-06-02 09:00  called: busy callback_at=2025-02-30",
            "callback_at: found '2025-02-30', expected a day that",
        ),
        ('2025-06-02 09:00  met: place="the fair', "expected every double quote to be closed"),
        ('2025-06-02 09:00  met: place=the"fair"', "expected the quotes around the whole value"),
        (r'2025-06-02 09:00  met: place="C:\fair\old"', "expected the quotes around the whole value"),
        ("2025-06-02 09:00  called: busy agreed=a,,b", "found a,,b, expected words between commas"),
        ("2025-06-02 09:00  we promised: someday", "a promise of ours has a date"),
        ("2025-06-02 09:00  => cal", "did you mean 'call'?"),
        ("2025-06-02 09:00  =>", "found '', expected a step, one of call"),
        ("2025-06-02 09:00  => rest at 2025-06-04 09:00", "expected until and a moment, or nothing, after 'rest'"),
        ("2025-06-02 09:00  => no call promise", "found 'promise', expected nothing after 'no call'"),
        ("2025-06-02 09:00  => call contract ends", "a name with blanks stands in double quotes"),
        ("2025-06-02 09:00  => call at noon", "found 'noon', expected a moment"),
    ],
)
def test_a_wrong_line_is_named_with_what_was_found_and_expected(line, said):
    told = problem(ANN, line)
    assert told.startswith("line 2: ")
    assert said in told


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "line 1: found no contact, expected a line such as: Kim Doe, Europe/Paris"),
        ("Kim Doe", "found 'Kim Doe', expected a name, a comma and a zone"),
        ("Kim Doe, Europe/Pari", "did you mean 'Europe/Paris'?"),
        ("Kim Doe, Europe/Paris Sales", "found Sales, expected key=value, such as phones=+12065550105"),
        ("Kim Doe, Europe/Paris rol=user", "found 'rol', expected one of the fields id"),
        ("Kim Doe, Europe/Paris business=true", "business: found 'true', expected yes or no"),
        ("Kim Doe, Europe/Paris id=kim name=Kim", "found name= as well as 'Kim Doe' first, expected one of the two"),
        ("Kim Doe, Europe/Paris phones=@Europe/Paris", "expected a phone, such as +12065550105/mobile@Europe/Paris"),
        ("Kim Doe, Europe/Paris phones=+12065550105/fixed", "expected one of mobile, landline, unknown"),
    ],
)
def test_a_wrong_first_line_is_refused(head, said):
    assert said in problem(head)


def test_nothing_comes_after_the_moment_asked_about():
    told = problem(ANN, "2025-06-02 09:00 => no call", "2025-06-02 10:00 met")
    assert told.startswith("line 3: found '2025-06-02 10:00 met', expected nothing after the line with =>")


# --- what is expected

NOW = dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)
RING = Call(at=NOW, reason=Reason(name="promise", says="they asked for it"))
RING_LATER = Call(at=LATER, reason=Reason(name="promise", says="they asked for it"))
SAY_GOODBYE = WalkAway(at=None, grounds="unanswered")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("call", RING),
        ("call promise", RING),
        ("call at 2025-06-04 09:00", RING_LATER),
        ("call promise at 2025-06-04 09:00", RING_LATER),
        ("call promise at 2025-06-04T09:00", RING_LATER),
        ("write", Write(at=NOW, purpose="after_hang_up")),
        ("write after_hang_up", Write(at=NOW, purpose="after_hang_up")),
        ("prepare", Prepare(at=NOW, missing=("why", "agenda"))),
        ("prepare why,agenda", Prepare(at=NOW, missing=("why", "agenda"))),
        ("seek_introduction", SeekIntroduction(at=NOW)),
        ("walk_away unanswered", SAY_GOODBYE),
        ("walk_away unanswered", WalkAway(at=NOW, grounds="unanswered")),
        ("rest", Rest(at=LATER)),
        ("rest", Rest()),
        ("rest until 2025-06-04 09:00", Rest(at=LATER)),
        ("rest until something happens", Rest()),
        ("no call", Rest()),
        ("no call", RING_LATER),
        ("no call", SAY_GOODBYE),
    ],
)
def test_what_was_expected_is_met(text, step):
    assert Expected.read(text).met_by(step, NOW)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("call", RING_LATER),
        ("call prospect", RING),
        ("call promise at 2025-06-04 09:01", RING_LATER),
        ("call", Rest(at=LATER)),
        ("no call", RING),
        ("write thanks", Write(at=NOW, purpose="after_hang_up")),
        ("write", Write(at=LATER, purpose="after_hang_up")),
        ("prepare why", Prepare(at=NOW, missing=("why", "agenda"))),
        ("walk_away unanswered", WalkAway(at=LATER, grounds="unanswered")),
        ("walk_away stalled", SAY_GOODBYE),
        ("rest", RING),
        ("rest until 2025-06-04 09:00", Rest()),
        ("rest until something happens", Rest(at=LATER)),
    ],
)
def test_what_was_not_expected_is_not_met(text, step):
    assert not Expected.read(text).met_by(step, NOW)


@pytest.mark.parametrize("name", ["at", "until", "contract ends", "a,b", "no", 'so "called"'])
def test_a_reason_of_any_name_can_be_expected(name):
    step = Call(at=LATER, reason=Reason(name=name, says="so"))
    expected = Expected.of(step, NOW)
    assert Expected.read(expected.says) == expected
    assert Expected.read(expected.says).met_by(step, NOW)


def test_an_expected_moment_is_told_on_the_clock_it_was_read_on():
    expected = Expected.read("rest until 2025-06-04 09:00", "Europe/Paris")
    assert expected.at == dt.datetime(2025, 6, 4, 7, tzinfo=dt.UTC)
    assert expected.says == "rest until 2025-06-04 09:00"
    page = write_story(Contact(id="kim", timezone="Europe/London"), History(), NOW, expected)
    assert page.endswith("=> rest until 2025-06-04 08:00\n")


def test_everything_that_the_guide_expects_can_be_read():
    guide = Path(__file__).parents[4] / "docs" / "how-to" / "write-examples.md"
    rows = re.findall(r"^\| `(.+?)` \|", guide.read_text("utf-8"), re.MULTILINE)
    assert {Expected.read(row).kind for row in rows} == set(KINDS)
    assert [Expected.read(row).says for row in rows] == rows
