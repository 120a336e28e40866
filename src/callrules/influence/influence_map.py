"""The map of an account: who moves whom, who matters most, and the warmest way to somebody (rulebook C3, C5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from callrules import given
from callrules.checks import at_the_edge
from callrules.errors import InvalidValue, nearest
from callrules.influence.paths import Links, Path, strongest_paths
from callrules.influence.people import Influence, Person
from callrules.redaction import kind_of, on_one_line


@attrs.frozen
class Ranked:
    """Somebody who matters: how much of the decision they move, and which decision makers they reach.

    `weight` is the sum, over all decision makers, of the strongest way to each; a decision maker moves themselves
    wholly.
    """

    person: Person
    weight: float
    moves: tuple[str, ...] = ()


def _each_a(kind: type, value: Any, field: str) -> tuple[Any, ...]:
    if isinstance(value, (str, Mapping)) or not isinstance(value, Iterable):
        raise InvalidValue(field, kind_of(value), f"a list of {kind.__name__}")
    several = tuple(value)
    for place, each in enumerate(several):
        if not isinstance(each, kind):
            raise InvalidValue(f"{field}[{place}]", kind_of(each), f"a value of the class {kind.__name__}")
    return several


def some_people(value: Iterable[Person], field: str = "people") -> tuple[Person, ...]:
    """Several people."""
    return _each_a(Person, value, field)


def some_influences(value: Iterable[Influence], field: str = "influences") -> tuple[Influence, ...]:
    """Several influences."""
    return _each_a(Influence, value, field)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class InfluenceMap:
    """The people of an account, and who moves whom.

    Raises `InvalidValue` for an id that comes twice, for an influence on oneself or of somebody who is not among the
    people, and for two influences of one person on one other.
    """

    account: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    people: tuple[Person, ...] = attrs.field(converter=some_people)
    influences: tuple[Influence, ...] = attrs.field(converter=some_influences, default=())

    def __attrs_post_init__(self) -> None:
        known: set[str] = set()
        for place, person in enumerate(self.people):
            if person.id in known:
                raise InvalidValue(f"InfluenceMap.people[{place}].id", person.id, "each id once")
            known.add(person.id)
        pairs: set[tuple[str, str]] = set()
        for place, influence in enumerate(self.influences):
            _refuse_odd(influence, f"InfluenceMap.influences[{place}]", known)
            if (influence.who, influence.whom) in pairs:
                raise InvalidValue(f"InfluenceMap.influences[{place}].whom", influence.whom, "each pair once")
            pairs.add((influence.who, influence.whom))

    @property
    def links(self) -> Links:
        """For each person whom they move, and how strongly; a strength counts exactly as it was written."""
        links: dict[str, dict[str, Fraction]] = {}
        for each in self.influences:
            links.setdefault(each.who, {})[each.whom] = Fraction(repr(each.strength))
        return links

    def person(self, who: str) -> Person | None:
        """The person of that id."""
        return next((each for each in self.people if each.id == who), None)

    def called(self, who: str) -> str:
        """Name that somebody of the map goes by; whoever is not on it, by their id."""
        person = self.person(who)
        return person.called if person else on_one_line(who)

    def warmest_path(self, target: str) -> Path | None:
        """The strongest path from people who take our calls to somebody else; `None` where there is none.

        Of equally strong ones the shorter, then by name.
        """
        warm = [each.id for each in self.people if each.takes_our_calls and each.id != target]
        paths = strongest_paths(self.links, warm, self._names().__getitem__)
        return next((path for path in paths if path.people[-1] == target), None)

    def ways_to(self, target: str) -> tuple[Path, ...]:
        """The strongest way from everybody to somebody, told backwards from them; the strongest first."""
        names = self._names()
        return tuple(strongest_paths(_turned(self.links), [target], names.__getitem__)) if target in names else ()

    def ranking(self) -> tuple[Ranked, ...]:
        """Decision makers and their critical influencers, who moves most first; then by name.

        Where no decision maker is known, everybody counts as one. Whoever reaches nobody who decides is left out.
        """
        names = self._names()
        decide = [each.id for each in self.people if each.decides] or list(names)
        moves: dict[str, dict[str, Fraction]] = {}
        for one in decide:
            for path in self.ways_to(one):
                moves.setdefault(path.people[-1], {})[one] = path.strength
        ranked = [Ranked(each, float(sum(moves[each.id].values())), _others(each, moves)) for each in self._of(moves)]
        return tuple(sorted(ranked, key=lambda each: (-each.weight, names[each.person.id], each.person.id)))

    def around(self, who: Iterable[str], most: int) -> InfluenceMap:
        """The map of these people and of whoever is nearest to them, at most so many; all where they are no more.

        Nearest is who moves one of them, or is moved by one, most strongly.
        """
        if len(self.people) <= most:
            return self
        core, names = list(dict.fromkeys(who))[:most], self._names()
        near: dict[str, float] = {}
        for each in self.influences:
            for here, there in ((each.who, each.whom), (each.whom, each.who)):
                if here in core and there not in core:
                    near[there] = max(near.get(there, 0), each.strength)
        kept = {*core, *sorted(near, key=lambda each: (-near[each], names[each], each))[: most - len(core)]}
        between = [each for each in self.influences if each.who in kept and each.whom in kept]
        return attrs.evolve(self, people=[each for each in self.people if each.id in kept], influences=between)

    def _names(self) -> dict[str, str]:
        return {each.id: each.called.casefold() for each in self.people}

    def _of(self, ids: Iterable[str]) -> list[Person]:
        among = set(ids)
        return [each for each in self.people if each.id in among]


def _refuse_odd(influence: Influence, where: str, known: set[str]) -> None:
    for end in ("who", "whom"):
        found = getattr(influence, end)
        if found not in known:
            raise InvalidValue(f"{where}.{end}", found, f"the id of one of the people{nearest(found, known)}")
    if influence.who == influence.whom:
        raise InvalidValue(f"{where}.whom", influence.whom, "somebody else: nobody moves themselves")


def _turned(links: Links) -> Links:
    turned: dict[str, dict[str, Fraction]] = {}
    for who, moved in links.items():
        for whom, strength in moved.items():
            turned.setdefault(whom, {})[who] = strength
    return turned


def _others(person: Person, moves: Mapping[str, Mapping[str, Fraction]]) -> tuple[str, ...]:
    moved = moves[person.id]
    return tuple(sorted((each for each in moved if each != person.id), key=lambda each: (-moved[each], each)))


def some_maps(value: InfluenceMap | Iterable[InfluenceMap], field: str = "influence") -> tuple[InfluenceMap, ...]:
    """One map, or several."""
    return _each_a(InfluenceMap, (value,) if isinstance(value, InfluenceMap) else value, field)


def warmest_path(maps: Iterable[InfluenceMap], target: str) -> tuple[InfluenceMap, Path] | None:
    """The strongest warm path to somebody on any of these maps, with its map; the shorter, then the first, at a tie."""
    found = [(each, path) for each in maps if (path := each.warmest_path(target))]
    return min(found, key=lambda each: (-each[1].strength, len(each[1].people)), default=None)
