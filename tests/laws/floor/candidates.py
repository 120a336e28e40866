"""The reasons that stand, what each waits for, and on which number it is tried first."""

from __future__ import annotations

from collections.abc import Sequence

from floor.agreeing import Agreements
from floor.clock import START
from floor.grounds import Stop
from floor.guards import Guards
from floor.patience import Waiting
from floor.plain import Plain
from floor.reading import Reading
from floor.why import BEFORE_A_PROMISE, COLD_ONES, KEEPS_ITS_DAY, WARM_ONES, Why


def candidates(agreements: Agreements, found: list[Why], stops: list[Stop], patient: list[Waiting]) -> list[Why]:
    """The reasons that stand now, those that a warmer one keeps waiting from its end on."""
    guards = agreements.guards
    now, reading = guards.now, guards.reading
    if not (stops or reading.may_be_warm()):
        return found
    heard = [call for call in reading.conversations if call.reason]
    standing = [why for why in found if why.expires is None or why.expires > now]
    if heard:
        standing = [why for why in standing if not is_used_up(reading, heard, why)]
    if patient:
        standing = [why for why in standing if all(lets_ring(guards, each, why) for each in patient)]
    again = [stop.revisit for stop in stops if stop.revisit is not None and stop.revisit <= now] if stops else ()
    if again:
        for why in standing:
            if not why.named and why.name not in KEEPS_ITS_DAY:
                why.due = max(again)
    return in_turn(agreements, standing)


def is_used_up(reading: Reading, heard: list[Plain], why: Why) -> bool:
    """Whether that pair was heard; what has no `about`, or keeps its day, can fall due again after that."""
    again = why.about is None or why.named or why.name in KEEPS_ITS_DAY
    since = why.due if again and why.due is not None else START
    about = reading.event(why.about)
    return any(call.reason == why.name and call.at >= since and reading.event(call.about) == about for call in heard)


def lets_ring(guards: Guards, patient: Waiting, why: Why) -> bool:
    """Whether a ground that waits lets that call ring."""
    return guards.is_first_return(why) or (why.name == "promise" and why.about in patient.promised)


def in_turn(agreements: Agreements, standing: list[Why]) -> list[Why]:
    """Less those that wait for ever; the others know until when they wait.

    A promise keeps all waiting but a returned call and other promises; any warm reason the four cold ones.
    """
    if len(standing) < 2:
        return standing
    held = [why for why in standing if why.name not in BEFORE_A_PROMISE]
    promised = [why for why in standing if why.name == "promise"] if held else ()
    if any(can_be_called(agreements, why) for why in promised):
        return [why for why in standing if why.name in BEFORE_A_PROMISE]
    cold = [why for why in held if why.name in COLD_ONES]
    warm = [why for why in standing if why.name in WARM_ONES] if cold else ()
    ends = [why.expires for why in warm if can_be_called(agreements, why)]
    if not ends:
        return standing
    if None in ends:
        return [why for why in standing if why.name not in COLD_ONES]
    for why in cold:
        why.waits = max(ends)
    return standing


def can_be_called(agreements: Agreements, why: Why) -> bool:
    """Whether a moment may come on any of their numbers."""
    for number in agreements.guards.reading.card.numbers:  # noqa: SIM110 - a loop is quicker
        if agreements.may_come(why, number):
            return True
    return False


def numbers(reading: Reading, why: Why) -> Sequence[str | None]:
    """Their numbers in the order in which they are tried."""
    listed = reading.card.numbers
    if len(listed) == 1:
        return listed
    said_on = number_of(reading, why.about) if why.name in BEFORE_A_PROMISE else None
    talked_on = {call.number for call in reading.conversations}
    if reading.inbound:
        talked_on.update([call.from_number for call in reading.inbound])
    in_vain = [call.number for call in reading.row]
    return sorted(listed, key=lambda each: (each != said_on, each not in talked_on, in_vain.count(each)))


def number_of(reading: Reading, about: str | None) -> str | None:
    """The number on which that was said."""
    key = reading.event(about)
    said = reading.told(key)
    if said is not None and said.kind == "Commitment":
        day = reading.clock.day(said.at)
        talks = [call for call in reading.conversations if call.at <= said.at and reading.clock.day(call.at) == day]
        said = talks[-1] if talks else None
    if said is None or said.kind != "CallAttempt":
        return None
    return (said.from_number or said.number) if said.inbound else said.number
