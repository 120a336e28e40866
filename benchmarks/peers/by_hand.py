"""The eight rules without any engine: one function, and eight functions in a list."""

from __future__ import annotations

from peers.rules import EIGHT, REST, Decide, Flat, How


def decided(flat: Flat) -> str:
    """All eight, one after the other: what somebody would write who never wants to change it."""
    if flat["opted_out"]:
        return "walk away: do_not_call"
    if flat["row"] >= 6:
        return "walk away: unanswered"
    if flat["hour"] < 9 or flat["hour"] >= 20 or flat["weekday"] > 5 or flat["rested"] < 2:
        return REST
    return reason_to_call(flat)


def reason_to_call(flat: Flat) -> str:
    """The warmest reason that is due."""
    unheard = flat["unheard"] >= 182
    if flat["bought"]:
        if flat["silent"] >= 365:
            return "call: lapsed_customer"
        if unheard:
            return "call: dormant_customer"
    if unheard and flat["rival"]:
        return "call: competitor_customer"
    return "call: prospect" if unheard and not flat["bought"] else REST


TESTS = {
    "do_not_call": lambda flat: flat["opted_out"],
    "unanswered": lambda flat: flat["row"] >= 6,
    "hours": lambda flat: flat["hour"] < 9 or flat["hour"] >= 20 or flat["weekday"] > 5,
    "patience": lambda flat: flat["rested"] < 2,
    "lapsed_customer": lambda flat: flat["bought"] and flat["silent"] >= 365,
    "dormant_customer": lambda flat: flat["bought"] and flat["unheard"] >= 182,
    "competitor_customer": lambda flat: flat["rival"] and flat["unheard"] >= 182,
    "prospect": lambda flat: not flat["bought"] and flat["unheard"] >= 182,
}


def eight_functions(how: How) -> Decide:
    """A rule each, in a list."""
    return how([(TESTS[rule.name], rule.answer) for rule in EIGHT])
