"""Whose mails come back twice is nobody we can reach: let them go, and clean the book.

WRONG (a promise, an appointment): the ground is firm, so it does not wait. Who named Thursday at ten for a call, and whose
mailbox was full when we confirmed it, is never rung on Thursday, although the telephone works.
"""

import attrs

from callrules import History, Message, Reply, Stop, hookimpl, parameter


@attrs.frozen
class BouncedTwice:
    """Did our mails come back?"""

    name = "bounced_twice"
    declares = ()
    times: int = parameter(2, says="mails that came back", source="the mail team", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        came_back = history.came_back
        bounced = [
            each
            for each in history.of(Message)
            if each.reply is Reply.BOUNCED and (came_back is None or each.at > came_back)
        ]
        if len(bounced) < self.times:
            return None
        since = sorted(each.at for each in bounced)[self.times - 1]
        return Stop(
            grounds="unreachable_by_mail",
            since=since,
            says=f"{self.times} mails came back: nobody reads there any more",
            firm=True,
        )


POLICY = BouncedTwice()
