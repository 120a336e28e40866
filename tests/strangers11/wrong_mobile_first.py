"""Where we know somebody's mobile, we ring that, and leave the telephone at home or on the counter alone.

WRONG (several numbers): the card is looked at and not what became of the numbers on it. Is the mobile out of use, or
somebody else's, the landline stays forbidden, and they are never rung again, not even when they were promised a call.
"""

import attrs

from callrules import Contact, Line, Window, hookimpl
from callrules.declared import Besides


@attrs.frozen
class MobileFirst:
    """Is this a landline, although there is a mobile?"""

    name = "mobile_first"
    waits = "their mobile is rung and not this telephone"
    declares = (Besides(what="no landline where a mobile is on the card"),)

    @hookimpl
    def permits(self, contact: Contact, number: str | None) -> Window | None:
        """Forbid landlines of people who have a mobile."""
        lines = {phone.number: phone.line for phone in contact.phones}
        if number is None or lines.get(number) is not Line.LANDLINE or Line.MOBILE not in lines.values():
            return None
        return Window.never("there is a mobile on the card, so the landline is left alone")


POLICY = MobileFirst()
