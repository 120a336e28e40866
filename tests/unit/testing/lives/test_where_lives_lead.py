"""Lives are looked at where it matters: on declared days, around declared seasons, after what comes seldom."""

import datetime as dt
from collections import Counter

import attrs
import pytest

from callrules import (
    CallAttempt,
    CalledOff,
    Commitment,
    Contact,
    Disposition,
    History,
    Meeting,
    Message,
    Playbook,
    Purchase,
    Reply,
    hookimpl,
)
from callrules.calendars import possible_regions, possible_zones
from callrules.days_off import holidays_of
from callrules.declared import Dated, Due, Open
from callrules.facts import FACTS
from callrules.testing.catalogue import SEQUELS
from callrules.testing.generating.generator import SEQUELS_EACH, Generator
from callrules.testing.lives import DAY, HOUR, MINUTE, SECOND, Dice, Life, last_of_days, next_holiday, next_of_days
from callrules.testing.lives.events import EVERYTHING, NEXT
from callrules.testing.lives.events.calls import GONE
from callrules.testing.lives.events.interruptions import the_beginning_came_late
from callrules.testing.lives.events.seasons import begins_a_season, looks_at_a_season
from callrules.testing.lives.moments_ahead import is_ahead, moved, named_by
from callrules.testing.lives.zones import LADDER
from callrules.testing.policies import declarations

SHUT = frozenset(dt.date(2026, 12, day) for day in (21, 22, 23, 24, 31))
HOUSE = Playbook()
BERLIN = "Europe/Berlin"


def at(year, month, day, hour=9):
    return dt.datetime(year, month, day, hour, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("now", "first", "last"),
    [
        (at(2026, 11, 1), at(2026, 12, 21), at(2026, 12, 24)),
        (at(2026, 12, 22), at(2026, 12, 23), at(2026, 12, 24)),
        (at(2026, 12, 25), at(2026, 12, 31), at(2026, 12, 31)),
        (at(2027, 1, 1), at(2027, 1, 1), at(2027, 1, 1)),
    ],
)
def test_the_next_of_some_days_and_the_last_of_a_run_of_them_at_ten_in_the_morning(now, first, last):
    assert next_of_days(now, BERLIN, days=SHUT) == first
    assert last_of_days(now, BERLIN, days=SHUT) == last


@attrs.frozen
class Declares:
    """A rule that does nothing but declare."""

    name = "declares"
    declares: tuple = ()

    @hookimpl
    def permits(self):
        return None


def looked_at(*declared, lives=8, **more):
    policy = HOUSE.with_rules(Declares(declares=declared)) if declared else HOUSE
    generator = Generator(policy, declarations(policy), **more)
    return [situation for case in range(lives) for situation, _ in generator.situations(generator.drawn(0, case))]


def test_lives_are_looked_at_on_declared_days_that_are_closed():
    hours = Open(opens=dt.time(9), closes=dt.time(20), closed_days=[dt.date(2039, 12, 1), dt.date(2039, 12, 2)])
    days = {situation.person.day(situation.now) for situation in looked_at(hours, Dated())}
    assert days >= hours.closed_days


def test_each_sequel_comes_as_often_as_the_others():
    told = Counter()

    def telling(sequel):
        def tell(life, dice):
            told[sequel] += 1
            sequel(life, dice)

        return tell

    lives = len(SEQUELS)
    looked_at(lives=lives, sequels=tuple(telling(each) for each in SEQUELS))
    assert told == dict.fromkeys(SEQUELS, SEQUELS_EACH)


@pytest.mark.parametrize("after", ["purchase", "meeting", "talk"])
@pytest.mark.parametrize("drawn", range(9))
def test_a_season_is_counted_from_the_end_of_a_month(after, drawn):
    season = Due(reason="renewal", after=after, months=11, until_days=400)
    life = Life(looked_at(lives=1)[0].contact, HOUSE)
    begins_a_season(life, Dice(bytes([drawn] * 40)), season)
    begun = life.facts[0].at
    assert life.history.seen_by(life.contact).calendar.day(begun).day >= 29
    assert isinstance(life.facts[-1], CallAttempt), "a long season is talked about in between"
    before, over = looks_at_a_season(life, Dice(bytes([drawn])), season)
    assert before < begun + 337 * DAY < over
    assert 400 * DAY < over - begun < 402 * DAY


