"""Decide whom to phone, why, when, how to open, and when to walk away."""

from callrules.contact import Contact, Line, Phone, Role
from callrules.dispositions import Disposition, Traits
from callrules.errors import BadInput, CallrulesError, InvalidValue, RuleFailed, RuleRefused
from callrules.explanation import Explanation
from callrules.facts import (
    CallAttempt,
    CalledOff,
    Commitment,
    Consent,
    Fact,
    Farewell,
    Insight,
    Introduction,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Research,
    Retraction,
    Snooze,
)
from callrules.history import History
from callrules.hookspecs import hookimpl, parameter
from callrules.moments import Window
from callrules.playbook import Playbook
from callrules.preferred_hours import PreferredHours
from callrules.promises import Named
from callrules.rules import DEFAULT_RULES
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
)  # fmt: skip
from callrules.terms import Channel, Direction, Kind, Outcome, Party, Reply  # fmt: skip

__all__ = [
    "DEFAULT_RULES", "Agenda", "Ask", "BadInput", "Because", "Call", "CallAttempt", "CalledOff", "CallrulesError",
    "Channel", "Claim", "Commitment", "Consent", "Contact", "Direction", "Disposition", "Errand", "Explanation",
    "Fact", "Farewell", "Finding", "History", "Insight", "Introduction", "InvalidValue", "Kind", "Line", "Meeting",
    "Message", "Named", "Opener", "OptOut", "Outcome", "Party", "Phone", "Playbook", "PreferredHours", "Prepare",
    "Purchase", "Reason", "Reply", "Research", "Rest", "Retraction", "Role", "RuleFailed", "RuleRefused", "Script",
    "SeekIntroduction", "Sender", "Snooze", "Step", "Stop", "Traits", "Verdict", "WalkAway", "Window", "Write",
    "hookimpl", "parameter",
]  # fmt: skip
