"""Writing: plain JSON that reads back as the same value."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import Any

import attrs

from callrules import checks
from callrules.contact import Contact
from callrules.deciding.explanation import Explanation
from callrules.errors import InvalidValue
from callrules.facts import FACTS, Fact
from callrules.preferred_hours import PreferredHours
from callrules.script import Agenda, Finding, Script
from callrules.step import Because, Reason, Step, Verdict
from callrules.wire.case import KINDS, Case, word
from callrules.wire.moments import MOMENTS

SHOWN: dict[type, tuple[str, ...]] = {
    Reason: ("name", "about", "says", "due", "expires", "named"),
    Because: ("rule", "code", "says", "until"),
}
"""What of a reason and of a because is written beside a step, in which order."""


def write_case(case: Case) -> dict[str, Any]:
    """The case as plain JSON; reading it back gives an equal one."""
    history = [write_fact(fact) for fact in case.history.entries]
    return {"now": write_moment(case.now), "contact": write_contact(case.contact), "history": history}


def write_contact(contact: Contact) -> dict[str, Any]:
    """The contact as plain JSON, less what was left at its default."""
    return _fields(contact)


def write_fact(fact: Fact) -> dict[str, Any]:
    """The fact as plain JSON, less what was left at its default.

    Raises `InvalidValue` for a class of another's own, which nobody could read back.
    """
    if type(fact) not in FACTS:
        kinds = f"one of {', '.join(KINDS)}: keep what is your own as Research, or in a book of yours"
        raise InvalidValue("fact.type", type(fact).__name__, kinds)
    return {"type": word(type(fact)), **_fields(fact), **_zone(fact)}


def _zone(value: Fact | Step) -> dict[str, str]:
    """The zone of its wall times, to be written beside them."""
    moments = (getattr(value, name, None) for name in MOMENTS)
    zones = (checks.zone_name(moment) for moment in moments if isinstance(moment, dt.datetime))
    zone = next(filter(None, zones), None)
    return {"zone": zone} if zone else {}


def write_moment(moment: dt.date) -> str:
    """A day, a wall time (its zone is written beside it) or an instant in UTC, as ISO 8601."""
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    if checks.zone_name(moment) is None:
        return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    return moment.isoformat() if moment.fold else moment.replace(tzinfo=None).isoformat()


def write_step(step: Step, now: dt.datetime) -> dict[str, Any]:
    """The step as plain JSON, with `due` as seen `now`."""
    fields = {field.name: _plain(getattr(step, field.name)) for field in attrs.fields(type(step))}
    because = fields.pop("because")
    ordered = {name: fields.pop(name) for name in ("at", "since", "until") if name in fields}
    return {"type": step.type, **ordered, "due": step.is_due(now), **fields, **_zone(step), "because": because}


def write_verdict(verdict: Verdict) -> dict[str, Any]:
    """The verdict as plain JSON."""
    return {field.name: _plain(getattr(verdict, field.name)) for field in attrs.fields(Verdict)}


def write_script(script: Script) -> dict[str, Any]:
    """The script as plain JSON; what does not fit its step is null."""
    opener, voicemail = script.opener, script.voicemail
    return {
        "for_them": script.for_them,
        "opener": {"text": opener.text, "rests_on": list(opener.rests_on)} if opener else None,
        "agenda": _agenda(script.agenda) if script.agenda else None,
        "voicemail": {"text": voicemail.text, "seconds": voicemail.seconds} if voicemail else None,
        "text": script.text,
        "afterwards": list(script.afterwards),
        "cautions": list(script.cautions),
    }


def _agenda(agenda: Agenda) -> dict[str, Any]:
    return {
        "objective": agenda.objective,
        "asks": [ask.says for ask in agenda.asks],
        "outcome": agenda.outcome,
        "path": list(agenda.path),
        "buy_in": agenda.buy_in,
        "proceed": agenda.proceed,
        "next_call": agenda.next_call,
    }


def write_finding(finding: Finding) -> dict[str, Any]:
    """The finding as plain JSON."""
    return {
        "rule": finding.rule,
        "says": finding.says,
        "found": finding.found,
        "at": list(finding.at),
        "better": finding.better,
    }


def write_explanation(explanation: Explanation) -> dict[str, Any]:
    """Every rule's say as plain JSON, beside the step and the moment of the question; `null` is silence."""
    says = [{"rule": say.rule, "hook": say.hook, "says": say.says} for say in explanation.says]
    step = write_step(explanation.step, explanation.now)
    return {"contact": explanation.contact, "at": write_moment(explanation.now), "step": step, "says": says}


def _fields(value: Any) -> dict[str, Any]:
    given = ((field, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {
        field.name: _plain(each)
        for field, each in given
        if field.default is attrs.NOTHING or each not in {None, field.default}
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return write_moment(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, (Reason, Because)):
        return {name: _plain(getattr(value, name)) for name in SHOWN[type(value)]}
    if isinstance(value, PreferredHours):
        return value.written
    if attrs.has(type(value)):
        return _fields(value)
    value = value.value if isinstance(value, enum.Enum) else value
    return str(value) if isinstance(value, Decimal) else value
