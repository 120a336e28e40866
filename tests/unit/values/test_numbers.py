"""One form for one telephone and for one id, so that a no is found under every spelling (rulebook G29)."""

import datetime as dt
import json
import time

import pytest

from callrules import CallAttempt, Contact, History, InvalidValue, Line, OptOut, Phone, Playbook, Retraction
from callrules.cli.book.reading import Book
from callrules.cli.front import run
from callrules.places import weekend_of, zones_of
from callrules.wire import read_case, read_contact, read_fact, write_contact

NOON = dt.datetime(2026, 11, 18, 12, tzinfo=dt.UTC)
LONDON = "+442079460123"


@pytest.mark.parametrize(
    "spelling",
    [
        "+44 20 7946 0123", "+44-20-7946-0123", "+44.20.7946.0123", "+44 (20) 7946 0123", "+44 [20] 7946 0123",
        "tel:+44-20-7946-0123", "TEL:+442079460123", " +442079460123\n", "+44\u00a020\u20097946\u20110123",
        "\u202a+442079460123\u202c",
    ],
)  # fmt: skip
def test_what_people_put_between_digits_is_no_part_of_the_number(spelling):
    assert Phone(number=spelling).number == LONDON
    assert OptOut(at=NOON, number=spelling).number == LONDON


@pytest.mark.parametrize(
    ("region", "spelling", "number"),
    [
        ("GB", "020 7946 0123", LONDON),
        ("GB-ENG", "(020) 7946-0123", LONDON),
        ("FR", "0044 20 7946 0123", LONDON),
        ("FR", "01 70 18 99 00", "+33170189900"),
        ("US-WA", "(206) 555-0105", "+12065550105"),
        ("US", "1 206 555 0105 ext. 7", "+12065550105;ext=7"),
        ("IT", "06 698 12345", "+390669812345"),
        ("HU", "06 1 234 5678", "+3612345678"),
        ("XK", "038 123 456", "+38338123456"),
    ],
)
def test_a_region_makes_whole_what_people_there_dial(region, spelling, number):
    assert Contact(id="ann", region=region, phones=[spelling]).phones[0].number == number
    on_the_wire = {"id": "ann", "region": region, "phones": [{"number": spelling}]}
    assert read_contact(on_the_wire).phones[0].number == number
    fact = {"type": "opt_out", "at": "2026-11-18T12:00:00Z", "number": spelling}
    assert read_fact(fact, region=region).number == number


@pytest.mark.parametrize(
    ("region", "spelling"),
    [
        (None, "020 7946 0123"), (None, "0044 20 7946 0123"), (None, "442079460123"), (None, "+٤٤2079460123"),
        ("US", "0044 20 7946 0123"), ("GB", "442079460123"), ("GB", "12 34"), (None, "+44 20 7946 0123 or 0124"),
        (None, "+442079460123;ext="), (None, "+44207946/0123"), (None, "+0044207946"), ("BV", "020 7946 0123"),
    ],
)  # fmt: skip
def test_what_nothing_makes_whole_is_refused_by_field(region, spelling):
    with pytest.raises(InvalidValue, match=r"^Contact\.phones\[0\]: found .*expected an E.164 number"):
        Contact(id="ann", region=region, phones=[spelling])


@pytest.mark.parametrize(
    "text", ["+1" + " " * 200_000, "+1" + "ext" * 100_000, "1" * 300_000 + "x", "+" + "(" * 200_000]
)
def test_a_long_text_is_refused_as_quickly_as_a_short_one(text):
    began = time.monotonic()
    with pytest.raises(InvalidValue):
        Phone(number=text)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("found", [True, 2**64, -(2**70), 1.5, None, b"ann", "a\ud800n"])
def test_what_is_no_id_is_refused(found):
    with pytest.raises(InvalidValue):
        Contact(id=found)


@pytest.mark.parametrize(
    "spelling", ["+4402079460123", "+44 (0)20 7946 0123", "+49 030 123456", "+81 03 1234 5678", "+36 06 1 234 5678"]
)
def test_the_zero_that_is_dialled_at_home_has_no_place_after_the_country_code(spelling):
    with pytest.raises(InvalidValue, match="without the 0 that is dialled within its country only"):
        Phone(number=spelling)


@pytest.mark.parametrize("number", ["+390669812345", "+22501234567", "+2500612345678", "+378054912345", "+24106123456"])
def test_where_the_zero_is_part_of_the_number_it_stays(number):
    assert Phone(number=number).number == number


def test_a_number_listed_twice_is_one_with_all_that_is_known_of_it():
    twice = [Phone(number=LONDON), Phone(number="+44 20 7946 0123", line=Line.MOBILE, timezone="Europe/London")]
    assert Contact(id="ann", phones=twice).phones == (
        Phone(number=LONDON, line=Line.MOBILE, timezone="Europe/London"),
    )  # fmt: skip


def test_one_number_cannot_ring_in_two_zones():
    twice = [Phone(number=LONDON, timezone="Europe/Paris"), Phone(number=LONDON, timezone="Europe/London")]
    with pytest.raises(InvalidValue, match=r"Contact\.phones\[1\]\.timezone"):
        Contact(id="ann", phones=twice)


def test_a_no_on_a_number_is_found_whatever_its_spelling():
    ann = Contact(id="ann", region="GB", phones=["020 7946 0123"])
    no = OptOut(at=NOON, contact="bob", number="+44 (20) 7946-0123")
    assert not Playbook().may_call(ann, History([no]), NOON, number="0044 20 7946 0123")


