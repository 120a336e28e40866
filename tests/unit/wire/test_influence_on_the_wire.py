"""Maps of who moves whom, to and from JSON."""

import pytest

from callrules import BadInput
from callrules.wire.influence_maps import read_influence, write_influence
from helpers.accounts import a_map

MAP = a_map("ana 0.5 bo they trained together", "bo 1 zoe", warm=["ana"], decide=["zoe"], account="acme")
WRITTEN = {
    "account": "acme",
    "people": [{"id": "ana", "takes_our_calls": True}, {"id": "bo"}, {"id": "zoe", "role": "decision_maker"}],
    "influences": [
        {"who": "ana", "whom": "bo", "strength": 0.5, "why": "they trained together"},
        {"who": "bo", "whom": "zoe", "strength": 1.0},
    ],
}


def test_a_map_reads_back_as_the_same():
    assert write_influence(MAP) == WRITTEN
    assert read_influence(WRITTEN) == (MAP,)
    assert read_influence(write_influence([MAP, MAP])) == (MAP, MAP)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (7, "influence: found a number, expected an object"),
        ([WRITTEN, None], "influence[1]: found None, expected an object"),
        ({}, "influence.people: found nothing, expected a value: it is required"),
        ({"people": {}}, "influence.people: found an object, expected a list of objects"),
        ({"people": ["ana"]}, "influence.people[0]: found a text, expected an object"),
        ({"people": [{"name": "Ana"}]}, "influence.people[0].id: found nothing, expected a value: it is required"),
        ({"people": [{"id": "ana", "role": "boss"}]}, "influence.people[0].role: found 'boss', expected one of"),
        (
            {"people": [{"id": "ana", "driver": []}]},
            "influence.people[0].driver: found an unknown field, expected one of",
        ),
        ({"people": [{"id": "a"}], "influences": [{"who": "a"}]}, "influence.influences[0].whom: found nothing"),
        (
            {"people": [{"id": "a", "takes_our_calls": 1}]},
            "influence.people[0].takes_our_calls: found 1, expected true or",
        ),
        (
            {"people": [{"id": "a"}], "influences": [{"who": "a", "whom": "b", "strength": 2}]},
            "influence.influences[0].strength: found 2, expected a number above 0",
        ),
        (
            {"people": [{"id": "a"}], "influences": [{"who": "a", "whom": "b", "strength": 1}]},
            "influence.influences[0].whom: found 'b', expected the id of one of the people",
        ),
        (
            {"people": [], "edges": []},
            "influence.edges: found an unknown field, expected one of account, people, influ",
        ),
    ],
)
def test_what_is_no_map_is_refused_in_one_line_with_its_path(given, refusal):
    with pytest.raises(BadInput) as refused:
        read_influence(given)
    assert str(refused.value).startswith(refusal)
    assert "\n" not in str(refused.value)
