"""People of another system get into a book, with their noes, and the zones of their numbers if somebody asks."""

import builtins
import json

import pytest

from callrules import OptOut

MAP = """
name = "crm"
[dates]
formats = ["%d/%m/%Y"]
[contacts]
id = "No"
name = ["First", "Last"]
phones = ["Office", ["Mobile", "Cell"]]
email = "Mail"
country = "Country"
state = "State"
account = "Company"
role = "Says"
known_since = "Since"
do_not_call = "Stop"
[contacts.values.role]
boss = "decision_maker"
[contacts.values.do_not_call]
X = "yes"
"*" = "no"
"""
HEAD = "No,First,Last,Office,Cell,Mail,Country,State,Company,Says,Since,Stop\n"
ADA = "7,Ada,Osei,(212) 555-0105,,ada@example.org,United States,NY,Acme,boss,05/01/2026,\n"


@pytest.fixture
def crm(importing):
    importing.map(MAP)
    return importing


def test_a_row_becomes_somebody_of_the_book(crm):
    answer = crm("contacts", HEAD + ADA)
    assert answer["new"] == 1
    contact, _ = crm.person("7")
    assert (contact.name, contact.region, contact.account, contact.role.value) == (
        "Ada Osei",
        "US-NY",
        "Acme",
        "decision_maker",
    )
    assert [phone.number for phone in contact.phones] == ["+12125550105"]
    assert str(contact.known_since) == "2026-01-05"


def test_nobody_who_is_in_the_book_is_overwritten(crm):
    crm("contacts", HEAD + ADA)
    before = (crm.book / "contacts.csv").read_bytes()
    answer = crm("contacts", HEAD + ADA.replace("Ada", "Eve"))
    assert (answer["new"], answer["there"], answer["otherwise"]) == (0, 1, {"name": 1})
    assert (crm.book / "contacts.csv").read_bytes() == before


def test_a_book_in_json_grows_in_json_with_whole_phones(crm):
    crm.book.mkdir()
    (crm.book / "contacts.json").write_text('[{"id": "1"}]')
    crm("contacts", HEAD + ADA)
    people = json.loads((crm.book / "contacts.json").read_text())
    assert people[1]["phones"] == [{"number": "+12125550105"}]
    assert crm.person("7")[0].name == "Ada Osei"


def test_a_column_that_says_stop_becomes_a_no_with_what_they_are_known_by(crm):
    answer = crm("contacts", HEAD + ADA.replace("2026,", "2026,x"))
    assert answer["beside"] == {"opt_out": 1}
    _, history = crm.person("7")
    assert history.opted_out
    (no,) = (each for each in history.entries if isinstance(each, OptOut))
    assert (no.numbers, no.name) == (("+12125550105",), "Ada Osei")


def test_a_no_of_somebody_who_is_in_the_book_already_is_written_once(crm):
    crm("contacts", HEAD + ADA)
    stops = HEAD + ADA.replace("2026,", "2026,X")
    assert crm("contacts", stops)["beside"] == {"opt_out": 1}
    assert crm("contacts", stops)["beside"] == {"opt_out": 0}
    assert crm.person("7")[1].opted_out


def test_a_bad_number_beside_a_good_one_is_left_out_and_told(crm):
    answer = crm("contacts", HEAD + ADA.replace("0105,,", "0105,n/a,"))
    assert answer["new"] == 1
    number = "a number with its country code"
    assert answer["cells"] == [{"column": "Cell", "expected": number, "count": 1, "lines": [2]}]


def test_somebody_whose_every_number_is_bad_is_refused_and_not_rung_without_one(crm):
    answer = crm("contacts", HEAD + ADA.replace("(212) 555-0105", "none"))
    assert crm.why(answer)[0][:2] == (2, "Office")


@pytest.mark.parametrize(
    ("options", "says"), [((), "--region, or a column"), (("--region", "NL"), "nobody in NL dials this")]
)
def test_whoever_named_a_region_is_not_told_to_name_one(importing, options, says):
    importing.map('name = "ours"\n[contacts]\nid = "nr"\nphones = "tel"\n')
    answer = importing("contacts", "nr,tel\n1,geen\n", *options)
    assert says in importing.why(answer)[0][3]


