"""A goodbye stays due until it is said, nothing follows it, and whoever comes back is not let go on what was before."""

import datetime as dt

import attrs
import pytest

from callrules import (
    Because,
    Call,
    CallAttempt,
    Contact,
    Farewell,
    History,
    Message,
    OptOut,
    Playbook,
    Purchase,
    Reason,
    Rest,
    Verdict,
    WalkAway,
    Write,
    hookimpl,
)
from callrules.declared import Besides
from callrules.moments import Window
from callrules.rules import Departures, Refusals, Stalling
from callrules.step import Stop
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import as_policy, declarations
from callrules.vocabulary import Channel

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105"], email="ada@example.org")
DAY = dt.timedelta(days=1)


def day(month, number, hour=10):
    return dt.datetime(2026, month, number, hour, tzinfo=dt.UTC)


def call(month, number, how="conversation", **more):
    return CallAttempt(at=day(month, number), disposition=how, **more)


def bought(month, number):
    return Purchase(at=day(month, number))


def wrote_to_us(month, number):
    return Message(at=day(month, number), channel="email", direction="inbound")


TWICE_NO = [call(3, 2, "not_interested"), call(4, 6, "not_interested")]
IN_VAIN = [call(1, each, "no_answer") for each in (5, 8, 12, 15, 20, 26)]


def accused(law, policy, facts, now, *, seed=0):
    held = next(each for each in LAWS if each.id == law)
    asked = as_policy(policy)
    broken = breaks(held, Situation(asked, ADA, History(facts), now, declarations(asked), seed))
    return broken and broken.says


@attrs.frozen
class Always:
    """The house, but for one thing that it always does with a step."""

    change: object
    house: Playbook = attrs.field(factory=Playbook)

    @property
    def rules(self):
        return self.house.rules

    def next_step(self, contact, history, now):
        return self.change(self.house.next_step(contact, history, now), now)

    def may_call(self, contact, history, at, *, number=None):
        return self.house.may_call(contact, history, at, number=number)


def dropped_after_two_weeks(step, now):
    if not isinstance(step, WalkAway) or not step.at or now < step.since + 14 * DAY:
        return step
    return Rest(at=step.revisit) if step.revisit else attrs.evolve(step, at=None)


@pytest.mark.parametrize(
    ("facts", "instead"), [(TWICE_NO, "it counts as said"), (IN_VAIN, "the answer is a rest")], ids=["noes", "vain"]
)
def test_a_goodbye_that_nobody_said_stays_due(facts, instead):
    asked = facts[-1].at + DAY
    assert isinstance(Playbook().next_step(ADA, History(facts), asked), WalkAway)
    assert accused("goodbye-stays-due", Playbook(), facts, asked) is None
    told = accused("goodbye-stays-due", Always(dropped_after_two_weeks), facts, asked)
    assert told == f"2 weeks later the goodbye is still unsaid, and {instead}"


def test_a_goodbye_is_due_no_longer_than_until_we_look_again():
    assert accused("goodbye-stays-due", Playbook(), IN_VAIN, IN_VAIN[-1].at + 85 * DAY) is None


def news(step, now):
    is_over = isinstance(step, WalkAway) and step.at is None and now > step.since + 180 * DAY
    return Write(at=now, since=now, purpose="share", channel=Channel.EMAIL) if is_over else step


def test_nothing_is_written_after_a_goodbye():
    facts = [*TWICE_NO, Farewell(at=day(4, 7))]
    assert accused("stays-stopped", Playbook(), facts, day(4, 8)) is None
    assert accused("stays-stopped", Always(news), facts, day(4, 8)) == "a write after we had walked away"
    assert accused("goodbye-is-the-last-word", Playbook(), facts, day(4, 8)) is None
    told = accused("goodbye-is-the-last-word", Always(news), facts, day(4, 8))
    assert told == "200 days after a goodbye for good: a write"


def moved(since):
    return lambda step, now: attrs.evolve(step, since=since(step)) if isinstance(step, Call) else step


@pytest.mark.parametrize("hours", [-5, 0, 5])
def test_a_late_call_is_due_since_its_reason_fell_due(hours):
    shifted = Always(moved(lambda step: step.reason.due + hours * dt.timedelta(hours=1)))
    told = accused("lateness-shows", shifted, [wrote_to_us(5, 5)], day(5, 6))
    assert (told is None) is (hours == 0)


