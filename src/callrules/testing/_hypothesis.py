"""Tells hypothesis, which loads this by entry point, how to make our values. Imports nothing heavy."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from callrules import CallAttempt, Contact, History


def register() -> None:
    """Teach hypothesis our public types; how they are made is looked up when one is first asked for."""
    st.register_type_strategy(Contact, lambda _: _strategies().contacts())
    st.register_type_strategy(CallAttempt, lambda _: _strategies().attempts())
    st.register_type_strategy(History, lambda _: _strategies().people().map(lambda person: person[1]))


def _strategies() -> Any:
    from callrules.testing import strategies  # noqa: PLC0415 - a session that asks for none need not load them

    return strategies
