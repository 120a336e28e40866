"""The house's own words: openers and agendas from its texts, as a guest could give them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules.contact import Contact
from callrules.declared import Declared
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.script import Agenda, Opener, Sender
from callrules.step import Reason


@attrs.frozen
class HouseWords:
    """How does the house begin a call, and what is the call for?

    Rulebook A5, A8, B3, C8, C10, E5. Texts are data; the house's own come after those of the files. Openers and agendas
    are in the language of the sender where it has texts about the reason, else in English.
    """

    name: ClassVar[str] = "words"
    declares: ClassVar[tuple[Declared, ...]] = ()
    texts: tuple[str, ...] = parameter((), says="TOML files of texts that come before the house's", source="the host")

    @hookimpl
    def openers(
        self, contact: Contact, history: History, reason: Reason, sender: Sender, at: dt.datetime
    ) -> Iterator[Opener]:
        from callrules.words import openers, subject, topics  # noqa: PLC0415 - who decides waits for no words

        about = subject.Subject(contact=contact, history=history, reason=reason, sender=sender, at=at)
        return openers.openers_of(about, topics.spoken(about, self.texts))

    @hookimpl
    def agenda(
        self, contact: Contact, history: History, reason: Reason, sender: Sender, at: dt.datetime
    ) -> Agenda | None:
        from callrules.words import agenda, subject, topics  # noqa: PLC0415 - who decides waits for no words

        about = subject.Subject(contact=contact, history=history, reason=reason, sender=sender, at=at)
        return agenda.agenda_of(about, topics.spoken(about, self.texts))
