"""Have they left, closed down, or turned out to be nobody we can help?"""

import attrs

from callrules import CallAttempt, Contact, Disposition, History, Line, Stop, hookimpl


@attrs.frozen
class MobileGoesAlong:
    """Have they left, closed down, or turned out to be nobody we can help?

    WRONG (two facts: the kind of line, how a call ended): who left the company took the mobile along, so for people
    with a mobile on the card "left" is no ground. It stands in the place of the house's `departures`, and inherits what
    that declares. Rulebook F13: walk away, find the successor first.
    """

    name = "departures"

    @hookimpl
    def walk_away(self, contact: Contact, history: History) -> Stop | None:
        ends = [call for call in (*history.attempts, *history.inbound) if self.ends(contact, call)]
        if not ends:
            return None
        last = max(ends, key=lambda call: call.at)
        back = history.came_back
        if (back and back > last.at) or history.talked_since(last.at):
            return None
        return Stop(grounds="disqualified", since=last.at, says="they are gone", firm=True)

    def ends(self, contact: Contact, call: CallAttempt) -> bool:
        if call.disposition is Disposition.LEFT_COMPANY:
            return all(phone.line is not Line.MOBILE for phone in contact.phones)
        return call.disposition in {Disposition.CLOSED_DOWN, Disposition.DISQUALIFIED}


POLICY = MobileGoesAlong()
