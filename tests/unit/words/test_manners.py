"""B2, C9, D2, D3, E5: what decent words do without, and what they may well say."""

import re

import pytest
from speaking import US, script

from callrules import Finding, InvalidValue, hookimpl
from callrules.words.customs import customs_of
from callrules.words.manners import Manners
from helpers.people import HOUSE, MON, somebody

LANGUAGES = ("en", "de")
CAUGHT = [
    (language, rule.id, text) for language in LANGUAGES for rule in customs_of(language).rules for text in rule.caught
]
PASSES = [
    (language, rule.id, text) for language in LANGUAGES for rule in customs_of(language).rules for text in rule.passes
]
DECENT = [
    "I check every shipment.",
    "The touch screen is based on a new panel.",
    "You know you would be better off with us.",
    "My number is +493012345670; once more, +493012345670. I have an answer to your question about the lamps.",
    "You asked me on Tuesday to follow up on the samples.",
    "We deliver to Checkpoint Charlie and to the base in Rota.",
    "Your order of Monday is on its way.",
    "I am sorry that I called at a bad moment.",
    "The discount that you found on the invoice is yours.",
    "Our drivers were cut off by the snow, and your parcel is a day late.",
    "They said “we were cut off” and rang again.",
    "He wrote 'just checking in' and I laughed.",
    "I believe that you would be better off with us, and you would be the judge.",
    "No brain was ever harmed by our catalogue.",
    "Give me the number of the part and I will look it up.",
]


def rules(text, **more):
    return [each.rule for each in HOUSE.lint(text, **more)]


@pytest.mark.parametrize(("language", "rule", "text"), CAUGHT)
def test_each_rule_catches_its_examples(language, rule, text):
    assert rule in rules(text, language=language)


@pytest.mark.parametrize(("language", "rule", "text"), PASSES)
def test_each_rule_lets_its_counter_examples_pass(language, rule, text):
    assert rule not in rules(text, language=language)


@pytest.mark.parametrize("text", DECENT)
def test_decent_sentences_pass(text):
    assert rules(text) == []


def test_every_rule_has_examples_of_both_kinds():
    for rule in customs_of("en").rules:
        assert rule.passes
        assert rule.caught or rule.id == "too_long"


def test_a_finding_says_which_words_where_why_and_what_would_be_better():
    text = "Good morning. I was JUST CHECKING IN with you."
    (found,) = HOUSE.lint(text)
    assert text[slice(*found.at)] == found.found == "JUST CHECKING IN"
    assert found.says
    assert found.better


def test_places_stay_right_behind_typographic_quotes_and_other_letters():
    text = "“Quite so”, said İdil’s friend. Please don’t hang up!"
    (found,) = HOUSE.lint(text)
    assert found.found == "Please don’t hang up"


def test_a_text_that_is_one_quotation_is_read_all_the_same():
    assert rules("“I think we were cut off.”") == ["cut_off"]


def test_a_voicemail_of_more_than_half_a_minute_is_too_long():
    text = "Hello Ada, this is Bea. I have news about the lamps. " + "And there is one more thing to say. " * 9
    assert rules(text, kind="voicemail") == ["too_long"]
    assert rules(text + "My number is +493012345670; once more, +493012345670.") == ["too_long"]
    assert rules(text, kind="after_hang_up") == []


def test_the_same_words_sell_in_a_note_after_a_hang_up_and_not_elsewhere():
    text = "This month there is a special offer on lamps."
    assert rules(text, kind="after_hang_up") == ["pitch_in_apology"]
    assert rules(text) == []


def test_a_rule_can_be_switched_off_by_its_id():
    lenient = HOUSE.with_rules(Manners(allows=("cut_off",)))
    assert lenient.lint("We were cut off. Please, please listen.")[0].rule == "pleading"


def test_a_guest_adds_what_their_trade_does_not_say():
    class NoLatin:
        name = "no_latin"

        @hookimpl
        def manners(self, text):
            at = text.find("ergo")
            return Finding(rule="latin", says="plain words", found="ergo", at=(at, at + 4)) if at >= 0 else None

    assert [each.rule for each in HOUSE.with_rules(NoLatin()).lint("just checking in, ergo")] == [
        "bare_check_in",
        "latin",
    ]


def test_a_language_that_nobody_knows_has_no_manners_yet():
    assert rules("just checking in", language="xx") == []


def test_names_and_what_others_wrote_are_not_judged():
    life = somebody(name="Just Checking In Ltd", email="ada@example.com").rung(f"{MON} 10:00", "hung_up")
    assert script(life, f"{MON} 10:05").text.startswith("Dear Just Checking In Ltd,")
    assert script(somebody(name="Just Checking In"), f"{MON} 10:00", US).opener


@pytest.mark.parametrize(
    ("allows", "told"),
    [
        (("reproch",), "found 'reproch', expected ids of rules of manners; did you mean 'reproach'?"),
        ("reproach", r"found 'reproach', expected several ids: ('reproach',)"),
    ],
)
def test_a_rule_that_nobody_knows_is_not_switched_off_without_a_word(allows, told):
    with pytest.raises(InvalidValue, match=re.escape(f"Manners.allows: {told}")):
        Manners(allows=allows)
