"""The eight rules for business-rules: variables, actions and conditions, in the form that its pages show."""

from __future__ import annotations

from typing import Any

from peers.rules import EIGHT, REST, Decide, Flat, How, first


def with_business_rules(how: How) -> Decide:
    """All eight, or stopped at the first that triggers."""
    from business_rules import run_all

    variables, actions = _variables(), _actions()
    rules = [
        {"conditions": CONDITIONS[each.name], "actions": [{"name": "answer", "params": {"text": each.answer}}]}
        for each in EIGHT
    ]

    def decide(flat: Flat) -> str:
        said = actions()
        run_all(rules, variables(flat), said, stop_on_first_trigger=how is first)
        return said.said or REST

    return decide


def _variables() -> type:
    from business_rules import variables as kinds

    def read(name: str, kind: Any) -> Any:
        return kind(label=name)(lambda self: self.flat[name])

    numbers = {name: read(name, kinds.numeric_rule_variable) for name in NUMBERS}
    flags = {name: read(name, kinds.boolean_rule_variable) for name in FLAGS}
    start = {"__init__": lambda self, flat: setattr(self, "flat", flat)}
    return type("Variables", (kinds.BaseVariables,), {**start, **numbers, **flags})


def _actions() -> type:
    from business_rules.actions import BaseActions, rule_action
    from business_rules.fields import FIELD_TEXT

    class Said(BaseActions):
        said: str | None = None

        @rule_action(params={"text": FIELD_TEXT})
        def answer(self, text):
            self.said = self.said or text

    return Said


NUMBERS = ("row", "silent", "unheard", "rested", "hour", "weekday")
FLAGS = ("opted_out", "bought", "rival")


def _is(name: str, operator: str, value: Any) -> dict[str, Any]:
    return {"name": name, "operator": operator, "value": value}


def _all(*conditions: dict[str, Any]) -> dict[str, Any]:
    return {"all": list(conditions)}


UNHEARD = _is("unheard", "greater_than_or_equal_to", 182)
BOUGHT, NOT_BOUGHT = _is("bought", "is_true", value=True), _is("bought", "is_false", value=True)
OUTSIDE = (_is("hour", "less_than", 9), _is("hour", "greater_than_or_equal_to", 20), _is("weekday", "greater_than", 5))
CONDITIONS: dict[str, dict[str, Any]] = {
    "do_not_call": _all(_is("opted_out", "is_true", value=True)),
    "unanswered": _all(_is("row", "greater_than_or_equal_to", 6)),
    "hours": {"any": list(OUTSIDE)},
    "patience": _all(_is("rested", "less_than", 2)),
    "lapsed_customer": _all(BOUGHT, _is("silent", "greater_than_or_equal_to", 365)),
    "dormant_customer": _all(BOUGHT, UNHEARD),
    "competitor_customer": _all(_is("rival", "is_true", value=True), UNHEARD),
    "prospect": _all(NOT_BOUGHT, UNHEARD),
}
