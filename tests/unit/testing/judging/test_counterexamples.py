"""A counterexample is made small, told as a story that reads back, and kept as a file."""

import datetime as dt

import attrs
import pytest

from callrules import CallAttempt, Contact, History, Playbook, Purchase, Window, hookimpl
from callrules.errors import BadInput
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.pins import read_pins, write_pin
from callrules.testing.judging.shrinking import shrunk
from callrules.testing.judging.survey import Failure, breaks, survey
from callrules.testing.lives.zones import LADDER
from callrules.testing.policies import as_policy, declarations
from callrules.testing.situations import Situation
from callrules.testing.stories.story import read_story

LAW = {law.id: law for law in LAWS}
NINE = dt.datetime(2026, 6, 1, 9, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@attrs.frozen
class Tireless:
    """No cap at all, in the place of the house's caps."""

    name = "caps"

    @hookimpl
    def permits(self):
        return None


@attrs.frozen
class Hasty:
    """No pace at all, in the place of the house's pace."""

    name = "pace"

    @hookimpl
    def permits(self):
        return None


@attrs.frozen
class Stumbling:
    """Cannot bear somebody who has a role."""

    @hookimpl
    def permits(self, contact, at):
        return Window(start=at, end=at + DAY, says=["fine"][len(contact.role.value) - len("unknown")])


TIRELESS = Playbook().with_rules(Tireless(), Hasty())


def situation(policy=TIRELESS):
    contact = Contact(id="kim", name="Kim Doe", timezone="Europe/Paris", phones=(), email="kim@example.org")
    tries = [
        CallAttempt(at=NINE + each * DAY + 7 * HOUR / 13, disposition="voicemail_left", rep="ann") for each in range(5)
    ]
    history = History([Purchase(at=NINE - 400 * DAY), *tries])
    return Situation(policy, contact, history, NINE + 5 * DAY, declarations(policy))


def failure():
    here = situation()
    return Failure(LAW["cap"], here, breaks(LAW["cap"], here), 7)


def test_only_what_breaks_the_law_is_left():
    small = shrunk(failure()).situation
    assert [fact.disposition.value for fact in small.history] == ["no_answer"] * 3
    assert small.contact.email is None
    assert small.contact.timezone == LADDER[0]
    assert all(fact.at.minute == fact.at.second == 0 and fact.rep is None for fact in small.history)


def test_what_does_not_break_again_stays_as_it_was():
    lawful = attrs.evolve(failure(), situation=situation(Playbook()))
    assert shrunk(lawful) is lawful


def test_the_story_says_what_happened_what_was_found_and_what_was_expected():
    story = str(Counterexample(failure=shrunk(failure()), seed=3, again="pytest this", keep="add --callrules-pin"))
    assert story.startswith("BROKEN  cap: Nobody is rung more often than the cap allows")
    assert "(seed 3, case 7)" in story
    for part in ("called: no_answer", "=> no call", "FOUND   asked on", "RULES ", "AGAIN   pytest this", "KEEP    add"):
        assert part in story


def test_the_page_of_a_story_reads_back_as_an_example():
    told = Counterexample(failure=shrunk(failure()), seed=0)
    story = read_story(told.page)
    assert story.history == told.there.history
    assert story.now == told.there.now
    assert not story.expected.met_by(TIRELESS.next_step(story.contact, story.history, story.now), story.now)


def test_what_is_kept_is_looked_at_again(tmp_path):
    small = shrunk(failure()).situation
    path = write_pin(tmp_path, "cap", small)
    assert write_pin(tmp_path, "cap", small) == path
    for policy, expected in ((TIRELESS, True), (Playbook(), False)):
        (pin,) = read_pins(tmp_path, policy, declarations(policy))
        assert pin.law == "cap"
        assert bool(breaks(LAW["cap"], pin.situation)) is expected


def test_a_kept_file_that_nobody_can_read_is_named(tmp_path):
    (tmp_path / "cap-1.story").write_text("# cap seed=0\nkim, UTC\nMon 2026-06-01 09:00  danced\n")
    with pytest.raises(BadInput, match=r"cap-1.story: line 3: .*danced"):
        list(read_pins(tmp_path, TIRELESS, ()))


def test_a_rule_that_raises_breaks_one_law_only():
    found = survey(as_policy(Stumbling()), LAWS, examples=12)
    assert {each.law.id for each in found.failures} == {"total"}


def test_another_history_is_told_where_the_law_asked_about_more_than_happened():
    @attrs.frozen
    class Deaf:
        playbook: Playbook = attrs.field(factory=Playbook)

        @property
        def rules(self):
            return self.playbook.rules

        def next_step(self, contact, history, now):
            return self.playbook.next_step(contact, History(f for f in history.entries if not f.is_opt_out), now)

        def may_call(self, contact, history, at, *, number=None):
            return self.playbook.may_call(contact, history, at, number=number)

    found = survey(as_policy(Deaf()), [LAW["any-no-will-do"]], examples=12)
    story = str(Counterexample(failure=shrunk(found.failures[0]), seed=0))
    assert "opted out" in story
    assert "=> no call" in story
