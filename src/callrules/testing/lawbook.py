"""A law is a value: one plain sentence, the moment that must be reached, and a check of one situation."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared
from callrules.errors import InvalidValue, nearest
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Step, Verdict
from callrules.testing.policies import Declaration, Policy, playbook_behind
from callrules.testing.situations import Situation

D = TypeVar("D")


class Tier(enum.Enum):
    """Core laws bind every policy, declared ones whoever declares the fact, advisory ones only warn."""

    CORE = "core"
    DECLARED = "declared"
    ADVISORY = "advisory"


class Depth(enum.Enum):
    """The places in a life at which a law is checked.

    Wherever something happened, or, being costly, only where it ends.
    """

    EVERYWHERE = "everywhere"
    AT_THE_END = "at the end"


@attrs.frozen
class Deeds:
    """Deeds of a law itself, one by one, and how it judges where only some of them were done."""

    done: tuple[Any, ...]
    judge: Callable[[Sequence[Any]], Iterable[Broken]] = attrs.field(eq=False, repr=False)


@attrs.frozen(kw_only=True)
class Broken:
    """How a law is broken: a sentence, the moment at which it shows, and what was expected in story notation.

    `history` are the facts with which it shows, where the law asked about more than what happened; `contact` and
    `policy` who was asked about, and who answered, where that was another. `answers` are two that should be one.
    Of `deeds` the story tells no more than break the law.
    """

    says: str
    at: dt.datetime | None = None
    expected: str | None = None
    history: History | None = attrs.field(default=None, repr=False)
    contact: Contact | None = attrs.field(default=None, repr=False)
    policy: Policy | None = attrs.field(default=None, repr=False)
    answers: tuple[Step | Verdict, ...] = attrs.field(default=(), repr=False)
    deeds: Deeds | None = attrs.field(default=None, repr=False)


def judged(done: Iterable[D], judge: Callable[[Sequence[D]], Iterable[Broken]]) -> Iterator[Broken]:
    """Every way in which these deeds break a law: judged all at once, and again with fewer for the story.

    `judge` finds nothing where what is left deserves the answer.
    """
    deeds = Deeds(tuple(done), judge)
    for broken in judge(deeds.done):
        yield attrs.evolve(broken, deeds=deeds)


Check = Callable[[Situation], Iterable[Broken | str]]
Reached = Callable[[Situation], bool]
Exempts = Callable[[Policy, Sequence[Declaration]], str | None]
"""Why a law does not apply to a policy that declares these facts; `None` where it does."""
SHOWS_RULES: tuple[Callable[[Policy], Any], str] = (playbook_behind, "this policy shows no rules")


def unless(*asked: tuple[Callable[[Policy], Any], str]) -> Exempts:
    """Make what exempts a policy that has not got one of these, and tells which."""
    return lambda policy, _: next((says for has, says in asked if not has(policy)), None)


def where_declared(kind: type[Declared], says: str) -> Exempts:
    """Make what exempts a policy of which some rule declares a fact of that kind."""
    return lambda _, declared: says if any(isinstance(each.fact, kind) for each in declared) else None


def always(_: Situation) -> bool:
    """Every situation will do."""
    return True


@attrs.frozen(kw_only=True)
class Law:
    """One law. `moment` names what `reached` finds: a law whose moment never came has not passed.

    `needs` is the kind of fact that a rule must declare for the law to apply. `since` is the version of the
    catalogue that brought it. `exempts` tells why it does not apply to some policies. `needs_playbook` says that it
    needs a `Playbook`, to which rules can be added. A `decent` one binds everybody who gives no reason against it.
    """

    id: str
    says: str
    group: str
    check: Check = attrs.field(repr=False, eq=False)
    moment: str = "any"
    reached: Reached = attrs.field(repr=False, eq=False, default=always)
    needs: type[Declared] | None = None
    tier: Tier = Tier.CORE
    depth: Depth = Depth.EVERYWHERE
    since: str = "1.0"
    needs_playbook: bool = False
    remedy: str | None = None
    exempts: Exempts | None = attrs.field(repr=False, eq=False, default=None)
    decent: bool = False

    def inapplicable(self, policy: Policy, declared: Sequence[Declaration]) -> str | None:
        """Why it does not apply to a policy that declares these facts; `None` where it does."""
        if self.needs_playbook and not isinstance(policy, Playbook):
            return "this policy is no Playbook, so it has no rules to add to"
        if self.needs and not any(isinstance(each.fact, self.needs) for each in declared):
            return f"no rule declares {self.needs.__name__}"
        return self.exempts(policy, declared) if self.exempts else None

    def broken(self, situation: Situation) -> Iterator[Broken]:
        """Every way in which the situation breaks it; none where some way of counting working days clears a policy.

        It must be one in which the policy may count them: of whoever names no rules we do not know the days off.
        """
        for each in self.check(situation):
            if not self._is_always_broken(situation):
                return
            yield each if isinstance(each, Broken) else Broken(says=each)

    def _is_always_broken(self, situation: Situation) -> bool:
        return all(self.reached(other) and any(True for _ in self.check(other)) for other in situation.readings)


def law(
    id: str,  # noqa: A002 - what it is called everywhere
    *,
    says: str,
    group: str = "yours",
    moment: str = "any",
    reached: Reached = always,
    needs: type[Declared] | None = None,
    tier: Tier | None = None,
    at_the_end: bool = False,
    since: str = "1.0",
    needs_playbook: bool = False,
    remedy: str | None = None,
    exempts: Exempts | None = None,
    decent: bool = False,
) -> Callable[[Check], Law]:
    """Make a law of a check: a function of a `Situation` that yields a sentence (or `Broken`) where it is broken."""

    def made(check: Check) -> Law:
        return Law(
            id=id,
            says=says,
            group=group,
            check=check,
            moment=moment,
            reached=reached,
            needs=needs,
            tier=tier or (Tier.DECLARED if needs else Tier.CORE),
            depth=Depth.AT_THE_END if at_the_end else Depth.EVERYWHERE,
            since=since,
            needs_playbook=needs_playbook,
            remedy=remedy,
            exempts=exempts,
            decent=decent,
        )

    return made


def chosen_laws(known: Sequence[Law], wanted: Iterable[str] | None, field: str) -> tuple[Law, ...]:
    """The laws of these ids, all unless told. Raises `InvalidValue` for an unknown id, and for one given twice."""
    laws = {law.id: law for law in known}
    if len(laws) < len(known):
        twice = sorted({law.id for law in known if [each.id for each in known].count(law.id) > 1})
        raise InvalidValue("extra_laws", ", ".join(twice), "ids that no other law has")
    names = tuple(laws if wanted is None else wanted)
    for name in names:
        if name not in laws:
            raise InvalidValue(field, name, f"the id of a law{nearest(name, laws)}")
    return tuple(laws[name] for name in names)
