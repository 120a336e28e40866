"""The law of voices: a rule of the author's that never says anything was never tested."""

from __future__ import annotations

from collections.abc import Iterator

from callrules.testing.lawbook import Broken, Tier, law, unless
from callrules.testing.policies import own_rules
from callrules.testing.situations import Situation


@law(
    "rules-speak",
    says="Each rule of yours says something in some life: one that never spoke was not tested.",
    group="purity",
    tier=Tier.ADVISORY,
    exempts=unless((own_rules, "it shows no rules but the house's")),
    remedy="look at more lives, or see whether the rule can speak at all",
)
def rules_speak(_: Situation) -> Iterator[Broken]:
    """Counted over all lives of a survey, and judged when they are led."""
    yield from ()
