"""The naive double: hang-ups and brush-offs, and the note that follows (rulebook D3, D5)."""

from naive_person import DAY, NOTES, came_back, is_bad, is_inbound, is_talk

from callrules import Channel, Message, OptOut


def cycle(person):
    """D5: bad moments since the last conversation or rest."""
    found = []
    for fact in person.own:
        if is_talk(fact) or (len(found) > 1 and fact.at >= found[-1].at + 90 * DAY):
            found = []
        if is_bad(fact):
            found.append(fact)
    return found


def notes_since(person, at):
    return [
        fact
        for fact in person.own
        if isinstance(fact, Message) and fact.at >= at and not is_inbound(fact) and fact.purpose in NOTES
    ]


def owed_a_note(person):
    """D3: the one bad moment that nothing followed yet: no note of ours, nothing from them."""
    bad = cycle(person)
    if (
        len(bad) != 1
        or notes_since(person, bad[0].at)
        or any(came_back(fact) and fact.at > bad[0].at for fact in person.own)
    ):
        return None
    return bad[0]


def other_channel(person, bad):
    """D3: an address, else an e-mail, else a fax; not the one in which they said no, nor one they refused."""
    contact = person.contact
    known = [(Channel.HANDWRITTEN, contact.postal_address), (Channel.EMAIL, contact.email), (Channel.FAX, contact.fax)]
    closed = {fact.channel for fact in person.own if isinstance(fact, OptOut)}
    closed |= {Channel.HANDWRITTEN, Channel.LETTER} if closed & {Channel.HANDWRITTEN, Channel.LETTER} else set()
    used = bad.channel if isinstance(bad, Message) else None
    return next(
        (channel for channel, address in known if address and channel not in closed and channel is not used), None
    )
