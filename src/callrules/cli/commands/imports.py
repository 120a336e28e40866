"""`callrules import`: make a book from what you have."""

from __future__ import annotations

import click

from callrules.cli.commands.import_maps import command as maps
from callrules.cli.commands.import_rows import calls, contacts, messages
from callrules.cli.commands.orders import command as orders


@click.group("import")
def command() -> None:
    """Make a book from what you have."""


for each in (contacts, calls, messages, orders, maps):
    command.add_command(each)
