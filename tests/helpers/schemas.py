"""Whether a value is as a JSON Schema says: the words of it that ours use, and no others."""

import datetime as dt
import re

TYPES = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float),
    "null": type(None),
}  # fmt: skip
SAYS_NOTHING = {"$schema", "$defs", "title", "description"}


def as_json(value):
    """What TOML holds, as JSON can: dates and times are their ISO forms."""
    if isinstance(value, dict):
        return {name: as_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value


def fits(value, schema, whole=None):
    """Whether it is as the schema says."""
    whole = whole or schema
    return all(_fits(word, said, value, schema, whole) for word, said in schema.items() if word not in SAYS_NOTHING)


def _fits(word, said, value, schema, whole):
    def is_as(each, found=value):
        return fits(found, each, whole)

    if word in OF_ANY:
        return OF_ANY[word](said, value, schema, is_as, whole)
    kind, holds = OF_ONE[word]
    return not _is_a(kind, value) or holds(said, value, schema, is_as)


def _is_a(kind, value):
    return isinstance(value, TYPES[kind]) and (not isinstance(value, bool) or kind == "boolean")


def _is_one(said, value, *_):
    return any(_is_a(kind, value) for kind in ([said] if isinstance(said, str) else said))


def _no_more(said, value, schema, is_as):
    more = [each for name, each in value.items() if name not in schema.get("properties", {})]
    return not more if said is False else all(is_as(said, each) for each in more)


OF_ANY = {
    "$ref": lambda said, _, __, is_as, whole: is_as(whole["$defs"][said.rpartition("/")[2]]),
    "type": _is_one,
    "enum": lambda said, value, *_: value in said,
    "anyOf": lambda said, _, __, is_as, ___: any(map(is_as, said)),
    "allOf": lambda said, _, __, is_as, ___: all(map(is_as, said)),
    "if": lambda said, _, schema, is_as, __: is_as(said) or is_as(schema["else"]),
    "else": lambda *_: True,
}
OF_ONE = {
    "properties": (
        "object",
        lambda said, value, _, is_as: all(is_as(each, value[name]) for name, each in said.items() if name in value),
    ),
    "required": ("object", lambda said, value, *_: all(name in value for name in said)),
    "propertyNames": ("object", lambda said, value, _, is_as: all(is_as(said, name) for name in value)),
    "additionalProperties": ("object", _no_more),
    "items": ("array", lambda said, value, _, is_as: all(is_as(said, each) for each in value)),
    "minItems": ("array", lambda said, value, *_: len(value) >= said),
    "pattern": ("string", lambda said, value, *_: re.search(said, value) is not None),
    "minimum": ("number", lambda said, value, *_: value >= said),
    "maximum": ("number", lambda said, value, *_: value <= said),
}
