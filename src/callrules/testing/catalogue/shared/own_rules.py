"""What the author's own rules are asked and answer, apart from what becomes of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from callrules.errors import RuleFailed
from callrules.history import History
from callrules.step import Reason
from callrules.testing.lawbook import unless
from callrules.testing.policies import own_answerers, playbook_behind
from callrules.testing.situations import Situation

gives_no_reasons = unless((lambda policy: own_answerers(policy, "reasons"), "no rule but the house's gives reasons"))


def scope_of(situation: Situation, history: History, **more: Any) -> dict[str, Any]:
    """Give what a rule is asked about: the contact, and the history as the playbook behind the policy reads it."""
    playbook, contact = playbook_behind(situation.policy), situation.contact
    known = history.seen_by(contact, playbook.days_off, playbook.owes_from) if playbook else history.seen_by(contact)
    return {"contact": contact, "history": known, **more}


def scope_of_a_call(situation: Situation) -> dict[str, Any]:
    """Give what a guard is asked about: the call asked for, else an ordinary one."""
    return {**situation.scope, **scope_of(situation, situation.history)}


def own_answers(
    situation: Situation, history: History, hook: str, *, but: Collection[str] = (), **more: Any
) -> list[Any]:
    """Give the answers with that history, less those of the rules `but`.

    None where a rule raises, which is a matter of another law.
    """
    scope = scope_of(situation, history, **more)
    own = [each for each in own_answerers(situation.policy, hook) if each.rule not in but]
    try:
        return [each for answerer in own for each in answerer.answers(scope)]
    except RuleFailed:
        return []


def own_reasons(situation: Situation, history: History) -> list[Reason]:
    """Give the reasons with that history."""
    return own_answers(situation, history, "reasons")
