"""The command line, as it describes itself."""

from __future__ import annotations

from collections.abc import Iterator

import click

from callrules import cli
from callrules.cli import front
from making.markdown import doc, page, table


def commands_page() -> str:
    """The command line, as it describes itself."""
    desk = front.callrules
    context = click.Context(desk, info_name="callrules")
    return page("Commands", doc(cli.main), *_commands(desk, context))


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            raise LookupError(f"{name}: listed by {group.name}, but not found")
        inner = click.Context(command, info_name=name, parent=context)
        yield _command(command, inner)
        if isinstance(command, click.Group):
            yield from _commands(command, inner)


def _command(command: click.Command, context: click.Context) -> str:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    says = "\n\n".join(" ".join(each.split()) for each in (command.help or "").split("\n\n"))
    options = [each for each in command.params if isinstance(each, click.Option) and not each.hidden]
    below = table(("option", "says", "default"), map(_option, options)) if options else ""
    return f"## {context.command_path}\n\n```text\n{usage}\n```\n\n{says}\n\n{below}"


def _option(option: click.Option) -> tuple[str, str, str]:
    takes = "" if option.is_flag else f" {option.metavar or option.type.name.upper().split()[0]}"
    default = f"`{option.default}`" if option.show_default else ""
    return f"`{', '.join(option.opts)}{takes}`" + (" (required)" if option.required else ""), option.help or "", default
