"""One person per account is enough: whoever of a firm we are asked about first is the one we talk with.

WRONG (state between questions): who is first hangs on the order of the book and on what was asked since the program began.
All colleagues are never rung, not even one who rang us or was promised a call, and after a restart it is somebody else.
"""

import attrs

from callrules import Contact, Window, hookimpl
from callrules.declared import Besides, WithNeighbours

_VOICES: dict[str, str] = {}


@attrs.frozen
class OneVoicePerAccount:
    """Is somebody else of that firm our voice there?"""

    name = "one_voice_per_account"
    waits = "we talk with a colleague of theirs"
    declares = (Besides(what="one person in each account"), WithNeighbours())

    @hookimpl
    def permits(self, contact: Contact) -> Window | None:
        if contact.account is None:
            return None
        voice = _VOICES.setdefault(contact.account.casefold(), contact.id)
        if voice == contact.id:
            return None
        return Window.never("we talk with a colleague of theirs")


POLICY = OneVoicePerAccount()
