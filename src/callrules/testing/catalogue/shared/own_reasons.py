"""What the author's own rules give as reasons, apart from whether and when these are made."""

from __future__ import annotations

from callrules.errors import RuleFailed
from callrules.history import History
from callrules.step import Reason
from callrules.testing.lawbook import unless
from callrules.testing.policies import own_answerers
from callrules.testing.situations import Situation


def own_reasons(situation: Situation, history: History) -> list[Reason]:
    """Give the reasons with that history; none where a rule raises, which is a matter of another law."""
    scope = {"contact": situation.contact, "history": history.seen_by(situation.contact)}
    try:
        return [each for answerer in own_answerers(situation.policy, "reasons") for each in answerer.answers(scope)]
    except RuleFailed:
        return []


gives_no_reasons = unless((lambda policy: own_answerers(policy, "reasons"), "no rule but the house's gives reasons"))
"""Why laws of own reasons do not apply; `None` where they do."""
