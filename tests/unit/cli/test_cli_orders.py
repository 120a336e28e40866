"""A CSV of orders becomes a book, and importing it again changes nothing."""

import json

import pytest

from callrules.cli.book.reading import Book
from callrules.cli.front import run

ORDERS = """customer,day,total,colour
7,1997-01-31,12.50,red
8,1997-02-01,3,blue
7,1997-01-31,12.50,red
7,1997-03-01,8.00,red
"""
COLUMNS = ("--id", "customer", "--date", "day", "--amount", "total")


@pytest.fixture
def orders(tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS)
    return path


@pytest.fixture
def book(tmp_path):
    return tmp_path / "book"


def take_in(orders, book, *more, columns=COLUMNS):
    return run(["import", "orders", str(orders), "--into", str(book), *columns, *more])


def contents(book):
    return {path.name: path.read_bytes() for path in book.iterdir()}


def purchases(book, who):
    return Book(book).person(who)[1].purchases


def test_each_customer_is_a_contact_and_each_order_a_purchase(orders, book):
    assert take_in(orders, book, "--timezone", "America/New_York", "--region", "US-NY", "--currency", "USD") == 0
    opened = Book(book)
    contact, history = opened.person("7")
    assert (contact.timezone, contact.region, len(opened)) == ("America/New_York", "US-NY", 2)
    assert [(fact.at.isoformat(), str(fact.amount), fact.currency) for fact in history.purchases] == [
        ("1997-01-31T05:00:00+00:00", "12.50", "USD"),
        ("1997-01-31T05:00:00+00:00", "12.50", "USD"),
        ("1997-03-01T05:00:00+00:00", "8.00", "USD"),
    ]


def test_without_a_zone_an_order_is_at_noon_in_utc_which_is_that_day_nearly_everywhere(orders, book):
    take_in(orders, book)
    assert purchases(book, "8")[0].at.isoformat() == "1997-02-01T12:00:00+00:00"


def test_an_order_is_on_its_day_in_the_region_of_the_customers(orders, book):
    take_in(orders, book, "--region", "US-NY")
    assert purchases(book, "8")[0].at.isoformat() == "1997-02-01T05:00:00+00:00"


def test_importing_the_same_file_again_changes_nothing(orders, book, capsys):
    take_in(orders, book)
    before = contents(book)
    assert take_in(orders, book) == 0
    assert contents(book) == before
    assert "nothing changed" in capsys.readouterr().out


def test_a_file_that_has_grown_adds_only_what_is_new(orders, book):
    take_in(orders, book)
    orders.write_text(f"{ORDERS}7,1997-01-31,12.5,red\n9,1998-01-01,1,red\n")
    take_in(orders, book)
    assert len(purchases(book, "7")) == 4
    assert len(purchases(book, "9")) == 1


def test_people_and_opt_outs_in_the_book_stay_as_they_are(orders, book):
    book.mkdir()
    (book / "contacts.csv").write_text("ID,Name,Timezone\n7,Ann Lee,Europe/London\n")
    (book / "history.jsonl").write_text('{"contact": "7", "type": "opt_out", "at": "1998-01-01T12:00:00Z"}\n')
    take_in(orders, book, "--timezone", "America/New_York", "--region", "US-NY")
    contact, history = Book(book).person("7")
    assert (contact.name, contact.timezone, contact.region) == ("Ann Lee", "Europe/London", None)
    assert history.opted_out
    assert Book(book).person("8")[0].region == "US-NY"


def test_a_book_with_contacts_in_json_grows_in_json(orders, book):
    book.mkdir()
    (book / "contacts.json").write_text('[{"id": "7", "name": "Ann Lee"}]')
    take_in(orders, book, "--timezone", "America/New_York")
    assert json.loads((book / "contacts.json").read_text()) == [
        {"id": "7", "name": "Ann Lee"},
        {"id": "8", "timezone": "America/New_York"},
    ]