def test_the_facts_of_a_case_are_read_with_the_region_of_its_contact():
    case = read_case(
        {
            "now": "2026-11-18T12:00:00Z",
            "contact": {"id": "ann", "region": "GB", "phones": [{"number": "020 7946 0123"}]},
            "history": [{"type": "opt_out", "at": "2026-11-01T12:00:00Z", "contact": "b", "number": "020 7946 0123"}],
        }
    )
    assert Playbook().next_step(case.contact, case.history, case.now).grounds == "do_not_call"


# --- extensions ------------------------------------------------------------------------------------------------

MAIN, HERS, HIS = "+15145550113", "+15145550113;ext=227", "+15145550113;ext=228"


@pytest.mark.parametrize("spelling", ["+1 514 555 0113;ext=227", "+1 514 555 0113 ext. 227", "+15145550113x227"])
def test_an_extension_is_part_of_the_telephone(spelling):
    assert Phone(number=spelling).number == HERS
    assert write_contact(Contact(id="ann", phones=[spelling]))["phones"] == [{"number": HERS}]


def closed(no, number):
    return not Playbook().may_call(
        Contact(id="ann", timezone="America/Toronto"), History([no]), NOON + dt.timedelta(hours=4), number=number
    )


def test_a_no_on_an_extension_closes_that_extension_alone():
    no = OptOut(at=NOON, contact="bob", number=HERS)
    assert [closed(no, number) for number in (MAIN, HERS, HIS)] == [False, True, False]


def test_a_no_on_the_main_number_closes_every_extension_behind_it():
    no = CallAttempt(at=NOON, contact="bob", number=MAIN, disposition="do_not_call")
    assert [closed(no, number) for number in (MAIN, HERS, HIS)] == [True, True, True]


# --- regions and ids -------------------------------------------------------------------------------------------


def test_kosovo_is_a_region():
    assert Contact(id="ann", region="XK").region == "XK"
    assert (zones_of("XK"), weekend_of("XK")) == (("Europe/Belgrade",), {6, 7})


@pytest.mark.parametrize(("written", "meant"), [("UK", "GB"), ("EL", "GR"), ("UK-ENG", "GB-ENG"), ("fr", "FR")])
def test_who_writes_another_word_for_a_region_is_told_the_right_one(written, meant):
    with pytest.raises(InvalidValue, match=f"did you mean '{meant}'"):
        Contact(id="ann", region=written)


@pytest.mark.parametrize("spelling", [" rené", "rené\u200b", "rene\u0301", "\ufeffren\u00ade\u0301 "])
def test_an_id_is_trimmed_without_invisible_characters_and_in_one_form(spelling):
    assert Contact(id=spelling).id == "rené"
    assert CallAttempt(at=NOON, id=spelling, contact=spelling, disposition="busy").contact == "rené"
    assert Retraction(at=NOON, of=spelling).of == "rené"


def test_upper_and_lower_case_of_an_id_differ():
    assert Contact(id="0015g00000AbCdE").id != Contact(id="0015g00000abcde").id
    assert Contact(id=7).id == "7"


def test_a_fact_of_a_case_whose_id_differs_in_case_only_is_the_persons_own_and_that_is_told():
    case = read_case(
        {
            "now": "2026-11-18T12:00:00Z",
            "contact": {"id": "Ann"},
            "history": [{"type": "opt_out", "at": "2026-11-01T12:00:00Z", "contact": "ANN"}],
        }
    )
    assert case.strays == ("ANN",)
    assert case.history.seen_by(case.contact).opted_out


def test_the_command_line_tells_it_on_stderr(tmp_path, capsys):
    no = {"type": "opt_out", "at": "2026-11-01T12:00:00Z", "contact": "ANN"}
    case = {"now": "2026-11-18T12:00:00Z", "contact": {"id": "Ann"}, "history": [no]}
    (tmp_path / "case.json").write_text(json.dumps(case))
    assert run(["next", str(tmp_path / "case.json"), "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["grounds"] == "do_not_call"
    assert said.err.endswith("case.json: found facts of 'ANN', took them for those of 'Ann': only the case differs\n")


@pytest.mark.parametrize("phones", [[{"number": "+4402079460123"}], [{"number": "+442079460124"}]])
def test_a_number_with_a_trunk_zero_is_refused_in_a_case_by_field(tmp_path, capsys, phones):
    no = {"type": "opt_out", "at": "2026-10-01T12:00:00Z", "contact": "a", "number": "+4402079460123"}
    case = {"now": "2026-11-17T12:00:00Z", "contact": {"id": "b", "phones": phones}, "history": [no]}
    (tmp_path / "case.json").write_text(json.dumps(case))
    assert run(["next", str(tmp_path / "case.json")]) == 2
    assert "number: found" in capsys.readouterr().err


def test_a_card_whose_number_is_refused_rests_and_says_where(tmp_path):
    (tmp_path / "contacts.csv").write_text("id,phones\nann,+4402079460123\nbob,+15145550113;ext=7;+442079460123\n")
    opened = Book(tmp_path)
    assert opened.person("ann") is None
    assert opened.resting["ann"].startswith("contacts.csv:2: phones[0].number: found")
    assert [each.number for each in opened.person("bob")[0].phones] == ["+15145550113;ext=7", "+442079460123"]
