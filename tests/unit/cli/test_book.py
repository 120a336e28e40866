"""A book is read leniently: one bad line never loses anybody silently."""

import datetime as dt
import json

import pytest

from callrules import BadInput, Line, Phone, Playbook, Role
from callrules.cli.book.reading import Book

NOON = dt.datetime(2026, 11, 18, 15, tzinfo=dt.UTC)
ANN = "id,timezone\nann,Europe/London\n"
ANN_AND_BOB = ANN + "bob,Europe/London\n"


def line(contact, **fields):
    return json.dumps({"contact": contact, "at": "2026-01-05T12:00:00Z", **fields})


OPT_OUT = {"type": "opt_out"}
ORDER = {"type": "purchase"}


@pytest.fixture
def book(tmp_path):
    def write(contacts=ANN_AND_BOB, *history, name="contacts.csv", end="\n"):
        (tmp_path / name).write_bytes(contacts.encode() if isinstance(contacts, str) else contacts)
        lines = [each if isinstance(each, bytes) else each.encode() for each in history]
        (tmp_path / "history.jsonl").write_bytes(b"\n".join(lines) + (end.encode() if lines else b""))
        return Book(tmp_path)

    return write


def readable(book):
    return [contact.id for contact, _ in book.people()]


def test_a_contact_of_a_csv_has_every_field_it_was_given(book):
    header = "ID,Name,Goes By,Phones,Timezone,Region,Role,Business,Drivers,common-ground,Red_Phone,Known_Since\n"
    row = "ann,Ann Lee,Annie,+12065550105|mobile|Europe/Paris; +12065550106,,FR,influencer,yes,pride;ease,chess,no,"
    ((contact, _),) = book(f"{header}{row}2020-01-31\n").people()
    assert contact.phones == (
        Phone(number="+12065550105", line=Line.MOBILE, timezone="Europe/Paris"),
        Phone(number="+12065550106"),
    )
    assert (contact.goes_by, contact.region, contact.role) == ("Annie", "FR", Role.INFLUENCER)
    assert (contact.business, contact.red_phone, contact.known_since) == (True, False, dt.date(2020, 1, 31))
    assert (contact.drivers, contact.common_ground) == (("pride", "ease"), ("chess",))


def test_the_hours_of_a_csv_are_words_with_a_semicolon_between(book):
    ((contact, _),) = book("id,hours\nann,mon-fri 18:00-20:00; sat 10:00-12:00\n").people()
    assert list(map(str, contact.hours)) == ["mon-fri 18:00-20:00", "sat 10:00-12:00"]
    (quoted, _), (none, _) = book('id,hours\nann,"mon,wed 9:00-10:00"\nbob,\n').people()
    assert list(map(str, quoted.hours)) == ["mon,wed 09:00-10:00"]
    assert none.hours == ()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("evenings", "hours[0]: found 'evenings', expected days and hours, such as 'mon-fri 18:00-20:00'"),
        ("sat 10:00-12:00; mon 25:00-26:00", "hours[1].from: found '25:00', expected a time on their clock"),
        ("sat 10:00-10:00", "hours[0].to: found '10:00', expected a time other than `from`"),
    ],
)
def test_wrong_hours_of_a_csv_are_one_line_and_only_that_contact_rests(book, words, says):
    opened = book(f"id,hours\nann,{words}\nbob,\n")
    assert readable(opened) == ["bob"]
    assert opened.resting["ann"].startswith(f"contacts.csv:2: {says}")


def test_contacts_may_come_as_json(book):
    people = [{"id": "ann", "phones": [{"number": "+12065550105"}]}, {"id": "bob"}]
    assert readable(book(json.dumps(people), name="contacts.json")) == ["ann", "bob"]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(book):
    opened = book(
        b"\xef\xbb\xbf" + ANN.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + line("ann", **ORDER).encode() + b"\r"
    )
    ((_, history),) = opened.people()
    assert len(history.purchases) == 1
    assert opened.warnings == []


def test_a_book_without_a_history_is_new(tmp_path):
    (tmp_path / "contacts.csv").write_text(ANN)
    assert readable(Book(tmp_path)) == ["ann"]


def test_a_contact_with_a_fact_that_cannot_be_read_rests_and_says_where(book):
    opened = book(ANN_AND_BOB, line("bob", **ORDER), line("ann", type="call_attempt", disposition="no_anser"))
    assert readable(opened) == ["bob"]
    assert opened.resting["ann"].startswith("history.jsonl:2: disposition: found 'no_anser', expected one of dialing")
    assert len(opened) == 2


def test_a_contact_whose_own_row_is_bad_rests(book):
    opened = book(ANN + "bob,Nowhere/Here\n")
    assert readable(opened) == ["ann"]
    assert (
        opened.resting["bob"]
        == "contacts.csv:3: timezone: found 'Nowhere/Here', expected an IANA zone, such as 'Europe/Paris'"
    )


