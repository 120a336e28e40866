"""The numbers of the plain model, read from a TOML file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs

from callrules.desk.simulating.answering import HowPeopleAnswer
from callrules.errors import BadInput, nearest
from callrules.redaction import found as shown
from callrules.redaction import known_as
from callrules.wire.toml_files import read_toml

NUMBERS = tuple(field.name for field in attrs.fields(HowPeopleAnswer))
MOST_PATIENCE = 1_000


def read_model(path: str | Path) -> HowPeopleAnswer:
    """The model whose numbers a file gives; what it does not name stays as it is. `BadInput` names what is wrong."""
    told = read_toml(Path(path), "shares")
    for name in told:
        if name not in NUMBERS:
            expected = f"expected one of {', '.join(NUMBERS)}{nearest(name, NUMBERS)}"
            raise BadInput(f"{path}: {known_as(name)}: found an unknown name, {expected}")
    return HowPeopleAnswer(**{name: _number(path, name, value) for name, value in told.items()})


def _number(path: str | Path, name: str, value: Any) -> Any:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    if name == "patience":
        if is_whole and 0 <= value <= MOST_PATIENCE:
            return value
        raise BadInput(f"{path}: {name}: found {shown(value)}, expected a whole number of calls")
    if (is_whole or isinstance(value, float)) and 0 <= value <= 1:
        return float(value)
    raise BadInput(f"{path}: {name}: found {shown(value)}, expected a share from 0 to 1")
