"""Record batches in, record batches out: what is asked, what is answered, and what is wrong with a row."""

import datetime as dt

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from callrules import BadInput, Call, CallAttempt, Commitment, Contact, History, Playbook, Prepare, Purchase
from callrules.hosts.batches import (
    FACT,
    FACTS,
    PEOPLE,
    STEPS,
    decide,
    decide_file,
    read_step,
    with_history,
    write_people,
)
from callrules.hosts.batches.people import read_people
from callrules.wire import read_case

NOW = dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC)
BOUGHT = dt.datetime(2025, 3, 3, 10, tzinfo=dt.UTC)
HOUSE = Playbook()
MARIE = Contact(id="marie", phones=["+33142685300"], timezone="Europe/Paris")
JOHN = Contact(id="john", timezone="America/New_York")
A_PURCHASE = pa.struct({"type": pa.string(), "at": pa.timestamp("us", "UTC")})
MARIES = History([Purchase(at=BOUGHT), CallAttempt(at=BOUGHT, disposition="no_answer", number="+33142685300")])


def _asked(*rows, schema=PEOPLE):
    return decide(pa.RecordBatch.from_pylist(list(rows), schema=schema), HOUSE, NOW).to_pylist()


def _person(**fields):
    return {"id": "marie", "timezone": "Europe/Paris", "history": [], **fields}


def test_everybody_is_answered_in_their_own_row():
    rows = decide(write_people([(MARIE, MARIES), (JOHN, History())]), HOUSE, NOW).to_pylist()
    assert [row["contact"] for row in rows] == ["marie", "john"]
    assert read_step(rows[0]) == HOUSE.next_step(MARIE, MARIES, NOW)
    assert isinstance(read_step(rows[0]), (Call, Prepare))


def test_the_answers_tell_by_which_playbook_they_were_given():
    told = decide(write_people([]), HOUSE, NOW).schema.metadata
    assert told == {b"callrules.fingerprint": HOUSE.fingerprint.encode()}


def test_a_batch_of_nobody_is_answered_with_nothing():
    answered = decide(write_people([]), HOUSE, NOW)
    assert (answered.num_rows, answered.schema.equals(STEPS)) == (0, True)


def test_a_batch_that_is_held_in_pieces_is_answered_as_a_whole(monkeypatch):
    batch = write_people([(MARIE, MARIES), (JOHN, History()), (MARIE, History())])
    whole = decide(batch, HOUSE, NOW)
    monkeypatch.setattr("callrules.hosts.batches.steps.AT_ONCE", 2)
    assert decide(batch, HOUSE, NOW).equals(whole)


def test_a_bad_row_is_named_and_keeps_its_place():
    good, bad = _person(id="good"), _person(id="bad", timezone="Mars/Olympus")
    rows = _asked(good, bad, {**good, "id": "last"})
    assert [row["contact"] for row in rows] == ["good", "bad", "last"]
    assert [row["trouble"] for row in rows][::2] == [None, None]
    assert rows[1]["trouble"].startswith("contact.timezone: found 'Mars/Olympus', expected an IANA zone")
    assert rows[1]["type"] is None
    with pytest.raises(BadInput, match="Mars/Olympus"):
        read_step(rows[1])


@pytest.mark.parametrize(
    ("fact", "trouble"),
    [
        ({"type": "call_attempt", "at": NOW, "disposition": "no_anser"}, "history[0].disposition: found 'no_anser'"),
        ({"type": "purchase", "at": NOW, "reply": "answer"}, "history[0].reply: found an unknown field"),
        ({"type": "purchase"}, "history[0].at: found nothing"),
        ({"at": NOW}, "history[0].type: found nothing"),
        ({"type": "purchase", "at": dt.datetime(2500, 1, 1, tzinfo=dt.UTC)}, "history[0].at: found"),
        ({}, "history[0].type: found nothing"),
        (None, "history[0].type: found nothing"),
    ],
)
def test_a_fact_that_cannot_be_read_lets_nobody_ring_them(fact, trouble):
    (row,) = _asked(_person(history=[fact]))
    assert row["type"] is None
    assert row["trouble"].startswith(trouble)


def test_a_history_of_null_is_unknown_and_no_empty_one():
    (row,) = _asked(_person(history=None))
    assert row["trouble"] == "history: found None, expected a list of facts"


def test_somebody_without_an_id_is_told_and_not_lost():
    (row,) = _asked(_person(id=None))
    assert (row["contact"], row["type"]) == (None, None)
    assert row["trouble"].startswith("contact.id: found nothing")