@attrs.frozen
class TwoHours:
    """Two hours each: from the last even hour on, or from now on."""

    name = "two_hours"
    slides: bool = False
    declares = ()

    @hookimpl
    def permits(self, at):
        hour = at if self.slides else at.replace(hour=at.hour // 2 * 2, minute=0, second=0, microsecond=0)
        return Window(start=hour, end=hour + dt.timedelta(hours=2), says="two hours")


def test_windows_that_follow_one_another_stand_and_one_that_slides_does_not():
    assert accused("due-stays-due", TwoHours(), [], day(5, 5)) is None
    told = accused("due-stays-due", TwoHours(slides=True), [], day(5, 5))
    assert told.startswith("the call may be made until 2026-05-05 12:00:00 UTC, and asked again within that, until")


class HeardWhenWeRang(Departures):
    """Takes the call that says she left for a call of hers."""

    @hookimpl
    def walk_away(self, history):
        stop = super().walk_away(history)
        return stop if stop and history.came_back != stop.since else None


@pytest.mark.parametrize(("seed", "ends"), [(0, "left_company"), (1, "closed_down"), (2, "disqualified")])
def test_news_of_the_end_counts_whoever_rang(seed, ends):
    assert accused("any-end-counts", Playbook(), [], day(5, 5), seed=seed) is None
    told = accused("any-end-counts", HeardWhenWeRang(), [], day(5, 5), seed=seed)
    assert told == f"a call although somebody there rang us to say that it is over: {ends}"


class WaitsForAnyPromise(Stalling):
    """Waits for promises made since as well."""

    @hookimpl
    def walk_away(self, history):
        return None if history.open_promises else super().walk_away(history)


def test_a_plan_of_ours_puts_nothing_back_on_the_table():
    assert accused("stays-off-the-table", Playbook(), [], day(5, 5)) is None
    told = accused("stays-off-the-table", WaitsForAnyPromise(), [], day(5, 5))
    assert told == "a plan of ours puts it back on the table after 3 talks that led nowhere"


def test_where_we_soon_look_again_a_plan_may_come_true():
    class ForTwoDays(WaitsForAnyPromise):
        @hookimpl
        def walk_away(self, history):
            stop = super().walk_away(history)
            return stop and attrs.evolve(stop, revisit=stop.since + 2 * DAY)

    assert accused("stays-off-the-table", ForTwoDays(), [], day(5, 5)) is None


@attrs.frozen
class Ground:
    """Lets go on a ground of its own: since that day, whatever happened, or only if anything did."""

    name = "ground"
    since: dt.datetime
    of_everybody: bool = False
    grounds: str = "too_small"
    declares: tuple = ()

    @hookimpl
    def walk_away(self, history):
        stop = Stop(grounds=self.grounds, since=self.since, says="they are too small")
        return stop if history.facts or self.of_everybody else None


TALKED = [call(3, 2, outcome="advance")]
OLDER = (
    "walks away as too_small since 2026-04-01 10:00 UTC, and they came back at 2026-04-20 10:00 UTC"
    " (a rule whose ground nothing lifts declares Besides)"
)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ([bought(4, 20)], OLDER),
        ([call(4, 20, outcome="order")], OLDER),
        ([wrote_to_us(4, 20)], None),
        ([bought(3, 20)], None),
    ],
    ids=["bought", "ordered by phone", "wrote", "bought before"],
)
def test_a_ground_of_ones_own_falls_when_they_buy(more, says):
    told = accused("no-older-ground", Ground(day(4, 1)), [*TALKED, call(4, 1), *more], day(5, 5))
    assert told == says


def test_the_order_from_which_a_ground_counts_shows_that_they_buy():
    ordered = [call(3, 2, outcome="order"), call(4, 1, outcome="order")]
    assert "came back at 2026-04-01" in accused("no-older-ground", Ground(day(4, 1)), ordered, day(4, 2))
    refused = [*ordered, call(4, 1, "not_interested")]
    assert accused("no-older-ground", Ground(day(4, 1)), refused, day(4, 2)) is None


@pytest.mark.parametrize(
    "excused",
    [
        {"of_everybody": True},
        {"declares": (Besides(what="whoever is too small"),)},
        {"grounds": "do_not_call"},
        {"grounds": "number_unworkable"},
    ],
    ids=str,
)
def test_some_grounds_stand_whoever_comes_back(excused):
    for law in ("no-older-ground", "orders-start-anew"):
        ground = Ground(day(4, 1), **excused)
        assert accused(law, ground, [*TALKED, bought(4, 20)], day(5, 5)) is None


class NeverForgets(Refusals):
    """Counts every no, also those from before they came back."""

    @hookimpl
    def walk_away(self, contact, history):
        noes = [fact for fact in history.calls if fact.disposition.value == "not_interested"]
        return Stop(grounds="not_interested", since=noes[1].at, says="they said no") if len(noes) > 1 else None


def test_a_ground_of_the_house_falls_when_they_write():
    facts = [*TWICE_NO, wrote_to_us(4, 20)]
    assert accused("no-older-ground", Playbook(), facts, day(5, 5)) is None
    told = accused("no-older-ground", NeverForgets(), facts, day(5, 5))
    assert told == "walks away as not_interested since 2026-04-06 10:00 UTC, and they came back at 2026-04-20 10:00 UTC"


