"""A story tells what leads to the fault: deeds of the law's own, clocks that change, what is lost, what rules say."""

import datetime as dt
import re

import attrs
import pytest

from callrules import CallAttempt, Commitment, Contact, History, Message, Playbook, Purchase, Reason, Stop, hookimpl
from callrules.declared import After, Due, GivesUp, Open
from callrules.facts import Retraction
from callrules.rules import Hours
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.clock_lines import clock_lines
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.counterexample_picture import pictured
from callrules.testing.judging.deeds import deed_lines
from callrules.testing.judging.lost import lost_lines
from callrules.testing.judging.shrinking import shrunk
from callrules.testing.judging.survey import Failure, breaks, survey
from callrules.testing.lawbook import Broken, law
from callrules.testing.policies import as_policy, declarations
from callrules.testing.situations import Situation

LAW = {law.id: law for law in LAWS}
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
MONDAY = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)
KIM = Contact(id="kim", timezone="Europe/Paris")


@attrs.frozen
class OnceOnly:
    """Asks whoever bought once, and never again."""

    name = "once_only"
    declares = (Due(reason="refill", after=After.PURCHASE, days=30),)

    @hookimpl
    def reasons(self, history):
        for each in [fact for fact in history.facts if isinstance(fact, Purchase)][:1]:
            yield Reason(name="refill", due=each.at + 30 * DAY, about="refill", says="it is used up")


@attrs.frozen
class Forgetful:
    """No promise is ever kept, in the place of the rule that keeps them."""

    name = "promised_calls"
    declares = ()

    @hookimpl
    def reasons(self):
        return ()


@attrs.frozen
class OutOfTheBlue:
    """Walks away for a while, and has a reason with an end."""

    name = "blue"
    declares = ()

    @hookimpl
    def walk_away(self):
        return Stop(grounds="moving", since=MONDAY, revisit=MONDAY + 9 * DAY, says="they move house")

    @hookimpl
    def reasons(self):
        return Reason(name="wish", due=MONDAY, named="day", expires=MONDAY + DAY, says="they asked for that day")


def situation(policy, *facts, now=MONDAY, contact=KIM):
    return Situation(policy, contact, History(facts), now, declarations(policy))


def test_a_life_of_the_laws_own_is_said_to_be_one_and_whom_it_asked():
    (failed, *_) = survey(as_policy(OnceOnly()), [LAW["season-comes-round"]], examples=30).failures
    story = str(Counterexample(failure=shrunk(failed), seed=0))
    assert "DEEDS   all of it is the law's own, to see what follows\n        asked of once_only alone\n" in story
    assert "LOST    a call (refill): never made, looked at until " in story


def test_the_picture_shows_the_law_s_own_deeds_too():
    (failed, *_) = survey(as_policy(OnceOnly()), [LAW["season-comes-round"]], examples=30).failures
    small = shrunk(failed)
    at = {event.at for event in pictured(small).events}
    assert {fact.at for fact in small.broken.history.entries} <= at


def test_deeds_among_what_happened_are_told_by_their_lines():
    bought, rang = Purchase(at=MONDAY), CallAttempt(at=MONDAY + HOUR, disposition="no_answer")
    wrote = Message(at=MONDAY + 2 * HOUR, channel="email", direction="inbound")
    told = History([bought, rang, wrote, Purchase(at=MONDAY + 3 * HOUR)])
    (line,) = deed_lines(Broken(says="", history=told), History([bought, wrote]))
    assert line == "lines 3, 5 are the law's own, to see what follows"
    assert not list(deed_lines(Broken(says=""), History([bought])))


def test_clocks_that_change_within_a_story_are_told_and_others_are_not():
    autumn = dt.datetime(2026, 10, 24, 8, tzinfo=dt.UTC)
    (line,) = clock_lines(KIM, autumn, autumn + 2 * DAY)
    assert line == "in Europe/Paris clocks change on Sun 25 Oct 2026: 02:59 is followed by 02:00"
    assert not list(clock_lines(KIM, MONDAY, MONDAY + 2 * DAY))
    assert not list(clock_lines(Contact(id="x", timezone="Atlantic/Reykjavik"), autumn, autumn + 2 * DAY))


def test_where_their_day_is_not_that_of_utc_both_clocks_are_told():
    late = dt.datetime(2026, 6, 1, 23, tzinfo=dt.UTC)
    (line,) = clock_lines(KIM, late, late)
    assert line == "Tue 2 Jun, 01:00 in Europe/Paris; Mon 1 Jun, 23:00 in UTC"


def test_somebody_who_could_be_in_several_places_has_all_their_clocks():
    florida = Contact(id="flo", region="US-FL")
    (line,) = clock_lines(florida, MONDAY, MONDAY)
    assert line == "Mon 1 Jun, 06:00 in America/New_York; Mon 1 Jun, 05:00 in America/Chicago; Mon 1 Jun, 10:00 in UTC"


