"""A case that a command is given, and who speaks in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from callrules.cli.options import warn

if TYPE_CHECKING:
    from callrules.script import Sender
    from callrules.wire import Case

FIELDS = {
    "name": "Your name, as you say it.", "company": "Your company.", "number": "The number to call you back, E.164.",
    "email": "Your e-mail address.", "language": "The language you speak, such as en or de.",
}  # fmt: skip


def read_case_file(path: str) -> Case:
    """The case in that file, `-` for stdin; what is wrong with it is told with the file's name."""
    from callrules.cli.files import read_json
    from callrules.errors import BadInput
    from callrules.redaction import quoted
    from callrules.wire import read_case

    data = read_json(path)
    try:
        case = read_case(data)
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from None
    for stray in case.strays:
        taken_for = f"took them for those of {quoted(case.contact.id)}: only the case differs"
        warn(f"{path}: found facts of {quoted(stray)}, {taken_for}")
    return case


def sender_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say who speaks."""
    for field in reversed(FIELDS):
        command = click.option(f"--{field}", metavar=field.upper(), help=FIELDS[field])(command)
    return command


def sender_from(given: dict[str, str | None]) -> Sender:
    """Whoever the options say."""
    from callrules.errors import BadInput, InvalidValue
    from callrules.script import Sender

    try:
        return Sender(**{field: value for field, value in given.items() if value is not None})
    except InvalidValue as error:
        field = error.field.partition(".")[2]
        raise BadInput(f"--{field}: found {error.found!r}, expected {error.expected}") from None
