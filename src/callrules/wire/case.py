"""One question on the wire, and the names of the facts there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from callrules.contact import Contact
from callrules.facts import FACTS, Fact
from callrules.history import History


def word(kind: type) -> str:
    """A class's name on the wire: `CallAttempt` is `call_attempt`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


KINDS = {word(kind): kind for kind in FACTS}


@attrs.frozen(kw_only=True)
class Case:
    """One question: this contact, with this history, now.

    `strays` are the ids in the history that differ from the contact's in upper and lower case only: those facts
    were taken for the contact's own.
    """

    now: dt.datetime
    contact: Contact
    history: History
    strays: tuple[str, ...] = ()


def belonging(facts: Sequence[Fact], contact: Contact) -> tuple[list[Fact], tuple[str, ...]]:
    """The facts, those taken for the contact's own whose id differs from theirs in case only, and these ids."""
    known = contact.id.casefold()
    strays = {each.contact for each in facts if each.contact and each.contact.casefold() == known} - {contact.id}
    own = [attrs.evolve(each, contact=contact.id) if each.contact in strays else each for each in facts]
    return own, tuple(sorted(str(each) for each in strays))
