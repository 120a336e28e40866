"""Why somebody is not on today's list, in words that let people be counted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

import attrs

from callrules.contact import Contact
from callrules.deciding.admission import name_of, opens_daily, waits_of
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call, Rest, Step, WalkAway
from callrules.vocabulary import GROUNDS, REASONS, ground_named

Person: TypeAlias = tuple[Contact, History]
Group: TypeAlias = tuple[str, str]
"""A word for programs and a sentence for people. No names or dates in it, so that people can be counted."""


@attrs.frozen
class Opened:
    """A rule that held somebody back, and until when."""

    rule: str
    until: dt.datetime


ERRANDS = {
    "write": "a note to write first",
    "prepare": "something to find out first",
    "seek_introduction": "an introduction to ask for first",
}
RESTING = {
    "rule_failed": "a rule failed: nobody is rung until it is mended",
    "later_than_now": "a fact lies ahead of the clock",
    "no_reason": "nothing to say: there is no reason to call",
}
NOT_YET = ("not_yet", "nothing to say yet: in touch, or bought, not long ago")
MORE = ("more", "due as well: they come after these calls")
MOST_CLOSED = 30
"""So many nights, weekends and holidays in a row are followed from when a call falls due."""
AWAY = ("rep_away", "who looks after them is away")
BETWEEN_BLOCKS = ("between_blocks", "for the next hours kept for calling")
OTHERS = ("other_reps", "looked after by somebody else")
GOODBYE = ("goodbye", "a goodbye to say first")
RED_PHONES = ("red_phone_budget", "red phones: rung often enough this month or year")
RUNG_TODAY = {
    "account": ("account_today", "somebody at the same account was rung today"),
    "number": ("number_today", "somebody at the same number was rung today"),
}
TAKEN = {
    "contact": ("person", "the same person is on the list already"),
    "account": ("account", "somebody at the same account is on the list"),
    "number": ("number", "somebody at the same number is on the list"),
}


def what_binds(playbook: Playbook, person: Person, step: Step) -> Group:
    """Why this step is no call to make yet."""
    if isinstance(step, WalkAway):
        return step.grounds, ground_named(step.grounds).says
    if isinstance(step, Rest):
        return _resting(playbook, step)
    if isinstance(step, Call):
        return _held_back(playbook, person, step)
    return step.type, ERRANDS[step.type]


def _resting(playbook: Playbook, step: Rest) -> Group:
    codes = {each.code for each in step.because}
    ground = next((code for code in GROUNDS if code in codes), None)
    if ground:
        return ground, GROUNDS[ground].says
    if "conflict" in codes:
        return "conflict", _in_conflict(playbook, step)
    code = next(iter(codes), "no_reason")
    return code, RESTING.get(code, f"resting: {_plainly(code)}")


def _in_conflict(playbook: Playbook, step: Rest) -> str:
    waits = _waits(playbook)
    rules = dict.fromkeys(each.rule for each in step.because)
    known = {each.says for each in step.because if each.rule in waits}
    if len(rules) == 1 and len(known) == 1:
        return known.pop()
    return f"no moment suits everybody who has a say: {', '.join(map(_plainly, rules))}"


def _held_back(playbook: Playbook, person: Person, call: Call) -> Group:
    """Name what ends last before the step's own moment, so that the answer is the same until then.

    Days count first, for opening hours end every night: who rests until Wednesday is not merely outside their hours.
    """
    calendar = person[1].seen_by(person[0]).calendar
    if _falls_due_while_closed(playbook, person, call):
        known = REASONS.get(call.reason.name)
        says = known.later if known else None
        return (f"later_{call.reason.name}", says) if says else NOT_YET
    daily = _daily(playbook)
    opened = [(calendar.day(each.until), each.rule not in daily, each) for each in _opened(playbook, person, call)]
    if not opened:
        return "later", "something warmer comes first"
    rule = max(opened, key=lambda each: (*each[:2], each[2].until, each[2].rule))[2].rule
    return rule, _waits(playbook).get(rule, f"held back for now: {_plainly(rule)}")


def _falls_due_while_closed(playbook: Playbook, person: Person, call: Call) -> bool:
    """Whether the reason falls due at the step's moment, or in the night, weekend or holidays just before it."""
    if call.since is None or call.at is None or call.since >= call.at:
        return call.since is not None
    moment, daily = call.since, _daily(playbook)
    for _ in range(MOST_CLOSED):
        asked = playbook.held_back_by(*person, attrs.evolve(call, at=moment))
        closed = {each.rule: each.until for each in asked if each.until and each.until > moment}
        if not closed or not closed.keys() <= daily:
            return False
        moment = max(closed.values())
        if moment >= call.at:
            return True
    return False


def _opened(playbook: Playbook, person: Person, call: Call) -> Iterator[Opened]:
    for each in playbook.held_back_by(*person, call):
        if each.until and (call.since is None or each.until > call.since):
            yield Opened(each.rule, each.until)


def _waits(playbook: Playbook) -> dict[str, str]:
    """For each rule that has one, the sentence by which it counts whom it holds back."""
    told = ((name_of(rule), waits_of(rule)) for rule in playbook.rules)
    return {rule: waits for rule, waits in told if waits}


def _daily(playbook: Playbook) -> set[str]:
    """The rules that open on most days: named only where nothing else holds somebody back on that day."""
    return {name_of(rule) for rule in playbook.rules if opens_daily(rule)}


def _plainly(word: str) -> str:
    return word.replace("_", " ")
