"""Write the reference pages from the code (`make reference`); `tests/docs` compares them."""  # noqa: INP001 - a script

from __future__ import annotations

import datetime as dt
import enum
import inspect
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import click
from provoked import Provoked, provoked
from rooms import layers, rooms

from callrules import cli, errors, hookspecs, rules, wire
from callrules.cli import front
from callrules.contact import Contact, Phone
from callrules.dispositions import Disposition, Traits
from callrules.facts import FACTS
from callrules.playbook import Playbook, name_of
from callrules.step import RANK, STEPS, Because, Reason, Verdict

HERE = Path(__file__).parent / "reference"
ARCHITECTURE = Path(__file__).parents[1] / "ARCHITECTURE.md"
IDS = re.compile(r"\b([A-F])(\d{1,2})(?:–[A-F](\d{1,2}))?\b")
WORDS = {
    str: "text", bool: "true or false", int: "a whole number", float: "a number", Decimal: "a decimal number",
    dt.datetime: "an instant", dt.date: "a [moment](#moments)", dt.time: "a time of day",
}  # fmt: skip


def page(title: str, *parts: str) -> str:
    """A page of Markdown that says where it comes from."""
    note = "<!-- Written by `make reference` from the code: change the code, not this page. -->"
    return "\n\n".join([f"# {title}", note, *(part.strip("\n") for part in parts)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def doc(thing: Any) -> str:
    """A docstring, each paragraph on one line."""
    paragraphs = inspect.cleandoc(thing.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)


def lines(thing: Any) -> str:
    """A docstring whose lines matter."""
    return inspect.cleandoc(thing.__doc__ or "")


def comma(words: Iterable[str]) -> str:
    """Several names, as code."""
    return ", ".join(f"`{word}`" for word in words)


# --- hooks -------------------------------------------------------------------------------------------------


def hooks_page() -> str:
    """Every question that rules are asked."""
    intro = (
        "A rule answers one or more of these questions: a method of the same name, marked `@hookimpl`.\n"
        "It names only the arguments it needs, in any order.\n"
        f"They are asked in this order: {comma(hookspecs.HOOKS)}."
    )
    return page("Hooks", intro, *(_hook(name) for name in hookspecs.HOOKS))


def _hook(name: str) -> str:
    spec = getattr(hookspecs, name)
    question, _, rest = lines(spec).partition("\n\n")
    four = "\n".join("* **{}:**{}".format(*line.split(":", 1)) for line in rest.splitlines())
    who = comma(question.rule for question in Playbook().plan[name])
    code = f"```py\n{name}{_signature(spec)}\n```"
    return f"## {name}\n\n{question}\n\n{code}\n\n{four}\n\nHouse rules that answer it: {who}."


def _signature(spec: Callable[..., Any]) -> str:
    return str(inspect.signature(spec)).replace("'", "")


# --- rules -------------------------------------------------------------------------------------------------


def rules_page() -> str:
    """Every house rule, with its numbers and where they come from."""
    intro = (
        f"The {len(rules.DEFAULT_RULES)} house rules, in order. "
        "Every number is a parameter, and says where it comes from.\n"
        "Change one in Python with `playbook.with_rules(...)`, or in [TOML](../how-to/write-toml.md).\n"
        f"The floor, {comma(map(name_of, rules.FLOOR))}, is in every playbook and cannot be left out.\n"
        "Ids such as B5 are those of the rulebook, in which the rules were written down before they were code."
    )
    precedence = (
        "**Precedence:** opt-out, then law, then walk-away, then a moment they named, "
        "then opening hours, then pace, then everything else."
    )
    ranks = "**Rank of reasons** that are due at the same moment: " + comma(RANK) + "."
    return page("House rules", intro, precedence, ranks, *map(_rule, rules.DEFAULT_RULES), "## By id", _by_id())


def _rule(rule: Any) -> str:
    question, _, rest = doc(type(rule)).partition("\n\n")
    named = comma(hook for hook in hookspecs.HOOKS if any(each.rule == name_of(rule) for each in Playbook().plan[hook]))
    head = f"## {name_of(rule)}\n\n**{_without_ids(question)}**"
    facts = f"`callrules.rules.{type(rule).__name__}` · answers {named} · {_ids_in_words(rule)}"
    return "\n\n".join(part for part in (head, facts, _said_once(rest), _parameters(rule)) if part)


def _parameters(rule: Any) -> str:
    fields = [field for field in attrs.fields(type(rule)) if field.init]
    rows = [(f"`{field.name}`", _default(getattr(rule, field.name)), *_about(field)) for field in fields]
    return table(("parameter", "default", "says", "source"), rows) if rows else ""


def _about(field: Any) -> tuple[str, str]:
    return field.metadata.get("says", ""), field.metadata.get("source", "")


def _default(value: Any) -> str:
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(map(str, sorted(value) if isinstance(value, frozenset) else value)) or "none"
    return str(value)


def _without_ids(question: str) -> str:
    return re.sub(r" \([^)]*\)$", "", question)


def _said_once(rest: str) -> str:
    return re.sub(r"^Rulebook [^.]*\.\s*", "", rest)


def ids_of(rule: Any) -> list[str]:
    """The rulebook ids that a rule names, in its own docstring and its module's."""
    said = f"{inspect.getmodule(type(rule)).__doc__} {type(rule).__doc__}"
    found = {
        f"{letter}{number}"
        for letter, first, last in IDS.findall(said)
        for number in range(int(first), int(last or first) + 1)
    }
    return sorted(found, key=lambda each: (each[0], int(each[1:])))


def _ids_in_words(rule: Any) -> str:
    ids = ids_of(rule)
    return f"rulebook {', '.join(ids)}" if ids else "no rulebook id"


def _by_id() -> str:
    named: dict[str, list[str]] = {}
    for rule in rules.DEFAULT_RULES:
        for each in ids_of(rule):
            named.setdefault(each, []).append(f"[{name_of(rule)}](#{name_of(rule)})")
    ordered = sorted(named, key=lambda each: (each[0], int(each[1:])))
    return table(("id", "rules"), [(each, ", ".join(named[each])) for each in ordered])


# --- dispositions ------------------------------------------------------------------------------------------


def dispositions_page() -> str:
    """How a call can end, and what follows."""
    traits = [field.name for field in attrs.fields(Traits)]
    heads = ("disposition", "attempt", "unanswered", "refusal", *traits)
    rows = [
        (f"`{each.value}`", *map(_tick, (each.is_attempt, each.is_unanswered, each.is_refusal)), *_traits(each, traits))
        for each in Disposition
    ]
    meaning = "\n".join(
        f"* `{name.removeprefix('is_')}`: {doc(getattr(Disposition, name))}"
        for name in ("is_attempt", "is_unanswered", "is_refusal")
    )
    return page("Dispositions", "How a call ended, and what that tells us.", table(heads, rows), meaning, doc(Traits))


def _tick(says: bool) -> str:  # noqa: FBT001 - a mark in a table
    return "✓" if says else ""


def _traits(disposition: Disposition, traits: Iterable[str]) -> Iterator[str]:
    return (_tick(getattr(disposition.traits, name)) for name in traits)


# --- wire --------------------------------------------------------------------------------------------------


def wire_page() -> str:
    """Everything that goes to and from JSON."""
    enums = dict.fromkeys(
        each for kind in (Contact, Phone, *FACTS, *STEPS) for each in _enums(kind) if each is not Disposition
    )
    case = "A *case* is one question: `now`, `contact`, and `history`, a list of facts."
    beside = f"Besides it may hold {comma(sorted(wire.BESIDE))}, which nobody reads."
    return page(
        "Wire format",
        doc(wire),
        "Unknown fields are errors that name the nearest known one. Fields in **bold** are required.",
        f"## A case\n\n{case}\n{beside}",
        "## Moments\n\n" + _moments(),
        *(_kind(kind, kind.__name__) for kind in (Contact, Phone)),
        "## Facts\n\nEach has `type` and the fields of every fact: **`at`**, `id`, `recorded`, `contact`.",
        *(_kind(kind, wire.word(kind), less=("at", "id", "recorded", "contact"), level=3) for kind in FACTS),
        "## Steps\n\nEvery step has `type`, `at`, `due` (as seen `now`) and `because`. What is unknown is `null`.",
        *(_answer(kind, wire.word(kind), less=("at", "because"), level=3) for kind in STEPS),
        _answer(Because, "Because"),
        "## Reason\n\nOn the wire a reason has `name`, `about` and `says`.\n\n" + doc(Reason),
        _answer(Verdict, "Verdict"),
        "## Words\n\n" + table(("field takes", "words", "meaning"), map(_enum, enums)),
    )


def _moments() -> str:
    rows = [
        ("an instant", "`2026-11-20T15:00:00Z`", "any offset; written back in UTC"),
        (
            "a wall time",
            '`2026-11-27T10:00:00` with `"zone": "Europe/Paris"`',
            "wall time and zone win, and are written back",
        ),
        ("a day", "`2026-11-27`", "on the person's own calendar"),
    ]
    return f"{comma(wire.MOMENTS)} take any of these; every other time is an instant.\n\n" + table(
        ("what", "example", "note"), rows
    )


def _kind(kind: type, title: str, *, less: Sequence[str] = (), level: int = 2) -> str:
    hints = typing.get_type_hints(kind)
    fields = [field for field in attrs.fields(kind) if field.name not in less]
    rows = [(_required(field), _in_words(hints[field.name]), _left_out(field)) for field in fields]
    below = table(("field", "takes", "default"), rows) if rows else "No further field."
    return f"{'#' * level} {title}\n\n{doc(kind)}\n\n{below}"


def _answer(kind: type, title: str, *, less: Sequence[str] = (), level: int = 2) -> str:
    hints = typing.get_type_hints(kind)
    rows = [
        (f"`{name}`", _in_words(hints[name], null=" or `null`")) for name in attrs.fields_dict(kind) if name not in less
    ]
    below = table(("field", "holds"), rows) if rows else "No further field."
    return f"{'#' * level} {title}\n\n{doc(kind)}\n\n{below}"


def _required(field: Any) -> str:
    return f"**`{field.name}`**" if field.default is attrs.NOTHING else f"`{field.name}`"


def _left_out(field: Any) -> str:
    if field.default in {attrs.NOTHING, None, ()}:
        return ""
    return f"`{field.default.value}`" if isinstance(field.default, enum.Enum) else f"`{str(field.default).lower()}`"


def _in_words(hint: Any, null: str = "") -> str:
    if isinstance(hint, types.UnionType):
        given = [each for each in typing.get_args(hint) if each is not types.NoneType]
        return " or ".join(map(_in_words, given)) + null
    if typing.get_origin(hint) is tuple:
        return f"a list of {_in_words(typing.get_args(hint)[0])}".replace(" of a ", " of ")
    if hint is Disposition:
        return "a [disposition](dispositions.md)"
    return WORDS.get(hint) or f"a [{hint.__name__}](#{'words' if _is_enum(hint) else hint.__name__.lower()})"


def _is_enum(hint: Any) -> bool:
    return inspect.isclass(hint) and issubclass(hint, enum.Enum)


def _enums(kind: type) -> Iterator[type[enum.Enum]]:
    for hint in typing.get_type_hints(kind).values():
        yield from filter(_is_enum, typing.get_args(hint) or (hint,))


def _enum(kind: type[enum.Enum]) -> tuple[str, str, str]:
    return kind.__name__, comma(str(each.value) for each in kind), " ".join(doc(kind).split())


# --- errors ------------------------------------------------------------------------------------------------


def errors_page() -> str:
    """What can go wrong, and what is then said."""
    intro, tree, form = lines(errors).split("\n\n")
    kinds = [
        each for each in vars(errors).values() if inspect.isclass(each) and issubclass(each, errors.CallrulesError)
    ]
    classes = [f"## {each.__name__}\n\n{doc(each)}{_is_also(each)}" for each in kinds]
    told = "Each of these was provoked while this page was written."
    drawn = f"```text\n{inspect.cleandoc(tree)}\n```"
    return page("Errors", intro, drawn, form, *classes, "## What is said", told, *map(_told, provoked()))


def _is_also(kind: type) -> str:
    also = comma(each.__name__ for each in kind.__bases__ if each not in {errors.CallrulesError, Exception})
    return f" It is a {also} too." if also else ""


def _told(each: Provoked) -> str:
    return f"**{each.mistake}** (`{each.error}`)\n\n```text\n{each.says}\n```"


PAGES: dict[str, Callable[[], str]] = {
    "hooks.md": hooks_page,
    "rules.md": rules_page,
    "dispositions.md": dispositions_page,
    "wire.md": wire_page,
    "commands.md": commands_page,
    "errors.md": errors_page,
}


# --- commands ----------------------------------------------------------------------------------------------


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


# --- the house ---------------------------------------------------------------------------------------------


def architecture() -> str:
    """`ARCHITECTURE.md` with its rooms and layers as they are now."""
    named = table(("room", "its question"), ((f"`{name}`", says) for name, says in rooms().items()))
    drawn = "```text\n" + "\n".join(layers()) + "\n```"
    return _between("layers", drawn, _between("rooms", named, ARCHITECTURE.read_text("utf-8")))


def _between(what: str, written: str, text: str) -> str:
    marks = re.compile(rf"(<!-- {what}:[^>]*-->\n).*?(<!-- end -->)", re.DOTALL)
    return marks.sub(lambda found: f"{found[1]}\n{written}\n\n{found[2]}", text)


def written() -> dict[Path, str]:
    """Every page that is written from the code, as it should be."""
    return {ARCHITECTURE: architecture()} | {HERE / name: made() for name, made in PAGES.items()}


def main() -> None:
    """Write them all."""
    HERE.mkdir(exist_ok=True)
    for path, text in written().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
