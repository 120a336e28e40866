"""What rules of an author's own offer to say is fit to be said, and what judges words judges any."""

import pytest

from callrules import Agenda, Ask, Claim, Finding, Opener, Playbook, Purchase, Research
from callrules.words.manners import Manners
from helpers.accusing import ADA, KNOWN, accused, rule_that

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


def agenda(ask):
    return rule_that("agenda", lambda self: Agenda(objective="Hear what they need.", asks=(Ask(ask),)))


LATE = ADA.promised("2026-05-28 10:00", "2026-05-29")


def test_an_agenda_sells_nothing_in_a_call_that_is_an_apology():
    sells, listens = agenda("Would you like to order the blue one?"), agenda("What was missing for you?")
    assert "an apology that sells is none" in accused(FIT, sells, LATE)
    assert not accused(FIT, listens, LATE)
    assert not accused(FIT, sells)


def test_who_would_be_won_back_is_asked_what_went_wrong_and_offered_nothing():
    def only_then(self, reason):
        offers = Agenda(objective="Win them back.", asks=(Ask("May I send you an offer?"),))
        return offers if reason and reason.name == "lapsed_customer" else None

    bought = ADA.bought("2026-05-29 10:00")
    assert "an apology that sells is none" in accused(FIT, rule_that("agenda", only_then), bought)


FOUND_OUT = ADA.talked("2026-05-20 10:00").add(Research(at=ADA.at("2026-05-28 10:00"), topic="why", text="they grow"))


def test_what_we_found_out_is_not_told_as_their_words():
    key = FOUND_OUT.history.research[0].key
    assert "it is what we found out" in accused(FIT, opener("You told us this: they grow."), FOUND_OUT)
    in_other_words = Claim("You mentioned what you plan", key)
    assert "found out" in accused(FIT, opener("You mentioned what you plan. May I ask?", in_other_words), FOUND_OUT)
    assert not accused(FIT, opener("I have noted this: they grow. Is that so?", Claim("they grow", key)), FOUND_OUT)


HURTS = "own-words-hurt-nobody"


@pytest.mark.parametrize(
    ("allowed", "text"),
    [
        ("reproach", "You never answer my calls. May I ask why?"),
        ("pressure", "This is the last chance for our spring price. Shall I tell you more?"),
        ("deaf_to_no", "Hear me out. It is about the lamps."),
        ("arrogance", "It is a no-brainer. Shall I tell you more?"),
        ("pitch_in_apology", "I am sorry for the bad moment. Here is a special offer for you."),
    ],
)
def test_whatever_a_playbook_allows_its_words_hurt_nobody(allowed, text):
    says_it = opener(text)
    lenient = Playbook().with_rules(says_it, Manners(allows=(allowed,)))
    assert Playbook().lint(text, kind="opener")
    assert not lenient.lint(text, kind="opener")
    assert text[:20] in accused(HURTS, lenient)
    assert text[:20] in accused(HURTS, Playbook().without("manners").with_rules(says_it))


@pytest.mark.parametrize("text", ["I was just checking in.", "I think we were cut off.", "Please, please say yes."])
def test_what_hurts_nobody_is_a_host_s_to_allow(text):
    lenient = Manners(allows=("bare_check_in", "cut_off", "pleading"))
    assert not accused(HURTS, Playbook().with_rules(opener(text), lenient))


def test_it_is_a_law_of_decency_that_a_reason_lifts():
    assert KNOWN[HURTS].decent


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
