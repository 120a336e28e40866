"""What laws of words ask a policy: what there is to say, and what is said once that happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Fact
from callrules.history import History
from callrules.script import Script, Wording
from callrules.step import Call, Rest, Step, WalkAway, Write
from callrules.testing.catalogue.shared.host import done
from callrules.testing.catalogue.shared.predicates import is_ahead_of_the_facts
from callrules.testing.lawbook import Exempts
from callrules.testing.policies import Declaration, Policy
from callrules.testing.situations import SPEAKER, Situation
from callrules.vocabulary import Outcome
from callrules.words.subject import Subject

RESTS = 3
"""So often a rest is waited for, until there is something to say."""
SHORT = 80
"""So many letters of a text are shown."""


def speaks(*also: str) -> Exempts:
    """Make what exempts a policy that has no words, or cannot be asked about them."""

    def exempts(policy: Policy, _: Sequence[Declaration]) -> str | None:
        missing = next((name for name in ("script", *also) if not hasattr(policy, name)), None)
        return f"this policy has no `{missing}`" if missing else None

    return exempts


def deed(situation: Situation) -> Step | None:
    """The next thing that is said or written; rests are waited for."""
    step = situation.step
    for _ in range(RESTS):
        if not isinstance(step, Rest) or step.at is None:
            break
        step = situation.asked(step.at)
    speaks = isinstance(step, (Call, Write)) or (isinstance(step, WalkAway) and step.channel)
    return step if speaks else None


def has_words(situation: Situation) -> bool:
    """Whether there is something to say or to write, and no fact lies ahead."""
    return is_ahead_of_the_facts(situation) and situation.remembered(deed) is not None


def is_a_call(situation: Situation) -> bool:
    """Whether a call comes next, and no fact lies ahead."""
    return has_words(situation) and isinstance(situation.remembered(deed), Call)


def spoken(situation: Situation) -> tuple[Step, Script, dt.datetime]:
    """Give what is done, its words, and when."""
    step = situation.remembered(deed) or situation.step
    return step, situation.words(step), max(situation.now, step.at or situation.now)


def subject_of(situation: Situation) -> Subject:
    """Give what those words are held against: who is spoken to, by whom, when and about what."""
    step, _, at = spoken(situation)
    reason = step.reason if isinstance(step, Call) else None
    who = situation.contact
    return Subject(contact=who, history=situation.history, sender=SPEAKER, at=at, reason=reason, step=step)


def wordings(script: Script) -> list[Wording]:
    """Give the texts that say what they rest on."""
    return [each for each in (script.opener, script.voicemail, script.note) if each]


def lines_of(script: Script) -> list[str]:
    """Give everything that they may hear or read."""
    agenda = script.agenda
    lines = [each.text for each in wordings(script)]
    if agenda:
        asks = (each.says for each in agenda.asks)
        lines += [agenda.objective, *asks, *filter(None, (agenda.outcome, agenda.buy_in, agenda.next_call))]
    return lines


def as_if(
    situation: Situation,
    step: Step,
    at: dt.datetime,
    ends: Disposition = Disposition.NO_ANSWER,
    used: Sequence[str] = (),
) -> History:
    """Give the history, and the step done."""
    return situation.history.add(*(_noted(fact, used) for fact in done(step, at, ends)))


def _noted(fact: Fact, used: Sequence[str]) -> Fact:
    if not isinstance(fact, CallAttempt):
        return fact
    outcome = Outcome.ADVANCE if fact.disposition is Disposition.CONVERSATION else None
    return attrs.evolve(fact, used=tuple(used), outcome=outcome)


def quoted(text: str) -> str:
    """Give the words in quotes, or how they begin."""
    short = text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
    return f"“{short}”"
