"""One contact policy for all channels: three days between any two contacts, unless they named the moment.

WRONG (guard): `history.calls` and `history.messages` go both ways. Who rings us in vain, or writes that we should ring,
starts the three days with their own call, and waits for them; each further try of theirs makes them wait longer.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, History, Message, Window, hookimpl
from callrules.declared import NAMED, Gap
from callrules.moments import outside


@attrs.frozen
class ContactPolicy:
    """Were we in touch within the last three days?"""

    name = "contact_policy"
    waits = "we were in touch within three days"
    declares = (Gap(hours=72, lifted_by=NAMED),)

    @hookimpl
    def permits(self, history: History, number: str | None, at: dt.datetime) -> Window | None:
        contacts: list[CallAttempt | Message] = [*history.calls, *history.messages, *history.tries_on(number)]
        blocked = [(each.at, each.at + dt.timedelta(hours=self.declares[0].hours)) for each in contacts]
        return outside(blocked, at, "three days between contacts", yields=True)


POLICY = (ContactPolicy(),)
