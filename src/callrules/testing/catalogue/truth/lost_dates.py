"""Laws of lost calls: what we do in vain moves no reason past its date, and takes none away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, KeyDate, Message
from callrules.history import History
from callrules.step import Reason
from callrules.testing.catalogue.shared.own_rules import gives_no_reasons, own_reasons
from callrules.testing.catalogue.shared.predicates import after_all, in_turn, is_ahead_of_the_facts, on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, SOON
from callrules.testing.situations import Situation
from callrules.vocabulary import Channel, Direction

TWO_WEEKS = 14 * DAY
"""What is good for less, as a birthday, may pass with one try."""
DAYS_AHEAD = (100, 300, 50)


def _dated(situation: Situation) -> list[tuple[History, Reason]]:
    """The reasons that are good until some date ahead, and with which facts: those of this life, or a date told now."""
    known, now = situation.history, after_all(situation) + SOON
    told = [] if known.of(KeyDate) else [known.add(_a_date(situation))]
    return [
        (history, each)
        for history in (known, *told)
        for each in own_reasons(situation, history)
        if each.expires and max(each.due or now, now) + TWO_WEEKS < each.expires
    ]


def _a_date(situation: Situation) -> KeyDate:
    at = after_all(situation)
    on = situation.person.day(at) + in_turn(situation, DAYS_AHEAD) * DAY
    return KeyDate(at=at, on=on, what="renewal", yearly=True)


@law(
    "a-date-is-not-lost",
    says="A call that is good until some date is not put off beyond it by a dial in vain, nor by a mail of ours.",
    group="truth",
    moment="a rule of the author's gives a reason that expires",
    reached=lambda situation: is_ahead_of_the_facts(situation) and bool(situation.remembered(_dated)),
    exempts=gives_no_reasons,
    remedy="count what comes next from what they told, never from `history.latest`",
)
def a_date_is_not_lost(situation: Situation) -> Iterator[Broken]:
    """Done on the day after it falls due; that the reason is used up by then, and gone, is the author's choice."""
    for before, reason in situation.remembered(_dated):
        at = max(reason.due or after_all(situation), after_all(situation)) + DAY
        for what, fact in (
            ("a dial in vain", CallAttempt(at=at, disposition=Disposition.NO_ANSWER)),
            ("a mail of ours", Message(at=at, channel=Channel.EMAIL, direction=Direction.OUTBOUND)),
        ):
            history = before.add(fact)
            then = _next_of_that_name(situation, before, history, reason)
            if then and reason.expires and then >= reason.expires:
                says = f"{what} puts {reason.name!r} off to {on_their_clock(situation, then)}"
                yield Broken(says=f"{says}, beyond the date for which it was meant", at=at, history=history)


def _next_of_that_name(situation: Situation, before: History, history: History, reason: Reason) -> dt.datetime | None:
    """When that reason is due then, be it under a new `about`; `None` where none is left, or none has a date."""
    known = {each.about for each in own_reasons(situation, before) if each.name == reason.name}
    same = (each for each in own_reasons(situation, history) if each.name == reason.name)
    dues = [each.due for each in same if each.due and (each.about == reason.about or each.about not in known)]
    return min(dues, default=None)


def _lasting(situation: Situation) -> list[Reason]:
    """The reasons that stand until somebody heard them."""
    return [each for each in own_reasons(situation, situation.history) if each.expires is None and not each.named]


@law(
    "a-dial-takes-nothing-away",
    says="A dial in vain takes no reason away: what nobody heard is still to be told.",
    group="truth",
    moment="a rule of the author's gives a reason that does not expire",
    reached=lambda situation: is_ahead_of_the_facts(situation) and bool(situation.remembered(_lasting)),
    at_the_end=True,
    exempts=gives_no_reasons,
    remedy="ask whether they heard it (`history.talked_since`), not whether we rang (`history.rang_since`)",
)
def a_dial_takes_nothing_away(situation: Situation) -> Iterator[Broken]:
    """Done on the day after it falls due; the same call under another name of its subject will do."""
    for reason in situation.remembered(_lasting):
        at = max(reason.due or after_all(situation), after_all(situation)) + DAY
        history = situation.history.add(CallAttempt(at=at, disposition=Disposition.NO_ANSWER))
        if all(each.name != reason.name for each in own_reasons(situation, history)):
            says = f"nobody answered one dial, and {reason.name!r} is gone for good: {reason.says}"
            yield Broken(says=says, at=at, expected=f"call {reason.name}", history=history)
