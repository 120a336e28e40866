"""Openers in German, for reps who call in German; everybody else begins as the house does.

Decent: they claim no more than who calls and from where, name the facts that this rests on, and sell nothing.
"""

import attrs

from callrules import Claim, Opener, Sender, hookimpl


@attrs.frozen
class GutenTag:
    """How does a call in German begin?"""

    name = "guten_tag"
    declares = ()

    @hookimpl
    def openers(self, sender: Sender) -> list[Opener]:
        if sender.language != "de" or sender.name is None or sender.company is None:
            return []
        claims = (Claim(sender.name, "sender.name"), Claim(sender.company, "sender.company"))
        hello = f"Guten Tag, hier ist {sender.name} von {sender.company}."
        texts = (
            f"{hello} Ich habe eine Frage an Sie. Passt es Ihnen gerade?",
            f"{hello} Ich möchte gern hören, wie es bei Ihnen geht. Ist jetzt ein guter Moment?",
            f"{hello} Darf ich Sie kurz etwas fragen?",
        )
        return [Opener(text=text, claims=claims, name=f"guten tag {place}") for place, text in enumerate(texts)]


POLICY = GutenTag()
