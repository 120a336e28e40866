"""Tells hypothesis, which loads this by entry point, how to make our values. Imports nothing heavy."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import Any

from hypothesis import strategies as st

from callrules import Contact, Fact, History, Phone, Playbook, Reason, Window
from callrules.facts import FACTS

MADE_BY: tuple[tuple[type, str], ...] = (
    (Contact, "contacts"), (Phone, "phones"), (Window, "windows"), (Reason, "reasons"), (Playbook, "policies"),
)  # fmt: skip


def register() -> None:
    """Teach hypothesis our public types; how they are made is looked up when one is first asked for."""
    for kind, name in MADE_BY:
        st.register_type_strategy(kind, partial(_made, name, ()))
    st.register_type_strategy(Fact, partial(_made, "facts", (Contact(id="c"),)))
    for fact in FACTS:
        st.register_type_strategy(fact, partial(_made, "facts", (Contact(id="c"), fact)))
    st.register_type_strategy(History, lambda kind: _made("people", (), kind).map(lambda person: person[1]))


def _made(name: str, given: tuple[Any, ...], _: Any) -> Any:
    return getattr(import_module("callrules.testing.strategies"), name)(*given)