@pytest.mark.parametrize(("policy", "lost"), [(Playbook(), []), (Playbook().with_rules(Forgetful()), ["never made"])])
def test_a_promised_call_that_is_never_made_is_lost(policy, lost):
    promise = Commitment(at=MONDAY - 5 * DAY, by="us", due=MONDAY)
    tried = CallAttempt(at=MONDAY - 6 * DAY, disposition="conversation")
    there = situation(policy, tried, promise, now=MONDAY + HOUR)
    told = list(lost_lines(there, None))
    assert len(told) == len(lost)
    for line in told:
        assert line == "we promised a call for Mon 1 Jun 2026, 12:00: never made, looked at until Fri 31 Jul 2026"


def test_rules_say_since_when_and_until_when():
    policy = Playbook().with_rules(OutOfTheBlue())
    wrong = law("quiet", says="Quiet.")(lambda here: ["it speaks"])
    here = situation(policy)
    story = str(Counterexample(failure=Failure(wrong, here, breaks(wrong, here), 1), seed=0))
    assert "moving: they move house (since Mon 01 Jun 2026 12:00, looked at again from Wed 10 Jun 2026 12:00)" in story
    assert "wish: they asked for that day (due Mon 01 Jun 2026 12:00, a day they named, stale from Tue 02 Jun" in story
    assert "days of waiting" not in story, "whose turn it is leads to no fault"


def test_a_fact_goes_together_with_what_takes_it_back():
    wrong = law("bought", says="Who bought is thanked.")(
        lambda here: ["no thanks"] if any(isinstance(fact, Purchase) for fact in here.history.entries) else []
    )
    noted = CallAttempt(at=MONDAY, disposition="busy", id="f1", rep="ann", remark="in a hurry")
    back = Retraction(at=MONDAY + HOUR, of="f1", recorded=MONDAY + DAY)
    here = situation(Playbook(), noted, Purchase(at=MONDAY), back)
    small = shrunk(Failure(wrong, here, breaks(wrong, here), 1)).situation
    assert [type(fact) for fact in small.history.entries] == [Purchase]


def test_facts_that_become_one_when_they_are_made_plainer_are_made_small_all_the_same():
    def check(here):
        calls = [fact for fact in here.history.entries if isinstance(fact, CallAttempt)]
        enough = len(calls) == 2 or any(call.rep is None for call in calls)
        return ["rung"] if enough and len(calls) < len(here.history.entries) else []

    wrong, back = law("rung", says="Nobody rings.")(check), Retraction(at=MONDAY, of="somebody")
    rang = [CallAttempt(at=MONDAY, disposition="busy", id=each, rep=each) for each in ("ann", "bob")]
    here = situation(Playbook(), *rang, back)
    small = shrunk(Failure(wrong, here, breaks(wrong, here), 1)).situation
    assert set(small.history.entries) == {back, CallAttempt(at=MONDAY, disposition="no_answer")}


def test_a_law_may_say_in_its_own_words_what_it_wanted():
    wrong = law("other", says="Other.")(lambda here: [Broken(says="no", expected="another day")])
    here = situation(Playbook())
    assert "=> ?" in str(Counterexample(failure=Failure(wrong, here, breaks(wrong, here), 1), seed=0))


@attrs.frozen
class Untiring:
    """Says that it lets go, and never does."""

    name = "persistence"
    declares = (GivesUp(after=6),)

    @hookimpl
    def walk_away(self):
        return None


@attrs.frozen
class SundaysToo:
    """Rings on every day of the week, in the place of the rule about hours."""

    name = "hours"
    declares = (Open(opens=dt.time(0, 1), closes=dt.time(0)),)

    @hookimpl
    def permits(self):
        return None


@attrs.frozen
class AnHourEarly:
    """Says that it opens at ten, and rings at nine."""

    name = "hours"
    declares = (Open(opens=dt.time(10), closes=dt.time(20)),)

    @hookimpl
    def permits(self, contact, history, reason, number, at):
        return Hours().permits(contact=contact, reason=reason, number=number, at=at)


def first_story(policy, name, examples=20):
    (failed, *_) = survey(as_policy(policy), [LAW[name]], examples=examples).failures
    return str(Counterexample(failure=shrunk(failed), seed=0))


def test_silence_without_an_end_is_told_call_by_call():
    story = first_story(Untiring(), "gives-up")
    assert story.count("called: ") > 6
    assert "DEEDS   all of it is the law's own" in story


def test_a_closed_day_and_a_wrong_hour_are_told_with_the_clock_they_are_on():
    clock = r"\w{3} \d+ \w{3} \d{4}, \d\d:\d\d in \w+/\w+"
    assert re.search(rf"closed where they are, {clock}", first_story(SundaysToo(), "closed-days"))
    assert re.search(rf"outside their hours, {clock}", first_story(AnHourEarly(), "inside-hours"))
