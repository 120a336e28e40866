"""Two tables, contacts and facts, as hosts have them, made one batch of people."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from callrules.errors import BadInput
from callrules.hosts.batches.schemas import Table
from callrules.redaction import quoted


def with_history(contacts: Table, facts: Table) -> Table:
    """The contacts, each with their facts as `history`: those whose column `contact` is the contact's `id`.

    Ids are compared as they stand. A fact of nobody and an id that comes twice are `BadInput`, for a fact that went
    missing could be a no.
    """
    ids, whose = _ids(contacts, "id"), _ids(facts, "contact")
    if pc.count_distinct(ids).as_py() < len(ids):
        twice = next(each["values"].as_py() for each in ids.value_counts() if each["counts"].as_py() > 1)
        raise BadInput(f"contacts: id: found {quoted(twice)} twice, expected each id once")
    places = pc.index_in(whose, ids)
    if places.null_count:
        nobody = pc.filter(whose, pc.is_null(places))
        raise BadInput(
            f"facts: contact: found {places.null_count:,} facts of nobody in the contacts, "
            f"such as of {quoted(str(nobody[0].as_py()))}, expected the id of a contact"
        )
    return contacts.append_column("history", _grouped(facts, places, len(ids)))


def _ids(table: Table, name: str) -> pa.Array:
    if name not in table.column_names:
        raise BadInput(f"column {name!r}: found nothing, expected it in every table")
    return table[name].combine_chunks().cast(pa.string())


def _grouped(facts: Table, places: pa.Array, people: int) -> pa.Array:
    """The facts as one list for each place, in the order in which they came."""
    sorted_facts = facts.take(pc.array_sort_indices(places)).combine_chunks()
    structs = sorted_facts.to_struct_array()
    inside = structs.combine_chunks() if isinstance(structs, pa.ChunkedArray) else structs
    counted = {each["values"]: each["counts"] for each in places.value_counts().to_pylist()}
    ends = [0]
    for place in range(people):
        ends.append(ends[-1] + counted.get(place, 0))
    return pa.LargeListArray.from_arrays(pa.array(ends, pa.int64()), inside)
