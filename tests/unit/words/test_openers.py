"""A5, B1, B2, D4: the opener is the truth, fits the reason, and is not the one used last time."""

import re
from itertools import pairwise

import attrs
import pytest
from speaking import PITCH, US, opener, rung_in_vain, script

from callrules import Opener, hookimpl
from callrules.script import Claim
from helpers.people import HOUSE, MOBILE, MON, NUMBER, SAT, THU, TUE, WED, somebody

KNOWN = somebody().talked("2025-10-01 10:00", outcome="advance")
HUNG_UP = somebody(email="ada@example.com").rung(f"{MON} 10:00", "hung_up", reason="prospect")


def test_a_promised_call_says_that_they_asked_for_it():
    life = somebody().rung(f"{MON} 10:00", "callback_requested", callback_at=f"{WED} 15:00")
    said = script(life, f"{WED} 15:00")
    assert re.search(r"as you asked|you asked me|asked me for", said.opener.text)
    assert life.history.facts[0].key in said.opener.rests_on


def test_a_promise_that_is_late_is_owned():
    life = somebody().promised(f"{MON} 10:00", TUE)
    assert "late" in opener(life, f"{THU} 10:00") or "sooner" in opener(life, f"{THU} 10:00")
    assert "late" not in opener(life, f"{TUE} 10:00")


def test_after_a_hang_up_the_opener_refers_to_the_note():
    life = HUNG_UP.got(f"{MON} 10:30", "after_hang_up", promises="2026-06-05")
    assert re.search("note|wrote to you", opener(life, "2026-06-05 12:00"))


def test_a_note_about_a_written_no_does_not_speak_of_a_call():
    life = somebody(postal_address="Hauptstr. 1").wrote_to_us(f"{MON} 10:00", "not_interested")
    life = life.got(f"{MON} 10:30", "after_brush_off", "handwritten", promises="2026-06-05")
    text = opener(life, "2026-06-05 12:00")
    assert "Monday 1 June" in text
    assert "call came" not in text


def test_who_rang_us_is_thanked_for_ringing():
    life = somebody().rang_us(f"{MON} 10:00", from_number=NUMBER)
    assert "Monday 1 June" in opener(life, f"{MON} 11:00")


def test_who_met_us_hears_of_the_meeting():
    assert re.search(r"met|meet", opener(somebody().met(f"{MON} 10:00", place="the fair"), f"{TUE} 10:00"))


def test_an_insight_is_told():
    life = KNOWN.insight(f"{MON} 09:00", text="a new grant for shops.")
    assert "a new grant for shops" in opener(life, f"{MON} 10:00")


def test_a_stranger_is_told_who_we_are_and_is_not_asked_after_the_family():
    _, scripts = rung_in_vain(somebody(), f"{MON} 10:00", 6)
    assert len(scripts) == 6
    for each in scripts:
        assert each.opener.text.startswith("Hello Ada Lind, this is Bea Roth from Lind & Sons.")
        assert "yours" not in each.opener.text
        assert any("do not know us" in caution for caution in each.cautions)


@pytest.mark.parametrize("life", [somebody(), somebody(buys_from="Initech"), somebody().bought("2024-03-01 10:00")])
def test_no_opener_comes_twice_running(life):
    _, scripts = rung_in_vain(life, f"{MON} 10:00", 6)
    names = [each.opener.name for each in scripts]
    assert len(names) == 6
    assert all(one != other for one, other in pairwise(names))


def test_an_opener_that_a_call_noted_as_used_is_not_used_again():
    life = somebody()
    first = script(life, f"{MON} 10:00")
    life = life.rung(f"{MON} 10:00", "no_answer", reason="prospect", used=first.used)
    assert first.opener.name in first.used
    assert script(life, f"{MON} 10:00").opener.name != first.opener.name


def test_a_lapsed_customer_is_missed_and_sold_nothing():
    said = script(somebody().bought("2024-03-01 10:00"), f"{MON} 10:00")
    assert not PITCH.search(said.opener.text)
    assert any("Sell nothing" in each for each in said.cautions)


def test_what_is_not_known_falls_away():
    unnamed = somebody(name=None)
    assert opener(unnamed, f"{MON} 10:00", sender=None).startswith("Hello. ")
    assert opener(unnamed, f"{MON} 10:00", attrs.evolve(US, company=None)).startswith("Hello, this is Bea Roth. ")


def test_every_claim_rests_on_a_fact_that_is_there():
    life = somebody().bought("2024-03-01 10:00", "2024-05-01 10:00")
    claims = script(life, f"{MON} 10:00").opener.claims
    keys = {fact.key for fact in life.history}
    assert claims
    assert all(
        claim.fact in keys or claim.fact.startswith(("contact.", "sender.", "step.", "gate")) for claim in claims
    )


@attrs.frozen
class Inventor:
    """A language model that invents things."""

    text: str
    rests_on: str = "contact.name"
    name = "inventor"

    @hookimpl
    def openers(self):
        return Opener(text=self.text, claims=(Claim(self.text, self.rests_on),), name="invented")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("We met on 3 March in Lisbon, and I loved it.", "no fact says that we met"),
        ("Your order of 4,800 euros arrived, I hope.", "no fact"),
        ("Tom told me to ring you.", "no fact holds this name"),
        ("Hi, just checking in.", "a bare check-in"),
        ("I am calling as you asked.", "no fact says that they asked"),
    ],
)
def test_what_a_guest_invents_is_not_said_and_is_named(text, why):
    said = script(somebody(), f"{MON} 10:00", playbook=HOUSE.with_rules(Inventor(text)))
    assert said.opener.name.startswith("openers:prospect:")
    assert any("inventor" in each and why in each for each in said.cautions)


def test_a_claim_that_rests_on_no_fact_is_not_said():
    playbook = HOUSE.with_rules(Inventor("I have a question for you.", rests_on="nowhere"))
    said = script(somebody(), f"{MON} 10:00", playbook=playbook)
    assert any("'nowhere', which is no fact" in each for each in said.cautions)


def test_what_a_guest_says_truly_and_well_comes_before_the_house():
    playbook = HOUSE.with_rules(Inventor("I have a question that only you can answer, Ada Lind."))
    names = {script(somebody(id=f"c-{each}"), f"{MON} 10:00", playbook=playbook).opener.name for each in range(9)}
    assert "invented" in names


@attrs.frozen
class Broken:
    """Openers that raise."""

    name = "broken"

    @hookimpl
    def openers(self):
        raise RuntimeError("out of words")


def test_a_rule_that_raises_is_left_out_and_named():
    from callrules import Playbook, RuleFailed

    assert any(
        "out of words" in each
        for each in script(somebody(), f"{MON} 10:00", playbook=Playbook((Broken(), *Playbook().rules))).cautions
    )
    with pytest.raises(RuleFailed, match="broken"):
        script(somebody(), f"{MON} 10:00", playbook=HOUSE.with_rules(Broken()))


def test_who_opted_out_gets_no_words():
    life = somebody(email="ada@example.com", phones=[NUMBER, MOBILE])
    step = life.step(f"{MON} 10:00")
    gone = life.opted_out(f"{SAT} 10:00")
    said = HOUSE.script(gone.contact, gone.history, step, US)
    assert (said.opener, said.agenda, said.voicemail, said.text, said.for_them) == (None,) * 5
    assert said.cautions