def test_the_seasons_of_a_rule_come_before_those_of_the_house():
    policy = HOUSE.with_rules(Declares(declares=(Due(reason="renewal", after="purchase", months=11),)))
    assert [each.reason for each in Generator(policy, declarations(policy))._dues] == ["renewal"]
    assert len(Generator(HOUSE, declarations(HOUSE))._dues) > 1


def test_lives_often_end_with_a_purchase_that_nobody_numbered():
    generator = Generator(HOUSE, declarations(HOUSE))
    ends = [list(generator.situations(generator.drawn(0, case)))[-1][0] for case in range(2, 42)]
    lasting = [each.history.entries[-1] for each in ends if each.history.entries]
    bare = [each for each in lasting if isinstance(each, Purchase) and each.id is None and each.recorded is None]
    assert len(bare) >= 5, "out of forty"


def test_what_the_host_never_records_is_not_there_at_the_end():
    for situation in looked_at(lives=20, never=frozenset({"Purchase"})):
        assert not [fact for fact in situation.history.entries if isinstance(fact, Purchase)]


# --- what strangers reported -----------------------------------------------------------------------------------

LIVES = 100


@pytest.fixture(scope="module")
def situations():
    """Each situation of the first hundred lives."""
    return looked_at(lives=LIVES)


def calls(situation):
    return [fact for fact in situation.history.entries if isinstance(fact, CallAttempt)]


def any_call(told):
    return lambda situation: any(map(told, calls(situation)))


def ended(*names):
    endings = {Disposition(name) for name in names}
    return any_call(lambda call: call.disposition in endings)


def replied(name):
    return lambda situation: any(
        isinstance(fact, Message) and fact.reply is Reply(name) for fact in situation.history.entries
    )


def within_a_talk(situation):
    own = situation.history
    return any(own.is_within_a_talk(fact) for fact in own.entries if getattr(fact, "is_inbound", False))


def twins(situation):
    own = situation.history.entries
    return len({attrs.evolve(each, id=None, recorded=None) for each in own}) < len({each.key for each in own})


def today_is_named(situation):
    day = situation.history.calendar.day
    return any_call(lambda call: call.callback_at == day(call.at))(situation)


def refunded(situation):
    amounts = [fact.amount for fact in situation.history.entries if isinstance(fact, Purchase)]
    return any(amount and amount < 0 for amount in amounts)


def on_a_holiday(situation):
    day = situation.history.calendar.day(situation.now)
    return any(day in (holidays_of(region, day.year) or ()) for region in possible_regions(situation.contact))


def elsewhere(situation):
    return len(possible_regions(situation.contact)) > 1


def off_the_card(situation):
    known = {phone.number for phone in situation.contact.phones}
    return bool(known) and any_call(lambda call: call.callback_at and call.number not in {None, *known})(situation)


def commitments(situation, **fields):
    made = [fact for fact in situation.history.entries if isinstance(fact, Commitment)]
    return [each for each in made if all(getattr(each, name).value == value for name, value in fields.items())]


def alive_after_all(situation):
    dead = {call.number: call.at for call in calls(situation) if call.disposition is Disposition.BAD_NUMBER}
    return any_call(lambda call: call.talked and dead.get(call.number, call.at) < call.at)(situation)


def there_after_all(situation):
    left = [call.at for call in calls(situation) if call.disposition in GONE]
    return any_call(lambda call: any(at < call.at for at in left) and (call.talked or call.callback_at))(situation)


REPORTED = {
    "an appointment called off": lambda each: bool(each.history.of(CalledOff)),
    "a meeting": lambda each: bool(each.history.of(Meeting)),
    "an acknowledgement": replied("acknowledgement"),
    "a note that came back": replied("bounced"),
    "a declined ring": ended("declined"),
    "a screened ring": ended("screened"),
    "answered, and no more is known": any_call(lambda call: call.disposition.value == "connected" and not call.talked),
    "answered, with an outcome": any_call(lambda call: call.disposition.value == "connected" and call.talked),
    "they turned to us within a talk": within_a_talk,
    "a caller who gave up": any_call(lambda call: call.is_given_up),
    "a caller who hung up on us": any_call(
        lambda call: call.is_inbound and call.disposition is Disposition.HUNG_UP and not call.is_given_up
    ),
    "hours they told us": lambda each: bool(each.contact.hours),
    "several hours a week": lambda each: len(each.contact.hours) > 1,
    "a zone that is no place": lambda each: bool(each.contact.timezone) and not possible_zones(each.contact),
    "a zone outside the region": elsewhere,
    "a refund": refunded,
    "one event entered twice": twins,
    "later today": today_is_named,
    "a desk that names an hour": any_call(
        lambda call: call.disposition is Disposition.GATEKEEPER and isinstance(call.callback_at, dt.datetime)
    ),
    "a task of ours beside their promise": lambda each: bool(
        commitments(each, by="us", asked_by="us", kind="call") and commitments(each, by="them")
    ),
    "to send, beside a ground": lambda each: bool(commitments(each, by="us", kind="send")) and len(calls(each)) > 5,
    "to meet, beside a ground": lambda each: bool(commitments(each, by="us", kind="meet")) and len(calls(each)) > 5,
    "a number alive after all": alive_after_all,
    "somebody there after all": there_after_all,
    "on a holiday of theirs": on_a_holiday,
    "nobody noted on which of two": lambda each: (
        len(each.contact.phones) > 1 and any_call(lambda call: call.number is None)(each)
    ),
    "asked for a call on a number off the card": off_the_card,
}


