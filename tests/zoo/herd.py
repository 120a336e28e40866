"""Odd but lawful policies: no law may accuse any of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from callrules.playbook import Playbook
from callrules.rules import Caps, Hours, Pace, Persistence, PromisedCalls, SimpleReasons
from zoo.altered import Altered, TwoDesks, Unseen, house_with
from zoo.as_they_fall import OpenPointsInOrder
from zoo.odd_clocks import ODD_CLOCKS
from zoo.odd_days import ODD_DAYS
from zoo.odd_grounds import ODD_GROUNDS
from zoo.odd_guests import (
    FilesAreClosed,
    GateThatExplains,
    NoHouseholds,
    NoMoneyThere,
    OneOfThemADay,
    ShutAtLunch,
    SpringTrial,
    TwoNightsOnIt,
)
from zoo.odd_hours import (
    TUESDAY,
    AtLunch,
    ByTheAlphabet,
    HalfTheBook,
    LeapDaysOnly,
    Never,
    NotOnTheThirteenth,
    OnTheHalfHour,
    OpenOn,
    QuietFridays,
    TheirTimeOfDay,
)
from zoo.odd_numbers import ODD_NUMBERS
from zoo.odd_peace import ODD_PEACE
from zoo.odd_reasons import AlwaysIntroduced, ContractEnds, Homework, YearsWithUs
from zoo.odd_thresholds import ODD_THRESHOLDS
from zoo.odd_turns import ODD_TURNS
from zoo.odd_words import ODD_WORDS
from zoo.specimens import Specimen
from zoo.words import DECENT

UNHURRIED = Path(__file__).with_name("unhurried.toml")


def _lawful(known_by: str, says: str, make: Callable[[], Any], *relaxed: str, why: str = "") -> Specimen:
    return Specimen(id=known_by, group="herd", says=says, make=make, relaxed=relaxed, why=why)


def _house_without(*names: str) -> Callable[[], Playbook]:
    return lambda: Playbook().without(*names)


def _small() -> Playbook:
    return Playbook([Hours(), PromisedCalls()])


def _floor() -> Playbook:
    return Playbook([])


NIGHT = partial(Hours, opens=dt.time(22), closes=dt.time(4), business_closes=dt.time(2))
TUESDAYS = partial(OpenOn, "tuesdays", weekdays=frozenset({TUESDAY}))
NO_FAVOURS = partial(OpenOn, "no_favours", opens=dt.time(8), closes=dt.time(18))
ONCE_A_MONTH = partial(Caps, in_7_days=1, in_30_days=1)
TWO_TRIES = partial(Persistence, most=2, most_without_a_talk=4, revisit_days=30, then_months=6)
TEN_DAYS = partial(Pace, days_between=(10,), least_hours=72, busy_hours=72)
ASKS_AFTER_MANY = partial(SimpleReasons, thanks_days=3, date_days=2, talks=2, quiet_days=30)
NO_ENDINGS = _house_without("persistence", "refusals", "stalling", "departures")
ENDINGS = ("takes-some-no", "noes-add-up", "lets-some-go", "gives-up-some-time")
PEACE = ("leaves-in-peace-as-asked", "waits-for-their-word", "decent-days")
NOTHING_ELSE = ("decent-cap", "lets-some-go", "gives-up-some-time", *PEACE)
OWED = ("keeps-some-promises", "returns-some-calls")
LEAP_DAYS = "whoever knows us knows that we ring on leap days, and nobody of us promises another"
NO_HOLIDAYS = "we bring the heating back to life, which breaks on Christmas Day as well"
BAKERS = "bakers work at night, and are asleep at ten in the morning"
PROMISED = "what we promised we do, also where nobody answered or wanted it: nothing else rings, and nothing ends it"
LETTERS = "we ring nobody, say so wherever we write, and nobody of us promises a call"
DEBTS = "we owe them money, and may not stop to look for them"
DIALLER = "our dialler itself leaves whoever hung up in peace, and asks us afterwards"
BARE = _house_without("pace", "caps", "hang_ups", "thanks")

HERD = (
    _lawful("the-house", "We keep to the rules of the house.", Playbook),
    _lawful("strict-house", "We keep to the rules of the house, and see every error.", partial(Playbook, strict=True)),
    _lawful("never-calls", "We write letters and never ring.", house_with(Never), "nobody-waits-for-ever", why=LETTERS),
    _lawful("nothing-but-the-floor", "We have no reason to call anybody.", _floor),
    _lawful("tuesdays-only", "We ring on Tuesdays.", house_with(TUESDAYS)),
    _lawful(
        "night-shift", "We sell to bakers, and ring from ten until four.", house_with(NIGHT), "decent-hours", why=BAKERS
    ),
    _lawful("no-cap", "We count no calls, but we leave days between them.", _house_without("caps")),
    _lawful("once-a-month", "Nobody is rung more than once in thirty days.", house_with(ONCE_A_MONTH)),
    _lawful("on-the-half-hour", "We all ring together, when a half hour begins.", house_with(OnTheHalfHour)),
    _lawful("no-favours", "We ring until six and not a minute later, whatever we were asked.", house_with(NO_FAVOURS)),
    _lawful("their-time-of-day", "Whoever buys elsewhere is rung in the morning.", house_with(TheirTimeOfDay)),
    _lawful("promises-only", "We ring when we promised to and at no other time.", _small, *NOTHING_ELSE, why=PROMISED),
    _lawful("bare-house", "We do without pace, caps, notes and thanks.", BARE, "hears-a-second-hang-up", why=DIALLER),
    _lawful("no-endings", "We give nobody up, for we owe them money.", NO_ENDINGS, *ENDINGS, why=DEBTS),
    _lawful("points-in-order", "We ring about what is open, in one order.", house_with(OpenPointsInOrder)),
    _lawful("contract-ends", "We ring a month before a contract ends.", house_with(ContractEnds)),
    _lawful("gives-up-after-two", "Two tries, and we let go.", house_with(TWO_TRIES)),
    _lawful("ten-days-between", "We leave ten days between any two tries.", house_with(TEN_DAYS)),
    _lawful("unhurried", "Our numbers stand in a file, and are in no hurry.", partial(Playbook.from_toml, UNHURRIED)),
    _lawful("two-guests", "No Fridays, and nobody at lunch.", house_with(QuietFridays, AtLunch)),
    _lawful("in-other-hands", "Somebody passes our questions on, and the answers back.", Altered),
    _lawful("unseen", "Somebody passes our questions on, and shows nobody our rules.", Unseen),
    _lawful("two-desks", "Firms are called by a calmer desk than people.", TwoDesks),
    _lawful("years-with-us", "A year after we met we ring, with a card before.", house_with(YearsWithUs)),
    _lawful("homework", "We read their website first, and send a catalogue to whoever wrote.", house_with(Homework)),
    _lawful("always-introduced", "We ring no stranger to whom we were not introduced.", house_with(AlwaysIntroduced)),
    _lawful("half-the-book", "Half of the book is rung in even hours only.", house_with(HalfTheBook)),
    _lawful("by-the-alphabet", "Who comes before N is rung before noon.", house_with(ByTheAlphabet)),
    _lawful("not-on-the-thirteenth", "We ring nobody on the thirteenth.", house_with(NotOnTheThirteenth)),
    _lawful("leap-days-only", "We ring on the 29th of February.", house_with(LeapDaysOnly), *OWED, why=LEAP_DAYS),
    *ODD_NUMBERS,
    _lawful("shut-at-lunch", "We are at our desks from nine to five, but not at lunch.", house_with(ShutAtLunch)),
    _lawful("one-of-them-a-day", "Of one firm we ring one person a day.", house_with(OneOfThemADay)),
    _lawful("spring-trial", "Half of the book is rung after noon, to see what comes of it.", house_with(SpringTrial)),
    _lawful("no-households", "We ring businesses only.", house_with(NoHouseholds)),
    _lawful("no-money-there", "Three tries, and there is no money; a promised call is made.", house_with(NoMoneyThere)),
    _lawful("two-nights-on-it", "Two nights are slept on every talk.", house_with(TwoNightsOnIt)),
    _lawful("gate-that-explains", "Whom our dialler stops is told whom to ask.", GateThatExplains),
    _lawful("asks-after-many", "After two talks we ask after them, a month later.", house_with(ASKS_AFTER_MANY)),
    _lawful(
        "no-holidays", "We ring on holidays.", _house_without("public_holidays"), "decent-days", why=NO_HOLIDAYS
    ),
    _lawful("files-are-closed", "After three years without a word the file is closed.", house_with(FilesAreClosed)),
    *ODD_CLOCKS,
    DECENT,
    *ODD_THRESHOLDS,
    *ODD_GROUNDS,
    *ODD_TURNS,
    *ODD_PEACE,
    *ODD_DAYS,
    *ODD_WORDS,
)  # fmt: skip
"""Odd but lawful policies."""
