"""Calls of another system get into a book: whose they were, when, how they ended; nothing is guessed."""

import pytest

from callrules import OptOut

MAP = """
name = "desk"
[file]
separator = "semicolon"
[dates]
formats = ["%d.%m.%Y %H:%M", "%d.%m.%Y"]
zone = "Europe/Berlin"
[calls]
id = "Nr"
contact = "Kunde"
number = "Telefon"
at = "Zeit"
disposition = "Ergebnis"
direction = "Richtung"
duration = "Dauer"
callback_at = "Wieder"
remark = "Notiz"
duration_in = "clock"
[calls.values.disposition]
"nicht da" = "no_answer"
"bitte nie wieder" = "do_not_call"
"falsche Nummer" = "wrong_number"
"ruft zurück" = "callback_requested"
"verkauft" = { disposition = "conversation", outcome = "order" }
[calls.values.direction]
rein = "inbound"
raus = "outbound"
"""
HEAD = "Nr;Kunde;Telefon;Zeit;Ergebnis;Richtung;Dauer;Wieder;Notiz\n"


@pytest.fixture
def desk(importing):
    importing.map(MAP)
    return importing


def test_a_row_becomes_a_call_on_the_clock_of_the_map(desk):
    answer = desk("calls", f"{HEAD}1;ada;030 901820;29.03.2026 10:15;nicht da;raus;0:00:25;;\n", "--region", "DE")
    assert answer["new"] == answer["people"] == 1
    (call,) = desk.attempts("ada")
    assert (call.at.isoformat(), call.number, call.disposition.value, call.duration) == (
        "2026-03-29T08:15:00+00:00",
        "+4930901820",
        "no_answer",
        25,
    )
    assert call.id == "desk/call/1"


def test_a_word_of_theirs_may_say_two_things_in_ours(desk):
    desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;verkauft;;;;\n")
    (call,) = desk.attempts("ada")
    assert (call.disposition.value, call.outcome.value) == ("conversation", "order")


def test_a_word_that_nobody_knows_is_listed_and_counted_and_never_guessed(desk):
    rows = "1;ada;;02.03.2026 10:15;nicht daa;;;;\n2;ada;;02.03.2026 10:16;nicht daa;;;;\n3;ada;;02.03.2026;;;;;\n"
    answer = desk("calls", HEAD + rows)
    assert answer["unknown"] == {"Ergebnis": {"nicht daa": 2}}
    assert desk.why(answer)[2] == (4, "Ergebnis", "an empty cell", "how the call ended")
    assert answer["new"] == 0
    assert desk.code == 0


def test_our_own_words_need_no_map(desk):
    desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;No Answer;;;;\n")
    assert [each.disposition.value for each in desk.attempts("ada")] == ["no_answer"]


def test_a_day_without_a_time_is_taken_for_noon_and_that_is_said(desk):
    answer = desk("calls", f"{HEAD}1;ada;;02.03.2026;nicht da;;;;\n")
    assert answer["days_without_time"] == 1
    assert desk.attempts("ada")[0].at.isoformat() == "2026-03-02T11:00:00+00:00"


@pytest.mark.parametrize("moment", ["03/02/2026 10:15", "2026-03-02 10:15", "31.02.2026", "gestern"])
def test_a_moment_in_another_form_is_refused_and_not_guessed(desk, moment):
    answer = desk("calls", f"{HEAD}1;ada;;{moment};nicht da;;;;\n")
    assert answer["refused"] == 1
    assert desk.why(answer)[0][1] == "Zeit"
    assert "%d.%m.%Y %H:%M" in desk.why(answer)[0][3]


def test_a_missing_hour_moves_forward_and_a_double_one_is_the_first(desk):
    rows = "1;ada;;29.03.2026 02:30;nicht da;;;;\n2;ada;;25.10.2026 02:30;nicht da;;;;\n"
    desk("calls", HEAD + rows)
    assert [each.at.isoformat() for each in desk.attempts("ada")] == [
        "2026-03-29T01:30:00+00:00",
        "2026-10-25T00:30:00+00:00",
    ]


def test_a_wish_to_be_called_keeps_its_moment(desk):
    desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;ruft zurück;rein;;05.03.2026;morgens\n")
    (call,) = desk.attempts("ada")
    assert (str(call.callback_at), call.direction.value, call.remark) == ("2026-03-05", "inbound", "morgens")