def test_a_row_with_too_many_cells_rests(book):
    opened = book(ANN + "bob,Europe/London,what,is,this\n")
    assert readable(opened) == ["ann"]
    assert opened.resting == {"bob": "contacts.csv:3: found 5 cells, expected 2"}


def test_a_row_without_an_id_is_still_counted(book):
    opened = book(ANN + ",Europe/London\n")
    assert readable(opened) == ["ann"]
    assert len(opened) == 2
    assert list(opened.resting) == ["contacts.csv:3"]


def test_an_id_that_stands_twice_rests(book):
    opened = book(ANN + "ann,Europe/Paris\n")
    assert readable(opened) == []
    assert "twice" in opened.resting["ann"]


BROKEN = (
    '{"contact": "ann", "type": "opt_out", "at": ',
    '{"type": "opt_out", "at": "2026-01-05T12:00:00Z", "who": "ann"}',
    '["ann"]',
    '{"contact": "ann", "type": "opt_',
    '{"contact": "an\\u006e", "type": "opt_',
    '"ann',
    b'{"contact": "ann", "remark": "\xff\xfe"}',
)


@pytest.mark.parametrize("broken", BROKEN)
def test_whoever_is_quoted_in_a_line_that_cannot_be_read_rests(book, broken):
    opened = book(ANN_AND_BOB, broken, line("bob", **ORDER))
    assert readable(opened) == ["bob"]
    assert "nobody rings ann" in opened.warnings[0]


def test_two_facts_that_ran_into_one_line_let_both_rest(book):
    opened = book(ANN_AND_BOB, line("ann", **ORDER)[:-20] + line("bob", **OPT_OUT))
    assert readable(opened) == []


def test_whose_number_or_account_is_in_a_broken_line_rests_too(book):
    contacts = (
        "id,timezone,phones,account\nann,Europe/London,+442075550101,\nbob,Europe/London,,Acme\ncy,Europe/London,,\n"
    )
    opened = book(contacts, '{"type": "opt_out", "number": "+442075550101", "account": "Acme", ')
    assert readable(opened) == ["cy"]


def test_an_id_written_as_a_number_is_still_an_id(book):
    opened = book("id,timezone\n7,Europe/London\n", '{"contact": 7, "type": "opt_out", "at": "2026-01-05T12:00:00Z"}')
    ((_, history),) = opened.people()
    assert history.opted_out


def test_only_an_unfinished_last_line_is_skipped(book):
    torn = line("ann", **OPT_OUT)[:-9]
    assert readable(book(ANN_AND_BOB, torn, end="")) == ["ann", "bob"]
    assert readable(book(ANN_AND_BOB, torn, end="\n")) == ["bob"]


def test_a_last_line_that_lacks_only_its_end_counts(book):
    opened = book(ANN, line("ann", **OPT_OUT), end="")
    ((_, history),) = opened.people()
    assert history.opted_out


def test_facts_of_people_who_are_not_in_the_book_are_told_with_the_nearest_id(book):
    opened = book(ANN, line("anne", **ORDER))
    assert opened.warnings == [
        "history.jsonl:1: found a fact of people who are not in the book, such as 'anne'; did you mean 'ann'?"
    ]


BAD_BOOKS = {
    "id,timezon\nann,Europe/London\n": "contacts.csv:1: column 'timezon': found an unknown column",
    "name\nAnn\n": "contacts.csv:1: found no column 'id'",
    "id,ID\nann,ann\n": "found it twice",
    "": "found nothing in it",
    b"id\nann\xff\n": "contacts.csv:2: found the byte b'\\xff', expected UTF-8",
}


@pytest.mark.parametrize("contacts", BAD_BOOKS)
def test_a_contacts_file_nobody_can_understand_is_refused(book, contacts):
    with pytest.raises(BadInput) as refused:
        book(contacts)
    assert BAD_BOOKS[contacts] in str(refused.value)


def test_two_contact_files_are_one_too_many(book, tmp_path):
    (tmp_path / "contacts.json").write_text("[]")
    with pytest.raises(BadInput, match="found both"):
        book(ANN)


# --- neighbours ------------------------------------------------------------------------------------------------

SHARED = "id,timezone,phones,account\nann,Europe/London,+442075550101,Acme\nbob,Europe/London,+442075550101,Acme\n"


def step_of(book, who):
    return Playbook().next_step(*book.person(who), NOON)


def test_a_number_refused_by_one_is_refused_for_everybody(book):
    opened = book(SHARED, line("ann", number="+442075550101", **OPT_OUT))
    assert step_of(opened, "bob").grounds == "do_not_call"


def test_a_no_said_on_the_only_number_there_is_belongs_to_that_number(book):
    opened = book(SHARED, line("ann", type="call_attempt", disposition="do_not_call"))
    assert step_of(opened, "bob").grounds == "do_not_call"


