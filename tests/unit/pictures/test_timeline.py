"""The story of one contact: in their own time, short, and fit to be shown to anybody."""

import datetime as dt
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from callrules import (
    CallAttempt,
    CalledOff,
    Commitment,
    Contact,
    Farewell,
    History,
    Insight,
    Meeting,
    Message,
    OptOut,
    Playbook,
    Purchase,
    Research,
    Retraction,
    Snooze,
)
from callrules.cli.front import run
from callrules.facts import FACTS
from callrules.pictures.svg import AXIS, EDGE, GAP, WIDTH, width_of
from callrules.pictures.timeline import timeline
from callrules.words.fact_lines import told

DAY = dt.timedelta(days=1)
START = dt.datetime(2026, 10, 20, 8, tzinfo=dt.UTC)
NOW = START + 30 * DAY
ANN = Contact(id="ann", name="Ann Lee", phones=["+81355550103"], email="ann@example.com", timezone="Asia/Tokyo")
SVG = "{http://www.w3.org/2000/svg}"


def story(*facts, contact=ANN, step=None):
    return timeline(contact, History(facts), step)


def lines(*facts, **more):
    return [line.strip() for line in str(story(*facts, **more)).splitlines()]


def parsed(picture):
    return ET.fromstring(picture)  # noqa: S314 - drawn by ourselves a moment ago


def texts(picture):
    return list(parsed(picture).iter(f"{SVG}text"))


# --- what it says ----------------------------------------------------------------------------------------------


def test_a_story_is_told_on_the_contacts_own_clock():
    title, call = lines(CallAttempt(at=START, disposition="hung_up"))
    assert title == "Ann Lee, Asia/Tokyo"
    assert call == "Tue 20 Oct 2026, 17:00  → we rang: they hung up"


def test_promised_moments_are_told_on_their_clock_too():
    due = dt.datetime(2026, 10, 27, 9, tzinfo=dt.UTC)
    _, promise = lines(Commitment(at=START, by="us", due=due, what="the offer"))
    assert "we promised a call for Tue 27 Oct 2026, 18:00: the offer" in promise


def test_where_the_zone_is_unknown_the_story_says_so():
    assert lines(contact=Contact(id="x"))[0] == "x, UTC, for their zone is unknown"


def test_the_oldest_comes_first_and_who_acted_is_marked():
    _, bought, rang = lines(CallAttempt(at=START, disposition="no_answer"), Purchase(at=START - DAY, amount="12"))
    assert "← they bought for 12" in bought
    assert "→ we rang: no answer" in rang


def test_the_same_again_and_again_is_one_line():
    tries = [CallAttempt(at=START + each * DAY, disposition="no_answer") for each in range(3)]
    _, folded, other = lines(*tries, Meeting(at=START + 9 * DAY))
    assert folded.endswith("we rang: no answer \N{MULTIPLICATION SIGN}3, until Thu 22 Oct 2026")
    assert other.endswith("we met")


def test_what_has_something_between_is_not_folded():
    facts = [
        CallAttempt(at=START, disposition="busy"),
        Meeting(at=START + DAY),
        CallAttempt(at=START + 2 * DAY, disposition="busy"),
    ]
    assert len(lines(*facts)) == 4


def test_the_next_step_stands_at_the_end_with_its_local_time():
    history = History([CallAttempt(at=START, disposition="no_answer")])
    step = Playbook().next_step(ANN, history, START + DAY)
    last = str(timeline(ANN, history, step)).splitlines()[-1]
    assert last.strip().startswith("Thu 22 Oct 2026, 09:00  … next: call (never bought from us")


def test_without_a_next_moment_the_story_just_ends():
    history = History([OptOut(at=START)])
    step = Playbook().next_step(ANN, history, NOW)
    assert str(timeline(ANN, history, step)).endswith("← they asked us to stop calling")


def test_what_was_taken_back_is_not_told():
    facts = [Meeting(at=START, id="m-1"), Retraction(at=START + DAY, of="m-1")]
    assert not any("we met" in line for line in lines(*facts))


def test_facts_of_neighbours_belong_to_their_own_story():
    assert len(lines(Meeting(at=START, contact="bob"))) == 1


def test_a_missed_call_of_theirs_is_told_as_such():
    _, missed = lines(CallAttempt(at=START, disposition="no_answer", direction="inbound"))
    assert missed.endswith("← they rang: we missed it")