def test_an_instant_beyond_all_years_is_told():
    beyond = pa.array(
        [[{"type": "purchase", "at": 2**62}]], pa.list_(pa.struct({"type": pa.string(), "at": pa.int64()}))
    )
    kind = pa.list_(pa.struct({"type": pa.string(), "at": pa.timestamp("us", "UTC")}))
    batch = pa.RecordBatch.from_arrays([pa.array(["marie"]), beyond.cast(kind)], ["id", "history"])
    (row,) = decide(batch, HOUSE, NOW).to_pylist()
    assert row["trouble"].startswith("history[0].at: found")


def test_columns_that_nobody_fills_may_be_left_out():
    kind = pa.schema(
        {"id": pa.string(), "history": pa.list_(pa.struct({"type": pa.string(), "at": pa.timestamp("ms", "UTC")}))}
    )
    (row,) = _asked({"id": "john", "history": [{"type": "purchase", "at": BOUGHT}]}, schema=kind)
    assert read_step(row) == HOUSE.next_step(Contact(id="john"), History([Purchase(at=BOUGHT)]), NOW)


def test_words_in_dictionaries_and_instants_as_texts_are_read_as_well():
    fact = pa.struct({"type": pa.dictionary(pa.int8(), pa.string()), "at": pa.large_string()})
    kind = pa.schema({"id": pa.int64(), "history": pa.large_list(fact)})
    (row,) = _asked({"id": 7, "history": [{"type": "purchase", "at": "2025-03-03T11:00:00+01:00"}]}, schema=kind)
    assert read_step(row) == HOUSE.next_step(Contact(id="7"), History([Purchase(at=BOUGHT)]), NOW)


def test_a_promise_in_their_wall_time_keeps_it():
    due = dt.datetime(2026, 11, 27, 10, tzinfo=dt.UTC)
    told = {"type": "commitment", "at": BOUGHT, "by": "us", "due": "2026-11-27T11:00:00", "zone": "Europe/Paris"}
    (row,) = _asked(_person(phones=[{"number": "01 42 68 53 00"}], region="FR", history=[told]))
    assert (row["type"], row["at"], row["number"]) == ("call", due, "+33142685300")


def test_their_promise_without_a_date_is_no_bad_row():
    told = Commitment(at=BOUGHT, by="them", due=None)
    (row,) = decide(write_people([(JOHN, History([told]))]), HOUSE, NOW).to_pylist()
    assert row["trouble"] is None


def test_a_history_that_holds_no_facts_but_texts_is_told():
    kind = pa.schema({"id": pa.string(), "history": pa.list_(pa.string())})
    (row,) = _asked({"id": "marie", "history": ["purchase"]}, schema=kind)
    assert row["trouble"] == "history[0]: found a text, expected an object"


@pytest.mark.parametrize(
    "told",
    [
        {"type": "commitment", "at": BOUGHT, "by": "us", "due": "2026-11-27"},
        {"type": "commitment", "at": BOUGHT, "by": "us", "due": "2026-11-27T11:00:00", "zone": "Europe/Paris"},
        {"type": "call_attempt", "at": BOUGHT, "disposition": "no_answer", "number": "01 42 68 53 00"},
        {"type": "opt_out", "at": BOUGHT, "number": "01 42 68 53 00", "contact": "anna"},
        {"type": "opt_out", "at": BOUGHT, "numbers": ["0033142685300"], "name": "Marie", "contact": "anna"},
        {"type": "purchase", "at": BOUGHT, "amount": "12.50", "currency": "EUR"},
        {"type": "key_date", "at": BOUGHT, "on": BOUGHT.date(), "what": "birthday", "yearly": True},
        {"type": "commitment", "at": BOUGHT, "by": "us", "due": "2026-11-27T11:00:00", "zone": "Mars/Olympus"},
        {"type": "commitment", "at": BOUGHT, "by": "us", "due": "tomorrow"},
        {"type": "message", "at": BOUGHT, "channel": "phone", "direction": "inbound"},
    ],
)
def test_every_row_is_read_as_the_wire_reads_it(told):
    person = _person(region="FR", known_since="2020-01-01", phones=[{"number": "01 42 68 53 00"}], history=[told])
    ((who, read),) = read_people(pa.RecordBatch.from_pylist([person], schema=PEOPLE), NOW)
    contact = {name: value for name, value in person.items() if name != "history"}
    days = {name: told[name].isoformat() for name in ("at", "on") if name in told}
    assert read == _by_wire({"now": NOW, "contact": contact, "history": [{**told, **days}]})
    assert who == "marie"


