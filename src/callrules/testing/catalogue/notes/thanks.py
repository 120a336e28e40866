"""The law of thanks: an order is thanked for on the day on which it came."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.declared import ThanksForOrders
from callrules.facts import CallAttempt
from callrules.step import Rest, Step, WalkAway, Write
from callrules.testing.catalogue.shared.channels import channels_open, ever_refused
from callrules.testing.catalogue.shared.predicates import has_nothing_to_do, is_ahead_of_the_facts, on_their_clock
from callrules.testing.lawbook import Broken, law
from callrules.testing.oracle import DAY, day_ends, is_order, is_thanks
from callrules.testing.situations import MICROSECOND, Situation


def _unthanked(situation: Situation) -> CallAttempt | None:
    """The last order by phone, unless we thanked for it or it is too long ago."""
    orders = [call for call in situation.person.calls if is_order(call)]
    days = min((each.stale_days for each in situation.facts_declared(ThanksForOrders)), default=0)
    if not orders or situation.now >= orders[-1].at + days * DAY:
        return None
    last = orders[-1]
    thanked = any(is_thanks(fact) and fact.at >= last.at for fact in situation.person.own)
    return None if thanked or not situation.person.owes(last.at) else last


def _owes_thanks(situation: Situation) -> bool:
    can_be_thanked = bool(channels_open(situation.contact, ever_refused(situation)))
    return can_be_thanked and is_ahead_of_the_facts(situation) and _unthanked(situation) is not None


@law(
    "thanked-the-same-day",
    says="An order by phone is thanked for on the day on which it came.",
    group="notes",
    moment="an order by phone is not thanked for",
    reached=_owes_thanks,
    needs=ThanksForOrders,
)
def thanked_the_same_day(situation: Situation) -> Iterator[Broken]:
    """Expect thanks by the end of that day on their calendar, or else at once.

    Other work may come first, and who stopped stays.
    """
    order, step = _unthanked(situation), situation.step
    if order is None or isinstance(step, WalkAway) or (isinstance(step, Rest) and not has_nothing_to_do(step)):
        return
    if step.at is None or step.at > max(situation.now, day_ends(situation.person, order.at) - MICROSECOND):
        came = on_their_clock(situation, order.at)
        yield Broken(says=f"they ordered on {came}, and {_what_comes(situation, step)}", expected="write thanks")


def _what_comes(situation: Situation, step: Step) -> str:
    when = f" on {on_their_clock(situation, step.at)}" if step.at else ""
    is_thanks = isinstance(step, Write) and step.purpose == "thanks"
    return f"are thanked only{when}" if is_thanks else f"nobody thanks them: next comes a {step.type}{when}"
