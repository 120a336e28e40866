"""Laws of words that follow words: no two openers alike, no insight twice, and no day that the gate refuses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

import attrs

from callrules.dispositions import Disposition
from callrules.facts import Insight
from callrules.history import History
from callrules.script import Opener, Script
from callrules.step import Call, Rest, Step, Write
from callrules.testing.catalogue.shared.predicates import on_their_clock, told_already
from callrules.testing.catalogue.shared.scripts import as_if, has_words, is_a_call, quoted, speaks, spoken, wordings
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import SOON
from callrules.testing.situations import Situation, answer_of
from callrules.vocabulary import Party
from callrules.words.almanac import CALLS
from callrules.words.reading import sentences
from callrules.words.said_days import said_days


@law(
    "no-opener-twice-running",
    says="No two calls running begin alike.",
    group="words",
    moment="a call that nobody answers is followed by another",
    reached=lambda situation: is_a_call(situation) and situation.remembered(_next_call) is not None,
    at_the_end=True,
    exempts=speaks(),
)
def no_opener_twice_running(situation: Situation) -> Iterator[Broken]:
    """Ring in vain, note what was used, and look at how the next call begins."""
    _, script, at = spoken(situation)
    following = situation.remembered(_next_call)
    again = situation.words(*following).opener if following else None
    if again and script.opener and _are_alike(again, script.opener):
        yield Broken(says=f"two calls running begin with {quoted(again.text)}", at=at)


def _next_call(situation: Situation) -> tuple[Step, History] | None:
    """The call after the one that is asked for now, with what will have happened by then."""
    step, script, at = spoken(situation)
    rung = as_if(situation, step, at, used=script.used)
    following = situation.asked(at + SOON, rung)
    if isinstance(following, Rest) and following.at:
        following = situation.asked(following.at, rung)
    return (following, rung) if isinstance(following, Call) else None


def _are_alike(one: Opener, other: Opener) -> bool:
    return one.text == other.text or (one.name is not None and one.name == other.name)


@law(
    "no-insight-told-twice",
    says="What they heard from us already is not told as news again.",
    group="words",
    moment="there is an insight that they know from us, or hear now",
    reached=lambda situation: _may_be_told(situation) and bool(situation.remembered(_retold)),
    exempts=speaks(),
)
def no_insight_told_twice(situation: Situation) -> Iterator[Broken]:
    """Look at the insight of the script, and at what its texts rest on."""
    _, _, at = spoken(situation)
    for insight, script in situation.remembered(_retold):
        if insight.key in _news_of(script):
            yield Broken(says=f"{quoted(insight.text)} is told them, which they heard from us before", at=at)


def _may_be_told(situation: Situation) -> bool:
    """Whether there are insights, and the next step has words; no rest is waited for.

    Looked at after every second thing that happened, for words are dear.
    """
    if situation.seed % 2:
        return False
    knows = any(isinstance(fact, Insight) for fact in situation.person.own)
    return knows and isinstance(situation.step, (Call, Write)) and has_words(situation)


def _news_of(script: Script) -> set[str | None]:
    return {script.insight, *(claim.fact for each in wordings(script) for claim in each.claims)}


def _retold(situation: Situation) -> list[tuple[Insight, Script]]:
    """Each insight that they heard, with the words that came after; that of the script is told them first."""
    step, script, at = spoken(situation)
    insights = [fact for fact in situation.person.own if isinstance(fact, Insight)]
    known = told_already(situation)
    found = [(each, script) for each in insights if each.key in known]
    fresh = [each for each in insights if each.key in _news_of(script) - known]
    if fresh and isinstance(step, Call):
        used = (*script.used, *(each.key for each in fresh))
        told = as_if(situation, step, at, Disposition.CONVERSATION, used)
        found += [(each, situation.words(step, told)) for each in fresh]
    return found


@law(
    "no-call-promised-in-vain",
    says="No day is named for a call on which the gate would refuse it.",
    group="words",
    moment="words name a day for the next call",
    reached=lambda situation: has_words(situation) and bool(situation.remembered(_days_named)),
    at_the_end=True,
    exempts=speaks("can_promise"),
)
def no_call_promised_in_vain(situation: Situation) -> Iterator[Broken]:
    """Ask the gate about each such day, as if what the words are for had just happened."""
    policy: Any = situation.policy
    _, _, at = spoken(situation)
    for day, history, by in situation.remembered(_days_named):
        if not answer_of(partial(policy.can_promise, situation.contact, history, day, asked_by=by)).allowed:
            named = on_their_clock(situation, day)
            yield Broken(says=f"the words name {named} for the next call, and the gate refuses it", at=at)


def _days_named(situation: Situation) -> list[tuple[dt.date, History, Party]]:
    """The days on which a call is offered, each with what would have happened by then, and who would have asked."""
    step, script, at = spoken(situation)
    named: list[tuple[dt.date, History, Party]] = []
    letter = attrs.evolve(step, promises=None) if isinstance(step, Write) else None
    offers = (
        (script.agenda.next_call if script.agenda else None, step, Disposition.CONVERSATION, Party.THEM),
        (script.voicemail.text if script.voicemail else None, step, Disposition.VOICEMAIL_LEFT, Party.US),
        (script.text, letter, Disposition.NO_ANSWER, Party.US),
    )
    for text, does, ends, by in offers:
        if text and does:
            told = as_if(situation, does, at, ends)
            named += [(day, told, by) for day in days_of_calls(text, situation.person.day(at))]
    return named


def days_of_calls(text: str, today: dt.date) -> list[dt.date]:
    """Give the days to come which the text names in sentences about calls."""
    about_calls = [each.text for each in sentences(text) if CALLS.search(each.text)]
    return [each.day for line in about_calls for each in said_days(line, today) if each.day and each.is_ahead]
