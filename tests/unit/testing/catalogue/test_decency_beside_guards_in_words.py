"""Laws of decency beside a guard that declares in words what it forbids: for days they excuse what it holds up."""

import datetime as dt

import attrs
import pytest

from callrules import Contact, History, Playbook, hookimpl
from callrules.declared import Besides
from callrules.moments import Window
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105"], email="ada@example.org")
NOW = dt.datetime(2026, 5, 5, 10, tzinfo=dt.UTC)
KNOWN = {law.id: law for law in LAWS}
OWED = pytest.mark.parametrize("law", ["keeps-some-promises", "returns-some-calls"])


@attrs.frozen
class Later:
    """Nobody to whom something happened is rung before a certain day."""

    opens: dt.datetime | None = None
    name = "later"
    declares = (Besides(what="not yet"),)

    @hookimpl
    def permits(self, history):
        return Window(start=self.opens, says="not yet") if self.opens and history.entries else None


def looked_at(policy):
    return Situation(policy, ADA, History(), NOW, declarations(policy))


@OWED
def test_they_are_exercised_beside_a_guard_that_declares_in_words(law):
    situation = looked_at(Playbook().without("promised_calls", "returned_calls").with_rules(Later()))
    assert KNOWN[law].reached(situation)
    assert KNOWN[law].reached(looked_at(Playbook().with_rules(Later())))
    assert breaks(KNOWN[law], looked_at(Playbook().with_rules(Later()))) is None


def test_who_names_an_hour_is_rung_before_it_where_nobody_keeps_promises():
    situation = looked_at(Playbook().without("promised_calls", "returned_calls").with_rules(Later()))
    assert breaks(KNOWN["keeps-some-promises"], situation).says == "they named an hour, and are rung before it"


@OWED
def test_what_such_a_guard_holds_up_for_twelve_days_is_excused(law):
    held_up = looked_at(Playbook().with_rules(Later(NOW + dt.timedelta(days=12))))
    assert KNOWN[law].reached(held_up)
    assert breaks(KNOWN[law], held_up) is None


@OWED
def test_nobody_who_asked_for_a_call_waits_for_months_because_a_guard_says_so_in_words(law):
    held_up = looked_at(Playbook().with_rules(Later(NOW + dt.timedelta(days=90))))
    assert breaks(KNOWN[law], held_up)
