"""A story that is written down reads back as the same story, to the microsecond and in every zone."""

import datetime as dt

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from callrules import (
    CallAttempt,
    CalledOff,
    Contact,
    History,
    Insight,
    Introduction,
    Message,
    Playbook,
    PreferredHours,
    Research,
    Retraction,
    Snooze,
)
from callrules.calendars import possible_zones
from callrules.checks import zone
from callrules.testing.stories import Expected, read_story, write_story
from callrules.testing.strategies import contacts, situations, zones
from callrules.wire import read_contact, write_contact, write_fact

HOUSE = Playbook()
EXAMPLES = max(1000, settings.default.max_examples)
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
IDS = st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1).filter(str.strip)
MICROSECONDS = st.integers(0, 86_400_000_000).map(lambda number: dt.timedelta(microseconds=number))
CHANGES = [dt.datetime(2025, *day, tzinfo=dt.UTC) for day in ((3, 9), (3, 30), (10, 26), (11, 2))]


@settings(max_examples=EXAMPLES)
@given(situations())
def test_every_situation_reads_back_exactly(situation):
    contact, history, now = situation
    read = read_story(write_story(contact, history, now))
    assert (read.contact, read.history, read.now, read.expected) == (contact, history, now, None)
    assert write_contact(read.contact) == write_contact(contact)
    assert [write_fact(fact) for fact in read.history.entries] == [write_fact(fact) for fact in history.entries]


@given(situations(), st.data())
def test_every_answer_reads_back_and_is_met_by_itself(situation, data):
    contact, history, now = situation
    step = HOUSE.next_step(contact, history, now)
    expected = Expected.of(step, now, data.draw(zones()))
    assert expected.met_by(step, now)
    assert Expected.read(expected.says, expected.clock.zone) == expected
    assert read_story(write_story(contact, history, now, expected)).expected == expected


@given(
    st.builds(
        attrs.evolve,
        contacts(),
        id=IDS | TEXTS.map(lambda text: f"c{text}"),
        name=st.none() | TEXTS,
        drivers=st.lists(TEXTS, max_size=3),
    )
)
def test_whoever_it_is_reads_back(contact):
    assert read_story(write_story(contact, History())).contact == contact


WEEKDAYS = st.sets(st.integers(1, 7), min_size=1)
HOURS = st.tuples(WEEKDAYS, st.times(), st.times()).map(
    lambda each: PreferredHours(days=each[0], opens=_minute(each[1]), closes=_another(each[1], each[2]))
)


def _minute(time):
    return time.replace(second=0, microsecond=0)


def _another(opens, closes):
    return _minute(closes) if _minute(closes) != _minute(opens) else _minute(opens).replace(hour=(opens.hour + 1) % 24)


@given(contacts(), st.lists(HOURS, max_size=4))
def test_the_hours_that_they_told_us_read_back(contact, hours):
    contact = attrs.evolve(contact, hours=hours)
    assert read_story(write_story(contact, History())).contact == contact
    assert read_contact(write_contact(contact)) == contact


@given(st.lists(TEXTS, max_size=3), TEXTS, st.text())
def test_whatever_was_said_reads_back(agreed, reason, remark):
    at = dt.datetime(2025, 6, 2, 13, tzinfo=dt.UTC)
    facts = [
        CallAttempt(at=at, disposition="conversation", agreed=agreed, reason=reason, remark=remark),
        Message(at=at, channel="email", direction="inbound", text=remark, used=agreed),
        Insight(at=at, text=reason, source=remark),
        Research(at=at, topic=reason, text=reason),
        Introduction(at=at, by=reason, id=f"by {reason}"),
        Retraction(at=at, of=f"{reason}?"),
        CalledOff(at=at, of=f"{reason}!"),
    ]
    history = History(facts)
    assert read_story(write_story(Contact(id="kim"), history)).history == history


@given(contacts(), st.sampled_from(CHANGES), MICROSECONDS, MICROSECONDS, zones() | st.none())
def test_moments_beside_a_clock_change_read_back(contact, day, before, after, where):
    there = zone(next(iter(possible_zones(contact)), "UTC"))
    first, last = sorted((before, after))
    until = (day + last).astimezone(zone(where) if where else there)
    snooze = Snooze(at=day + first, until=until, recorded=day + after)
    read = read_story(write_story(contact, History([snooze]), day + before))
    assert read.history.entries == (snooze,)
    assert write_fact(read.history.entries[0]) == write_fact(snooze)
    assert read.now == day + before