def test_a_row_that_was_mended_is_a_later_version_and_the_book_has_both(desk):
    desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;nicht da;;;;\n")
    answer = desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;bitte nie wieder;;;;\n")
    assert (answer["new"], answer["changed"], answer["there"]) == (0, 1, 0)
    assert [each.disposition.value for each in desk.attempts("ada")] == ["do_not_call"]
    assert desk.person("ada")[1].opted_out
    again = desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;bitte nie wieder;;;;\n")
    assert (again["changed"], again["there"]) == (0, 1)


def test_one_id_with_two_stories_in_one_file_is_refused(desk):
    rows = "1;ada;;02.03.2026 10:15;nicht da;;;;\n1;ada;;02.03.2026 10:15;verkauft;;;;\n"
    answer = desk("calls", HEAD + rows)
    assert (answer["new"], answer["refused"]) == (1, 1)
    assert desk.why(answer)[0][:2] == (3, "Nr")


def test_a_bad_number_is_left_out_unless_it_is_what_the_call_says_is_wrong(desk):
    rows = "1;ada;none;02.03.2026 10:15;nicht da;;;;\n2;ada;none;02.03.2026 10:16;falsche Nummer;;;;\n"
    answer = desk("calls", HEAD + rows)
    assert (answer["new"], answer["refused"]) == (1, 1)
    assert answer["cells"][0]["column"] == "Telefon"
    assert desk.why(answer)[0][:2] == (3, "Telefon")


@pytest.mark.parametrize("lasted", ["long", "99:99", "-1:00:00", "9999:00:00"])
def test_a_length_of_time_that_cannot_be_is_left_out_and_the_call_is_taken(desk, lasted):
    answer = desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;nicht da;;{lasted};;\n")
    assert (answer["new"], answer["cells"][0]["column"]) == (1, "Dauer")
    assert desk.attempts("ada")[0].duration is None


def test_a_refused_row_that_says_stop_calling_is_told_apart(desk):
    answer = desk("calls", f"{HEAD}1;ada;;tomorrow;bitte nie wieder;;;;\n2;ada;;2.3.26;bitte nie wieder;quer;;;\n")
    assert answer["noes_refused"] == 2


def test_a_no_finds_its_person_again_on_another_card(desk):
    desk.book.mkdir()
    (desk.book / "contacts.csv").write_text("id,name,phones\nada,Ada Osei,+4930901820\n")
    answer = desk("calls", f"{HEAD}1;ada;;02.03.2026 10:15;bitte nie wieder;;;;\n")
    assert answer["beside"] == {"opt_out": 1}
    (desk.book / "contacts.csv").write_text("id,name,phones\nbea,Ada Osei,+4930901820\n")
    assert any(isinstance(each, OptOut) for each in desk.person("bea")[1].entries)


def test_rows_of_other_things_are_left_out_and_counted(desk):
    rows = "1;ada;;02.03.2026 10:15;nicht da;raus;;;\n2;ada;;02.03.2026 10:15;nicht da;rein;;;\n"
    answer = desk("calls", HEAD + rows, "--where", "Richtung=raus")
    assert (answer["new"], answer["left_out"]) == (1, 1)


def test_rows_without_an_id_are_told_apart_by_what_they_say(importing):
    text = "who,when\nada,2026-03-02T10:15:00Z\nada,2026-03-02T10:15:00Z\n"
    options = ("--id", "who", "--at", "when")
    assert importing("calls", text, *options)["new"] == 2
    assert importing("calls", text, *options)["there"] == 2
    assert (importing.book / "history.jsonl").read_text().count('"disposition": "connected"') == 2


def test_a_call_is_whose_number_rang_or_rang_us(importing):
    importing.book.mkdir()
    (importing.book / "contacts.csv").write_text("id,phones\nada,+12125550105\nbea,+12125550112\ncid,+12125550112\n")
    importing.map('name = "pbx"\n[calls]\nat = "t"\nnumber = "to"\nfrom_number = "from"\ndisposition = "d"\n')
    rows = "t,to,from,d\n2026-03-02T10:15:00Z,2125550105,101,busy\n2026-03-02T11:15:00Z,101,2125550105,conversation\n"
    more = "2026-03-02T12:15:00Z,2125550112,101,busy\n2026-03-02T13:15:00Z,2125550199,101,busy\n"
    answer = importing("calls", rows + more, "--region", "US")
    calls = [(each.direction.value, each.disposition.value) for each in importing.attempts("ada")]
    assert calls == [("outbound", "busy"), ("inbound", "conversation")]
    assert [found for _, _, found, _ in importing.why(answer)] == ["a number of 2 people", "a number of nobody"]


