"""Lives are looked at where it matters: on declared days, around declared seasons, after what comes seldom."""

import datetime as dt
from collections import Counter

import attrs
import pytest

from callrules import CallAttempt, Playbook, Purchase, hookimpl
from callrules.declared import Dated, Due, Open
from callrules.testing.deeds.seasons import begins_a_season, looks_at_a_season
from callrules.testing.deeds.sequels import SEQUELS
from callrules.testing.dice import Dice
from callrules.testing.landmarks import DAY, last_of_days, next_of_days
from callrules.testing.lives import Life
from callrules.testing.policies import declarations
from callrules.testing.walks import SEQUELS_EACH, Walk

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
    walk = Walk(policy, declarations(policy), **more)
    return [situation for case in range(lives) for situation, _ in walk.situations(walk.thrown(0, case))]


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
@pytest.mark.parametrize("thrown", range(9))
def test_a_season_is_counted_from_the_end_of_a_month(after, thrown):
    season = Due(reason="renewal", after=after, months=11, until_days=400)
    life = Life(looked_at(lives=1)[0].contact, HOUSE)
    begins_a_season(life, Dice(bytes([thrown] * 40)), season)
    begun = life.facts[0].at
    assert life.history.seen_by(life.contact).calendar.day(begun).day >= 29
    assert isinstance(life.facts[-1], CallAttempt), "a long season is talked about in between"
    before, over = looks_at_a_season(life, Dice(bytes([thrown])), season)
    assert before < begun + 337 * DAY < over
    assert 400 * DAY < over - begun < 402 * DAY


def test_the_seasons_of_a_rule_come_before_those_of_the_house():
    policy = HOUSE.with_rules(Declares(declares=(Due(reason="renewal", after="purchase", months=11),)))
    assert [each.reason for each in Walk(policy, declarations(policy))._dues] == ["renewal"]
    assert len(Walk(HOUSE, declarations(HOUSE))._dues) > 1


def test_lives_often_end_with_a_purchase_that_nobody_numbered():
    walk = Walk(HOUSE, declarations(HOUSE))
    ends = [list(walk.situations(walk.thrown(0, case)))[-1][0] for case in range(2, 42)]
    lasting = [each.history.entries[-1] for each in ends if each.history.entries]
    bare = [each for each in lasting if isinstance(each, Purchase) and each.id is None and each.recorded is None]
    assert len(bare) >= 5, "out of forty"


def test_what_the_host_never_records_is_not_there_at_the_end():
    for situation in looked_at(lives=20, never=frozenset({"Purchase"})):
        assert not [fact for fact in situation.history.entries if isinstance(fact, Purchase)]
