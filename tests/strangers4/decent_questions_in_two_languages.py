"""A bilingual desk begins with a question, in English or German as the rep does, and first listens to who went quiet.

Decent: claims nothing but who calls, and names the field that it rests on; the agenda names no day and sells nothing.
"""

import attrs

from callrules import Agenda, Ask, Claim, Opener, Reason, Sender, hookimpl

QUESTIONS = {
    ("lapsed_customer", "en"): (
        "What was missing the last time you bought from us?",
        "What would have to change for you to enjoy buying from us again?",
    ),
    ("lapsed_customer", "de"): (
        "Was hat Ihnen beim letzten Einkauf bei uns gefehlt?",
        "Was müsste sich ändern, damit Sie gern wieder bei uns einkaufen?",
    ),
}
GREETING = {"en": "Hello, this is {name}.", "de": "Guten Tag, hier spricht {name}."}


@attrs.frozen
class Questions:
    """Which question does this call begin with?"""

    name = "questions"
    declares = ()

    @hookimpl
    def openers(self, reason: Reason, sender: Sender) -> list[Opener]:
        if sender.name is None:
            return []
        return [
            Opener(
                text=f"{GREETING[sender.language].format(name=sender.name)} {question}",
                claims=(Claim(sender.name, "sender.name"),),
                name=f"question {reason.name} {sender.language} {place}",
            )
            for place, question in enumerate(QUESTIONS.get((reason.name, sender.language), ()))
        ]

    @hookimpl
    def agenda(self, reason: Reason, sender: Sender) -> Agenda | None:
        if reason.name != "lapsed_customer" or sender.language != "en":
            return None
        return Agenda(
            objective="Hear what was missing, and sell nothing yet.",
            asks=(
                Ask("What was missing for you?", "what_was_missing"),
                Ask("What would make it better?", "what_would_help"),
            ),
            outcome="We know what we should do better.",
            path=("Ask what was missing.", "Listen.", "Ask what would help."),
        )


POLICY = Questions()