@pytest.mark.parametrize("kind", REPORTED)
def test_the_first_hundred_lives_hold_what_strangers_reported(situations, kind):
    assert sum(map(REPORTED[kind], situations)) > 2


def test_the_first_hundred_lives_hold_every_kind_of_fact(situations):
    assert {type(fact) for each in situations for fact in each.history.entries} == set(FACTS)


def _who(owner, rep):
    return "nobody" if None in {owner, rep} else "the owner" if owner == rep else "somebody else"


@pytest.mark.parametrize("kind", [Commitment, CallAttempt])
def test_who_promised_or_rang_looks_after_them_or_not_or_nobody_knows(situations, kind):
    told = Counter(
        _who(situation.contact.owner, fact.rep)
        for situation in situations
        for fact in situation.history.entries
        if isinstance(fact, kind)
    )
    assert all(told[who] > 20 for who in ("nobody", "the owner", "somebody else"))


def test_a_dial_that_is_noted_after_its_ending_leaves_the_ending():
    for drawn in range(8):
        life = Life(Contact(id="kim", timezone=BERLIN), HOUSE)
        the_beginning_came_late(life, Dice(bytes([drawn] * 40)))
        ending, beginning = life.facts
        assert beginning.recorded > ending.recorded
        assert life.history.calls == (ending,)


# --- no fact names a moment before itself ----------------------------------------------------------------------

AT = at(2026, 6, 1, 23)


@pytest.mark.parametrize("zone", LADDER)
def test_no_moment_that_a_life_names_is_past(zone):
    life = Life(Contact(id="kim", timezone=zone), HOUSE)
    for first in range(256):
        life.at = AT + first * 7 * HOUR
        moment = life.moment(Dice(bytes([first, first // 3, first // 5, first // 7, first // 11])))
        assert is_ahead(moment, life.at)
        assert is_ahead(life.hour(0, first % 24), life.at)


@pytest.mark.parametrize("unit", [SECOND, MINUTE])
@pytest.mark.parametrize("event", sorted({*EVERYTHING, *NEXT, *SEQUELS}, key=lambda event: event.__name__))
def test_every_deed_adds_facts_that_name_no_moment_before_themselves(event, unit):
    for drawn in range(len(LADDER)):
        life = Life(Contact(id="kim", timezone=LADDER[drawn]), HOUSE, unit)
        life.at = AT
        event(life, Dice(bytes((drawn * 37 + each * each) % 256 for each in range(64))))
        assert all(is_ahead(moment, fact.at) for fact in life.facts for moment in named_by(fact))
        assert History(life.facts).entries is not None


@pytest.mark.parametrize("due", [AT + DAY, (AT + DAY).date(), AT.date()])
def test_a_fact_is_moved_only_as_far_as_what_it_names_lies_ahead(due):
    promise = Commitment(at=AT, by="us", due=due)
    assert moved(promise, AT - DAY).at == AT - DAY
    late = moved(promise, AT + 30 * DAY)
    assert AT <= late.at < AT + 4 * DAY
    with pytest.raises(ValueError, match="before the fact itself"):
        attrs.evolve(late, at=late.at + dt.timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("zone", "day"), [("America/New_York", dt.date(2026, 6, 19)), ("Europe/Paris", dt.date(2026, 7, 14))]
)
def test_the_next_holiday_is_that_of_the_country_of_the_zone(zone, day):
    found = next_holiday(AT, zone)
    assert found.astimezone(dt.UTC).date() == day
    assert next_holiday(AT, "UTC") == AT