@pytest.mark.parametrize(("heeds", "says"), [(False, "even had they bought the hour before"), (True, None)])
def test_a_ground_that_time_alone_brings_falls_when_they_buy_before(heeds, says):
    @attrs.frozen
    class TrialOver:
        name = "trial_over"
        declares = ()

        @hookimpl
        def walk_away(self, history):
            if not history.talks or (heeds and history.bought_at):
                return None
            over = history.talks[0].at + 30 * DAY
            return Stop(grounds="trial_over", since=over, says="the trial is over")

    told = accused("no-older-ground", TrialOver(), TALKED, day(5, 5))
    assert told is None if says is None else says in told


@pytest.mark.parametrize("seed", [0, 1], ids=["by phone", "without a word"])
def test_who_orders_is_not_let_go_because_of_talks_before(seed):
    @attrs.frozen
    class Shoppers:
        name = "shoppers"
        declares = ()

        @hookimpl
        def walk_away(self, history):
            came = [*history.conversations, *history.purchases]
            return Stop(grounds="shopper", since=came[2].at, says="three times in the shop") if came[2:] else None

    assert accused("orders-start-anew", Playbook(), [], day(5, 5), seed=seed) is None
    told = accused("orders-start-anew", Shoppers(), [], day(5, 5), seed=seed)
    assert told.startswith("walks away as shopper since 2026-06-14")


@attrs.frozen
class Register:
    """A national register: nobody in it is rung, unless they consent."""

    name = "register"
    grounds: str = "do_not_call"
    declares = ()

    @hookimpl
    def walk_away(self):
        return Stop(grounds=self.grounds, since=day(1, 1), says="they are in the national register")


def test_a_register_is_not_lifted_by_an_answer_and_is_told_what_to_do():
    assert accused("comes-back", Register(), [], day(5, 5)) is None
    assert accused("walk-away-earned", Register(), [OptOut(at=day(1, 1))], day(5, 5)) is None
    assert accused("walk-away-earned", Register("national_register"), [], day(5, 5)) is None
    told = accused("walk-away-earned", Register(), [], day(5, 5))
    assert told.endswith(": import a register as OptOut facts, or give the ground a name of your own")


def test_a_call_that_is_not_late_may_say_what_it_likes():
    class Later:
        def next_step(self, contact, history, now):
            reason = Reason(name="news", says="there are news", due=day(6, 1))
            return Call(at=day(6, 1), since=day(6, 2), reason=reason, because=(Because("later", "later", "in June"),))

        def may_call(self, contact, history, at, *, number=None):
            return Verdict(allowed=False)

    assert accused("lateness-shows", Later(), [], day(5, 5)) is None


# --- a ground that counts from the latest call -----------------------------------------------------------------

FOUR = [call(3, each, "no_answer") for each in (2, 5, 9, 12)]


@attrs.frozen
class FourCalls:
    """Four calls and no order are enough, counted from the fourth or from whichever came last."""

    which: int
    name = "four_calls"
    declares = ()

    @hookimpl
    def walk_away(self, history):
        made = history.attempts
        if len(made) < 4:
            return None
        return Stop(grounds="four_calls", since=made[self.which].at, says="four calls and no order")


@pytest.mark.parametrize("seed", range(4), ids=["a message", "a plan", "an insight", "research"])
def test_a_goodbye_that_was_said_is_not_owed_again_because_somebody_rang_by_hand(seed):
    assert accused("goodbye-is-said-once", Playbook(), IN_VAIN, day(5, 5), seed=seed) is None
    assert accused("goodbye-is-said-once", FourCalls(3), FOUR, day(3, 13), seed=seed) is None
    told = accused("goodbye-is-said-once", FourCalls(-1), FOUR, day(3, 13), seed=seed)
    assert told == "goodbye was said, and after one more try of ours it is owed again"


def test_a_goodbye_is_owed_again_once_we_look_again():
    @attrs.frozen
    class LooksAgain(FourCalls):
        @hookimpl
        def walk_away(self, history):
            stop = super().walk_away(history)
            return stop and attrs.evolve(stop, revisit=stop.since + 2 * DAY)

    assert accused("goodbye-is-said-once", LooksAgain(-1), FOUR, day(3, 13)) is None


@pytest.mark.parametrize("which", [3, -1])
def test_a_ground_of_ones_own_ends_no_appointment_where_nobody_knows_where_they_are(which):
    nowhere = attrs.evolve(ADA, timezone=None, phones=["+18005550199"])
    facts = [*FOUR, call(3, 16, "callback_requested", callback_at=day(3, 20))]
    held = next(each for each in LAWS if each.id == "appointment-outlives-grounds")
    policy = as_policy(FourCalls(which))
    for now in (day(3, 17), day(3, 20), day(3, 25)):
        assert breaks(held, Situation(policy, nowhere, History(facts), now, declarations(policy))) is None
