"""What stands at the front door, and what is not dragged in through it."""

import importlib.metadata
import inspect
import subprocess
import sys

import pytest

import callrules

OPEN = {
    "Agenda", "Ask", "Claim", "Finding", "Opener", "Script", "Sender",
    "DEFAULT_RULES", "BadInput", "Because", "Call", "CallAttempt", "CalledOff", "CallrulesError",
    "Channel", "Commitment", "PreferredHours",
    "Consent", "Contact", "Direction", "Disposition", "Errand", "Explanation", "Fact", "Farewell", "History",
    "Insight", "Introduction", "InvalidValue", "KeyDate", "Kind", "Line", "Meeting", "Message", "Named", "OptOut",
    "Outcome", "Party", "Phone", "Playbook", "Prepare", "Purchase", "Reason", "Reception", "Reflection", "Reply",
    "Research", "Rest", "Retraction", "Role", "RuleFailed",
    "RuleRefused", "SeekIntroduction", "Snooze", "Step", "Stop", "Traits", "Verdict",
    "WalkAway", "Window", "Write", "day_key", "hookimpl", "neighbours", "parameter",
}  # fmt: skip


def test_exactly_these_names_are_promised_to_the_world():
    assert set(callrules.__all__) == OPEN
    assert len(callrules.__all__) == len(OPEN)


@pytest.mark.parametrize("name", sorted(OPEN))
def test_each_of_them_is_there_and_explains_itself(name):
    assert getattr(callrules, name).__doc__


def test_each_name_comes_from_its_home_and_is_kept():
    for module, names in callrules._HOMES.items():
        for name in names.split():
            assert getattr(callrules, name) is getattr(importlib.import_module(f"callrules.{module}"), name)
    assert {name for names in callrules._HOMES.values() for name in names.split()} == OPEN
    assert OPEN | {"__version__"} <= set(dir(callrules))
    assert callrules.moments.Window is callrules.Window
    with pytest.raises(AttributeError, match="no attribute 'Playbok'"):
        callrules.Playbok  # noqa: B018 - asking is the test


@pytest.mark.parametrize(
    ("asked", "not_loaded"),
    [
        ("import callrules", {"attrs", "pluggy", "callrules.facts"}),
        ("from callrules import Contact, History, CallAttempt", {"pluggy", "callrules.rules", "callrules.declared"}),
        (
            "from callrules import Playbook",
            {"statistics", "hashlib", "difflib", "json", "pathlib", "pendulum", "cattrs"},
        ),
    ],
)
def test_nobody_waits_for_what_they_do_not_use(asked, not_loaded):
    done = python(f"{asked}\nimport sys\nprint(sorted({not_loaded!r} & set(sys.modules)))")
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_version_is_said():
    assert callrules.__version__ == importlib.metadata.version("callrules")


def test_signatures_show_what_is_taken():
    shown = str(inspect.signature(callrules.CallAttempt))
    assert "disposition: 'Disposition | str'" in shown
    assert "number: 'str | None' = None" in shown
    assert "Any" not in shown
    assert "phones: 'Iterable[Phone | str]' = ()" in str(inspect.signature(callrules.Contact))
    assert str(inspect.signature(callrules.Playbook.from_toml)).startswith(
        "(path: 'str | Path', *, strict: 'bool' = False)"
    )
    assert callrules.Playbook.from_toml.__qualname__ == "Playbook.from_toml"


def python(code):
    return subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("extra", ["hypothesis", "pytest", "_pytest", "click", "rich", "holidays"])
def test_the_front_door_opens_without_extras(extra):
    done = python(f"import callrules, sys; print({extra!r} in sys.modules)")
    assert (done.stdout.strip(), done.stderr) == ("False", "")


WITHOUT_EXTRAS = """
import sys
for extra in ("hypothesis", "pytest", "click", "rich"):
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