REFUSED = {
    "=1+1": "what a spreadsheet runs as a formula",
    "@SUM(A1)": "what a spreadsheet runs as a formula",
    "-2+3+cmd|'/C calc'!A0": "what a spreadsheet runs as a formula",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_formula_never_gets_into_a_file_that_spreadsheets_open(crm, name):
    answer = crm("contacts", HEAD + ADA.replace("Acme", f'"{name}"'))
    assert crm.why(answer)[0][1:3] == ("Company", REFUSED[name])
    assert not (crm.book / "contacts.csv").exists()


def test_names_that_only_look_odd_are_names(crm):
    assert crm("contacts", HEAD + ADA.replace("Acme", "-Acme+ & Söhne"))["new"] == 1
    assert crm.person("7")[0].account == "-Acme+ & Söhne"


def test_a_role_that_nobody_knows_is_listed(crm):
    answer = crm("contacts", HEAD + ADA.replace("boss", "bosss"))
    assert answer["unknown"] == {"Says": {"bosss": 1}}


def test_the_same_id_twice_is_refused_the_second_time(crm):
    answer = crm("contacts", HEAD + ADA + ADA)
    assert (answer["new"], answer["refused"]) == (1, 1)


def test_a_country_that_nobody_knows_is_left_out_and_the_number_needs_one(crm):
    answer = crm("contacts", HEAD + ADA.replace("United States", "Usonia"), "--region", "US")
    assert answer["new"] == 1
    assert crm.person("7")[0].region == "US"
    assert answer["cells"][0]["column"] == "Country"


def test_what_a_map_says_for_all_stands_on_every_card(importing):
    importing.map('name = "b2b"\n[contacts]\nid = "who"\nfixed = { business = "yes", timezone = "Europe/Oslo" }\n')
    importing("contacts", "who,x\nada,1\n")
    contact, _ = importing.person("ada")
    assert (contact.business, contact.timezone) == (True, "Europe/Oslo")


# --- zones by number -----------------------------------------------------------------------------------------------

PEOPLE = "who,tel\none,+442079460105\ntwo,+12085550105\nnone,+18005550105\nmobile,+61412345678\n"


def test_a_number_of_one_zone_names_it_one_of_two_both_and_a_toll_free_one_none(importing):
    importing.map('name = "z"\n[contacts]\nid = "who"\nphones = "tel"\n')
    answer = importing("contacts", PEOPLE, "--zones-by-number")
    assert answer["zones"] == {"one zone": 1, "several zones": 1, "no zone": 2}
    assert answer["zoneless"] == ["none", "mobile"]
    assert importing.person("one")[0].phones[0].timezone == "Europe/London"
    two, _ = importing.person("two")
    assert {two.timezone, two.phones[0].timezone} == {"America/Boise", "America/Los_Angeles"}
    assert importing.person("none")[0].phones[0].timezone is None


def test_a_zone_that_somebody_noted_counts_more_than_a_prefix(importing):
    importing.map('name = "z"\n[contacts]\nid = "who"\nphones = "tel"\ntimezone = "tz"\n')
    importing("contacts", "who,tel,tz\none,+442079460105,Asia/Tokyo\n", "--zones-by-number")
    contact, _ = importing.person("one")
    assert (contact.timezone, contact.phones[0].timezone) == ("Asia/Tokyo", None)


MISSING = {
    "phonenumbers": (("people.csv", PEOPLE, "--zones-by-number"), "pip install 'callrules[numbers]'"),
    "vobject": (("people.vcf", "BEGIN:VCARD\nEND:VCARD\n"), "pip install 'callrules[contacts]'"),
}


@pytest.mark.parametrize("package", MISSING)
def test_a_missing_extra_is_one_line_that_says_what_to_install(importing, monkeypatch, package):
    real = builtins.__import__

    def without(name, *more):
        if name.split(".")[0] == package:
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    (name, text, *options), says = MISSING[package]
    importing("contacts", text, *options, "--id", "who", name=name)
    assert importing.code == 2
    assert says in importing.err
    assert importing.err.count("\n") == 1


# --- vCards --------------------------------------------------------------------------------------------------------

VCARDS = """BEGIN:VCARD
VERSION:3.0
UID:urn:uuid:1
FN:Ada Osei
N:Osei;Ada;;;
TEL;TYPE=CELL:+33 6 39 98 01 05
TEL;TYPE=WORK,FAX:+33 1 55 50 01 06
EMAIL:ada@example.org
TZ:Europe/Paris
ORG:Acme;Sales
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Lee;Ann
TEL;CELL:0155500107
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Broken
this is no line of a card
END:VCARD
stray
BEGIN:VCARD
VERSION:4.0
FN:Unended
"""


def test_vcards_become_people_and_what_is_no_card_is_named(importing):
    answer = importing("contacts", VCARDS, "--region", "FR", name="people.vcf")
    assert (answer["rows"], answer["new"], answer["refused"]) == (5, 2, 3)
    assert [line for line, *_ in importing.why(answer)] == [17, 22, 23]
    ada, _ = importing.person("urn:uuid:1")
    assert (ada.name, ada.email, ada.timezone, ada.account) == ("Ada Osei", "ada@example.org", "Europe/Paris", "Acme")
    assert [(each.number, each.line.value) for each in ada.phones] == [("+33639980105", "mobile")]


def test_a_card_without_an_id_is_known_again_by_what_it_says(importing):
    importing("contacts", VCARDS, "--region", "FR", name="people.vcf")
    again = importing("contacts", VCARDS, "--region", "FR", name="people.vcf")
    assert (again["new"], again["there"]) == (0, 2)


def test_an_old_card_whose_letters_are_quoted_is_read(importing):
    quoted = (
        "BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller;Zo=C3=AB\n"
        "TEL;CELL:0155500107\nNOTE;ENCODING=QUOTED-PRINTABLE:in Z=C3=BCrich =\nat times\nEND:VCARD\n"
    )
    answer = importing("contacts", quoted, "--region", "FR", name="people.vcf")
    assert (answer["new"], answer["refused"]) == (1, 0)
    assert b"M\xc3\xbcller" in (importing.book / "contacts.csv").read_bytes()
