"""The JSON Schema of a case says what the wire accepts."""

import attrs
import pytest

from callrules.contact import Contact, Role
from callrules.errors import BadInput
from callrules.facts import FACTS
from callrules.wire import KINDS, read_case
from callrules.wire.schema import case_schema

EXAMPLES = {
    "instant": "2026-11-20T15:00:00Z",
    "moment": "2026-11-27",
    "day": "2026-11-27",
    "hours": {"days": "mon-fri", "from": "18:00", "to": "20:00"},
    "phone": {"number": "+12065550105", "line": "mobile", "timezone": "Europe/Paris"},
}
TEXTS = {"timezone": "Europe/Paris", "region": "FR", "currency": "EUR", "zone": "Europe/Paris"}


def example(name, schema):
    """A value the schema allows, all of its fields filled in."""
    if "$ref" in schema:
        return EXAMPLES[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        return example(name, schema["anyOf"][0])
    if "const" in schema or "enum" in schema:
        return schema.get("const") or schema["enum"][0]
    if schema["type"] == "array":
        return [example("", schema["items"])]
    if "pattern" in schema:
        return TEXTS.get(name, "+12065550105" if "+" in schema["pattern"] else "some words")
    return {"boolean": True, "number": 3}[schema["type"]] if isinstance(schema["type"], str) else "129.00"


def filled_in(kind):
    schema = case_schema()["$defs"][kind]
    return {name: example(name, each) for name, each in schema["properties"].items()}


def fact(kind):
    direction = {"direction": "inbound"} if kind == "message" else {}
    return {**filled_in(kind), **direction}


def a_case(*facts):
    return {"now": "2026-11-25T15:00:00Z", "contact": filled_in("contact"), "history": list(facts)}


def test_the_wire_accepts_an_example_in_which_every_field_is_filled_in():
    case = read_case(a_case(*map(fact, KINDS)))
    assert {type(each) for each in case.history.entries} == set(FACTS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_schema_requires_the_wire_requires_too(kind):
    for name in case_schema()["$defs"][kind]["required"]:
        without = {field: value for field, value in fact(kind).items() if field != name}
        with pytest.raises(BadInput, match=name):
            read_case(a_case(without))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_required_is_enough(kind):
    required = case_schema()["$defs"][kind]["required"]
    assert read_case(a_case({name: value for name, value in fact(kind).items() if name in required}))


def test_every_field_of_a_contact_is_in_it_and_no_other():
    contact = case_schema()["$defs"]["contact"]
    assert list(contact["properties"]) == [field.name for field in attrs.fields(Contact)]
    assert contact["required"] == ["id"]
    assert contact["additionalProperties"] is False


def test_hours_have_three_fields_and_no_other():
    hours = case_schema()["$defs"]["hours"]
    assert hours["required"] == list(hours["properties"]) == ["days", "from", "to"]
    assert hours["additionalProperties"] is False


def test_enums_are_listed_as_their_words():
    assert case_schema()["$defs"]["contact"]["properties"]["role"] == {"enum": [role.value for role in Role]}


def test_a_zone_may_stand_beside_a_wall_time_only():
    facts = case_schema()["$defs"]
    assert [kind for kind in KINDS if "zone" in facts[kind]["properties"]] == [
        "call_attempt", "commitment", "message", "snooze",
    ]  # fmt: skip


def test_a_case_may_say_what_it_is_about():
    assert {"schema", "says", "expect"} < set(case_schema()["properties"])
    assert read_case({**a_case(), "says": "hello", "expect": {}, "schema": "callrules"})
