"""How many pairs the lives of a policy hold: each kind of fact after each restraint, and before each errand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from callrules.contact import Contact, Role
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Fact, Farewell, Message, OptOut, Purchase, Snooze
from callrules.playbook import Playbook
from callrules.testing.generating.generator import Generator
from callrules.testing.lives import Dice, Life
from callrules.testing.lives.events.calls import GONE
from callrules.testing.lives.events.kinds import KINDS
from callrules.testing.policies import Policy, declarations
from callrules.vocabulary import Kind, Outcome, Party, Reply

Pair = tuple[str, str]
DAY = dt.timedelta(days=1)


def ending_of(fact: Fact) -> str:
    """The kind of a fact: its type, from whom it came, and how it ended."""
    kind = type(fact).__name__
    if isinstance(fact, CallAttempt):
        how = Disposition.CONVERSATION if fact.outcome else fact.disposition
        parts: tuple[str, ...] = ("in" if fact.is_inbound else "", how.value, _word(fact.outcome))
    elif isinstance(fact, Message):
        parts = ("in" if fact.is_inbound else "out", _word(fact.reply))
    elif isinstance(fact, Commitment):
        parts = (fact.by.value, fact.kind.value if fact.by is Party.US else "")
    elif isinstance(fact, OptOut):
        parts = ("channel" if fact.channel else "number" if fact.number else "",)
    else:
        parts = ("refund" if isinstance(fact, Purchase) and (fact.amount or 0) < 0 else "",)
    return " ".join(filter(None, (kind, *parts)))


def _word(value: Outcome | Reply | None) -> str:
    return value.value if value else ""


def _ended(*how: Disposition) -> Callable[[Sequence[Fact], dt.datetime], bool]:
    return lambda facts, _: any(isinstance(each, CallAttempt) and each.disposition in how for each in facts)


def _promised(by: Party, kind: Kind) -> Callable[[Sequence[Fact], dt.datetime], bool]:
    return lambda facts, at: any(
        isinstance(each, Commitment) and (each.by, each.kind) == (by, kind) and _lies_ahead(each.due, at)
        for each in facts
    )


def _lies_ahead(moment: dt.date | None, at: dt.datetime) -> bool:
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    return day is None or day >= at.date()


def _three_tries(facts: Sequence[Fact], at: dt.datetime) -> bool:
    tries = [each for each in facts if isinstance(each, CallAttempt) and each.is_attempt and at - each.at < 7 * DAY]
    return len(tries) > 2


RESTRAINTS: dict[str, Callable[[Sequence[Fact], dt.datetime], bool]] = {
    "snoozed": lambda facts, at: any(isinstance(each, Snooze) and _lies_ahead(each.until, at) for each in facts),
    "asked to stop": lambda facts, _: any(each.is_opt_out for each in facts),
    "refused a channel": lambda facts, _: any(isinstance(each, OptOut) and each.channel for each in facts),
    "refused a number": lambda facts, _: any(isinstance(each, OptOut) and each.number for each in facts),
    "hung up": _ended(Disposition.HUNG_UP),
    "not interested": _ended(Disposition.NOT_INTERESTED),
    "said no twice": lambda facts, _: sum(each.is_a_no for each in facts) > 1,
    "wrong number": _ended(Disposition.WRONG_NUMBER),
    "let go": lambda facts, _: any(isinstance(each, Farewell) for each in facts),
    "gone": _ended(*GONE),
    "ordered": lambda facts, _: any(isinstance(each, CallAttempt) and each.outcome is Outcome.ORDER for each in facts),
    "promised a call": _promised(Party.US, Kind.CALL),
    "agreed to meet": _promised(Party.US, Kind.MEET),
    "owes us a call": lambda facts, _: any(isinstance(each, Commitment) and each.by is Party.THEM for each in facts),
    "rung three times in a week": _three_tries,
    "rings just now": lambda facts, at: any(
        isinstance(each, CallAttempt) and each.disposition is Disposition.DIALING and at - each.at < DAY / 12
        for each in facts
    ),
}
"""Whether, after these facts, a restraint holds at that moment."""
ERRANDS: dict[str, Callable[[Fact, Contact], bool]] = {
    "a note after a hang-up": lambda fact, _: _ended(Disposition.HUNG_UP)([fact], fact.at),
    "a note after a brush-off": lambda fact, _: fact.is_a_no,
    "thanks": lambda fact, _: isinstance(fact, CallAttempt) and fact.outcome is Outcome.ORDER,
    "a missed meeting": lambda fact, _: isinstance(fact, Commitment) and fact.kind is Kind.MEET,
    "a goodbye": lambda fact, _: isinstance(fact, CallAttempt) and fact.disposition.traits.rang,
    "an introduction": lambda _, contact: contact.role is Role.DECISION_MAKER,
    "preparation": lambda _, contact: contact.red_phone,
}
"""Whether a fact about somebody gives us that to do."""


def pairs_in(contact: Contact, facts: Sequence[Fact]) -> Iterator[Pair]:
    """Yield what came after what: a kind of fact after a restraint that holds, and an errand after a kind of fact."""
    kinds: list[str] = []
    for place, fact in enumerate(facts):
        kind = ending_of(fact)
        yield from ((name, kind) for name, holds in RESTRAINTS.items() if holds(facts[:place], fact.at))
        yield from ((each, name) for name, arises in ERRANDS.items() if arises(fact, contact) for each in kinds)
        kinds.append(kind)
    yield from ((each, name) for name in ("an introduction", "preparation") for each in kinds if _stands(name, contact))


def _stands(name: str, contact: Contact) -> bool:
    return contact.role is Role.DECISION_MAKER if name == "an introduction" else contact.red_phone


def pairs_of(policy: Policy, examples: int, seed: int = 0, **how: bool) -> set[Pair]:
    """The pairs that so many lives hold."""
    generator = Generator(policy, declarations(policy), **how)  # type: ignore[arg-type]
    led = (each for case in range(examples) for each, _ in generator.situations(generator.drawn(seed, case)))
    return {pair for each in led for pair in pairs_in(each.contact, each.history.entries)}


def kinds_told() -> set[str]:
    """The kinds of fact that lives tell on purpose."""
    life = Life(Contact(id="c"), Playbook())
    for deed in (each for group in KINDS for each in group):
        deed(life, Dice(b""))
    return {ending_of(fact) for fact in life.facts}


def all_pairs() -> set[Pair]:
    """Every pair of a restraint or an errand with one of these kinds of fact."""
    known = kinds_told()
    return {*product(RESTRAINTS, known), *product(known, ERRANDS)}
