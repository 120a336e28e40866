"""Deeds of a law's own are told no more than break the law: each that is left out is judged again."""

import pytest

from callrules.testing.catalogue import LAWS
from callrules.testing.judging.accusations import Settings
from callrules.testing.judging.counterexample import Counterexample
from callrules.testing.judging.shrinking import shrunk, with_fewer_deeds
from callrules.testing.judging.survey import Failure, survey
from callrules.testing.judging.trial import Trial
from callrules.testing.judging.verdicts import LawOutcome
from callrules.testing.lawbook import Broken, Deeds, law
from callrules.testing.policies import as_policy
from zoo.everything import SPECIMENS

LAW = {law.id: law for law in LAWS}
DEEDS = {
    ("faults-count", "a-talk-starts-anew"): (18, 6),
    ("any-row-at-all", "a-talk-starts-anew"): (18, 7),
    ("not-in-a-row", "talks-must-move"): (6, 4),
    ("any-promise-holds-it-open", "silence-is-an-answer"): (6, 6),
    ("orders-by-phone-are-talk", "orders-start-anew"): (4, 3),
    ("promise-before-no", "any-no-will-do"): (1, 0),
    ("flatmate-consents", "any-no-will-do"): (1, 1),
    ("last-entry-counts", "opt-out-survives"): (1, 1),
    ("brochure-instead", "a-call-stands"): (3, 1),
    ("new-year-notes", "day-of-ours-can-be-kept"): (0, 0),
    ("anybodys-friend", "taken-back-never-was"): (9, 1),
    ("too-many-calls-to-others", "strangers-do-not-leak"): (9, 2),
}
"""Of a broken policy and a law: how many deeds the law does, and how many its story tells."""


def met(known_by, law):
    (failed,) = survey(as_policy(SPECIMENS[known_by].make()), [LAW[law]], examples=40, to_the_first=True).failures
    return failed


@pytest.mark.parametrize(("known_by", "law"), DEEDS)
def test_a_story_tells_no_deed_that_does_not_matter(known_by, law):
    done, told = DEEDS[known_by, law]
    failed = met(known_by, law)
    small = shrunk(failed).broken.deeds
    assert (len(failed.broken.deeds.done), len(small.done)) == (done, told)
    assert list(small.judge(small.done))
    for each in small.done:
        assert not list(small.judge([other for other in small.done if other is not each]))


def test_who_is_let_go_for_our_faults_is_told_in_six_attempts():
    small = shrunk(met("faults-count", "a-talk-starts-anew"))
    page = Counterexample(failure=small, seed=0).page
    assert "though too few attempts were in vain" in small.broken.says
    assert page.count("called: no_answer") == 5
    assert page.count("called: technical") == 1


def test_a_kept_counterexample_is_told_as_shortly_as_a_new_one(tmp_path):
    known, policy = LAW["a-talk-starts-anew"], as_policy(SPECIMENS["faults-count"].make())
    settings = Settings(examples=3, pins=tmp_path, keep=True)
    new, kept = (Trial(policy, (known,)).judge(known, settings) for _ in range(2))
    assert new.outcome is kept.outcome is LawOutcome.BROKEN
    assert kept.pin
    assert new.story.count("called: ") == kept.story.count("called: ") == 6


def test_what_cannot_be_judged_with_fewer_deeds_is_told_with_all_of_them():
    def judge(deeds):
        if len(deeds) < 2:
            raise ValueError("two at least")
        yield Broken(says=f"{len(deeds)} of them")

    wrong = law("two", says="One is enough.")(lambda _: ["two"])
    broken = Broken(says="3 of them", deeds=Deeds(("a", "b", "c"), judge))
    small = with_fewer_deeds(Failure(wrong, None, broken, 1))
    assert small.broken.deeds.done == ("a", "b")
