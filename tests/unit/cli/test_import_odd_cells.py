"""What spreadsheets do to a cell: numbers marked or rounded, several ids, counts of something else."""

import pytest

from callrules.cli.imports.clocks import Clock
from callrules.errors import InvalidValue

HUBSPOT = ("--as", "hubspot", "--zone", "America/New_York", "--region", "US-NY")
HEAD = "hs_object_id,hs_timestamp,hs_call_disposition,hs_call_to_number,Associated Contact IDs\n"
PEOPLE = "Record ID,First Name,Phone Number\n1,Ada,+12125550101\n2,Ben,+12125550102\n"


def test_a_number_that_a_spreadsheet_marked_as_text_is_whole(importing):
    importing("contacts", "Record ID,Phone Number\n1,'+12125550103\n", *HUBSPOT)
    assert importing.person("1")[0].phones[0].number == "+12125550103"


def test_a_number_that_a_spreadsheet_rounded_is_told_as_one(importing, capsys):
    answer = importing("contacts", "Record ID,Phone Number\n1,4.47E+11\n", *HUBSPOT)
    assert "rounded" in answer["refusals"][0]["found"]


def test_a_call_with_several_people_is_that_of_whoever_was_rung(importing):
    importing("contacts", PEOPLE, *HUBSPOT)
    importing("calls", f"{HEAD}9,2026-11-03T15:00:00Z,busy,+12125550102,1;2\n", *HUBSPOT)
    assert len(importing.attempts("2")) == 1
    assert not importing.attempts("1")


def test_a_call_with_several_people_and_no_number_of_theirs_is_refused(importing):
    answer = importing("calls", f"{HEAD}9,2026-11-03T15:00:00Z,busy,,1;2\n", *HUBSPOT)
    assert (answer["new"], answer["refused"], answer["people"]) == (0, 1, 0)
    assert answer["refusals"][0]["column"] == "Associated Contact IDs"


@pytest.mark.parametrize(
    ("text", "form"), [("1762095600", "unix_ms"), ("45631.5", "unix_ms"), ("0", "unix"), ("2026", "excel")]
)
def test_a_count_of_something_else_is_no_moment_long_ago(text, form):
    with pytest.raises(InvalidValue, match="--dates"):
        Clock((form,), "UTC").read(text, "when")


def test_a_column_that_a_map_names_is_told_by_its_whole_name(importing):
    answer = importing("contacts", "Person - Name,Person - Email (Work)\nAda,\n", "--as", "pipedrive")
    assert answer["refusals"][0]["column"] == "Person - Email (Work)"


def test_an_outcome_of_a_few_words_is_told_so_that_it_can_be_mapped(importing):
    row = "Id,WhoId,Type,CreatedDate,CallDisposition\n1,7,Call,2026-11-02T15:00:00Z,Asked to be removed\n"
    answer = importing("calls", row, "--as", "salesforce")
    assert answer["unknown"] == {"CallDisposition": {"Asked to be removed": 1}}


def test_a_cell_that_was_left_out_is_told_with_its_line(importing):
    answer = importing("contacts", "Record ID,Create Date\n1,2026-01-05\n2,soon\n3,later\n", *HUBSPOT)
    assert (answer["cells"][0]["count"], answer["cells"][0]["lines"]) == (2, [3, 4])


@pytest.mark.parametrize("nothing", ["NULL", r"\N", "(null)"])
def test_what_a_database_writes_for_nothing_is_nobodys_id(importing, nothing):
    importing("contacts", PEOPLE, *HUBSPOT)
    importing("calls", f"{HEAD}9,2026-11-03T15:00:00Z,busy,+12125550102,{nothing}\n", *HUBSPOT)
    assert len(importing.attempts("2")) == 1
    assert nothing not in (importing.book / "contacts.csv").read_text()


VICIDIAL = ("--as", "vicidial", "--zone", "America/New_York", "--region", "US-NY")
LEADS = "lead_id,first_name,phone_number,phone_code,status\n7,Ada,2125550101,1,NEW\n"
DIALS = "uniqueid,lead_id,call_date,status,phone_number,phone_code,length_in_sec\n"


def test_a_dial_without_a_lead_is_that_of_whoever_has_the_number(importing):
    importing("contacts", LEADS, *VICIDIAL)
    answer = importing("calls", f"{DIALS}1.1,0,2026-11-03 10:00:00,NA,2125550101,1,0\n", *VICIDIAL)
    assert (answer["new"], answer["refused"], answer["people"]) == (1, 0, 0)
    assert len(importing.attempts("7")) == 1


def test_a_dial_without_a_lead_to_a_number_of_nobody_makes_no_person(importing):
    importing("contacts", LEADS, *VICIDIAL)
    answer = importing("calls", f"{DIALS}1.1,0,2026-11-03 10:00:00,NA,2125550199,1,0\n", *VICIDIAL)
    assert (answer["new"], answer["refused"]) == (0, 1)
    assert answer["refusals"][0]["found"] == "a number of nobody"


def test_a_lead_of_nobody_is_nobody(importing):
    answer = importing("contacts", LEADS + "0,Ben,2125550102,1,NEW\n", *VICIDIAL)
    assert (answer["new"], answer["refused"]) == (1, 1)


@pytest.mark.parametrize("nothing", ["None", "nan", "null", "NaN"])
def test_what_a_program_writes_for_no_id_is_nobodys_id(importing, nothing):
    importing("contacts", PEOPLE, *HUBSPOT)
    importing("calls", f"{HEAD}9,2026-11-03T15:00:00Z,busy,+12125550102,{nothing}\n", *HUBSPOT)
    assert len(importing.attempts("2")) == 1


def test_an_empty_id_of_salesforce_is_nobodys(importing):
    row = "Id,WhoId,Type,CreatedDate,CallDisposition\n1,000000000000000AAA,Call,2026-11-02T15:00:00Z,busy\n"
    answer = importing("calls", row, "--as", "salesforce")
    assert (answer["new"], answer["refused"], answer["people"]) == (0, 1, 0)


def test_somebody_whose_number_in_a_list_is_nought_is_somebody(importing):
    importing("contacts", "Record ID,First Name\n0,Ada\n", *HUBSPOT)
    assert importing.person("0")[0].name == "Ada"
