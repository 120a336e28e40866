"""C6-C10: one page to have in front of you, read in two minutes."""

import re
from html.parser import HTMLParser

import pytest

from callrules import Sender
from callrules.desk.briefing import briefing
from callrules.desk.briefing_lines import heading, sections, standing
from callrules.desk.briefing_page import briefing_page
from callrules.influence import InfluenceMap, Person
from callrules.pictures.influence_picture import influence_picture
from callrules.rules import ColdDecisionMakers, Readiness
from helpers.accounts import a_map
from helpers.people import HOUSE, MON, a_business

US = Sender(name="Bea Roth", company="Lind & Sons", number="+493012345670")
RED = a_business(
    id="zoe", name="Zoe Ahlers", role="decision_maker", red_phone=True, account="Halden Works",
    buys_from="Orrin Supply", common_ground=["both apprenticed as toolmakers"], drivers=["a quiet opening"],
)  # fmt: skip
PREPARED = RED.insight("2026-05-20 09:00", "a new grant for second plants", id="i-1", source="the gazette").researched(
    "2026-05-21 10:00", "why", "outcome", "buy_in"
)
READY = PREPARED.introduced("2026-05-22 10:00")
MAP = a_map("ana 0.9 bo they trained together", "bo 0.8 zoe", warm=["ana"], decide=["zoe"])
NOW = f"{MON} 10:00"


def told(life, now=NOW, playbook=HOUSE, influence=(MAP,)):
    return briefing(playbook, life.contact, life.history, life.at(now), sender=US, influence=influence)


def page(life, **more):
    return {each.name: each.lines for each in sections(told(life, **more))}


def test_who_is_called_stands_above_all():
    assert heading(told(READY)) == ("Zoe Ahlers", "decision maker · Halden Works · red phone · Mon 10:00 there")
    assert heading(told(READY.but(goes_by="Zo")))[0] == "Zoe Ahlers (Zo)"


def test_everything_is_there_when_the_call_is_ready():
    ready = page(READY)
    assert standing(told(READY)) is None
    assert list(ready) == [
        "why_now", "for_them", "insight", "common_ground", "drivers", "introduction", "opener", "objective", "asks",
        "outcome", "path", "closing", "not_to_say", "mind", "voicemail", "afterwards",
    ]  # fmt: skip
    assert ready["insight"] == ("a new grant for second plants", "from the gazette, Wed 20 May 2026")
    assert ready["common_ground"] == ("both apprenticed as toolmakers",)
    assert ready["drivers"] == ("a quiet opening",)
    assert ready["introduction"] == ("c-9 introduced us.",)
    assert "Nothing against Orrin Supply." in ready["not_to_say"]


def test_what_was_prepared_is_what_the_page_says():
    life = READY.researched("2026-05-23 10:00", "path")
    assert page(life)["outcome"] == page(life)["objective"] == ("found out",)
    assert page(life)["path"][0] == "found out"


def test_a_talk_uses_up_what_was_prepared_for_it():
    talked = READY.talked("2026-05-25 10:00", "advance").promised("2026-05-25 10:10", NOW)
    assert "found out" not in (*page(talked)["objective"], *page(talked)["outcome"])


def test_a_promised_call_is_made_all_the_same_and_what_is_missing_is_a_caution():
    promised = RED.promised("2026-05-25 10:00", NOW)
    assert standing(told(promised)) is None
    assert "missing" not in page(promised)
    assert any("not ready" in each for each in page(promised)["mind"])


def test_before_an_introduction_the_page_says_whom_to_ask_and_prepares_the_call():
    playbook = HOUSE.with_rules(ColdDecisionMakers(influence=MAP))
    seek = told(PREPARED, playbook=playbook)
    assert standing(seek).startswith("Not yet: a decision maker who does not know us: ask ana for an introduction")
    cold = page(PREPARED, playbook=playbook)
    assert cold["introduction"] == ("ana → bo → zoe (strength 0.72)", "ana and bo: they trained together")
    assert cold["opener"]


def test_unprepared_the_page_says_what_is_missing():
    bare = RED.but(common_ground=[]).introduced("2026-05-22 10:00")
    assert page(bare)["missing"] == ("why", "outcome", "insight", "common ground", "buy in")
    assert standing(told(bare)).startswith("Not yet: a red-phone call is not ready")