def test_programs_hear_what_was_new(orders, book, capsys):
    take_in(orders, book, "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer == {"book": str(book), "orders": 4, "customers": 2, "new": {"customers": 2, "orders": 4}}


def test_column_names_are_found_in_any_case_and_after_a_byte_order_mark(orders, book):
    orders.write_bytes(b"\xef\xbb\xbf" + ORDERS.replace("customer", "Customer").replace("\n", "\r\n").encode())
    assert take_in(orders, book) == 0
    assert len(Book(book)) == 2


def test_a_file_of_another_country_is_read_as_it_is_written(orders, book):
    orders.write_text("Kunde;Tag;Summe\n7;31.01.1997;1.234,50\n8;01.02.1997;3\n")
    columns = ("--id", "Kunde", "--date", "Tag", "--amount", "Summe")
    assert take_in(orders, book, "--dates", "%d.%m.%Y", "--decimal-comma", columns=columns) == 0
    assert [(str(each.at.date()), str(each.amount)) for each in purchases(book, "7")] == [("1997-01-31", "1234.50")]


def test_a_day_in_another_form_than_was_said_is_refused(orders, book, capsys):
    assert take_in(orders, book, "--dates", "%d.%m.%Y") == 2
    assert ":2: column 'day': found '1997-01-31', expected a moment as '%d.%m.%Y'" in capsys.readouterr().err


BAD_ROWS = {
    "7,31.01.1997,1,red": ":6: column 'day': found '31.01.1997', expected a day, such as 1997-01-31",
    "7,1997-02-30,1,red": ":6: column 'day': found '1997-02-30'",
    "7,1997-02-03,free,red": ":6: column 'total': found 'free', expected a decimal number",
    "7,1997-02-03,NaN,red": ":6: column 'total': found 'NaN'",
    ",1997-02-03,1,red": ":6: column 'customer': found an empty text, expected some text",
    "7,1997-02-03": ":6: found 2 cells, expected 4",
    "7,1997-02-03,1,red,blue": ":6: found 5 cells, expected 4",
}


@pytest.mark.parametrize("row", BAD_ROWS)
def test_a_file_with_a_bad_row_is_refused_before_anything_is_written(orders, book, capsys, row):
    orders.write_text(f"{ORDERS}{row}\n")
    assert take_in(orders, book) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"callrules: {orders}{BAD_ROWS[row]}")
    assert error.count("\n") == 1
    assert not book.exists()


BAD_FILES = {
    b"": "found nothing in it",
    b"customer,day,total\n": "expected at least one order",
    b"customer,day,totals\n1,1997-01-01,1\n": "column 'total': found it nowhere, expected it among customer",
    b"customer,day,total,Total\n1,1997-01-01,1,1\n": "column 'total': found it twice",
    b"customer,day,total\n\xff,1997-01-01,1\n": ":2: found the byte",
    b'customer,day,total\n"' + b"x" * 200_000: "expected CSV",
}  # fmt: skip


@pytest.mark.parametrize("text", BAD_FILES)
def test_a_file_that_is_no_list_of_orders_is_refused_in_one_line(orders, book, capsys, text):
    orders.write_bytes(text)
    assert take_in(orders, book) == 2
    error = capsys.readouterr().err
    assert BAD_FILES[text] in error
    assert error.count("\n") == 1
    assert not book.exists()


BAD_OPTIONS = {
    ("--timezone", "America/New_Yrok"): "did you mean 'America/New_York'?",
    ("--region", "USA"): "--region: found 'USA'",
    ("--currency", "euro"): "--currency: found 'euro'",
    ("--colour", "red"): "--colour",
}


@pytest.mark.parametrize("option", BAD_OPTIONS)
def test_a_bad_option_is_refused_in_one_line(orders, book, capsys, option):
    assert take_in(orders, book, *option) == 2
    error = capsys.readouterr().err
    assert BAD_OPTIONS[option] in error
    assert error.count("\n") == 1


def test_a_missing_file_a_folder_and_a_book_that_is_a_file_are_refused(orders, book, tmp_path, capsys):
    assert take_in(tmp_path / "nowhere.csv", book) == 2
    assert take_in(tmp_path, book) == 2
    assert take_in(orders, orders) == 2
    assert run(["import", "orders"]) == 2
    assert run(["import", "nothing"]) == 2
    assert capsys.readouterr().err.count("\n") == 5


def test_a_quote_without_an_end_swallows_no_order(orders, book, capsys):
    orders.write_text(ORDERS.replace("12.50,red", '12.50,"red', 1))
    assert take_in(orders, book) == 2
    assert ":2: found a quote without an end" in capsys.readouterr().err
    assert not book.exists()


def test_one_customer_is_told_as_one(orders, book, capsys):
    orders.write_text("customer,day,total\n7,1997-01-31,12.50\n")
    take_in(orders, book)
    assert "1 new customer, 1 new order\n" in capsys.readouterr().out
