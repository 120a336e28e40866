"""Who is asked, and how the answers combine: the one door to a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs
import pluggy

from callrules import hookspecs
from callrules.checks import day, instant, one_of, optional, phone_number
from callrules.contact import Contact
from callrules.days_off import DaysOff
from callrules.deciding import gate
from callrules.deciding.admission import (
    Rule,
    name_of,
    only_with,
    opens_daily,
    refuse_unfit,
    refuse_unnamed_in_a_place,
    twice,
)
from callrules.deciding.answerer import Answerer
from callrules.deciding.choosing import choose
from callrules.deciding.doorways import FromTheClassToo, OnlyOnTheClass
from callrules.deciding.explanation import Explanation, explain
from callrules.deciding.failures import log_once
from callrules.deciding.fingerprints import described, environment, holiday_database
from callrules.deciding.guests import installed_rules
from callrules.deciding.plans import Plan
from callrules.deciding.question import Question, sole_question
from callrules.errors import InvalidValue, RuleFailed, RuleRefused, nearest
from callrules.history import History
from callrules.hookspecs import HOOKS, PROJECT
from callrules.rules import FLOOR, HOUSE_RULES
from callrules.script import ENGLISH, Finding, Script, Sender
from callrules.step import Because, Call, Rest, Step, Verdict
from callrules.vocabulary import Party
from callrules.words.house import HouseWords
from callrules.words.manners import Manners

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
DEFAULT_RULES: tuple[Rule, ...] = (*HOUSE_RULES, HouseWords(), Manners())
"""The house: what decides about calls, in the order of the rulebook's precedence, and what is said."""
HOUSE = {name_of(rule): rule for rule in DEFAULT_RULES}
FLOOR_NAMES = frozenset(map(name_of, FLOOR))


def _from_toml(kind: type[Playbook], path: str | Path, *, strict: bool = False) -> Playbook:
    """The playbook a TOML file describes: `extends = "house"`, then one table per rule.

    A table's keys are the rule's parameters; `off = true` leaves the rule out. `installed = true`, before the
    tables, adds the rules of installed packages, `owes_from = 2026-11-01` is the day of going live. Raises
    `BadInput` with file, table, key, what was found and what was expected.
    """
    from callrules.wire.playbook_files import read_playbook  # noqa: PLC0415 - only readers of files need it

    described = read_playbook(path, HOUSE, FLOOR_NAMES)
    return kind(described.rules, strict=strict, owes_from=described.owes_from)


def _with_installed_rules(playbook: Playbook) -> Playbook:
    """This playbook and every rule that installed packages offer (entry point group `callrules`).

    All of this playbook stays: an installed rule that it has already stays as it is set here. Asked of the
    class, `Playbook.with_installed_rules()`, it adds them to the house rules.
    """
    known = {(type(rule), name_of(rule)) for rule in playbook.rules}
    guests = [rule for rule in installed_rules(HOUSE) if (type(rule), name_of(rule)) not in known]
    return attrs.evolve(playbook, rules=(*guests, *playbook.rules))