def test_all_that_comes_before_the_call_is_told_at_once():
    says = standing(told(RED.but(drivers=[])))
    assert says.startswith("Not yet: a red-phone call is not ready: why, outcome, insight, buy in missing; ")
    assert says.endswith("ask somebody for an introduction first.")


def test_what_binds_is_what_the_playbook_needs():
    bare = RED.introduced("2026-05-22 10:00")
    assert page(bare, playbook=HOUSE.with_rules(Readiness(needs=("why",))))["missing"] == ("why",)
    assert "missing" not in page(bare, playbook=HOUSE.without("readiness"))


def test_what_does_not_bind_is_a_caution():
    without = READY.but(drivers=[]).insight("2026-05-24 09:00", "another thing", id="i-2")
    assert "What moves them is not noted yet." in page(without)["mind"]
    sourceless = READY.got("2026-05-25 10:00", "share", used=["i-1"]).insight("2026-05-26 09:00", id="i-2")
    assert "The insight has no source: say only what you can vouch for." in page(sourceless)["mind"]
    bound = HOUSE.with_rules(Readiness(needs=("drivers",)))
    assert page(READY.but(drivers=[]), playbook=bound)["missing"] == ("drivers",)


def test_what_moves_them_may_stand_on_the_map():
    zoe = Person(id="zoe", drivers=["a name for punctuality"])
    shown = page(READY.but(drivers=[]), influence=[InfluenceMap(people=[zoe])])
    assert shown["drivers"] == ("a name for punctuality",)
    assert "What moves them is not noted yet." not in shown["mind"]


def test_what_they_know_already_is_not_told_again():
    heard = READY.got("2026-05-25 10:00", "share", used=["i-1"])
    assert "They know it already: a new grant for second plants" in page(heard)["not_to_say"]


def test_the_last_promises_are_told_with_what_became_of_them():
    life = READY.promised("2026-05-25 10:00", "2026-05-27 10:00").rung("2026-05-27 10:00", reason="promise")
    life = life.promised_us("2026-05-28 10:00", "2026-06-20 10:00").promised("2026-05-29 10:00", f"{MON} 10:00")
    assert [each[-6:] for each in page(life)["promises"]] == ["(open)", " 10:00", "(kept)"]


def test_whoever_asked_us_to_stop_gets_no_words():
    silent = READY.opted_out("2026-05-25 10:00")
    assert standing(told(silent)).startswith("No call: ")
    assert not page(silent).keys() & {"opener", "voicemail", "asks", "insight", "not_to_say", "why_now"}


def test_a_note_that_comes_first_is_on_the_page():
    noted = READY.but(email="zoe@example.com").talked("2026-05-25 10:00").rung("2026-05-29 10:00", "hung_up")
    assert "note" in page(noted)


def test_it_is_read_in_two_minutes():
    words = " ".join(line for each in sections(told(READY)) for line in (each.title, *each.lines)).split()
    assert len(words) < 2 * 240
    talkative = READY.insight("2026-05-30 09:00", "very long " * 500, id="i-3", source="word " * 500)
    assert len(" ".join(page(talkative)["insight"])) < 600


# --- the page ----------------------------------------------------------------------------------------------------


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.open, self.seen = [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


HOSTILE = '<script>alert(1)</script>" onload="x\x1b[31m\u202e'


@pytest.mark.parametrize(
    "life", [READY, READY.but(name=HOSTILE, drivers=[HOSTILE], account=HOSTILE, buys_from=HOSTILE)]
)
def test_the_page_is_whole_runs_nothing_and_loads_nothing(life):
    seen = told(life)
    written = briefing_page(seen, influence_picture(seen.around, "zoe", seen.introduction))
    tags = Tags(written)
    assert tags.open == []
    assert {"script", "link", "img", "iframe", "object"}.isdisjoint(tag for tag, _ in tags.seen)
    assert not any(name.startswith("on") or name == "src" for _, attrs in tags.seen for name in attrs)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import", written)
    assert "\x1b" not in written
    assert "\u202e" not in written


def test_the_page_shows_the_number_to_ring_only_where_it_may_be_rung():
    assert 'href="tel:+49' in briefing_page(told(READY))
    assert 'href="tel:+49' not in briefing_page(told(RED))
