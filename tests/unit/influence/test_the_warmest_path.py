"""C5: who influences the influencer? The strongest way from people who take our calls."""

import math
from fractions import Fraction

import networkx
from hypothesis import given
from hypothesis import strategies as st

from callrules.influence import Influence, InfluenceMap, Person, warmest_path
from helpers.accounts import a_map


def path(*told, warm, to="zoe"):
    found = a_map(*told, warm=warm, decide=[to]).warmest_path(to)
    return (" ".join(found.people), float(found.strength)) if found else None


def test_we_ask_along_the_path_on_which_the_product_of_strengths_is_largest():
    assert path("ana 0.9 bo", "bo 0.9 zoe", "ana 0.5 zoe", warm=["ana"]) == ("ana bo zoe", 0.81)


def test_nobody_who_does_not_take_our_calls_is_asked():
    assert path("ana 1 zoe", "bo 0.2 zoe", warm=["bo"]) == ("bo zoe", 0.2)


def test_without_anybody_who_takes_our_calls_there_is_no_path():
    assert path("ana 1 zoe", warm=[]) is None
    assert path("zoe 1 ana", warm=["ana"]) is None


def test_of_equally_strong_ways_the_shorter_is_taken():
    assert path("ana 0.5 bo", "bo 0.5 zoe", "ana 0.25 zoe", warm=["ana"]) == ("ana zoe", 0.25)


def test_strengths_count_as_they_were_written_so_that_equal_ways_are_equal():
    assert path("ana 0.7 bo", "bo 0.1 zoe", "ana 0.07 zoe", warm=["ana"]) == ("ana zoe", 0.07)


def test_of_equally_strong_and_long_ways_names_decide():
    assert path("ana 0.5 cy", "ana 0.5 bo", "cy 0.5 zoe", "bo 0.5 zoe", warm=["ana"]) == ("ana bo zoe", 0.25)
    named = [Person(id="1", name="Cy", takes_our_calls=True), Person(id="2", name="ana", takes_our_calls=True)]
    ways = [Influence(who=each, whom="zoe", strength=0.5) for each in ("1", "2")]
    assert InfluenceMap(people=[*named, Person(id="zoe")], influences=ways).warmest_path("zoe").people == ("2", "zoe")


def test_who_is_sought_introduces_nobody_to_themselves():
    assert path("zoe 1 ana", "ana 0.1 zoe", warm=["zoe", "ana"]) == ("ana zoe", 0.1)


def test_people_who_move_one_another_in_a_circle_send_nobody_round_in_it():
    assert path("ana 1 bo", "bo 1 ana", "bo 1 zoe", "zoe 1 ana", warm=["ana"]) == ("ana bo zoe", 1.0)


def test_of_several_maps_the_one_with_the_strongest_way_is_taken():
    weak, strong = a_map("ana 0.2 zoe", warm=["ana"]), a_map("bo 0.3 zoe", warm=["bo"])
    assert warmest_path([weak, strong], "zoe")[1].people == ("bo", "zoe")
    assert warmest_path([weak], "nobody") is None


IDS = "abcdefg"
shares = st.integers(1, 10).map(lambda tenths: tenths / 10)
ties = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda ends: ends[0] != ends[1]), shares
)


@given(ties, st.sets(st.sampled_from(IDS[1:])))
def test_no_way_that_anybody_can_think_of_is_stronger(ties, warm):
    people = [Person(id=each, takes_our_calls=each in warm) for each in IDS]
    ways = [Influence(who=who, whom=whom, strength=share) for (who, whom), share in ties.items()]
    found = InfluenceMap(people=people, influences=ways).warmest_path("a")
    graph = networkx.DiGraph([(*ends, {"share": Fraction(repr(share))}) for ends, share in ties.items()])
    graph.add_nodes_from(IDS)
    every = [each for source in warm for each in networkx.all_simple_paths(graph, source, "a")]
    ranked = sorted(
        (-math.prod(graph.edges[ends]["share"] for ends in networkx.utils.pairwise(each)), len(each), each)
        for each in every
    )
    assert (found and (-found.strength, len(found.people), list(found.people))) == (ranked[0] if ranked else None)