@attrs.frozen(init=False)
class Playbook:
    """A set of rules that answers one question: what is the next step with this person, and when?

    It stores nothing and reads no clock, so the same facts always give the same answer. `rules` are the house
    rules, words and manners unless given; the floor (opt-outs, dead numbers, open dials) is in every playbook. A
    rule that raises never dials: the contact rests and the answer names the rule; with `strict=True` it raises
    `RuleFailed`. `owes_from` is the day of going live: nothing that fell due before it, on the person's own
    calendar, is owed in writing. Playbooks are immutable, hashable and can be pickled.
    """

    rules: tuple[Rule, ...]
    strict: bool
    owes_from: dt.date | None

    def __init__(
        self, rules: Iterable[Rule] = DEFAULT_RULES, *, strict: bool = False, owes_from: dt.date | None = None
    ) -> None:
        """Refuse with `RuleRefused` what cannot be a rule, or cannot stand beside the others."""
        given = tuple(rules)
        names = {name_of(rule) for rule in given}
        floor = tuple(rule for rule in FLOOR if name_of(rule) not in names)
        since = optional(day)(owes_from, "Playbook.owes_from")
        self.__attrs_init__(rules=(*floor, *given), strict=strict, owes_from=since)
        refuse_unfit(self.rules, FLOOR)
        self.plan  # noqa: B018 - frozen now, so that an unfit rule is refused here

    from_toml = OnlyOnTheClass(_from_toml)
    with_installed_rules = FromTheClassToo(_with_installed_rules)

    def with_rules(self, *rules: Rule) -> Playbook:
        """This playbook with these rules, each in the place of the one of the same name, where there is one."""
        named = {name_of(rule): rule for rule in rules}
        if len(named) < len(rules):
            raise RuleRefused(twice([name_of(rule) for rule in rules]))
        refuse_unnamed_in_a_place({name_of(rule): rule for rule in self.rules}, rules)
        kept = [named.pop(name_of(rule), rule) for rule in self.rules]
        return attrs.evolve(self, rules=(*(rule for rule in rules if name_of(rule) in named), *kept))

    def without(self, *names: str) -> Playbook:
        """This playbook less the rules of these names. The floor cannot be left out."""
        known = {name_of(rule) for rule in self.rules}
        for name in names:
            if name not in known:
                raise RuleRefused(
                    f"no rule {name!r} in this playbook; it has {', '.join(sorted(known))}{nearest(name, known)}"
                )
            if name in FLOOR_NAMES:
                raise RuleRefused(f"rule {name!r} is part of the floor of every playbook and cannot be left out")
        return attrs.evolve(self, rules=[rule for rule in self.rules if name_of(rule) not in names])

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
        """Changes whenever an answer may: with rules, their numbers, the day of going live, this library or zones."""
        import hashlib  # noqa: PLC0415 - slow to import, and who asks about one case needs no fingerprint

        parts = [
            environment(),
            *([holiday_database()] if self.days_off.holidays else []),
            *([f"owes from {self.owes_from}"] if self.owes_from else []),
            *(f"{name_of(rule)}={described(rule)}" for rule in self.rules),
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

    def __getstate__(self) -> tuple[tuple[Rule, ...], bool, dt.date | None]:
        return (self.rules, self.strict, self.owes_from)

    def __setstate__(self, state: tuple[tuple[Rule, ...], bool, dt.date | None]) -> None:
        self.__attrs_init__(*state)

    # --- the questions a host asks -----------------------------------------------------------------------

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """The one next step: what, from when, and because of what. `now` is an aware instant.

        Asked again with the same facts the answer is the same up to and including `step.at` (for a `Rest`: up
        to `step.at`), and for ever where `at` is `None`.
        """
        question = self._asked(contact, history, now)
        try:
            with sole_question():
                return choose(question)
        except RuleFailed as failed:
            return Rest(at=question.now, because=(self._failed(failed),))

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        """The last gate before a phone rings: whether it may ring at that instant, on that number if given.

        A refusal carries the first moment at which it may, where there is one; what must be done first counts as not
        done until then.
        """
        question = self._asked(contact, history, at, "at", number)
        return self._verdict(lambda: gate.may_call(question))

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
        would move it, `allowed` is false, `at` says to when and `because` says why. Pace, caps and rests give way
        to what they name, and to nothing that we name: `asked_by="us"`.
        """
        asking = one_of(Party)(asked_by, "asked_by")
        question = self._asked(contact, history, EPOCH, number=number)
        return self._verdict(lambda: gate.can_promise(question, due, asking))

    def held_back_by(self, contact: Contact, history: History, call: Call) -> tuple[Because, ...]:
        """The guards that permit the call at its own moment, each with `until` when it had forbidden calls before.

        It is the same whenever asked before `call.at`, so people can be counted by it. Of a rule that fails it tells
        that alone.
        """
        question = self._asked(contact, history, call.at or EPOCH)
        try:
            with sole_question():
                return gate.opened_for(question, call)
        except RuleFailed as failed:
            return (self._failed(failed),)

    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> dt.timedelta:
        """The head start of that step among those of a day, as if they had waited so much longer.

        Hand it to `day_key`. Promised and returned calls come first whatever it is. Raises `RuleFailed` where a rule
        does.
        """
        from callrules.deciding.weighing import priority  # noqa: PLC0415 - only who plans a day asks

        with sole_question():
            return priority(self._asked(contact, history, now), step)

    def script(self, contact: Contact, history: History, step: Step, sender: Sender | None = None) -> Script:
        """The words of that step: how to begin, what the call is for, a voicemail, a note, what to mind.

        They are seen from `step.at`, or from the last fact where it has none. Whoever opted out gets no words. A rule
        of words that raises is left out and named among the cautions; with `strict=True` it raises `RuleFailed`.
        """
        from callrules.words.scripting import script_of  # noqa: PLC0415 - who decides waits for no words

        seen_from = step.at or history.latest or EPOCH
        return script_of(self._asked(contact, history, seen_from), step, sender, self._texts, strict=self.strict)

    def lint(self, text: str, *, kind: str | None = None, language: str = ENGLISH) -> tuple[Finding, ...]:
        """Find what is wrong with the manners of these words, in the order in which they stand; empty where nothing is.

        `kind` is `opener`, `voicemail`, `apology` (a line of a call that is one) or a purpose such as `after_hang_up`.
        Where it is not told, the words show it. Raises `RuleFailed` where a rule does.
        """
        from callrules.words.gates import indecencies  # noqa: PLC0415 - who decides waits for no words

        question = Question(self.plan, Contact(id="nobody"), History(), EPOCH)
        return tuple(indecencies(question, text, kind, language))

    def untruths(
        self, text: str, contact: Contact, history: History, now: dt.datetime, sender: Sender | None = None
    ) -> tuple[Finding, ...]:
        """Find what these words claim about the person that no fact says, seen from `now`; empty where nothing is.

        A call offered for a day to come is true where the gate permits it.
        """
        from callrules.words.scripting import case_of  # noqa: PLC0415 - who decides waits for no words
        from callrules.words.truth import untruths  # noqa: PLC0415

        question = self._asked(contact, history, now)
        step = self.next_step(contact, history, now)
        return tuple(untruths(text, case_of(question, step, sender), question))

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        """Every rule's say about this contact now, also that of the silent ones; `print` it, or use rich."""
        question, step = self._asked(contact, history, now), self.next_step(contact, history, now)
        with sole_question():
            return explain(question, step, [name_of(rule) for rule in self.rules])

    @property
    def _texts(self) -> tuple[str, ...]:
        speaking = (rule for rule in self.rules if name_of(rule) == HouseWords.name)
        return tuple(getattr(next(speaking, None), "texts", ()))

    def _asked(
        self, contact: Contact, history: History, now: dt.datetime, called: str = "now", number: str | None = None
    ) -> Question:
        for given, kind, field in ((contact, Contact, "contact"), (history, History, "history")):
            if not isinstance(given, kind):
                raise InvalidValue(field, given, f"a {kind.__name__}")
        number = None if number is None else phone_number(number, "number", contact.region)
        history = history.seen_by(contact, self.days_off, self.owes_from)
        return Question(self.plan, contact, history, instant(now, called), number)

    def _verdict(self, ask: Any) -> Verdict:
        try:
            with sole_question():
                verdict: Verdict = ask()
        except RuleFailed as failed:
            return Verdict(allowed=False, because=(self._failed(failed),))
        return verdict

    def _failed(self, failed: RuleFailed) -> Because:
        """Say that a rule failed, also to the log `callrules`; a strict playbook raises it instead."""
        if self.strict:
            raise failed
        log_once(failed, self.fingerprint)
        return Because(failed.rule, "rule_failed", f"{failed}; nobody is rung until it is mended or left out")


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
    return Plan({hook: tuple(sorted(_questions(manager, hook), key=lambda each: places[each.rule])) for hook in HOOKS})


def _questions(manager: pluggy.PluginManager, hook: str) -> Iterator[Answerer]:
    for impl in getattr(manager.hook, hook).get_hookimpls():
        rule, ask = impl.plugin, impl.function
        yield Answerer(impl.plugin_name, hook, ask, impl.argnames, opens_daily(rule), only_with(rule))
