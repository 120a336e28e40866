"""By which written channel a person can be reached without offence."""

from __future__ import annotations

from callrules.contact import Contact
from callrules.facts import OptOut
from callrules.history import History
from callrules.terms import Channel


def written_channels(contact: Contact, history: History) -> tuple[Channel, ...]:
    """The written channels known for the person and not refused, best first (rulebook D3).

    A note by hand goes where there is an address, else an e-mail, else a fax.
    """
    known = (
        (Channel.HANDWRITTEN, contact.postal_address),
        (Channel.EMAIL, contact.email),
        (Channel.FAX, contact.fax),
    )
    refused = {fact.channel for fact in (*history.of(OptOut), *history.seen_by(contact).elsewhere)}
    posted = {Channel.HANDWRITTEN, Channel.LETTER}
    refused |= posted if refused & posted else set()
    return tuple(channel for channel, address in known if address and channel not in refused)


def best_channel(contact: Contact, history: History) -> Channel | None:
    """The best of them, or `None` where there is none."""
    return next(iter(written_channels(contact, history)), None)
