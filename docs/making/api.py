"""Everything that is exported, with what its docstring promises and examples that run."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import attrs

import callrules
from making import api_examples as examples
from making.markdown import comma, doc, page

A_LINE = 95
PLAINLY = {r"<(\w+)\.(\w+): [^>]*>": r"\1.\2", r"<function (\w+) at [^>]*>": r"\1"}
"""How the defaults of a signature are shown."""
Section = tuple[str, str, str, tuple[str, ...]]
SECTIONS: tuple[Section, ...] = (
    ("People", "callrules", examples.PEOPLE, ("Contact", "Phone", "Role", "Line", "PreferredHours")),
    (
        "What has happened",
        "callrules",
        examples.FACTS,
        (
            "History", "Fact", "CallAttempt", "Commitment", "Message", "Meeting", "Purchase", "Insight", "Research",
            "Introduction", "OptOut", "Consent", "Snooze", "Farewell", "CalledOff", "KeyDate", "Reflection",
            "Reception", "Retraction", "Disposition", "Traits", "Direction", "Outcome", "Party", "Kind",
            "Channel", "Reply",
        ),
    ),
    (
        "Playbooks",
        "callrules",
        examples.PLAYBOOKS,
        (
            "Playbook", "Playbook.next_step", "Playbook.may_call", "Playbook.can_promise", "Playbook.explain",
            "Playbook.held_back_by",
            "Playbook.priority", "Playbook.fingerprint", "Playbook.with_rules", "Playbook.without",
            "Playbook.from_toml", "Playbook.with_installed_rules", "Verdict", "Explanation", "DEFAULT_RULES",
        ),
    ),
    (
        "Steps",
        "callrules",
        examples.STEPS,
        (
            "Step", "Call", "Call.attempt", "Write", "Write.message", "Prepare", "SeekIntroduction", "WalkAway",
            "WalkAway.goodbye", "Rest", "Errand", "Because",
        ),
    ),
    ("For rules", "callrules", examples.RULES, ("hookimpl", "parameter", "Reason", "Named", "Window", "Stop")),
    (
        "Errors",
        "callrules",
        examples.ERRORS,
        ("CallrulesError", "InvalidValue", "BadInput", "RuleRefused", "RuleFailed"),
    ),
    ("The day", "callrules", examples.THE_DAY, ("day_key", "neighbours")),
    ("The day list", "callrules.desk.day_list", "", ("day_list", "DayList", "LeftOut")),
    ("The desk", "callrules.desk.desks", examples.THE_DESK, ("Desk",)),
    ("Who calls", "callrules.desk.reps", "", ("Rep",)),
    ("Hours kept for calling", "callrules.desk.blocks", "", ("Block", "Every")),
    ("Who is away", "callrules.desk.absences", "", ("Absence",)),
    ("Notes to have at hand", "callrules.desk.note_cards", "", ("note_cards", "NoteCards")),
    ("Courage", "callrules.desk.courage", "", ("courage_for", "Courage", "Fear")),
    ("TalkRate", "callrules.desk.talk_rate", "", ("talk_rate",)),
    ("The scorecard", "callrules.desk.scorecard.card", examples.SCORECARD, ("scorecard", "Scorecard")),
    ("Its period", "callrules.desk.scorecard.period", "", ("Period", "Within")),
    ("Its shares", "callrules.desk.scorecard.shares", "", ("Share", "is_ahead")),
    ("Its page", "callrules.desk.scorecard.report_page", "", ("report_page",)),
    ("Thirty days", "callrules.desk.scorecard.challenge", "", ("challenge",)),
    ("Replay", "callrules.desk.replay.replaying", examples.REPLAY, ("replay", "Replay")),
    ("Two playbooks on the same calls", "callrules.desk.replay.side_by_side", "", ("side_by_side", "SideBySide")),
    ("The replay as a page", "callrules.desk.replay.replay_page", "", ("replay_page", "side_by_side_page")),
    ("Two playbooks now", "callrules.desk.comparing.comparing", "", ("compare", "Comparison")),
    ("Imagined days", "callrules.desk.simulating.simulating", examples.SIMULATION, ("simulate", "Simulated")),
    ("What is imagined", "callrules.desk.simulating.working", "", ("Plan",)),
    ("How people answer", "callrules.desk.simulating.answering", "", ("HowPeopleAnswer", "Model", "Ring")),
    ("Imagined days as a page", "callrules.desk.simulating.simulation_page", "", ("simulation_page",)),
    (
        "JSON",
        "callrules.wire",
        examples.WIRE,
        (
            "Case", "read_case", "write_case", "read_contact", "write_contact", "read_fact", "write_fact", "read_step",
            "write_step", "read_verdict", "write_verdict", "write_explanation", "write_script", "write_finding",
            "read_instant", "read_moment",
            "write_moment", "word",
        ),
    ),
    ("The schema", "callrules.wire.schema", "", ("case_schema",)),
    (
        "Words",
        "callrules",
        examples.WORDS,
        (
            "Playbook.script", "Playbook.lint", "Playbook.untruths", "Sender", "Script", "Opener", "Claim", "Agenda",
            "Ask", "Finding",
        ),
    ),
    ("The house's words", "callrules.words.house", "", ("HouseWords",)),
    ("Manners", "callrules.words.manners", "", ("Manners",)),
    ("Voicemails", "callrules.words.voicemail", "", ("leaves_a_voicemail", "seconds_spoken")),
    (
        "Who moves whom",
        "callrules.influence",
        examples.INFLUENCE,
        (
            "InfluenceMap", "Person", "Influence", "Path", "Ranked", "seen_with", "takes_our_calls",
        ),
    ),
    ("Maps as JSON", "callrules.wire.influence_maps", "", ("read_influence", "write_influence")),
    ("The map as a picture", "callrules.pictures.influence_picture", "", ("influence_picture",)),
    ("The briefing", "callrules.desk.briefing", "", ("briefing", "Briefing")),
    ("The briefing as a page", "callrules.desk.briefing_page", "", ("briefing_page",)),
    ("The red-phone budget", "callrules.desk.red_phone_budget", "", ("RedPhoneBudget", "Spent")),
    ("A story", "callrules.pictures.timeline", "", ("timeline",)),
    ("What the calendar adds", "callrules.law", examples.LAW, ("PublicHolidays",)),
    (
        "For tests",
        "callrules.testing",
        examples.TESTING,
        ("laws", "law", "Broken", "Situation", "Relax", "LawWarning", "examples", "cadence_machine"),
    ),
)  # fmt: skip


def api_page() -> str:
    """Every exported name, in sections, each with an example that runs."""
    intro = (
        "Everything that you may build on: the names of `callrules`, and what its modules offer besides.\n"
        "The examples run one after another, from the top of this page to its end.\n"
        "`callrules.__version__` says which version is installed."
    )
    return page("Everything exported", intro, *(part for section in SECTIONS for part in _section(section)))


def exported() -> set[str]:
    """Every name on the page, with its module."""
    return {f"{module}.{name}" for _, module, _, names in SECTIONS for name in names}


def _section(section: Section) -> Iterator[str]:
    title, module, example, names = section
    yield f"## {title}\n\nFrom `{module}`."
    if example:
        yield example
    yield from (_told(import_module(module), name) for name in names)


def _told(module: Any, name: str) -> str:
    owner, _, method = name.rpartition(".")
    thing = getattr(getattr(module, owner) if owner else module, method)
    return f"### {name}\n\n{_signature(thing, name)}{_says(thing, name)}"


def _signature(thing: Any, name: str) -> str:
    if not inspect.isroutine(thing) and not (inspect.isclass(thing) and attrs.has(thing)):
        return ""
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(inspect.signature(thing)))
    plain = signature.replace(repr(callrules.DEFAULT_RULES), "DEFAULT_RULES")
    for shown, meant in PLAINLY.items():
        plain = re.sub(shown, meant, plain)
    return f"```py\n{name}{_wrapped(plain.replace('self, ', '', 1).removesuffix(' -> None'))}\n```\n\n"


def _wrapped(signature: str) -> str:
    if len(signature) <= A_LINE:
        return signature
    arguments, closing, answer = signature[1:].rpartition(")")
    lines: list[str] = []
    for each in re.split(r", (?![^\[(]*[\])])", arguments):
        fits = lines and len(f"{lines[-1]}, {each}") <= A_LINE
        lines = [*lines[:-1], f"{lines[-1]}, {each}"] if fits else [*lines, f"    {each}"]
    return "(\n" + ",\n".join(lines) + f",\n{closing}{answer}"


def _says(thing: Any, name: str) -> str:
    told: dict[str, str] = {
        "DEFAULT_RULES": "The [house rules](rules.md), in the order of the rulebook's precedence.",
        "Step": "The one next step: one of six kinds, and nothing else. `isinstance(step, Step)` holds for each.",
        "Errand": "Something to do before a call, or owed anyway: a `Write`, a `Prepare` or a `SeekIntroduction`.",
        "hookimpl": "Marks a method of a rule as the answer to the [question](hooks.md) of the same name.",
    }
    return told.get(name) or f"{doc(thing)}{_members(thing, name)}"


def _members(thing: Any, name: str) -> str:
    """The words of an enum; those of dispositions have a page."""
    if not (inspect.isclass(thing) and issubclass(thing, enum.Enum)):
        return ""
    if name == "Disposition":
        return "\n\n[All of them](dispositions.md)."
    return f"\n\nAny of {comma(each.value for each in thing)}; in code `{name}.{next(iter(thing)).name}` and so on."
