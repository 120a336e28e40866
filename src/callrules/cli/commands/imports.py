"""`callrules import`: make a book from what you have."""

from __future__ import annotations

import click

from callrules.cli.commands.orders import command as orders


@click.group("import")
def command() -> None:
    """Make a book from what you have."""


command.add_command(orders)
