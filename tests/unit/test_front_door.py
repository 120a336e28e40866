"""What stands at the front door, and what is not dragged in through it."""

import subprocess
import sys

import pytest

import callrules

OPEN = {
    "DEFAULT_RULES", "BadInput", "Because", "Call", "CallAttempt", "CallrulesError", "Channel", "Commitment",
    "Consent", "Contact", "Direction", "Disposition", "Errand", "Explanation", "Fact", "Farewell", "History",
    "Insight", "Introduction", "InvalidValue", "Kind", "Line", "Meeting", "Message", "Named", "OptOut", "Outcome",
    "Party", "Phone", "Playbook", "Prepare", "Purchase", "Reason", "Reply", "Research", "Rest", "Retraction", "Role",
    "RuleFailed", "RuleRefused", "SeekIntroduction", "Snooze", "Step", "Stop", "Traits", "Verdict", "WalkAway",
    "Window", "Write", "hookimpl", "neighbours", "parameter",
}  # fmt: skip


def test_exactly_these_names_are_promised_to_the_world():
    assert set(callrules.__all__) == OPEN
    assert len(callrules.__all__) == len(OPEN)


@pytest.mark.parametrize("name", sorted(OPEN))
def test_each_of_them_is_there_and_explains_itself(name):
    assert getattr(callrules, name).__doc__


def python(code):
    return subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("extra", ["hypothesis", "pytest", "_pytest", "click", "rich", "holidays"])
def test_the_front_door_opens_without_extras(extra):
    done = python(f"import callrules, sys; print({extra!r} in sys.modules)")
    assert (done.stdout.strip(), done.stderr) == ("False", "")


WITHOUT_EXTRAS = """
import sys
for extra in ("hypothesis", "pytest", "click", "rich", "holidays"):
    sys.modules[extra] = None
import datetime as dt
from callrules import Contact, History, Playbook
ann = Contact(id="ann", timezone="Europe/Paris")
print(Playbook().explain(ann, History(), dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)))
"""


def test_a_decision_and_its_explanation_need_no_extra_either():
    done = python(WITHOUT_EXTRAS)
    assert done.stderr == ""
    assert done.stdout.startswith("ann: call from Fri 20 Nov 2026 11:00")


def test_nothing_is_loaded_from_other_packages_by_merely_opening_the_door():
    done = python("import callrules, sys; print('quiet_fridays' in sys.modules)")
    assert done.stdout.strip() == "False"


def test_every_error_of_ours_can_be_caught_at_once():
    for error in (callrules.BadInput, callrules.InvalidValue, callrules.RuleFailed, callrules.RuleRefused):
        assert issubclass(error, callrules.CallrulesError)
    assert not issubclass(callrules.CallrulesError, (ValueError, TypeError))
