"""Call, do not type: whoever writes to us is called back, soon.

WRONG (pestered although they wrote no): what the mail says is not looked at. "Not interested, thank you", an
out-of-office reply and a bounce all become a returned call, which passes caps, rests and every ground but an opt-out.
"""

import attrs

from callrules import Direction, History, Reason, hookimpl


@attrs.frozen
class CallTheWriter:
    """Did they write, and have we not talked since?"""

    name = "call_the_writer"
    declares = ()

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        came = [each for each in history.messages if each.direction is Direction.INBOUND]
        if not came or history.talked_since(came[-1].at):
            return None
        last = came[-1]
        return Reason(name="returned_call", due=last.at, about=last.key, says="they wrote to us: ring them")


POLICY = CallTheWriter()
