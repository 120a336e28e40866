"""A charity: thanks are thanks, and ask for nothing; and who was introduced to us by a friend comes a little sooner.

Decent: an agenda for one reason of the house, without a day and without a plea, and a head start of a few days that hangs on
facts alone and does not fall while they wait.
"""

import datetime as dt

import attrs

from callrules import Agenda, Ask, Contact, History, Reason, Sender, Step, hookimpl


@attrs.frozen
class Charity:
    """How do we thank, and whom first?"""

    name = "charity"
    declares = ()
    a_friend: float = 1.5
    most: int = 4

    @hookimpl
    def agenda(self, reason: Reason, sender: Sender) -> Agenda | None:
        if reason.name != "simple_reason" or sender.language != "en":
            return None
        return Agenda(
            objective="Hear how they are, and ask for nothing.",
            asks=(
                Ask("How are you?", "how_are_you"),
                Ask("Is there anything that we should do better for you?", "do_better"),
            ),
            outcome="They were asked after, and not for anything.",
            path=("Ask how they are.", "Listen."),
        )

    @hookimpl
    def priority(self, contact: Contact, history: History, step: Step, now: dt.datetime) -> float | None:
        friends = {each.by for each in history.introductions}
        return self.a_friend * min(len(friends), self.most) if friends else None


POLICY = Charity()
