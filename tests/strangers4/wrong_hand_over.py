"""Sam and Ines have left us. Their customers wait until a new owner has introduced himself by phone.

WRONG (a promise, and silence for ever): only a call of the new owner opens the gate, and the gate forbids that call;
whoever was promised a call by Sam, or rang us in vain, waits for ever and is told nothing.
"""

import attrs

from callrules import Contact, History, Window, hookimpl
from callrules.declared import Besides


@attrs.frozen
class HandOver:
    """Has a rep who left us handed them over?"""

    name = "hand_over"
    waits = "not handed over yet"
    declares = (Besides(what="customers of reps who left wait until they are handed over"),)
    left: tuple[str, ...] = ("sam", "ines")

    @hookimpl
    def permits(self, contact: Contact, history: History) -> Window | None:
        if contact.owner not in self.left:
            return None
        taken_over = any(call.rep and call.rep not in self.left for call in history.attempts)
        return None if taken_over else Window.never("waits for a new owner")


POLICY = HandOver()
