"""D6, F4, F5, G28: who asked us to stop is never called again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact, Kinds, OptOut
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.likeness import same_account
from callrules.moments import Window
from callrules.numbering import covers
from callrules.step import Stop
from callrules.vocabulary import Reply


@attrs.frozen
class OptOuts:
    """Has the person, their account or everybody at their numbers asked us to stop?

    Rulebook D6, F4, F5, G28, G29. At once, for ever, whatever is known, promised or imported later; only a later
    consent given by the person lifts it. A no belongs to the person who said it, on whichever card, and to the number
    on which it was said, for everybody, with the extensions behind it.
    """

    name: ClassVar[str] = "opt_out"
    waits: ClassVar[str] = "asked us not to call"
    only_with: ClassVar[Kinds] = (OptOut, Disposition.DO_NOT_CALL, Reply.DO_NOT_CALL)

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Iterator[Stop]:
        if history.opted_out:
            yield _stop(history.opted_out, "they asked us not to call")
        for fact in history.neighbours_opt_outs:
            if isinstance(fact, OptOut) and same_account(fact.account, contact.account):
                yield _stop(fact, f"nobody at {fact.account} wants to be called")
        if history.opted_out_elsewhere:
            yield _stop(history.opted_out_elsewhere, "they asked us not to call, on another card of theirs")
        refused = [_refusal(history, phone.number) for phone in contact.phones]
        last = max((fact for fact in refused if fact), key=lambda fact: fact.at, default=None)
        if last and all(refused):
            yield _stop(last, "each of their numbers was refused")

    @hookimpl
    def permits(self, history: History, number: str | None) -> Window | None:
        refused = _refusal(history, number)
        return Window.never("somebody asked us not to ring this number") if refused else None


def _refusal(history: History, number: str | None) -> Fact | None:
    """The first no of others that closes a number."""
    noes = history.neighbours_opt_outs
    if not noes:
        return None
    return next((fact for fact in noes if any(covers(said, number) for said in _numbers(fact))), None)


def _stop(fact: Fact, says: str) -> Stop:
    return Stop(grounds="do_not_call", since=fact.at, says=says, firm=True)


def _numbers(fact: Fact) -> tuple[str, ...]:
    said_on = [fact.number] if isinstance(fact, (OptOut, CallAttempt)) else []
    if isinstance(fact, CallAttempt) and fact.is_inbound:
        said_on.append(fact.from_number)
    return tuple(number for number in said_on if number)