def test_a_no_for_the_account_binds_everybody_there(book):
    opened = book(SHARED, line("ann", account="Acme", **OPT_OUT))
    assert step_of(opened, "bob").grounds == "do_not_call"


def test_a_no_of_a_person_alone_binds_nobody_else(book):
    assert step_of(book(SHARED, line("ann", **OPT_OUT)), "bob").type == "call"


def test_a_number_refused_by_somebody_who_left_the_book_stays_refused(book):
    opened = book(SHARED, line("gone", number="+442075550101", **OPT_OUT))
    assert step_of(opened, "bob").grounds == "do_not_call"


def test_of_somebody_who_left_the_book_the_numbers_are_those_on_which_we_rang(book):
    rung = {"type": "call_attempt", "disposition": "busy", "number": "+442075550101"}
    no = line("gone", type="call_attempt", disposition="do_not_call")
    opened = book(SHARED, line("gone", **rung), no)
    assert step_of(opened, "bob").grounds == "do_not_call"


FORMS = [
    {"type": "opt_out"},
    {"type": "opt_out", "channel": "phone"},
    {"type": "opt_out", "number": "+44 20 7555-0101"},
    {"type": "opt_out", "number": "020 7555 0101"},
    {"type": "opt_out", "account": " ACME"},
    {"type": "call_attempt", "disposition": "do_not_call"},
    {"type": "call_attempt", "disposition": "do_not_call", "number": "tel:+442075550101"},
    {"type": "call_attempt", "disposition": "do_not_call", "direction": "inbound"},
    {"type": "call_attempt", "disposition": "do_not_call", "direction": "inbound", "from_number": "0044 20 75550101"},
    *({"type": "message", "channel": channel, "direction": "inbound", "reply": "do_not_call"}
      for channel in ("email", "text", "letter", "handwritten", "fax", "social", "web")),
]  # fmt: skip
TWO_CARDS = (
    'id,name,region,timezone,phones,account,email\nann,Pat Doe,GB,Europe/London,"(020) 7555 0101;+447700900123",Acme,\n'
    "Ann-2,{},GB,Europe/London,+44 20 7555 0101,acme,{}\n"
)


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("other", [("PAT DOE ", ""), ("Pat  Doe", "p@example.com")])
def test_a_no_holds_under_another_id_and_another_spelling_in_every_form(book, form, other):
    opened = book(TWO_CARDS.format(*other), line("ann", **form))
    assert step_of(opened, "Ann-2").grounds == "do_not_call"
    assert step_of(opened, "ann").grounds == "do_not_call"


def test_who_shares_the_number_of_somebody_whose_fact_cannot_be_read_rests_where_it_may_be_theirs(book):
    unreadable = line("ann", type="message", channel="email", direction="inbound", reply="do_not_cal")
    assert readable(book(TWO_CARDS.format("Pat Doe", ""), unreadable)) == []
    assert readable(book(TWO_CARDS.format("Kim Poe", ""), unreadable)) == ["Ann-2"]


def test_a_later_consent_of_the_one_who_refused_lifts_it_for_the_others(book):
    consent = line("ann", type="consent").replace("2026-01", "2026-02")
    opened = book(SHARED, line("ann", number="+442075550101", **OPT_OUT), consent)
    assert step_of(opened, "bob").type == "call"


def test_attempts_on_a_shared_number_count_for_everybody_there(book):
    tried = {"type": "call_attempt", "disposition": "no_answer", "number": "+442075550101"}
    opened = book(SHARED, line("ann", **tried).replace("2026-01-05T12", "2026-11-18T14"))
    _, history = opened.person("bob")
    assert len(history.tries_on("+442075550101")) == 1
    assert not step_of(opened, "bob").is_due(NOON)


def test_an_attempt_taken_back_no_longer_counts_for_the_others(book):
    tried = {"type": "call_attempt", "disposition": "no_answer", "number": "+442075550101", "id": "1"}
    opened = book(SHARED, line("ann", **tried), line("ann", type="retraction", of="1"))
    _, history = opened.person("bob")
    assert history.tries_on("+442075550101") == ()


def test_a_fact_about_a_shared_number_that_cannot_be_read_lets_everybody_there_rest(book):
    opened = book(SHARED, line("ann", number="+442075550101", why="enough", **OPT_OUT))
    assert readable(opened) == []


def test_ids_counted_from_one_for_each_person_are_kept_apart(book):
    talk = {"type": "call_attempt", "disposition": "conversation", "number": "+442075550101", "id": "1"}
    tried = {**talk, "disposition": "no_answer"}
    opened = book(SHARED, line("bob", **talk), line("ann", **tried))
    _, history = opened.person("bob")
    assert len(history.conversations) == 1
    assert len(history.neighbours) == 1