def test_a_call_is_theirs_whose_name_stands_beside_it_where_one_person_has_it(importing):
    importing.book.mkdir()
    (importing.book / "contacts.csv").write_text("id,name\nada,Ada Osei\nbea,Bea Lee\ncid,Bea Lee\n")
    importing.map('name = "pd"\n[calls]\nat = "t"\ncontact_name = "who"\nfixed = { disposition = "busy" }\n')
    answer = importing(
        "calls", "t,who\n2026-03-02T10:15Z,ada  osei\n2026-03-02T10:15Z,Bea Lee\n2026-03-02T10:15Z,Zed\n"
    )
    assert len(importing.attempts("ada")) == 1
    assert [found for _, _, found, _ in importing.why(answer)] == ["a name of 2 people", "a name of nobody"]


def test_a_wall_time_without_a_zone_is_refused_until_somebody_names_one(importing):
    text, options = "who,when\nada,2026-03-02 10:15\n", ("--id", "who", "--at", "when")
    answer = importing("calls", text, *options)
    assert "--zone" in importing.why(answer)[0][3]
    assert importing("calls", text, *options, "--zone", "Asia/Tokyo")["new"] == 1
    assert importing.attempts("ada")[0].at.isoformat() == "2026-03-02T01:15:00+00:00"


def test_salesforce_ids_of_fifteen_letters_are_those_of_eighteen(importing):
    text = (
        "Id,WhoId,Type,CreatedDate,CallDisposition\n00T000000000001AAA,0035g00000aBcDe,Call,2026-03-02T10:15:00Z,Busy\n"
    )
    importing("calls", text, "--as", "salesforce")
    assert len(importing.attempts("0035g00000aBcDeAAK")) == 1


def test_messages_come_in_with_replies_as_a_map_of_ones_own_says(importing):
    importing.map("""
name = "mail"
[messages]
contact = "who"
at = "when"
direction = "way"
reply = "kind"
text = "body"
fixed = { channel = "email" }
[messages.values.direction]
in = "inbound"
out = "outbound"
[messages.values.reply]
"out of office" = "automatic"
"unsubscribe" = "do_not_call"
""")
    rows = "ada,2026-03-02T10:15Z,in,out of office,Back in May\nada,2026-03-03T10:15Z,in,unsubscribe,no\n"
    sent = "ada,2026-03-01T10:15Z,out,,Hello\nada,2026-03-04T10:15Z,in,spam,x\n"
    answer = importing("messages", f"who,when,way,kind,body\n{rows}{sent}")
    assert (answer["new"], answer["refused"], answer["unknown"]) == (3, 1, {"kind": {"spam": 1}})
    assert importing.person("ada")[1].opted_out


BAD = {
    (): "--as hubspot|",
    ("--id", "who"): "--at: found nothing",
    (
        "--id",
        "whom",
        "--at",
        "when",
    ): "column 'whom': found it nowhere, expected it among who, when; did you mean 'who'?",
    ("--id", "who", "--at", "when", "--where", "x"): "--where: found 'x', expected COLUMN=VALUE",
    ("--id", "who", "--at", "when", "--where", "x=1"): "column 'x': found it nowhere",
    ("--id", "who", "--at", "when", "--dates", "%d.%m"): "--dates: found '%d.%m', expected iso",
    ("--id", "who", "--at", "when", "--zone", "Berlin"): "--zone: found 'Berlin', expected an IANA zone",
    ("--as", "hubspto"): "did you mean 'hubspot'?",
    ("--as", "hubspot", "--map", "x.toml"): "--as: found --map beside it",
    ("--as", "vicidial"): "column 'call_date' or 'start_epoch': found it nowhere",
    ("--map", "nowhere.toml"): "nowhere.toml: no such file",
}


@pytest.mark.parametrize("options", BAD)
def test_a_file_that_cannot_be_read_as_told_is_refused_in_one_line(importing, options):
    importing("calls", "who,when\nada,2026-03-02T10:15Z\n", *options)
    assert importing.code == 2
    assert BAD[options] in importing.err
    assert importing.err.count("\n") == 1
    assert not importing.book.exists()
