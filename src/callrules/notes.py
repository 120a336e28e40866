"""The words of a note: plain, warm, true, and never a pitch (rulebook D3, B4, F14)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from callrules.agenda import Sender
from callrules.contact import Contact
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.step import Step, WalkAway, Write
from callrules.terms import Reply

NOBODY = Sender()

RESULTS = {
    "lapsed_customer": "what would have to change for you to enjoy buying from us again",
    "dormant_customer": "what you need today, and whether we still do our part well",
    "competitor_customer": "whether you would be better off with us, and you would be the judge of it",
    "prospect": "whether there is something in your day that we could take off your hands",
    "insight": "something I came across that may change how you plan",
}
QUESTIONS = {
    "lapsed_customer": "What was missing the last time you bought from us?",
    "dormant_customer": "What has changed for you since we last worked together?",
    "competitor_customer": "If you could change one thing about how you are supplied today, what would it be?",
}
WRITTEN_NO = "You wrote that this is not for you at the moment, and I respect that."
A_RESULT = "a result that I believe is worth a few minutes of your time"
A_QUESTION = "What would have to be easier for this to be a good year for you?"


def words(step: Step, contact: Contact, history: History, sender: Sender | None = None) -> str | None:
    """The text of a `Write` or of a `WalkAway` that is said; `None` where there is nothing to write."""
    lines: Iterable[str | None] | None = None
    history = history.seen_by(contact)
    if isinstance(step, Write):
        lines = _note(step, history, sender or NOBODY)
    elif isinstance(step, WalkAway) and step.channel:
        lines = _farewell(step, history)
    if lines is None:
        return None
    body = "\n\n".join(line for line in lines if line)
    closing = (sender or NOBODY).signature
    return f"Dear {contact.called},\n\n{body}" + (f"\n\n{closing}" if closing else "")


def _note(step: Write, history: History, sender: Sender) -> Iterable[str | None]:
    if step.purpose in {"after_hang_up", "after_brush_off"}:
        return _apology(step, history, sender)
    return _SHORT.get(step.purpose, ("I thought of you and wanted to share this.",))


_SHORT = {
    "thanks": (
        "Thank you for your order, and for your trust.",
        "I will see to it that you get what we agreed. If anything is not as it should be, tell me first.",
    ),
    "missed_meeting": (
        "We meant to meet and it did not come about; days get in the way, yours as well as mine.",
        "I would still like to hear what you are working on. Which day suits you?",
    ),
}


def _apology(step: Write, history: History, sender: Sender) -> Iterable[str | None]:
    call = _failed_call(history)
    reason = call.reason if call and call.reason else ""
    when = f" on {_day(history.calendar.day(call.at))}" if call and _is_recent(step, history, call) else ""
    reach = f"If that does not suit you, you can reach me at {sender.reach}." if sender.reach else None
    return (
        f"I rang you{when} at a bad moment. I am sorry for that." if call else WRITTEN_NO,
        f"It was about {RESULTS.get(reason, A_RESULT)}. I would like to ask you a few questions, no more.",
        QUESTIONS.get(reason, A_QUESTION),
        " ".join(filter(None, (_next_call(step), reach))) or None,
    )


def _is_recent(step: Write, history: History, call: CallAttempt) -> bool:
    return step.at is not None and step.at < history.calendar.add(call.at, months=3)


def _next_call(step: Write) -> str | None:
    return f"I will call you again on {_day(step.promises)}." if step.promises else None


def _farewell(step: WalkAway, history: History) -> Iterable[str | None]:
    door = "Should that change, a word from you is enough: the door stays open."
    if step.grounds == "unanswered":
        again = step.because[0].until if step.because else step.revisit
        later = _day(history.calendar.day(again)) if again else None
        once_more = f"I may try once more from {later} on, and not before." if later else None
        before_then = "If you would like to talk before then, a word from you is enough."
        return ("I tried to reach you a few times and will leave you in peace now.", once_more, before_then)
    if step.grounds == "stalled":
        return (
            "We have talked several times and it did not move on, so it is probably not the right time for you.",
            "I will not pursue it any further, and take it off my desk and yours.",
            door,
        )
    if step.grounds == "number_unworkable":
        return ("The number I have for you does not work any more. If you would like to talk, send me a better one.",)
    if step.grounds == "not_interested":
        return ("Thank you for telling me that this is not for you. I will not call about it again.", door)
    return ("I will not pursue this any further for now.", door)


def _failed_call(history: History) -> CallAttempt | None:
    """The call that went wrong; none where the no came in writing."""
    noes = [message.at for message in history.messages if message.reply is Reply.NOT_INTERESTED]
    failed = [call for call in history.calls if call.is_refusal]
    return failed[-1] if failed and (not noes or failed[-1].at >= noes[-1]) else None


def _day(day: dt.date) -> str:
    return f"{day:%A}, {day.day} {day:%B}"
