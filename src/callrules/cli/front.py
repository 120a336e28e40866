"""The front: which command does what, and how bad input is answered with one line."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import IO, Any

import click

ANSWERED, BAD_INPUT, INTERRUPTED = 0, 2, 130
HERE = "callrules.cli.commands"
COMMANDS = {
    "script": ("script", "what to say: opener, agenda, voicemail, note"),
    "today": ("today", "whom to ring now, and why everybody else can wait"),
    "brief": ("brief", "one page to have in front of you during a call"),
    "next": ("next_step", "the next step with one person"),
    "log": ("log", "write down what happened"),
    "why": ("why", "what every rule says about one person"),
    "report": ("report", "what the calling brought, in all, and by rep, kind and week"),
    "replay": ("replay", "what the rules would have said about the calls of a book"),
    "compare": ("compare", "who is rung by another playbook that is not by this one"),
    "simulate": ("simulate", "the same rules on imagined answers, day by day"),
    "rules": ("rules", "every rule, its numbers and where they come from"),
    "lint": ("lint", "what is wrong with some words, and what would be better"),
    "import": ("imports", "make a book from what you have"),
    "demo": ("demo", "a small book of its own, worked for three weeks"),
}
"""The commands in the order of a day; each module is loaded when it is asked for."""


class Commands(click.Group):
    """A group of commands that loads only the one that is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click asks so
        """The names, in the order of a day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or a hint at the nearest."""
        if cmd_name not in COMMANDS:
            ctx.fail(
                f"{cmd_name[:40]}: found no such command, expected one of {', '.join(COMMANDS)}{_nearest(cmd_name)}"
            )
        command: click.Command = import_module(f"{HERE}.{COMMANDS[cmd_name][0]}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """One line each, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in COMMANDS.items()])


def _nearest(word: str) -> str:
    close = difflib.get_close_matches(word, COMMANDS, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="callrules", prog_name="callrules")
def callrules() -> None:
    """Say whom to phone, why, when, and when to walk away."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and say how it went; bad input is one line on stderr, never a traceback."""
    _hold_the_standard_places()
    _write_what_can_be_written(sys.stdout, sys.stderr)
    try:
        return _told(arguments)
    except click.exceptions.NoArgsIsHelpError as helped:
        click.echo(helped.format_message())
        return ANSWERED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return _nobody_listens()
    except click.ClickException as error:
        return _refused(_without_texts(error.format_message(), arguments))
    except Exception as error:
        if not _is_bad_input(error):
            raise
        return _refused(_without_texts(_in_words(error), arguments))


def _told(arguments: Sequence[str]) -> int:
    """The answer, on a stdout that takes it."""
    if sys.stdout is None:
        return _refused("stdout: found it closed, expected a place for the answer")
    code = _answered(arguments)
    sys.stdout.flush()
    return code


def _answered(arguments: Sequence[str]) -> int:
    try:
        with callrules.make_context("callrules", list(arguments)) as context:
            code = callrules.invoke(context)
    except click.exceptions.Exit as done:
        code = done.exit_code
    return code if isinstance(code, int) else ANSWERED


def _is_bad_input(error: Exception) -> bool:
    from callrules.errors import CallrulesError

    return isinstance(error, (CallrulesError, OSError))


def _without_texts(says: str, arguments: Sequence[str]) -> str:
    """Say what went wrong without what was typed freely; paths stay."""
    from callrules.redaction import known_as

    for each in (each for each in arguments if " " in each.strip() and os.sep not in each):
        says = says.replace(each, known_as(each)).replace(repr(each), known_as(each))
    return says


def _refused(says: str) -> int:
    from callrules.cli.lines import complain

    complain(says)
    return BAD_INPUT


def _nobody_listens() -> int:
    """Throw away what is left to say, so that nothing is tried again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ANSWERED


def _write_what_can_be_written(*streams: IO[Any] | None) -> None:
    """A name that the terminal cannot show is shown as well as it can be; it stops nobody."""
    for stream in streams:
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")


def _hold_the_standard_places() -> None:
    """Hold the place of a closed standard stream, so that no file of a book takes it and is written into by mistake."""
    for place in range(3):
        try:
            os.fstat(place)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'writing'}: {(error.strerror or 'not possible').lower()}"
    return str(error)
