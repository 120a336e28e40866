"""A no that stands in a row nobody can take is taken all the same, or told apart; no import quietly drops one."""

import pytest

from callrules import OptOut

MAP = """
name = "crm"
[contacts]
id = "No"
name = "Name"
phones = "Phone"
do_not_call = "Stop"
[calls]
id = "Call"
contact = "No"
at = "When"
disposition = "Ended"
"""
HEAD = "No,Name,Phone,Stop\n"
ED = "5,Ed,+12125550105,\n"
CALLS = "Call,No,When,Ended\n"


@pytest.fixture
def crm(importing):
    importing.map(MAP)
    return importing


def said_no(crm, who):
    return any(isinstance(each, OptOut) for each in crm.person(who)[1].entries)


def test_a_second_row_of_somebody_is_refused_and_its_no_is_taken(crm):
    answer = crm("contacts", HEAD + ED + "5,Ed,+12125550105,1\n")
    assert (answer["refused"], answer["noes_refused"], answer["beside"]) == (1, 0, {"opt_out": 1})
    assert said_no(crm, "5")


def test_a_number_that_nobody_can_read_does_not_hide_the_no_beside_it(crm):
    crm("contacts", HEAD + ED)
    answer = crm("contacts", f"{HEAD}5,Ed,none,1\n")
    assert (answer["refused"], answer["noes_refused"]) == (1, 0)
    assert said_no(crm, "5")


@pytest.mark.parametrize("row", ["5,Ed,none,1", ",Ed,+12125550105,1", "5,Ed,+12125550105,perhaps"])
def test_a_row_whose_no_cannot_be_written_down_is_told_apart(crm, row):
    answer = crm("contacts", f"{HEAD}{row}\n")
    assert (answer["refused"], answer["noes_refused"]) == (1, 1)


@pytest.mark.parametrize("box", ["x", "X", "✓", "WAHR", "oui"])
def test_a_box_that_is_ticked_says_stop_calling(crm, box):
    crm("contacts", f"{HEAD}5,Ed,+12125550105,{box}\n")
    assert said_no(crm, "5")


def test_a_call_under_the_id_of_another_that_says_stop_is_told_apart(crm):
    rows = "1,5,2026-03-02T10:15:00Z,no_answer\n1,5,2026-03-02T10:15:00Z,do_not_call\n"
    answer = crm("calls", CALLS + rows)
    assert (answer["new"], answer["refused"], answer["noes_refused"]) == (1, 1, 1)


def test_a_file_that_contradicts_itself_adds_nothing_when_it_comes_again(crm):
    rows = "1,5,2026-03-02T10:15:00Z,busy\n1,5,2026-03-02T10:15:00Z,no_answer\n"
    crm("calls", CALLS + rows)
    answer = crm("calls", CALLS + rows)
    assert (answer["there"], answer["changed"], answer["refused"]) == (1, 0, 1)


def test_a_call_that_was_mended_and_mended_back_stands_as_it_was_said_last(crm):
    for ended in ("busy", "no_answer", "busy"):
        answer = crm("calls", f"{CALLS}1,5,2026-03-02T10:15:00Z,{ended}\n")
    assert answer["changed"] == 1
    assert crm.attempts("5")[-1].disposition.value == "busy"


@pytest.mark.parametrize("ended", ["Asked to be removed", "DNC - internal", "never call again", "Werbesperre"])
def test_an_outcome_that_nobody_knows_and_that_sounds_like_a_no_is_told_apart(crm, ended):
    answer = crm("calls", f"{CALLS}1,5,2026-03-02T10:15:00Z,{ended}\n2,5,2026-03-02T10:15:00Z,Left a leaflet\n")
    assert (answer["refused"], answer["noes_refused"]) == (2, 1)
