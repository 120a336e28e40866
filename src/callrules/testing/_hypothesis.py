"""Tells hypothesis, which loads this by entry point, how to make our values. Imports nothing heavy."""

from __future__ import annotations

from hypothesis import strategies as st

from callrules import CallAttempt, Contact, History


def register() -> None:
    """Teach hypothesis our public types; how they are made is looked up when one is first asked for."""
    st.register_type_strategy(Contact, lambda _: _made("contacts"))
    st.register_type_strategy(CallAttempt, lambda _: _made("attempts"))
    st.register_type_strategy(History, lambda _: _made("people").map(lambda each: each[1]))


def _made(what: str) -> st.SearchStrategy[object]:
    from callrules.testing import strategies  # noqa: PLC0415 - a session that asks for none need not load them

    made: st.SearchStrategy[object] = getattr(strategies, what)()
    return made
