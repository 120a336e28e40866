"""C3: the map of who influences whom, how strongly and why."""

import pickle

import pytest

from callrules import InvalidValue
from callrules.influence import Influence, InfluenceMap, Person, seen_with
from helpers.accounts import a_map, moves
from helpers.people import MON, a_business


def ranked(*told, decide):
    return [(each.person.id, round(each.weight, 3), each.moves) for each in a_map(*told, decide=decide).ranking()]


def test_who_moves_a_decision_most_comes_first():
    told = ranked("ana 0.5 zoe", "bo 0.9 zoe", "cy 0.9 bo", decide=["zoe"])
    assert told == [("zoe", 1.0, ()), ("bo", 0.9, ("zoe",)), ("cy", 0.81, ("zoe",)), ("ana", 0.5, ("zoe",))]


def test_who_moves_two_decision_makers_matters_more_than_either_of_them():
    told = ranked("ana 0.8 yan", "ana 0.7 zoe", decide=["yan", "zoe"])
    assert told[0] == ("ana", 1.5, ("yan", "zoe"))


def test_who_moves_nobody_who_decides_is_not_critical():
    assert "bo" not in [each[0] for each in ranked("ana 0.5 zoe", "zoe 0.5 bo", decide=["zoe"])]


def test_where_nobody_is_known_to_decide_whoever_moves_most_people_comes_first():
    assert [each[0] for each in ranked("ana 0.5 bo", "ana 0.5 cy", decide=[])] == ["ana", "bo", "cy"]


@pytest.mark.parametrize("strength", [0, -0.1, 1.1, float("nan"), float("inf"), 1e-300, True, "0.5", None])
def test_an_influence_is_stronger_than_nothing_and_no_stronger_than_one(strength):
    with pytest.raises(InvalidValue, match=r"Influence\.strength: found .*, expected a number above 0, and 1 at most"):
        Influence(who="ana", whom="bo", strength=strength)


@pytest.mark.parametrize(
    ("people", "told", "refusal"),
    [
        (["ana", "ana"], [], r"people\[1\]\.id: found 'ana', expected each id once"),
        (["ana"], ["ana 1 bo"], r"influences\[0\]\.whom: found 'bo', expected the id of one of the people"),
        (["anna", "bo"], ["ana 1 bo"], r"influences\[0\]\.who: found 'ana', .*did you mean 'anna'"),
        (["ana"], ["ana 1 ana"], r"influences\[0\]\.whom: found 'ana', expected somebody else"),
        (["ana", "bo"], ["ana 1 bo", "ana 0.5 bo"], r"influences\[1\]\.whom: found 'bo', expected each pair once"),
    ],
)
def test_a_map_that_contradicts_itself_is_refused_in_one_line(people, told, refusal):
    with pytest.raises(InvalidValue, match=refusal):
        InfluenceMap(people=[Person(id=each) for each in people], influences=moves(*told))


def test_what_is_no_list_of_people_is_refused():
    for people in ("ana", {"id": "ana"}, 3, ["ana"]):
        with pytest.raises(InvalidValue, match=r"InfluenceMap\.people"):
            InfluenceMap(people=people)


def test_a_map_is_a_value():
    told = a_map("ana 0.5 zoe they trained together", warm=["ana"], decide=["zoe"], account="acme")
    assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - our own
    assert len({told, a_map("ana 0.5 zoe they trained together", warm=["ana"], decide=["zoe"], account="acme")}) == 1


def test_the_neighbourhood_of_a_path_holds_the_path_and_the_strongest_beside_it():
    told = a_map("ana 0.9 zoe", *(f"p{each:02} 0.{each:02} zoe" for each in range(1, 30)), warm=["ana"])
    near = told.around(["ana", "zoe"], most=5)
    assert {each.id for each in near.people} == {"ana", "zoe", "p29", "p28", "p27"}
    assert told.around(["ana", "zoe"], most=31) is told


# --- what the book knows of them ---------------------------------------------------------------------------------

ANA = a_business(id="ana", name="Ana Ruiz", role="influencer", drivers=["a quiet shop floor"])


def warm(life, noted=None):
    told = InfluenceMap(people=[Person(id="ana", takes_our_calls=noted)])
    return seen_with(told, [(life.contact, life.history)]).person("ana").takes_our_calls


def test_who_talked_with_us_takes_our_calls():
    assert warm(ANA.talked("2026-05-29 10:00"))
    assert warm(ANA.met("2026-05-29 10:00"))
    assert warm(ANA.rang_us("2026-05-29 10:00", "conversation"))
    assert not warm(ANA.rung("2026-05-29 10:00"))
    assert not warm(ANA.wrote_to_us("2026-05-29 10:00"))


@pytest.mark.parametrize("ending", ["hung_up", "not_interested", "do_not_call", "left_company", "disqualified"])
def test_who_refused_or_left_since_does_not(ending):
    assert not warm(ANA.talked("2026-05-29 10:00").rung(f"{MON} 10:00", ending))
    assert not warm(ANA.talked("2026-05-29 10:00").wrote_to_us(f"{MON} 10:00", "not_interested"))


def test_who_talked_with_us_after_a_bad_moment_does_again():
    assert warm(ANA.rung("2026-05-28 10:00", "hung_up").talked("2026-05-29 10:00"))


def test_what_is_noted_on_the_map_stays_but_for_a_no():
    assert warm(ANA, noted=True)
    assert warm(ANA.talked("2026-05-29 10:00"), noted=False) is False
    assert warm(ANA.opted_out(f"{MON} 10:00"), noted=True) is False


def test_what_the_map_does_not_say_of_somebody_the_contact_does():
    told = InfluenceMap(people=[Person(id="ana"), Person(id="bo", name="Bo")])
    ana, bo = seen_with(told, [(ANA.contact, ANA.history)]).people
    assert (ana.name, ana.role.value, ana.drivers) == ("Ana Ruiz", "influencer", ("a quiet shop floor",))
    assert bo == Person(id="bo", name="Bo")
