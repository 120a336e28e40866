"""All engines asked in turns about the same people: first whether they agree, then what it costs."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any

import attrs

from callrules import History, Playbook
from peers import by_hand, engines, gates, venmo
from peers.people import Case, cases
from peers.playbook import eight_guests, in_a_word
from peers.rules import Decide, How, first, of_all


@attrs.frozen
class Peer:
    """One engine: what the table calls it, its package, and how the eight rules are made ready in it."""

    name: str
    package: str | None
    made: Callable[[How], Decide]


PEERS = (
    Peer("eight functions in a list", None, by_hand.eight_functions),
    Peer("pluggy, called for each contact", "pluggy", engines.with_pluggy),
    Peer("ZEN, compiled expressions", "zen-engine", engines.with_zen_expressions),
    Peer("ZEN, a decision table", "zen-engine", engines.with_zen_table),
    Peer("json-logic", "maykin-json-logic-py", engines.with_json_logic),
    Peer("business-rules", "business-rules", venmo.with_business_rules),
    Peer("rule-engine", "rule-engine", engines.with_rule_engine),
)
"""The table's lines, in its order."""
GATE = "proactive-gate"
Work = Callable[[], Sequence[Any]]
Turn = Callable[[], Work]
"""What is made ready outside the clock, once for each round; what it gives back is measured."""


def flat_turn(decide: Decide, people: Sequence[Case]) -> Turn:
    """Everybody decided by an engine that reads flat rows."""
    return lambda: lambda: [decide(case.flat) for case in people]


def our_turn(playbook: Playbook, people: Sequence[Case], *, asked_before: bool) -> Turn:
    """Everybody decided by the playbook, the histories built outside the clock and, if so, known from before."""

    def work(seen: Sequence[History]) -> Sequence[str]:
        both = zip(people, seen, strict=True)
        return [in_a_word(playbook.next_step(case.contact, history, case.now), case.now) for case, history in both]

    def made() -> Work:
        seen = [as_seen(playbook, case) for case in people]
        if asked_before:
            work(seen)
        return lambda: work(seen)

    return made


def as_seen(playbook: Playbook, case: Case) -> History:
    """One history, new, as the playbook looks at it."""
    return case.history.seen_by(case.contact, playbook.days_off, playbook.owes_from)


def seconds(turns: dict[str, Turn], rounds: int) -> dict[str, list[float]]:
    """The CPU time of each in every round but the first, in turns, once all were found to agree."""
    taken: dict[str, list[float]] = {name: [] for name in turns}
    for nth in range(rounds + 1):
        answers = {}
        for name, turn in turns.items():
            work = turn()
            gc.collect()
            start = time.process_time()
            answers[name] = list(work())
            taken[name] += [time.process_time() - start] if nth else []
        refuse_disagreement(answers)
    return taken


def refuse_disagreement(answers: dict[str, list[Any]]) -> None:
    """Stop where two do not answer the same."""
    first, *others = answers
    for name in others:
        for place, (one, other) in enumerate(zip(answers[first], answers[name], strict=True)):
            if one != other:
                raise SystemExit(f"person {place}: {first} answers {one!r}, {name} answers {other!r}: nothing measured")


def ratio(one: Sequence[float], other: Sequence[float]) -> float:
    """The median of the ratios of two that were measured in the same rounds."""
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


OURS, AGAIN, BY_HAND = "callrules", "callrules, asked again", "by hand"


def measured(people: int, rounds: int) -> dict[str, Any]:
    """Every ratio that the page tells."""
    everybody, playbook = cases(people), eight_guests()
    turns = {OURS: our_turn(playbook, everybody, asked_before=False)}
    turns |= {AGAIN: our_turn(playbook, everybody, asked_before=True)}
    turns |= {BY_HAND: flat_turn(by_hand.decided, everybody)}
    turns |= {peer.name: flat_turn(peer.made(first), everybody) for peer in PEERS}
    turns |= {all_of(peer): flat_turn(peer.made(of_all), everybody) for peer in PEERS}
    taken = seconds(turns, rounds)
    return {
        "people": people,
        "rounds": rounds,
        "lines": [_line(peer, taken) for peer in PEERS],
        "ours": {name: ratio(taken[name], taken[BY_HAND]) for name in (OURS, AGAIN)},
        "gate": _gate(everybody, rounds),
    }


def all_of(peer: Peer) -> str:
    """The name of an engine that hears all eight."""
    return f"{peer.name}, all heard"


def _line(peer: Peer, taken: dict[str, list[float]]) -> dict[str, Any]:
    mine, whole, floor = taken[peer.name], taken[all_of(peer)], taken[BY_HAND]
    return {
        "name": peer.name,
        "package": f"{peer.package} {version(peer.package)}" if peer.package else "",
        "times_by_hand": {"first": ratio(mine, floor), "all": ratio(whole, floor)},
        "ours": {"first": ratio(taken[OURS], mine), "all": ratio(taken[OURS], whole)},
        "ours_again": {"first": ratio(taken[AGAIN], mine), "all": ratio(taken[AGAIN], whole)},
    }


def _gate(people: list[Case], rounds: int) -> dict[str, Any]:
    playbook, theirs = gates.a_playbook(), gates.of_proactive_gate(people)

    def ours(*, asked_before: bool) -> Turn:
        def made() -> Work:
            seen = {case.contact.id: as_seen(playbook, case) for case in people}
            gate = gates.of_callrules(playbook, seen)
            if asked_before:
                list(map(gate, people))
            return lambda: list(map(gate, people))

        return made

    turns = {
        OURS: ours(asked_before=False),
        AGAIN: ours(asked_before=True),
        GATE: lambda: lambda: list(map(theirs, people)),
    }
    taken = seconds(turns, rounds)
    return {
        "name": GATE,
        "package": f"{GATE} {version(GATE)}",
        "ours": ratio(taken[OURS], taken[GATE]),
        "ours_again": ratio(taken[AGAIN], taken[GATE]),
    }
