"""To somebody who does not know us: say the reason at once, ask one question, and take a no.

Decent: it offers nothing for sale in a cold call. It speaks to prospects alone, in English alone, claims nothing but
who is speaking, and stands beside the house's own openers.
"""

import attrs

from callrules import Agenda, Ask, Claim, Opener, Reason, Sender, hookimpl


@attrs.frozen
class QuestionFirst:
    """Is this a call to somebody who never bought?"""

    name = "question_first"
    declares = ()

    @hookimpl
    def openers(self, reason: Reason, sender: Sender) -> Opener | None:
        if reason.name != "prospect" or not sender.name or sender.language != "en":
            return None
        return Opener(
            text=f"Good day, this is {sender.name}. I would like to learn how you choose who supplies you. May I ask?",
            claims=(Claim(sender.name, "sender.name"),),
            name="question_first",
        )

    @hookimpl
    def agenda(self, reason: Reason, sender: Sender) -> Agenda | None:
        if reason.name != "prospect" or sender.language != "en":
            return None
        return Agenda(
            objective="Learn how they choose who supplies them.",
            asks=(
                Ask("May I ask how you order today?", "how_they_order"),
                Ask("What is hard about it?", "what_is_hard"),
            ),
            path=("Say why you call.", "Ask one question.", "Thank them, and leave it there."),
            outcome="We know how they choose, and they were sold nothing.",
        )


POLICY = QuestionFirst()
