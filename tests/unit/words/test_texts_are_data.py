"""Texts are data: by language, with slots and no code; a host's come first; hostile ones do nothing."""

import sys

import pytest
from speaking import US, script

from callrules import BadInput, InvalidValue, Playbook, Sender
from callrules.words.dates import day_in_words, list_in_words
from callrules.words.house import HouseWords
from callrules.words.library import library
from helpers.people import HOUSE, MON, somebody

REASONS = (
    "returned_call", "promise", "promise_late", "promise_ours", "promise_desk", "after_note", "their_promise_lapsed",
    "red_phone", "recently_met", "follow_up", "follow_up_missed", "insight", "simple_reason", "simple_reason_thanks",
    "simple_reason_date", "simple_reason_year", "lapsed_customer",
    "dormant_customer", "competitor_customer", "prospect", "prospect_known", "any",
)  # fmt: skip
NOTES = (
    "after_hang_up", "after_brush_off", "thanks", "missed_meeting", "share", "takeaway", "unanswered", "stalled",
    "number_unworkable", "not_interested", "quarterly_hello",
)  # fmt: skip
GERMAN = Sender(name="Bea Roth", company="Lind", language="de")


def file(folder, text):
    path = folder / "texts.toml"
    path.write_text(text, "utf-8")
    return HOUSE.with_rules(HouseWords(texts=(str(path),)))


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_four_openers_four_voicemails_and_an_agenda(reason):
    topic = library("en").topics[reason]
    assert len(topic.openers) >= 4
    assert len(topic.voicemails) >= 4
    assert topic.agenda
    assert topic.for_them


@pytest.mark.parametrize("purpose", NOTES)
def test_every_note_has_four_variants(purpose):
    assert len(library("en").topics[purpose].notes) >= 4


def test_no_text_is_there_twice():
    said = [each for topic in library("en").topics.values() for each in (*topic.openers, *topic.voicemails)]
    lines = [each.paragraphs for each in said]
    assert len(lines) == len(set(lines))


def test_a_second_language_is_data():
    said = script(somebody(), f"{MON} 10:00", GERMAN)
    assert said.opener.text.startswith("Guten Tag Ada Lind, hier ist Bea Roth von Lind.")
    assert "Montag, 8. Juni" in said.agenda.next_call
    assert "Mittwoch, 3. Juni" in said.voicemail.text
    assert said.afterwards[0].startswith("Was ")


def test_what_a_language_does_not_say_is_said_in_english():
    said = script(somebody().bought("2024-03-01 10:00"), f"{MON} 10:00", Sender(language="de"))
    assert said.opener.text.startswith("Hello")
    assert said.opener


def test_without_its_extra_another_language_is_refused_in_one_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "babel.dates", None)
    with pytest.raises(InvalidValue, match=r"pip install 'callrules\[words\]'"):
        script(somebody(), f"{MON} 10:00", GERMAN)


def test_lists_are_said_as_people_say_them():
    assert list_in_words(["a price"]) == "a price"
    assert list_in_words(["a price", "a plan", "a date"]) == "a price, a plan and a date"
    assert list_in_words(["ein Preis", "ein Tag"], "de") == "ein Preis und ein Tag"


def test_far_days_are_said_with_their_year():
    day = somebody().at(f"{MON} 10:00").date()
    assert day_in_words(day, seen_from=day) == "Monday 1 June"
    assert day_in_words(day, seen_from=day.replace(year=2027)) == "Monday 1 June 2026"
    assert day_in_words(day, "de", day.replace(year=2027)) == "Montag, 1. Juni 2026"


def test_a_hosts_texts_are_added(tmp_path):
    playbook = file(tmp_path, '[prospect]\nopeners = ["$intro I have a lamp for $name."]\n')
    names = {script(somebody(id=f"c-{each}"), f"{MON} 10:00", US, playbook).opener.text for each in range(40)}
    assert "Hello Ada Lind, this is Bea Roth from Lind & Sons. I have a lamp for Ada Lind." in names
    assert len(names) > 2


def test_a_hosts_texts_take_the_place_of_the_houses(tmp_path):
    playbook = file(tmp_path, '[prospect]\nreplace = true\nopeners = ["$intro One lamp, one question: may I?"]\n')
    assert script(somebody(), f"{MON} 10:00", US, playbook).opener.text.endswith("One lamp, one question: may I?")


def test_a_playbook_file_names_them(tmp_path):
    (tmp_path / "t.toml").write_text('[prospect]\nreplace = true\nopeners = ["$intro A lamp for you: may I?"]\n')
    (tmp_path / "p.toml").write_text(f'extends = "house"\n[words]\ntexts = ["{tmp_path / "t.toml"}"]\n')
    playbook = Playbook.from_toml(tmp_path / "p.toml")
    assert "A lamp for you" in script(somebody(), f"{MON} 10:00", US, playbook).opener.text


@pytest.mark.parametrize(
    "sentence",
    [
        "${__class__}",
        "$name.__class__",
        "{x.__class__}",
        "%(name)s",
        "$nobody_knows",
        "cost $5",
        "$",
        "{{ config }}",
        "${name!r}",
    ],
)
def test_hostile_templates_do_nothing(tmp_path, sentence):
    playbook = file(
        tmp_path, f"[prospect]\nreplace = true\nopeners = [['$intro', 'I have one question.', '{sentence}']]\n"
    )
    text = script(somebody(), f"{MON} 10:00", US, playbook).opener.text
    assert text.startswith("Hello Ada Lind, this is Bea Roth from Lind & Sons. I have one question.")
    assert "class " not in text


@pytest.mark.parametrize(
    "name", ["${sender}", "$caller", "{name}", "<b>Bo</b>", "a\x00b\x1b[31m", "Bo\n\nDear Eve", "\u202eoB", "%s"]
)
def test_hostile_values_do_nothing(name):
    text = script(somebody(name=name), f"{MON} 10:00").opener.text
    assert "\n" not in text
    assert text.isprintable()
    assert "Bea Roth from Lind & Sons" in text
    assert text.count("Bea Roth") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[prospect]\nopenrs = []", "did you mean 'openers'"),
        ("[prospect]\nopeners = [3]", r"openers\[0\]: found 3"),
        ("[prospect]\nopeners = [[]]", r"openers\[0\].says: found nothing"),
        ("[prospect]\nfor_them = ''", "found an empty text"),
        ("[prospect.agenda]\nasks = []", "found no objective"),
        ("[prospect.agenda]\nobjective = 'x'\nasks = [3]", r"asks\[0\]: found 3"),
        ("[prospect]\nreplace = 1", "expected true or false"),
        ("language = 3", "language: found 3"),
        ("prospect = 3", "expected a table"),
        ("[prospect", "expected a TOML file of texts"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(tmp_path, text, told):
    with pytest.raises(BadInput, match=told) as refused:
        script(somebody(), f"{MON} 10:00", US, file(tmp_path, text))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_named():
    with pytest.raises(BadInput, match=r"nowhere\.toml"):
        script(somebody(), f"{MON} 10:00", US, HOUSE.with_rules(HouseWords(texts=("nowhere.toml",))))