def _by_wire(data):
    try:
        case = read_case(data)
    except BadInput as error:
        return str(error)
    return case.contact, case.history


def test_an_id_in_another_case_is_taken_for_theirs_as_on_the_wire():
    (row,) = _asked(_person(history=[{"type": "opt_out", "at": BOUGHT, "contact": "MARIE"}]))
    assert row["grounds"] == "do_not_call" or row["because"][0]["code"] == "do_not_call"


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        ({"id": pa.string()}, "column 'history': found nothing"),
        ({"history": pa.list_(FACT)}, "column 'id': found nothing"),
        ({"id": pa.string(), "history": pa.list_(FACT), "time_zone": pa.string()}, "did you mean 'timezone'"),
        ({"id": pa.string(), "history": pa.list_(pa.struct({"kinds": pa.string()}))}, "'history' field 'kinds'"),
        ({"id": pa.string(), "history": pa.list_(pa.struct({"at": pa.timestamp("us")}))}, "without a zone"),
    ],
)
def test_a_batch_with_unfit_columns_is_refused_whole(schema, says):
    with pytest.raises(BadInput, match=says):
        decide(pa.RecordBatch.from_pylist([], schema=pa.schema(schema)), HOUSE, NOW)


def test_a_column_that_comes_twice_is_refused():
    batch = pa.RecordBatch.from_arrays(
        [pa.array([], pa.string())] * 2 + [pa.array([], pa.list_(FACT))], ["id", "id", "history"]
    )
    with pytest.raises(BadInput, match="found it twice"):
        decide(batch, HOUSE, NOW)


# --- two tables -------------------------------------------------------------------------------------------------


def _tables(*whose):
    contacts = pa.table({"id": ["marie", "john", "ann"]})
    told = [{"type": "purchase", "at": BOUGHT, "id": f"f{place}", "contact": who} for place, who in enumerate(whose)]
    facts = pa.Table.from_pylist(told, schema=FACTS)
    return contacts, facts


def test_two_tables_become_people_with_what_happened_to_each():
    joined = with_history(*_tables("ann", "marie", "ann"))
    found = {row["id"]: [fact["id"] for fact in row["history"]] for row in joined.to_pylist()}
    assert found == {"marie": ["f1"], "john": [], "ann": ["f0", "f2"]}
    (batch,) = joined.to_batches()
    assert [row["trouble"] for row in decide(batch, HOUSE, NOW).to_pylist()] == [None, None, None]


def test_a_fact_of_nobody_is_refused_for_it_could_be_a_no():
    with pytest.raises(BadInput, match="found 1 facts of nobody in the contacts, such as of 'anne'"):
        with_history(*_tables("ann", "anne"))


def test_a_contact_that_comes_twice_is_refused():
    contacts, facts = _tables("ann")
    with pytest.raises(BadInput, match="found 'marie' twice"):
        with_history(pa.concat_tables([contacts, contacts.slice(0, 1)]), facts)


def test_a_table_of_facts_that_says_of_nobody_whose_they_are_is_refused():
    contacts, facts = _tables("ann")
    with pytest.raises(BadInput, match="column 'contact'"):
        with_history(contacts, facts.drop_columns(["contact"]))


# --- a file -----------------------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path):
    """Twenty-five people in a file."""
    people = [(Contact(id=f"c{place}", timezone="Europe/Paris"), MARIES) for place in range(25)]
    pq.write_table(pa.Table.from_batches([write_people(people)]), tmp_path / "people.parquet")
    return tmp_path / "people.parquet"


def test_a_file_is_answered_a_batch_at_a_time_and_tells_how_far_it_is(file, tmp_path):
    told = []
    assert decide_file(file, tmp_path / "steps.parquet", HOUSE, NOW, rows=10, told=told.append) == 25
    steps = pq.read_table(tmp_path / "steps.parquet")
    assert told == [10, 20, 25]
    assert steps["contact"].to_pylist() == [f"c{place}" for place in range(25)]
    assert steps.schema.metadata[b"callrules.fingerprint"].decode() == HOUSE.fingerprint
    assert read_step(steps.to_pylist()[7]) == HOUSE.next_step(Contact(id="c7", timezone="Europe/Paris"), MARIES, NOW)


def test_a_run_that_ends_early_leaves_no_half_of_a_file(file, tmp_path):
    def lost(done):
        raise ConnectionError(done)

    with pytest.raises(ConnectionError):
        decide_file(file, tmp_path / "steps.parquet", HOUSE, NOW, rows=10, told=lost)
    assert not (tmp_path / "steps.parquet").exists()
