"""Whom we owe a call is rung some day or told goodbye, whatever a rule of one's own says without declaring it."""

import datetime as dt

import attrs
import pytest

from callrules import Because, CallAttempt, Contact, Farewell, History, OptOut, Playbook, Purchase, Write, hookimpl
from callrules.channels import best_channel
from callrules.declared import Besides, Open
from callrules.moments import Window
from callrules.step import Stop
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import as_policy, declarations

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105"], email="ada@example.org")
NOW = dt.datetime(2026, 5, 5, 10, tzinfo=dt.UTC)
BOUGHT = Purchase(at=NOW - dt.timedelta(days=3), amount="12.50")
WAYS = pytest.mark.parametrize("seed", range(3), ids=["we promised", "they asked", "they rang"])


def accused(policy, facts, seed=0, contact=ADA):
    held = next(each for each in LAWS if each.id == "nobody-waits-for-ever")
    asked = as_policy(policy)
    broken = breaks(held, Situation(asked, contact, History(facts), NOW, declarations(asked), seed))
    return broken and broken.says


@attrs.frozen
class SmallFry:
    """Who spent too little is rung never, or in two years."""

    declares: tuple = (Besides(what="nobody who spent less than a hundred"),)
    opens: dt.datetime | None = None
    name = "small_fry"

    @hookimpl
    def permits(self, history):
        if not history.purchases or sum(each.amount or 0 for each in history.still_bought) >= 100:
            return None
        return Window(start=self.opens, says="later") if self.opens else Window.never("spent too little")


@WAYS
@pytest.mark.parametrize("declared", [(), (Besides(what="no small fry"),)], ids=["nothing declared", "in words"])
def test_whom_a_guard_never_lets_ring_although_we_owe_them_a_call_is_wronged(seed, declared):
    assert accused(Playbook(), [BOUGHT], seed) is None
    told = accused(SmallFry(declared), [BOUGHT], seed)
    assert told.endswith(
        "and they wait for ever: spent too little (whom we never ring is told goodbye: answer walk_away)"
    )


@attrs.frozen
class TermsFirst:
    """Who ordered has our terms in writing before anybody rings: by whatever way there is, or all of them."""

    waits_for_all: bool
    name = "terms_first"
    declares = (Besides(what="nobody who has no terms yet"),)

    @hookimpl
    def before(self, contact, history, reason):
        channel, ordered = best_channel(contact, history), history.bought_at
        if reason or not ordered or not channel or history.wrote("terms", ordered[0]):
            return None
        why = (Because("terms_first", "terms", "send our terms"),)
        return Write(since=ordered[0], purpose="terms", channel=channel, because=why)

    @hookimpl
    def permits(self, contact, history):
        waits = history.bought_at and not history.wrote("terms", history.bought_at[0])
        return (
            Window.never("no terms yet") if waits and (self.waits_for_all or best_channel(contact, history)) else None
        )


@pytest.mark.parametrize("seed", range(6))
def test_who_has_a_telephone_alone_or_wants_nothing_in_writing_waits_for_no_note(seed):
    assert "they wait for ever: no terms yet" in accused(TermsFirst(waits_for_all=True), [BOUGHT], seed)
    assert accused(TermsFirst(waits_for_all=False), [BOUGHT], seed) is None


@WAYS
def test_who_waits_long_waits_not_for_ever(seed):
    assert accused(SmallFry(opens=NOW + dt.timedelta(days=700)), [BOUGHT], seed) is None


@WAYS
def test_who_is_told_goodbye_waits_for_nothing(seed):
    @attrs.frozen
    class TooSmall:
        name = "too_small"
        declares = ()

        @hookimpl
        def walk_away(self, history):
            return Stop(grounds="too_small", since=BOUGHT.at, says="spent too little") if history.purchases else None

    assert accused(TooSmall(), [BOUGHT, Farewell(at=NOW)], seed) is None


@WAYS
@pytest.mark.parametrize("contact", [attrs.evolve(ADA, timezone=None, phones=["+18005550199"])], ids=["nowhere"])
def test_whom_nobody_can_ring_at_all_is_no_matter_of_a_guard(seed, contact):
    assert accused(SmallFry(), [BOUGHT], seed, contact) is None
    assert accused(SmallFry(), [BOUGHT, OptOut(at=BOUGHT.at)], seed) is None
    dead = CallAttempt(at=BOUGHT.at, disposition="wrong_number", number="+33155500105")
    assert accused(SmallFry(), [BOUGHT, dead], seed) is None


@WAYS
def test_what_is_declared_and_never_opens_is_no_matter_of_decency(seed):
    shut = Open(opens=dt.time(9), closes=dt.time(20), weekdays=frozenset())
    assert accused(SmallFry((shut,)), [BOUGHT], seed) is None


@WAYS
def test_who_may_be_in_zones_that_share_no_hour_may_wait(seed):
    somewhere = attrs.evolve(ADA, timezone=None, region="US")
    assert accused(SmallFry(), [BOUGHT], seed, somewhere) is None
