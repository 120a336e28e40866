"""Laws of what is said and written: it is true, an apology sells nothing, and who asked for silence has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from callrules.facts import OptOut
from callrules.promises import NOTES
from callrules.script import Finding
from callrules.step import Write
from callrules.testing.catalogue.shared.predicates import is_ahead_of_the_facts
from callrules.testing.catalogue.shared.scripts import (
    deed,
    has_words,
    lines_of,
    quoted,
    speaks,
    spoken,
    subject_of,
    wordings,
)
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import refused
from callrules.testing.policies import playbook_behind
from callrules.testing.situations import SPEAKER, Situation, answer_of
from callrules.words.apologies import PITCH
from callrules.words.customs import breaches, is_sorry
from callrules.words.gates import is_a_fact


@law(
    "words-rest-on-facts",
    says="Nothing is said or written that no fact says.",
    group="words",
    moment="there is something to say or to write",
    reached=has_words,
    at_the_end=True,
    exempts=speaks("untruths"),
)
def words_rest_on_facts(situation: Situation) -> Iterator[Broken]:
    """Each claim rests on a fact that is there, and the words claim nothing besides."""
    _, script, at = spoken(situation)
    about = subject_of(situation)
    for words in wordings(script):
        lost = next((each for each in words.claims if not is_a_fact(each.fact, about)), None)
        if lost:
            yield Broken(says=f"{quoted(words.text)} rests on {lost.fact!r}, which is no fact", at=at)
    for found in _untruths(situation, "\n\n".join(lines_of(script)), at):
        yield Broken(says=f"{quoted(found.found)} is said, but {found.says}", at=at)


def _untruths(situation: Situation, text: str, at: dt.datetime) -> Sequence[Finding]:
    """Judged by the playbook behind the policy, whatever its hands let pass."""
    judge: Any = playbook_behind(situation.policy) or situation.policy
    return answer_of(lambda: tuple(judge.untruths(text, situation.contact, situation.history, at, SPEAKER)))


@law(
    "no-pitch-in-an-apology",
    says="Who is told that we are sorry is sold nothing in the same breath.",
    group="words",
    moment="we say or write that we are sorry",
    reached=lambda situation: has_words(situation) and bool(_apologies(situation)),
    at_the_end=True,
    exempts=speaks(),
)
def no_pitch_in_an_apology(situation: Situation) -> Iterator[Broken]:
    """In notes after a bad moment, and wherever the words are sorry."""
    for text, kind in _apologies(situation):
        for found in breaches(text, kind, SPEAKER.language):
            if found.rule == PITCH:
                yield Broken(says=f"{quoted(found.found)} stands in an apology: {found.says}")


def _apologies(situation: Situation) -> list[tuple[str, str | None]]:
    """Every text that is sorry, and the notes after a bad moment, with the kinds of texts."""
    step, script, _ = spoken(situation)
    purpose = step.purpose if isinstance(step, Write) else None
    texts = [(each.text, purpose if each is script.note else None) for each in wordings(script)]
    return [(text, kind) for text, kind in texts if kind in NOTES or is_sorry(text, SPEAKER.language)]


@law(
    "opted-out-hears-nothing",
    says="Who asked us to stop gets no words, whatever was planned for them.",
    group="words",
    moment="there is something to say, or somebody asked us to stop",
    reached=lambda situation: (
        has_words(situation) or (refused(situation.person, situation.now) and is_ahead_of_the_facts(situation))
    ),
    at_the_end=True,
    exempts=speaks(),
)
def opted_out_hears_nothing(situation: Situation) -> Iterator[Broken]:
    """Ask for the words of the step as it was planned, once they asked us to stop."""
    step, at = situation.remembered(deed) or situation.step, situation.now
    gone = situation.history.add(OptOut(at=at))
    for text in lines_of(situation.words(step, gone)):
        yield Broken(says=f"they asked us to stop, and the words for them are {quoted(text)}", at=at, history=gone)
