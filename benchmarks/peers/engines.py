"""The eight rules in other people's engines, each as its own pages show it, and compiled outside the clock."""

from __future__ import annotations

import types
from typing import Any

from peers.by_hand import TESTS
from peers.rules import EIGHT, GUARD, REASON, REST, STOP, Decide, How, first


def with_pluggy(how: How) -> Decide:
    """One hook for each kind of answer, called for every contact, as a plugin host would."""
    import pluggy

    spec, impl = pluggy.HookspecMarker("peers"), pluggy.HookimplMarker("peers")
    manager = pluggy.PluginManager("peers")
    manager.add_hookspecs(_specified(spec, stops_early=how is first))
    for rule in reversed(EIGHT):
        manager.register(_plugin(impl, rule.kind, rule.answer, TESTS[rule.name]), name=rule.name)
    hooks = [getattr(manager.hook, kind) for kind in (STOP, GUARD, REASON)]

    if how is first:
        return lambda flat: str(next(filter(None, (hook(flat=flat) for hook in hooks)), REST))
    return lambda flat: str([*(answer for hook in hooks for answer in hook(flat=flat)), REST][0])


def _specified(spec: Any, *, stops_early: bool) -> type:
    def asked(flat):
        """Say what is to be done, or nothing."""

    hooks = {kind: staticmethod(spec(firstresult=stops_early)(_named(asked, kind))) for kind in (STOP, GUARD, REASON)}
    return type("Hooks", (), hooks)


def _plugin(impl: Any, kind: str, answer: str, holds: Any) -> Any:
    def told(flat):
        return answer if holds(flat) else None

    return type("Plugin", (), {kind: staticmethod(impl(_named(told, kind)))})


def _named(function: Any, name: str) -> Any:
    return types.FunctionType(function.__code__, {}, name, None, function.__closure__)


def with_rule_engine(how: How) -> Decide:
    """Eight compiled expressions."""
    import rule_engine

    return how([(rule_engine.Rule(rule.condition).matches, rule.answer) for rule in EIGHT])


def with_zen_expressions(how: How) -> Decide:
    """Eight compiled expressions."""
    import zen

    return how([(zen.compile_expression(rule.condition).evaluate, rule.answer) for rule in EIGHT])


def with_zen_table(how: How) -> Decide:
    """One decision table, loaded once: the first row that fits, or all of them."""
    import json

    import zen

    table = {
        "id": "t",
        "name": "t",
        "type": "decisionTableNode",
        "content": _table("first" if how is first else "collect"),
    }
    start = {"id": "i", "name": "i", "type": "inputNode"}
    end = {"id": "o", "name": "o", "type": "outputNode"}
    edges = [{"id": f"{a}{b}", "sourceId": a, "targetId": b, "type": "edge"} for a, b in ("it", "to")]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": [start, table, end], "edges": edges}))

    if how is first:
        return lambda flat: str(decision.evaluate(flat)["result"]["answer"])
    return lambda flat: str(decision.evaluate(flat)["result"][0]["answer"])


def _table(policy: str) -> dict[str, Any]:
    rows = [(rule.condition, rule.answer) for rule in EIGHT] + [("true", REST)]
    return {
        "hitPolicy": policy,
        "inputs": [{"id": "if", "name": "if"}],
        "outputs": [{"id": "then", "name": "then", "field": "answer"}],
        "rules": [{"_id": str(place), "if": test, "then": f'"{answer}"'} for place, (test, answer) in enumerate(rows)],
    }


def with_json_logic(how: How) -> Decide:
    """Eight rules as JSON."""
    from json_logic import jsonLogic

    def holds(name: str) -> Any:
        return lambda flat: jsonLogic(AS_JSON[name], flat)

    return how([(holds(rule.name), rule.answer) for rule in EIGHT])


def _at_least(name: str, least: int) -> dict[str, Any]:
    return {">=": [{"var": name}, least]}


AS_JSON: dict[str, Any] = {
    "do_not_call": {"var": "opted_out"},
    "unanswered": _at_least("row", 6),
    "hours": {"or": [{"<": [{"var": "hour"}, 9]}, _at_least("hour", 20), {">": [{"var": "weekday"}, 5]}]},
    "patience": {"<": [{"var": "rested"}, 2]},
    "lapsed_customer": {"and": [{"var": "bought"}, _at_least("silent", 365)]},
    "dormant_customer": {"and": [{"var": "bought"}, _at_least("unheard", 182)]},
    "competitor_customer": {"and": [{"var": "rival"}, _at_least("unheard", 182)]},
    "prospect": {"and": [{"!": [{"var": "bought"}]}, _at_least("unheard", 182)]},
}
