"""F14: an order is thanked for the same day."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.channels import best_channel
from callrules.contact import Contact
from callrules.declared import Declared, ThanksForOrders
from callrules.facts import Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.step import Because, Write
from callrules.vocabulary import Outcome


@attrs.frozen
class Thanks:
    """Did they give us an order that nobody has thanked them for?

    Rulebook F14. Owed the same day; after two weeks a thank-you is only odd.
    """

    name: ClassVar[str] = "thanks"
    only_with: ClassVar[Kinds] = (Outcome.ORDER,)
    stale_days: int = parameter(14, says="days after which thanks are odd", source="house judgement")

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The day on which thanks are due."""
        return (ThanksForOrders(stale_days=self.stale_days),)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: object, at: dt.datetime) -> Write | None:
        orders = [call.at for call in history.calls if call.outcome is Outcome.ORDER]
        if reason is not None or not orders or history.wrote("thanks", orders[-1]):
            return None
        channel = best_channel(contact, history)
        if channel is None or at >= orders[-1] + dt.timedelta(days=self.stale_days):
            return None
        because = (Because(self.name, "thanks", "they ordered: thank them the same day"),)
        return Write(at=orders[-1], since=orders[-1], purpose="thanks", channel=channel, because=because)
