"""Whoever turned to us and has an answer in writing by now need not be called back as well.

WRONG (reason, wrapped around a house rule): the voice agent answers every missed call with a text at once, "we will get
back to you". Any message of ours that arrived later takes the call back away, so whoever rang in vain and got that text
is never called back, although the rule inherits that it calls back within two working days.
"""

import attrs

from callrules import History, Reason, hookimpl
from callrules.rules import ReturnedCalls


@attrs.frozen
class AnsweredInWriting(ReturnedCalls):
    """Have they turned to us, and got no answer yet?"""

    name = "returned_calls"

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        turned = history.came_back
        if turned is not None and any(each.at >= turned for each in history.written):
            return None
        return super().reasons(history)


POLICY = AnsweredInWriting()
