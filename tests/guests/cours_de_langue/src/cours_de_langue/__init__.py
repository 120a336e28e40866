"""Openers of a language school, in French."""

from collections.abc import Iterator
from typing import ClassVar

import attrs

from callrules import Contact, History, Opener, Sender, hookimpl
from callrules.script import Claim
from callrules.words.dates import day_in_words


@attrs.frozen
class CoursDeLangue:
    """How does a French school begin a call?

    With the last lesson, where there was one; only where the caller speaks French.
    """

    name: ClassVar[str] = "cours_de_langue"

    @hookimpl
    def openers(self, contact: Contact, history: History, sender: Sender) -> Iterator[Opener]:
        if sender.language != "fr":
            return
        called = Claim(contact.called, "contact.name")
        hello = f"Bonjour {contact.called}. "
        if history.bought_at and contact.name:
            lesson = history.purchases[-1]
            day = day_in_words(history.calendar.day(lesson.at), "fr")
            claims = (called, Claim(day, lesson.key))
            yield Opener(text=f"{hello}Votre dernier cours était {day} ; on reprend ?", claims=claims, name="reprise")
            yield Opener(text=f"{hello}Je pense à vous depuis {day}. Ça avance ?", claims=claims, name="pensée")
