"""Who asked for a callback gets it confirmed in writing before we ring.

WRONG (errand): without an e-mail address the confirmation is a letter, also where there is no postal address. Nobody
can send it, and a call that they asked for themselves waits behind it for ever.
"""

import datetime as dt

import attrs

from callrules import Because, Channel, Contact, History, Reason, Write, hookimpl

PURPOSE = "callback_confirmation"


@attrs.frozen
class CallbackConfirmation:
    """Did we confirm the callback that they asked for?"""

    name = "callback_confirmation"
    declares = ()

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> Write | None:
        asked = history.asked_for_a_call
        if reason is None or reason.name != "promise" or asked is None:
            return None
        if history.wrote(PURPOSE, asked) or not history.owes(asked):
            return None
        return Write(
            at=asked,
            since=asked,
            purpose=PURPOSE,
            channel=Channel.EMAIL if contact.email else Channel.LETTER,
            because=(Because(self.name, PURPOSE, "they asked for a call: confirm it first"),),
        )


POLICY = (CallbackConfirmation(),)