def test_a_caller_who_gave_up_did_not_hang_up_on_us():
    rang = {"disposition": "hung_up", "direction": "inbound"}
    _, given_up, hung_up = lines(CallAttempt(at=START, **rang), CallAttempt(at=START + DAY, duration=12, **rang))
    assert given_up.endswith("← they rang: they hung up before we answered")
    assert hung_up.endswith("← they rang: they hung up")


@pytest.mark.parametrize(
    ("disposition", "words"),
    [
        ("declined", "the ring was declined"),
        ("screened", "an assistant asked who calls"),
        ("connected", "somebody or something answered"),
    ],
)
def test_how_a_call_ended_is_told_in_plain_words(disposition, words):
    assert lines(CallAttempt(at=START, disposition=disposition))[1].endswith(f"we rang: {words}")


def test_an_answered_call_with_an_outcome_is_told_as_a_talk():
    assert "talked, a step forward" in lines(CallAttempt(at=START, disposition="connected", outcome="advance"))[1]


def test_what_is_off_and_what_wants_nothing_is_told():
    thanks = Message(at=START + DAY, channel="email", direction="inbound", reply="acknowledgement")
    *_, off, thanked = lines(Meeting(at=START - DAY), CalledOff(at=START, of="m-1"), thanks)
    assert "called off" in off
    assert thanked.endswith("they wrote by e-mail: noted, and nothing wanted")


def test_a_call_entered_twice_is_told_once():
    once = CallAttempt(at=START, disposition="busy", id="c-1")
    assert len(lines(once, CallAttempt(at=START, disposition="busy", id="dialer-7", remark="line busy"))) == 2


def test_every_kind_of_fact_can_be_told():
    known = {
        "CallAttempt": {"disposition": "gatekeeper"}, "Commitment": {"by": "them", "due": None},
        "Message": {"channel": "email", "direction": "inbound", "reply": "answer"}, "Insight": {"text": "news"},
        "Research": {"topic": "why", "text": "found"}, "Introduction": {"by": "bob"},
        "Snooze": {"until": dt.date(2027, 1, 1)}, "Retraction": {"of": "x"}, "CalledOff": {"of": "x"},
        "KeyDate": {"on": dt.date(2026, 3, 14), "what": "the day we moved in"},
        "Reflection": {"of": "x", "well": "they spoke first"},
    }  # fmt: skip
    for kind in FACTS:
        fact = kind(at=START, **known.get(kind.__name__, {}))
        assert told(fact, History().calendar)
        assert "_" not in told(fact, History().calendar)


@pytest.mark.parametrize("channel", ["email", "text", "letter", "handwritten", "fax", "social", "web"])
def test_refusing_one_channel_is_not_told_as_refusing_calls(channel):
    assert "stop calling" not in lines(OptOut(at=START, channel=channel))[1]


def test_whoever_asked_to_be_left_in_peace_and_whom_we_said_goodbye_to_is_told():
    _, snooze, goodbye = lines(Snooze(at=START, until=dt.date(2027, 1, 4)), Farewell(at=START + DAY))
    assert "they are left in peace until Mon 4 Jan 2027" in snooze
    assert "we said goodbye, and left the door open" in goodbye


# --- what it does not say --------------------------------------------------------------------------------------

SECRETS = [
    "+44 20 7946 0105", "+442079460105", "(212) 555-0102", "212-555-0102", "020 7946 0105", "5555 0103",
    "44 20 7946 0105", "2026-10-27 020 7946 0105", "ann.lee@example.com", "tel:+81-3-5555-0103",
]  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
def test_numbers_and_addresses_that_somebody_typed_are_not_shown(secret):
    facts = [
        Insight(at=START, text=f"reach her at {secret} today"),
        Research(at=START, topic=secret, text="x"),
        Meeting(at=START, place=secret),
        Commitment(at=START, by="us", due=dt.date(2026, 11, 2), what=secret),
        CallAttempt(at=START, disposition="conversation", remark=secret, agreed=[secret]),
        Message(at=START, channel="email", direction="outbound", purpose=secret),
    ]
    contact = Contact(id=secret, phones=ANN.phones, timezone="Asia/Tokyo")
    both = str(story(*facts, contact=contact)) + story(*facts, contact=contact).svg()
    assert secret not in both
    assert secret[-8:] not in both


@pytest.mark.parametrize(
    "innocent",
    ["1,240.00 EUR", "from 2026-10-27 10:00 on", "2026-10-27 2026-11-02", "100 200 pieces", "order 20261027"],
)
def test_dates_and_amounts_are_shown(innocent):
    assert innocent in str(story(Insight(at=START, text=innocent)))


