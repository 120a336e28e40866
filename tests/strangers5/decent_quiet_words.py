"""Words of an engineers' house: nobody is shouted at, and a red-phone call has an agenda of our own.

Decent: findings point at the exclamation marks in the text; the agenda asks small questions, and claims nothing.
"""

from collections.abc import Iterator

import attrs

from callrules import Agenda, Ask, Finding, Reason, hookimpl


@attrs.frozen
class QuietWords:
    """Is it said quietly, and what is a red-phone call for?"""

    name = "quiet_words"
    declares = ()

    @hookimpl
    def manners(self, text: str) -> Iterator[Finding]:
        for place, letter in enumerate(text):
            if letter == "!":
                yield Finding(
                    rule="no_shouting",
                    says="an exclamation mark shouts",
                    found=letter,
                    at=(place, place + 1),
                    better="End the sentence with a full stop.",
                )

    @hookimpl
    def agenda(self, reason: Reason) -> Agenda | None:
        if reason.name != "red_phone":
            return None
        return Agenda(
            objective="Find out whether what we know bears on what they plan.",
            asks=(
                Ask("May I put one question to you?", "one_question"),
                Ask("Who else should hear the answer?", "who_else"),
                Ask("Shall two of our engineers meet two of yours?", "engineers_meet"),
            ),
            outcome="They have named somebody who should look at it, or told us to leave it.",
            path=("Say what is new.", "Ask how they see it.", "Agree on who looks at it."),
        )


POLICY = QuietWords()
