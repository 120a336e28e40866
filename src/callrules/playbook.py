"""Who is asked, and how the answers combine: the one door to a decision."""

from __future__ import annotations

import datetime as dt
import hashlib
import inspect
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs
import pluggy

from callrules import gate, hookspecs
from callrules.asking import Asked, Plan, Question
from callrules.checks import instant, one_of, phone_number
from callrules.choosing import choose
from callrules.contact import Contact
from callrules.days_off import DaysOff
from callrules.errors import InvalidValue, RuleFailed, RuleRefused, nearest
from callrules.explanation import Explanation, explain
from callrules.fingerprints import described, environment, holiday_database
from callrules.fitness import Rule, name_of, refuse_unfit, twice
from callrules.history import History
from callrules.hookspecs import HOOKS, PROJECT
from callrules.rules import DEFAULT_RULES, FLOOR
from callrules.script import ENGLISH, Finding, Script, Sender
from callrules.step import Because, Call, Rest, Step, Verdict
from callrules.terms import Party
from callrules.words.gates import indecencies
from callrules.words.house import HouseWords
from callrules.words.manners import Manners
from callrules.words.scripting import case_of, script_of
from callrules.words.truth import untruths

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
WORDS: tuple[Rule, ...] = (HouseWords(), Manners())
"""What speaks in every playbook: others take its place by name, or are heard before it."""
GUESTS = "callrules"
"""The entry point group in which installed packages offer their rules."""


