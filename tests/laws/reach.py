"""Which moments a situation reaches: a law that never met its moment has not passed."""

import datetime as dt

from callrules import Call, CallAttempt, Disposition, OptOut, Retraction, Snooze
from callrules.calendars import possible_zones
from callrules.testing.lives import next_clock_change

DAY = dt.timedelta(days=1)


def _zone(contact):
    return next(iter(possible_zones(contact)), "UTC")


def _full(made, most, days):
    return any(last - first < days * DAY for first, last in zip(made, made[most - 1 :], strict=False))


def reached(contact, history, now, step):
    """The names of the moments that this situation reaches."""
    own = history.seen_by(contact)
    made = [call.at for call in own.attempts]
    at = step.at or now
    moments = {
        "a call is due": isinstance(step, Call) and step.is_due(now),
        "a call must wait": isinstance(step, Call) and step.at > now,
        "a note is owed": step.type == "write",
        "something comes first": step.type in {"prepare", "seek_introduction"},
        "walked away": getattr(step, "grounds", None) not in {None, "do_not_call"},
        "unanswered": bool(step.because) and step.because[0].code == "unanswered",
        "opted out": own.opted_out is not None,
        "opt-out overruled by consent": bool(own.opt_outs) and own.opted_out is None,
        "a neighbour's no": bool(own.neighbours_opt_outs),
        "a promise is open": bool(own.open_promises),
        "a named moment is used": isinstance(step, Call) and step.reason.named is not None,
        "a promise was kept in vain": any(promise.rang_in_vain for promise in own.promises),
        "their promise is open": any(reason.code == "their_promise_lapsed" for reason in step.because),
        "weekly cap is full": _full(made, 3, 7),
        "monthly cap is full": _full(made, 6, 30),
        "a row of three": len(own.row_of_unanswered) >= 3,
        "clock changes before the step": at - now < 400 * DAY and now < next_clock_change(now, _zone(contact)) <= at,
        "no zone is known": not possible_zones(contact),
        "several zones": len(possible_zones(contact)) > 1,
        "no window at all": any(each.code == "conflict" for each in step.because),
        "somebody dials": any(
            each.disposition is Disposition.DIALING and dt.timedelta() <= now - each.at < dt.timedelta(hours=2)
            for each in own.attempts
        ),
        "a number is dead": any(each.disposition.traits.number_dead for each in own.attempts),
        "snoozed": bool(own.of(Snooze)),
        "something was taken back": any(isinstance(fact, Retraction) for fact in history.entries),
        "a fact lies ahead of now": history.latest is not None and history.latest > now,
        "a channel is refused": any(isinstance(fact, OptOut) and not fact.is_opt_out for fact in history.entries),
        "they rang us": any(isinstance(fact, CallAttempt) and fact.is_inbound for fact in own),
    }
    return {name for name, holds in moments.items() if holds}
