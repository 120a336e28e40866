"""Maps: those that come along hold only words of ours; one's own is checked as a whole before anything is read."""

import json

import pytest

from callrules import Disposition
from callrules.cli.front import run
from callrules.cli.imports.ready_maps import READY, ready_map
from callrules.errors import BadInput

ENDS = {each.value for each in Disposition}


@pytest.mark.parametrize("name", READY)
def test_every_word_of_a_ready_map_is_one_of_ours_and_its_sources_are_named(name):
    found = ready_map(name)
    assert found.name == name
    assert found.sources
    for section in (each for sections in found.sections.values() for each in sections):
        meant = section.values.get("disposition", {}).values()
        assert {words["disposition"] for words in meant} <= ENDS


def test_no_machine_and_no_code_is_taken_for_a_talk(capsys):
    talks = [
        (name, code)
        for name in READY
        for section in ready_map(name).sections.get("calls", ())
        for code, words in section.values.get("disposition", {}).items()
        if words["disposition"] == "conversation"
    ]
    assert talks == [("vicidial", "sale"), ("vicidial", "xfer")]


def test_the_ready_maps_are_listed_and_can_be_copied_from(capsys):
    assert run(["import", "maps"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in READY)
    assert run(["import", "maps", "close"]) == 0
    assert 'vm-left = "voicemail_left"' in capsys.readouterr().out
    assert run(["import", "maps", "--json"]) == 0
    assert [each["name"] for each in json.loads(capsys.readouterr().out)] == list(READY)
    assert run(["import", "maps", "clos"]) == 2
    assert "did you mean 'close'?" in capsys.readouterr().err


def test_a_map_of_ones_own_extends_a_ready_one_by_the_words_of_the_house(importing):
    importing.map(
        'name = "salesforce"\nextends = "salesforce"\n[calls.values.disposition]\n"Spoke, hot" = "conversation"\n'
    )
    text = 'Id,WhoId,Type,CreatedDate,CallDisposition\n1,ada,Call,2026-03-02T10:15:00Z,"Spoke, hot"\n'
    assert importing("calls", text)["new"] == 1
    assert importing.attempts("ada")[0].talked


def test_what_is_added_to_a_system_with_two_kinds_of_files_is_added_to_both(importing):
    importing.map('name = "p"\nextends = "pipedrive"\n[calls.values.disposition]\nhot = "conversation"\n')
    text = "outcome,start_time,person_id,activity_id\nhot,2026-03-02 10:15:00,ada,1\n"
    assert importing("calls", text, "--zone", "UTC")["new"] == 1


def test_the_export_of_activities_is_read_by_its_own_columns(importing):
    header = "Activity - ID,Activity - Type,Activity - Subject,Activity - Due date,Activity - Done,Activity - Person\n"
    rows = "1,Call,x,2026-03-02,Done,Ada Osei\n2,Call,x,2026-03-02,To do,Ada Osei\n3,Email,x,2026-03-02,Done,Ada Osei\n"
    importing.book.mkdir()
    (importing.book / "contacts.csv").write_text("id,name\nada,Ada Osei\n")
    answer = importing("calls", header + rows, "--as", "pipedrive", "--zone", "Europe/Paris")
    assert (answer["new"], answer["left_out"], answer["days_without_time"]) == (1, 2, 1)


CALLS = '[calls]\ncontact = "a"\nat = "b"\n'
BAD = {
    "": "name: found",
    'name = "x"\n[call]\n': "did you mean 'calls'?",
    'name = "x"\n[calls]\ncontact = "a"\n': "calls.at: found None, expected a column for at",
    'name = "x"\n[calls]\nat = "a"\n': "expected a column for contact or contact_name or number",
    f'name = "x"\n{CALLS}dispositon = "c"\n': "did you mean 'disposition'?",
    f'name = "x"\n{CALLS}[calls.values.disposition]\nA = "no_anser"\n': "did you mean 'no_answer'?",
    f'name = "x"\n{CALLS}[calls.values.disposition]\nA = 1\n': "expected a word in quotes",
    f'name = "x"\n{CALLS}[calls.fixed]\ndirection = "out"\n': "expected one of outbound, inbound",
    f'name = "x"\n{CALLS}duration_in = "hours"\n': "expected one of seconds, milliseconds, minutes, clock",
    f'name = "x"\n{CALLS}where = "a"\n': "where: found a text, expected a table",
    f'name = "x"\n{CALLS}at = 3\n': "expected TOML",
    f'name = "x"\n[dates]\nformats = ["dd.mm.yyyy"]\n{CALLS}': "or a pattern with a day, a month and a year",
    f'name = "x"\n[dates]\nzone = "Paris"\n{CALLS}': "dates.zone: found 'Paris'",
    f'name = "x"\n[file]\nseparator = ";"\n{CALLS}': "expected one of comma, semicolon, tab, pipe",
    f'name = "x"\n[file]\nencoding = "ebcdic"\n{CALLS}': "expected one of utf-8, utf-16, latin-1, windows-1252",
    'name = "x"\nextends = "sugar"\n': "extends: found 'sugar', expected one of hubspot",
    'name = "x"\n': "found nothing about calls",
    "a = [": "expected TOML",
    "a = " + "[" * 5000: "expected TOML",
}


@pytest.mark.parametrize("toml", BAD, ids=range(len(BAD)))
def test_a_bad_map_is_refused_in_one_line_before_anything_is_read(importing, toml):
    importing.map(toml)
    importing("calls", "a,b\nada,2026-03-02T10:15Z\n")
    assert importing.code == 2
    assert BAD[toml] in importing.err
    assert importing.err.count("\n") == 1


def test_a_system_that_nobody_knows_is_refused(importing):
    with pytest.raises((BadInput, ValueError), match="hubspot"):
        ready_map("sugar")