def test_a_large_amount_is_no_number_to_ring():
    assert "they bought for 12345678.50 JPY" in str(story(Purchase(at=START, amount="12345678.50", currency="JPY")))


def test_what_a_terminal_or_a_picture_would_choke_on_is_left_out():
    nasty = "one\n\x1b[31mtwo\x00\u202e <b>&amp;</b>"
    shown = story(Insight(at=START, text=nasty))
    assert "\x1b" not in str(shown)
    assert len(str(shown).splitlines()) == 2
    assert any("<b>&amp;</b>" in (each.text or "") for each in texts(shown.svg()))


# --- the picture -----------------------------------------------------------------------------------------------

LONG = ["W" * 300, "many short words " * 40, "漢字カタカナ" * 40, "M@W% " * 90, "HÖCHSTMÖGLICH " * 30, "🎉" * 200]


@pytest.mark.parametrize("says", LONG)
def test_no_words_are_wider_than_the_picture(says):
    contact = Contact(id="x", name=says[:90], timezone="Europe/Berlin")
    picture = story(Insight(at=START, text=says), contact=contact).svg()
    for each in texts(picture):
        size = 16 if "16px" in each.get("style", "") else 13
        assert float(each.get("x")) + width_of(each.text or "", size) <= WIDTH


def test_long_words_are_wrapped_and_then_shortened():
    picture = story(Insight(at=START, text="many short words " * 40)).svg()
    told_in = [each.text for each in texts(picture) if each.get("x") == str(AXIS + GAP)]
    assert len(told_in) == 3
    assert told_in[-1].endswith("…")
    assert max(map(width_of, told_in)) <= WIDTH - AXIS - GAP - EDGE


def test_the_picture_is_as_high_as_its_story():
    few, many = (
        story(*[Insight(at=START + each * DAY, text=f"news {each}") for each in range(count)]).svg()
        for count in (1, 40)
    )
    highest = max(float(each.get("y")) for each in texts(many))
    assert highest < float(parsed(many).get("height"))
    assert float(parsed(few).get("height")) < float(parsed(many).get("height"))


def test_a_picture_needs_nothing_else_to_be_looked_at():
    picture = story(Meeting(at=START)).svg()
    assert "href" not in picture
    assert parsed(picture).find(f"{SVG}title").text == "Ann Lee, Asia/Tokyo"


def test_a_story_without_anything_in_it_can_be_told_and_drawn():
    assert str(story()) == "Ann Lee, Asia/Tokyo"
    assert parsed(story().svg()).get("width") == str(WIDTH)


# --- callrules why --svg ---------------------------------------------------------------------------------------


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "book"
    folder.mkdir()
    (folder / "contacts.csv").write_text("id,name,phones,timezone\nann,Ann Lee,+442079460101,Europe/London\n")
    fact = {"contact": "ann", "type": "call_attempt", "at": "2026-11-10T12:00:00Z", "disposition": "no_answer"}
    (folder / "history.jsonl").write_text(json.dumps(fact) + "\n")
    return str(folder)


def test_why_draws_the_story_and_says_so(book, tmp_path, capsys):
    path = tmp_path / "ann.svg"
    assert run(["why", book, "ann", "--at", "2026-11-18T15:00:00Z", "--svg", str(path)]) == 0
    assert f"The timeline is in {path}" in capsys.readouterr().out
    drawn = [each.text for each in texts(path.read_text("utf-8"))]
    assert "we rang: no answer" in drawn
    assert any(each.startswith("next: call") for each in drawn)
    assert "+442079460101" not in path.read_text("utf-8")


def test_why_draws_nothing_of_whom_it_could_not_read_and_says_so(book, tmp_path, capsys):
    with Path(book, "history.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"contact": "ann", "type": "opt_out"}\n')
    assert run(["why", book, "ann", "--svg", str(tmp_path / "ann.svg")]) == 0
    assert "ann.svg: not written" in capsys.readouterr().err
    assert not (tmp_path / "ann.svg").exists()


def test_why_answers_programs_undisturbed_by_the_picture(book, tmp_path, capsys):
    assert run(["why", book, "ann", "--json", "--svg", str(tmp_path / "ann.svg")]) == 0
    heard = capsys.readouterr()
    assert json.loads(heard.out)["contact"] == "ann"
    assert "The timeline is in" in heard.err


@pytest.mark.parametrize("path", ["nowhere/ann.svg", ".", "a\x00b.svg"])
def test_why_refuses_a_place_that_cannot_be_written_in_one_line(book, tmp_path, capsys, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    assert run(["why", book, "ann", "--svg", path]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [each.name for each in Path().iterdir()] == ["book"]
