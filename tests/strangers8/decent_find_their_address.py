"""Where a mail of ours bounced somebody finds out the right address, beside all that is to be called and written.

Decent: it writes nothing to the dead address and holds up no call, for it answers only where no reason is asked about.
It counts from the bounce, is owed from the day of going live on, and ends once an address was noted or they wrote.
"""

import attrs

from callrules import Because, Channel, Direction, History, Prepare, Reason, Reply, Research, hookimpl


@attrs.frozen
class FindTheirAddress:
    """Did a mail of ours come back, and is their right address not known?"""

    name = "find_their_address"
    declares = ()
    only_with = (Reply.BOUNCED,)

    @hookimpl
    def before(self, history: History, reason: Reason | None) -> Prepare | None:
        bounced = [each for each in history.bounces if each.channel is Channel.EMAIL]
        if reason is not None or not bounced:
            return None
        came_back = bounced[-1].at
        found = any(each.topic == "email" and each.at >= came_back for each in history.of(Research))
        wrote = any(
            each.channel is Channel.EMAIL
            and each.direction is Direction.INBOUND
            and each.reply is not Reply.BOUNCED
            and each.at > came_back
            for each in history.messages
        )
        if found or wrote:
            return None
        because = (Because(self.name, "bounced", "a mail of ours came back: find out their address"),)
        return Prepare(at=came_back, since=came_back, missing=("email",), because=because)


POLICY = FindTheirAddress()
