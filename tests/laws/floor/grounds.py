"""Grounds to stop, and since when each holds."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.vocabulary import GROUNDS
from floor.clock import START
from floor.plain import Plain
from floor.reading import Reading

HARDNESS = {name: place for place, name in enumerate(GROUNDS)}
SILENT = frozenset(each.name for each in GROUNDS.values() if each.silent)


class Stop:
    """One ground."""

    __slots__ = ("firm", "grounds", "hardness", "revisit", "rule", "since")

    def __init__(self, grounds: str, rule: str, since: int, revisit: int | None = None, *, firm: bool = True) -> None:
        self.grounds, self.rule, self.since, self.revisit, self.firm = grounds, rule, since, revisit, firm
        self.hardness = HARDNESS[grounds]

    def stands(self, now: int) -> bool:
        """Whether it would stand now, did it wait for nothing."""
        return self.since <= now and (self.revisit is None or now < self.revisit)


def stops(reading: Reading) -> list[Stop]:
    """Every ground to stop."""
    found: list[Stop] = []
    if reading.opt_outs or reading.others:
        found += [Stop("do_not_call", "opt_out", at) for at in opted_out(reading)]
    if reading.has_dead or (reading.others and reading.others.tries):
        found += dead(reading)
    if reading.gone:
        found += gone(reading)
    if reading.noes:
        found += refused(reading)
    if reading.talked_in_vain > 2:
        found += stalled(reading)
    if reading.attempts and len(reading.attempts) > 5:
        found += in_vain(reading)
    return found


def opted_out(reading: Reading) -> Iterator[int]:
    """When they, their account, or everybody at their numbers asked us to stop."""
    yield from [no.at for no in reading.opt_outs if no.at >= reading.consent][:1]
    others = reading.others
    if others and others.noes:
        yield from (no.at for no in others.of_the_account())
        said = [no for no in others.noes if no.kind == "OptOut" and no.at >= reading.consent]
        yield from [no.at for no in said if no in others.on_another_card][:1]
        refusals = [reading.refusal(number) for number in reading.card.numbers] if reading.card.phones else []
        if refusals and all(refusals):
            yield max(no.at for no in refusals)


def dead(reading: Reading) -> Iterator[Stop]:
    """All numbers of theirs are dead."""
    deaths = [died_at(reading, number) for number in reading.card.numbers]
    if all(death is not None for death in deaths):
        yield Stop("number_unworkable", "live_numbers", max(deaths))


def died_at(reading: Reading, number: str | None) -> int | None:
    """When that number died."""
    bad = 0
    for call in calls_on(reading, number):
        bad += call.bad
        if bad > 1 or (call.dead and call.is_of(reading.card.id)):
            return call.at
    return all_died(reading)


def calls_on(reading: Reading, number: str | None) -> Iterator[Plain]:
    """The attempts on it since it last showed life."""
    is_only = reading.card.phones < 2
    alive = showed_life(reading, {number, None} if is_only else {number})
    for call in reading.tries_on(number):
        if call.at > alive and (call.number == number or (call.number is None and is_only)):
            yield call


def all_died(reading: Reading) -> int | None:
    """When as many unnoted numbers were wrong as the card has."""
    phones = reading.card.phones
    if phones < 2:
        return None
    alive = showed_life(reading, {None})
    wrong = [call.at for call in reading.attempts if call.number is None and call.dead and call.at > alive]
    return wrong[phones - 1] if len(wrong) >= phones else None


def showed_life(reading: Reading, numbers: set[str | None]) -> int:
    """When one of these last showed life."""
    alive = START
    for call in reading.calls:
        if call.inbound:
            shows = not numbers.isdisjoint({call.number, call.from_number} - {None})
        else:
            shows = (call.talked or call.asks) and call.number in numbers
        alive = max(alive, call.at) if shows else alive
    return alive


def gone(reading: Reading) -> Iterator[Stop]:
    """They left, closed down, or are nobody whom we can help."""
    spoke = max([reading.talked, *(call.at for call in reading.calls if call.asks)])
    for call in reading.gone:
        if call.at >= reading.came and (call.ended != "left_company" or call.at >= spoke):
            yield Stop("disqualified", "departures", call.at)
            return


def refused(reading: Reading) -> Iterator[Stop]:
    """They said no: a decision maker once, others twice within a year."""
    came = max(reading.came, reading.asked)
    noes = [fact.at for fact in reading.noes if fact.at >= came]
    most = 1 if reading.card.decides else 2
    for first, last in zip(noes, noes[most - 1 :], strict=False):
        if most == 1 or last <= reading.clock.add(first, months=12):
            yield Stop("not_interested", "refusals", last)
            return


def stalled(reading: Reading) -> Iterator[Stop]:
    """Three talks in a row led nowhere, within a year."""
    row = nowhere(reading)
    for first, last in zip(row, row[2:], strict=False):
        if last <= reading.clock.add(first, months=12):
            yield Stop("stalled", "stalling", last, firm=False)
            return


def nowhere(reading: Reading) -> list[int]:
    """The last row of talks that led nowhere."""
    since = max([reading.came, *reading.bought[-1:]])
    row, agreed = [], set()
    for call in reading.calls:
        if call.talked or call.asks:
            leads = not call.nowhere or (call.agreed and not agreed.issuperset(call.agreed))
            row = [*row, call.at] if not leads and call.at > since else []
            agreed.update(call.agreed)
    return row


def in_vain(reading: Reading) -> Iterator[Stop]:
    """Six attempts in a row in vain, or twelve of any kind without a talk."""
    came = max(reading.came, reading.asked)
    row = [call for call in reading.row if call.at > came]
    tries = [call for call in reading.attempts if call.at > max(came, reading.talked)]
    reached = [calls[most - 1] for calls, most in ((row, 6), (tries, 12)) if len(calls) >= most]
    if reached:
        enough = min(reached, key=lambda call: call.at)
        counted = row if len(row) >= 6 else tries
        months, days = (3, 0) if len(counted) > 6 else (0, 90)
        again = reading.clock.add(counted[-1].at, months, days)
        yield Stop("unanswered", "persistence", enough.over_by, again, firm=False)
