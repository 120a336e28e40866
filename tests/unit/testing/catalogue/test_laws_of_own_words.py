"""What rules of an author's own offer to say is fit to be said, and what judges words judges any."""

import pytest

from callrules import Claim, Finding, Opener, Playbook, Purchase
from helpers.accusing import ADA, accused, rule_that

FIT = "own-words-are-fit"


def opener(text, *claims):
    return rule_that("openers", lambda self: Opener(text=text, claims=claims, name="odd"))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your order. May I put one question?",
        "You asked me on Tuesday to call. Is it a good moment?",
        "This is the last chance for our spring price. Shall I tell you more?",
    ],
)
def test_what_no_fact_says_or_what_hurries_them_is_not_offered(text):
    assert text[:20] in accused(FIT, opener(text))


@pytest.mark.parametrize("text", ["Hello.", "Hello. Do you have a minute?"])
def test_matters_of_taste_are_let_pass(text):
    assert Playbook().lint(text, kind="opener")
    assert not accused(FIT, opener(text))


def test_what_rests_on_a_fact_that_is_not_there_is_not_offered_at_all():
    text = "Thank you for your order. May I put one question?"
    assert not accused(FIT, opener(text, Claim("your order", "an order that nobody noted")))


def test_an_order_that_is_sent_back_is_not_thanked_for():
    def thanks(self, history):
        return Opener(text="Thank you for your order.", name="thanks") if history.purchases else None

    def thanks_if_kept(self, history):
        return Opener(text="Thank you for your order.", name="thanks") if history.still_bought else None

    bought = ADA.add(Purchase(at=ADA.at("2026-05-29 10:00"), amount=70))
    assert "and kept it" in accused(FIT, rule_that("openers", thanks), bought)
    assert not accused(FIT, rule_that("openers", thanks_if_kept), bought)


JUDGED = "any-words-are-judged"


def test_any_text_of_any_kind_in_any_language_is_judged():
    by_letters = rule_that("manners", lambda self, text: [] if len(text) / len(text.strip()) > 1 else None)
    by_language = rule_that("manners", lambda self, language: {"en": [], "de": []}[language])
    by_kind = rule_that("manners", lambda self, kind: [] if kind.startswith("after") else None)
    assert "asked about “”" in accused(JUDGED, by_letters)
    assert "language nl" in accused(JUDGED, by_language)
    assert "kind None" in accused(JUDGED, by_kind)


def test_a_rule_that_finds_nothing_in_a_language_that_it_does_not_know_is_left_alone():
    def only_german(self, text, language):
        found = Finding(rule="loud", says="it shouts", found=text, at=(0, len(text)))
        return found if language == "de" and text.isupper() else None

    assert not accused(JUDGED, rule_that("manners", only_german))
    assert accused(JUDGED, Playbook()) == "no rule but the house's judges words"
