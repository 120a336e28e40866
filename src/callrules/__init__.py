"""Decide whom to phone, why, when, how to open, and when to walk away."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from callrules.contact import Contact, Line, Phone, Role
    from callrules.deciding.explanation import Explanation
    from callrules.desk.day_order import day_key
    from callrules.dispositions import Disposition, Traits
    from callrules.errors import BadInput, CallrulesError, InvalidValue, RuleFailed, RuleRefused
    from callrules.facts import (
        CallAttempt,
        CalledOff,
        Commitment,
        Consent,
        Fact,
        Farewell,
        Insight,
        Introduction,
        KeyDate,
        Meeting,
        Message,
        OptOut,
        Purchase,
        Reflection,
        Research,
        Retraction,
        Snooze,
    )
    from callrules.history import History
    from callrules.hookspecs import hookimpl, parameter
    from callrules.moments import Window
    from callrules.neighbouring import neighbours
    from callrules.playbook import DEFAULT_RULES, Playbook
    from callrules.preferred_hours import PreferredHours
    from callrules.promises import Named
    from callrules.script import Agenda, Ask, Claim, Finding, Opener, Script, Sender
    from callrules.step import (
        Because,
        Call,
        Errand,
        Prepare,
        Reason,
        Rest,
        SeekIntroduction,
        Step,
        Stop,
        Verdict,
        WalkAway,
        Write,
    )
    from callrules.vocabulary import Channel, Direction, Kind, Outcome, Party, Reception, Reply

__version__ = "0.1.0"
"""Which version this is."""

__all__ = [
    "DEFAULT_RULES", "Agenda", "Ask", "BadInput", "Because", "Call", "CallAttempt", "CalledOff", "CallrulesError",
    "Channel", "Claim", "Commitment", "Consent", "Contact", "Direction", "Disposition", "Errand", "Explanation", "Fact",
    "Farewell", "Finding", "History", "Insight", "Introduction", "InvalidValue", "KeyDate", "Kind", "Line", "Meeting",
    "Message", "Named", "Opener", "OptOut", "Outcome", "Party", "Phone", "Playbook", "PreferredHours", "Prepare",
    "Purchase", "Reason", "Reception", "Reflection", "Reply", "Research", "Rest", "Retraction", "Role", "RuleFailed",
    "RuleRefused", "Script", "SeekIntroduction", "Sender", "Snooze", "Step", "Stop", "Traits", "Verdict", "WalkAway",
    "Window", "Write", "day_key", "hookimpl", "neighbours", "parameter",
]  # fmt: skip

_HOMES = {
    "contact": "Contact Line Phone Role",
    "desk.day_order": "day_key",
    "dispositions": "Disposition Traits",
    "errors": "BadInput CallrulesError InvalidValue RuleFailed RuleRefused",
    "deciding.explanation": "Explanation",
    "facts": "CallAttempt CalledOff Commitment Consent Fact Farewell Insight Introduction KeyDate Meeting Message "
    "OptOut Purchase Reflection Research Retraction Snooze",
    "history": "History",
    "hookspecs": "hookimpl parameter",
    "moments": "Window",
    "neighbouring": "neighbours",
    "playbook": "DEFAULT_RULES Playbook",
    "preferred_hours": "PreferredHours",
    "promises": "Named",
    "script": "Agenda Ask Claim Finding Opener Script Sender",
    "step": "Because Call Errand Prepare Reason Rest SeekIntroduction Step Stop Verdict WalkAway Write",
    "vocabulary": "Channel Direction Kind Outcome Party Reception Reply",
}
"""Where each name is at home, by module; loaded when it is first used, so that who writes facts waits for no rules."""

if not TYPE_CHECKING:  # else checkers would let every misspelt name pass

    def __getattr__(name: str) -> Any:
        """Looked up once, and kept."""
        if name in _HOMES:
            return import_module(f"{__name__}.{name}")
        home = next((module for module, names in _HOMES.items() if name in names.split()), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = found
        return found

    def __dir__() -> list[str]:
        return [*__all__, "__version__", *(each for each in _HOMES if "." not in each)]
