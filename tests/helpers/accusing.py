"""Whether a law accuses a policy in one life: what it says, and rules of one answer to try it with."""

from callrules import hookimpl
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import as_policy, declarations
from helpers.people import MON, somebody

ADA = somebody(email="ada@example.org")
KNOWN = {law.id: law for law in LAWS}


def accused(law, policy, life=ADA, when=f"{MON} 10:00", seeds=range(16)):
    """What the law says with some seed; `None` where none accuses it, or why it does not apply."""
    asked, held = as_policy(policy), KNOWN[law]
    declared = declarations(asked)
    if why := held.inapplicable(asked, declared):
        return why
    looked_at = [Situation(asked, life.contact, life.history, life.at(when), declared, seed) for seed in seeds]
    found = (breaks(held, each) for each in looked_at if held.reached(each))
    return next((each.says for each in found if each), None)


def rule_that(hook, answer, *declares):
    """A rule with that method for a hook."""
    return type("Odd", (), {"name": "odd", "declares": declares, hook: hookimpl(answer)})()
