"""Send the setup guide by e-mail to whoever bought for the first time.

WRONG (errand): it writes by e-mail wherever there is an address, and never asks what they refused. Who said "no more
mails" and then bought is asked to be written to in just that channel.
"""

import datetime as dt

from callrules import Because, Channel, Contact, History, Outcome, Purchase, Reason, Write, hookimpl

MONTH = dt.timedelta(days=30)


class SetupMail:
    """Did they buy for the first time, without a setup guide?"""

    name = "setup_mail"
    declares = ()
    only_with = (Purchase, Outcome.ORDER)

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        if reason is not None or not contact.email or not history.bought_at:
            return None
        first = history.bought_at[0]
        if history.wrote("setup_guide", first) or at >= first + MONTH:
            return None
        because = (Because(self.name, "setup_guide", "they bought for the first time: send the setup guide"),)
        return Write(at=first, since=first, purpose="setup_guide", channel=Channel.EMAIL, because=because)


POLICY = SetupMail()
