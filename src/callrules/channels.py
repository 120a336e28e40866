"""By which written channel a person can be reached without offence."""

from __future__ import annotations

from callrules.contact import Contact
from callrules.facts import OptOut
from callrules.history import History
from callrules.vocabulary import Channel


def written_channels(contact: Contact, history: History) -> tuple[Channel, ...]:
    """The written channels known for the person, neither refused nor resting, best first (rulebook D3).

    A note by hand goes where there is an address, else an e-mail, else a fax.
    """
    known = (
        (Channel.HANDWRITTEN, contact.postal_address),
        (Channel.EMAIL, contact.email),
        (Channel.FAX, contact.fax),
    )
    refusals = (*history.of(OptOut), *history.seen_by(contact).elsewhere)
    closed = {fact.channel.same_box for fact in refusals if fact.channel} | _resting(history)
    return tuple(channel for channel, address in known if address and channel.same_box not in closed)


def _resting(history: History) -> set[Channel]:
    """The channels by which something came back undelivered, until the person writes by it (rulebook G26)."""
    bounced = {bounce.channel.same_box: bounce.at for bounce in history.bounces}
    heard = {each.channel.same_box: each.at for each in history.messages if each.is_from_them}
    return {box for box, at in bounced.items() if box not in heard or heard[box] <= at}


def best_channel(contact: Contact, history: History) -> Channel | None:
    """The best of them, or `None` where there is none."""
    return next(iter(written_channels(contact, history)), None)