@attrs.frozen(init=False)
class Playbook:
    """A set of rules that answers one question: what is the next step with this person, and when?

    It stores nothing and reads no clock, so the same facts always give the same answer. `rules` are the house
    rules unless given; the floor (opt-outs, dead numbers, open dials) and the house's words and manners are in
    every playbook. A rule that raises never dials: the contact rests and the answer names the rule; with
    `strict=True` it raises `RuleFailed`. Playbooks are immutable, hashable and can be pickled.
    """

    rules: tuple[Rule, ...]
    strict: bool

    def __init__(self, rules: Iterable[Rule] = DEFAULT_RULES, *, strict: bool = False) -> None:
        """Refuse with `RuleRefused` what cannot be a rule, or cannot stand beside the others."""
        given = tuple(rules)
        names = {name_of(rule) for rule in given}
        floor = tuple(rule for rule in FLOOR if name_of(rule) not in names)
        words = tuple(rule for rule in WORDS if name_of(rule) not in names)
        self.__attrs_init__(rules=(*floor, *given, *words), strict=strict)
        refuse_unfit(self.rules, FLOOR)
        self.plan  # noqa: B018 - frozen now, so that an unfit rule is refused here

    @classmethod
    def from_toml(cls, path: str | Path, *, strict: bool = False) -> Playbook:
        """The playbook a TOML file describes: `extends = "house"`, then one table per rule.

        A table's keys are the rule's parameters; `off = true` leaves the rule out. Raises `BadInput` with
        file, table, key, what was found and what was expected.
        """
        from callrules.playbook_files import rules_from_toml  # noqa: PLC0415 - only readers of files need it

        house = {name_of(rule): rule for rule in (*DEFAULT_RULES, *WORDS)}
        return cls(rules_from_toml(Path(path), house, _always_there()), strict=strict)

    @classmethod
    def with_installed_rules(cls, *, strict: bool = False) -> Playbook:
        """The house rules and every rule that installed packages offer (entry point group `callrules`)."""
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and seldom asked for

        guests = [_guest(entry) for entry in sorted(entry_points(group=GUESTS), key=lambda each: each.name)]
        return cls((*guests, *DEFAULT_RULES), strict=strict)

    def with_rules(self, *rules: Rule) -> Playbook:
        """This playbook with these rules, each in the place of the one of the same name, where there is one."""
        named = {name_of(rule): rule for rule in rules}
        if len(named) < len(rules):
            raise RuleRefused(twice([name_of(rule) for rule in rules]))
        kept = [named.pop(name_of(rule), rule) for rule in self.rules]
        return Playbook((*(rule for rule in rules if name_of(rule) in named), *kept), strict=self.strict)

    def without(self, *names: str) -> Playbook:
        """This playbook less the rules of these names. The floor cannot be left out."""
        known = {name_of(rule) for rule in self.rules}
        for name in names:
            if name not in known:
                raise RuleRefused(
                    f"no rule {name!r} in this playbook; it has {', '.join(sorted(known))}{nearest(name, known)}"
                )
            if name in _always_there():
                part = "floor" if name in _floor() else "words"
                raise RuleRefused(f"rule {name!r} is part of the {part} of every playbook and cannot be left out")
        return Playbook((rule for rule in self.rules if name_of(rule) not in names), strict=self.strict)

    def __getitem__(self, name: str) -> Rule:
        """The rule of that name."""
        return {name_of(rule): rule for rule in self.rules}[name]

    @cached_property
    def plan(self) -> Plan:
        """For each hook, who answers it: read once from pluggy's registry."""
        return _plan(self.rules)

    @cached_property
    def days_off(self) -> DaysOff:
        """The days that count as no working days here: every rule's `closed_days`, and holidays if one keeps them."""
        closed = (day for rule in self.rules for day in getattr(rule, "closed_days", ()))
        holidays = any(getattr(rule, "keeps_holidays", False) is True for rule in self.rules)
        return DaysOff(closed=frozenset(closed), holidays=holidays)

    @cached_property
    def fingerprint(self) -> str:
        """Changes whenever an answer may: with the rules, their numbers, this library or the zone database."""
        parts = [
            environment(),
            *([holiday_database()] if self.days_off.holidays else []),
            *(f"{name_of(rule)}={described(rule)}" for rule in self.rules),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def __getstate__(self) -> tuple[tuple[Rule, ...], bool]:
        return (self.rules, self.strict)

    def __setstate__(self, state: tuple[tuple[Rule, ...], bool]) -> None:
        self.__attrs_init__(*state)

    # --- the questions a host asks -----------------------------------------------------------------------

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The one next step: what, from when, and because of what. `now` is an aware instant.

        Asked again with the same facts the answer is the same up to and including `step.at` (for a `Rest`: up
        to `step.at`), and for ever where `at` is `None`.
        """
        asked = self._asked(contact, history, now)
        try:
            return choose(asked)
        except RuleFailed as failed:
            if self.strict:
                raise
            return Rest(at=asked.now, because=(_failed(failed),))

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """The last gate before a phone rings: whether it may ring at that instant, on that number if given.

        A refusal carries the first moment at which it may, where there is one.
        """
        asked = self._asked(contact, history, at, "at", number)
        return self._verdict(lambda: gate.may_call(asked))

    def can_promise(
        self,
        contact: Contact,
        history: History,
        due: dt.date,
        *,
        number: str | None = None,
        asked_by: Party | str = Party.THEM,
    ) -> Verdict:
        """Whether a call promised for that instant or day could be made then, asked while promising.

        `due` is an aware datetime for an hour, a date for a day. Where the law, a holiday or opening hours
        would move it, `allowed` is false, `at` says to when and `because` says why.
        """
        asking = one_of(Party)(asked_by, "asked_by")
        asked = self._asked(contact, history, EPOCH, number=number)
        return self._verdict(lambda: gate.can_promise(asked, due, asking))

    def held_back_by(self, contact: Contact, history: History, call: Call) -> Because | None:
        """The guard that opens last at the call's own moment, and when; `None` where the reason falls due then.

        It is the same whenever asked before `call.at`.
        """
        asked = self._asked(contact, history, call.at or EPOCH)
        return gate.opens_last(asked, call) if call.at and call.at != call.since else None

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        """The words of that step: how to begin, what the call is for, a voicemail, a note, what to mind.

        They are seen from `step.at`, or from the last fact where it has none. Whoever opted out gets no words. A rule
        of words that raises is left out and named among the cautions; with `strict=True` it raises `RuleFailed`.
        """
        seen_from = step.at or history.latest or EPOCH
        return script_of(self._asked(contact, history, seen_from), step, sender, self._texts, strict=self.strict)

    def lint(self, text: str, *, kind: str | None = None, language: str = ENGLISH) -> tuple[Finding, ...]:
        """What is wrong with the manners of these words, in the order in which they stand; empty where nothing is.

        `kind` is `opener`, `voicemail` or a purpose such as `after_hang_up`; where it is not told, the words show it.
        Raises `RuleFailed` where a rule does.
        """
        asked = Asked(self.plan, Contact(id="nobody"), History(), EPOCH)
        return tuple(indecencies(asked, text, kind, language))

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        """What these words claim about the person that no fact says, seen from `now`; empty where nothing is.

        A call offered for a day to come is true where the gate permits it.
        """
        asked = self._asked(contact, history, now)
        step = self.next_step(contact, history, now)
        return tuple(untruths(text, case_of(asked, step, sender), asked))

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        """Every rule's say about this contact now, also that of the silent ones; `print` it, or use rich."""
        asked = self._asked(contact, history, now)
        return explain(asked, self.next_step(contact, history, now), [name_of(rule) for rule in self.rules])

    @property
    def _texts(self) -> tuple[str, ...]:
        return tuple(getattr(self[HouseWords.name], "texts", ()))

    def _asked(
        self, contact: Contact, history: History, now: dt.datetime, called: str = "now", number: str | None = None
    ) -> Asked:
        for given, kind, field in ((contact, Contact, "contact"), (history, History, "history")):
            if not isinstance(given, kind):
                raise InvalidValue(field, given, f"a {kind.__name__}")
        number = None if number is None else phone_number(number, "number")
        return Asked(self.plan, contact, history.seen_by(contact, self.days_off), instant(now, called), number)

    def _verdict(self, ask: Any) -> Verdict:
        try:
            verdict: Verdict = ask()
        except RuleFailed as failed:
            if self.strict:
                raise
            return Verdict(allowed=False, because=(_failed(failed),))
        return verdict


def _always_there() -> set[str]:
    return {name_of(rule) for rule in (*FLOOR, *WORDS)}


def _floor() -> set[str]:
    return {name_of(rule) for rule in FLOOR}


def _failed(failed: RuleFailed) -> Because:
    return Because(failed.rule, "rule_failed", f"{failed}; nobody is rung until it is mended or left out")


def _guest(entry: Any) -> Rule:
    try:
        offered = entry.load()
        return offered() if inspect.isclass(offered) else offered
    except Exception as error:
        found = f"installed rule {entry.name!r} ({entry.value}): found {type(error).__name__}: {error}"
        raise RuleRefused(f"{found}, expected a rule: mend or uninstall the package that offers it") from error


class _Registry(pluggy.PluginManager):
    """Pluggy's registry, less a look at every dunder of every rule."""

    def parse_hookimpl_opts(self, plugin: Any, name: str) -> Any:
        return None if name.startswith("__") else super().parse_hookimpl_opts(plugin, name)


def _plan(rules: tuple[Rule, ...]) -> Plan:
    manager = _Registry(PROJECT)
    manager.add_hookspecs(hookspecs)
    for rule in rules:
        manager.register(rule, name=name_of(rule))
    places = {name_of(rule): place for place, rule in enumerate(rules)}
    return {hook: tuple(sorted(_questions(manager, hook), key=lambda each: places[each.rule])) for hook in HOOKS}


def _questions(manager: pluggy.PluginManager, hook: str) -> Iterator[Question]:
    for impl in getattr(manager.hook, hook).get_hookimpls():
        yield Question(impl.plugin_name, hook, impl.function, impl.argnames)
