"""One fact as a line that people read, in the time of whoever it happened to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from callrules.calendars import Calendar
from callrules.day_names import month, weekday_and_day
from callrules.dispositions import Disposition
from callrules.facts import (
    CallAttempt,
    CalledOff,
    Commitment,
    Consent,
    Fact,
    Farewell,
    Insight,
    Introduction,
    KeyDate,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Reflection,
    Research,
    Retraction,
    Snooze,
)
from callrules.vocabulary import PURPOSES, Kind, Outcome, Party, Reply

ENDINGS = {
    Outcome.ORDER: "an order",
    Outcome.ADVANCE: "talked, a step forward",
    Outcome.CONTINUATION: "talked, no step forward",
    Outcome.NO_SALE: "talked, no sale",
    Disposition.DIALING: "dialling",
    Disposition.CONNECTED: "somebody or something answered",
    Disposition.DECLINED: "the ring was declined",
    Disposition.SCREENED: "an assistant asked who calls",
    Disposition.CONVERSATION: "talked",
    Disposition.VOICEMAIL_LEFT: "left a voicemail",
    Disposition.VOICEMAIL_NO_MESSAGE: "voicemail, no message left",
    Disposition.GATEKEEPER: "somebody else answered",
    Disposition.CALLBACK_REQUESTED: "they asked for another call",
    Disposition.HUNG_UP: "they hung up",
    Disposition.DO_NOT_CALL: "they asked us to stop calling",
    Disposition.LEFT_COMPANY: "they have left the company",
    Disposition.CLOSED_DOWN: "the company has closed down",
    Disposition.DISQUALIFIED: "nobody we can help",
    Disposition.TECHNICAL: "no connection",
}
PROMISED = {Kind.CALL: "a call", Kind.SEND: "to send something", Kind.MEET: "to meet", Kind.OTHER: "something"}
BY = {"email": "e-mail", "handwritten": "hand", "text": "text message"}
HEARD = {
    Reply.ANSWER: "an answer",
    Reply.NOT_INTERESTED: "not interested",
    Reply.DO_NOT_CALL: "please stop calling",
    Reply.CALLBACK_REQUESTED: "please call",
    Reply.ACKNOWLEDGEMENT: "noted, and nothing wanted",
    Reply.AUTOMATIC: "an automatic reply",
    Reply.BOUNCED: "it came back undelivered",
}


def told(fact: Fact, calendar: Calendar) -> str:
    """The fact in one line, its moments on that calendar."""
    return _TOLD[type(fact)](fact, calendar)


def on_the_clock(moment: dt.date, calendar: Calendar) -> str:
    """A day, or an hour of it, as that calendar shows it."""
    if isinstance(moment, dt.datetime):
        local = calendar.local(moment)
        return f"{weekday_and_day(local)} {local:%Y, %H:%M}"
    return f"{weekday_and_day(moment)} {moment.year}"


def how(call: CallAttempt) -> str:
    """How a call ended, and what was agreed."""
    if call.is_given_up:
        return "they hung up before we answered"
    if call.is_inbound and call.is_unanswered:
        return "we missed it"
    said = ENDINGS.get(call.outcome or call.disposition) or _plain(call.disposition.value)
    if not call.agreed:
        return said
    yes = f"a yes to {', '.join(call.agreed)}"
    return yes if call.outcome is Outcome.ADVANCE else f"{said}, {yes}"


def _named(call: CallAttempt, calendar: Calendar) -> Iterator[str]:
    if call.callback_at:
        yield f"they named {on_the_clock(call.callback_at, calendar)}"
    if call.promises:
        yield f"we named {on_the_clock(call.promises, calendar)}"


def _call(fact: CallAttempt, calendar: Calendar) -> str:
    reason = f" ({_plain(fact.reason)})" if fact.reason else ""
    remark = f" “{fact.remark}”" if fact.remark else ""
    told = "; ".join([how(fact), *_named(fact, calendar)])
    return f"{'they rang' if fact.is_inbound else 'we rang'}{reason}: {told}{remark}"


def _commitment(fact: Commitment, calendar: Calendar) -> str:
    who = "we promised" if fact.by is Party.US else "they promised"
    due = f"for {on_the_clock(fact.due, calendar)}" if fact.due else "without a date"
    about = f": {fact.what}" if fact.what else ""
    return f"{who} {PROMISED[fact.kind]} {due}{about}"


def _message(fact: Message, calendar: Calendar) -> str:
    by = BY.get(fact.channel.value, fact.channel.value)
    if fact.is_inbound:
        return f"they wrote by {by}" + (f": {HEARD[fact.reply]}" if fact.reply else "")
    purpose = f": {_purpose(fact.purpose)}" if fact.purpose else ""
    promises = f", naming {on_the_clock(fact.promises, calendar)} for the call" if fact.promises else ""
    return f"we wrote by {by}{purpose}{promises}"


def _purchase(fact: Purchase, _: Calendar) -> str:
    says = "money went back" if fact.is_return else "they bought"
    return " ".join([says, *(["for", str(fact.amount), fact.currency or ""] if fact.amount else [])]).rstrip()


def _opt_out(fact: OptOut, _: Calendar) -> str:
    if fact.is_opt_out or fact.channel is None:
        return "they asked us to stop calling"
    return f"they want nothing more by {BY.get(fact.channel.value, fact.channel.value)}"


def _snooze(fact: Snooze, calendar: Calendar) -> str:
    return f"they are left in peace until {on_the_clock(fact.until, calendar)}"


def _key_date(fact: KeyDate, calendar: Calendar) -> str:
    every = f"{fact.on:%d} {month(fact.on)}, every year" if fact.yearly else on_the_clock(fact.on, calendar)
    return f"they told us a date: {fact.what}, {every}"


def _reflection(fact: Reflection, _: Calendar) -> str:
    answers = (
        f"received {fact.received.value}" if fact.received else None,
        f"went well: {fact.well}" if fact.well else None,
        f"next time: {fact.otherwise}" if fact.otherwise else None,
    )
    return "; ".join(["we looked back on the call", *filter(None, answers)])


def _purpose(name: str) -> str:
    known = PURPOSES.get(name)
    return known.says if known else _plain(name)


def _plain(word: str) -> str:
    return word.replace("_", " ")


_TOLD: dict[type[Fact], Callable[[Any, Calendar], str]] = {
    CallAttempt: _call,
    Commitment: _commitment,
    Message: _message,
    Meeting: lambda fact, _: f"we met{f' at {fact.place}' if fact.place else ''}",
    CalledOff: lambda *_: "an appointment was called off",
    Purchase: _purchase,
    Insight: lambda fact, _: f"worth knowing for them: {fact.text}",
    Research: lambda fact, _: f"found out ({_plain(fact.topic)}): {fact.text}",
    KeyDate: _key_date,
    Reflection: _reflection,
    Introduction: lambda fact, _: f"{fact.by} introduced us",
    OptOut: _opt_out,
    Consent: lambda *_: "they asked to be called again",
    Snooze: _snooze,
    Farewell: lambda *_: "we said goodbye, and left the door open",
    Retraction: lambda *_: "a line written down wrongly was taken back",
}
