"""Who moves whom, beside a book: `influence.json`, completed by what the book knows of these people."""

from __future__ import annotations

from pathlib import Path

import attrs

from callrules.cli.book.reading import Book
from callrules.cli.files import is_there, read_json
from callrules.errors import BadInput
from callrules.influence import InfluenceMap, seen_with
from callrules.playbook import Playbook
from callrules.rules.cold_decision_makers import ColdDecisionMakers
from callrules.wire.influence_maps import read_influence

NAME = "influence.json"


def read_maps(path: str | Path) -> tuple[InfluenceMap, ...]:
    """The maps in that file; what is wrong with it is told with the file's name."""
    data = read_json(path)
    try:
        return read_influence(data)
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from None


def maps_of(book: Book, path: str | None = None) -> tuple[InfluenceMap, ...]:
    """The maps in that file, else in the book's own, where it has one; with what the book knows of the people."""
    own = book.folder / NAME
    if path is None and not is_there(own):
        return ()
    maps = read_maps(path or own)
    ids = {person.id for each in maps for person in each.people} & book.rows.keys()
    people = [person for person in map(book.person, sorted(ids)) if person]
    return tuple(seen_with(each, people) for each in maps)


def knowing(playbook: Playbook, maps: tuple[InfluenceMap, ...]) -> Playbook:
    """The playbook that names the path of an introduction, where it keeps decision makers from cold calls."""
    cold = next((rule for rule in playbook.rules if isinstance(rule, ColdDecisionMakers)), None)
    return playbook.with_rules(attrs.evolve(cold, influence=maps)) if cold and maps else playbook
