"""Healthcare supplies, four languages: what we say must not promise that anything heals. The words are in a table.

WRONG (fails for some): the table has en, de, fr and it; for a rep who speaks Spanish or Dutch the rule raises, so
every opener is lost and whoever checks a note of theirs gets an error instead of a finding.
"""

import re

import attrs

from callrules import Finding, hookimpl

CLAIMS = {
    "en": ("cures", "heals", "free of side effects"),
    "de": ("heilt", "nebenwirkungsfrei"),
    "fr": ("guérit", "sans effets secondaires"),
    "it": ("guarisce", "senza effetti collaterali"),
}


@attrs.frozen
class NoHealingClaims:
    """Do these words promise that something heals?"""

    name = "no_healing_claims"
    declares = ()

    @hookimpl
    def manners(self, text: str, language: str) -> list[Finding]:
        return [
            Finding(
                rule="healing_claim",
                says="we sell supplies, and promise no cure",
                found=hit.group(),
                at=hit.span(),
                better="Say what it is made of.",
            )
            for claim in CLAIMS[language]
            for hit in re.finditer(rf"\b{re.escape(claim)}\b", text, re.IGNORECASE)
        ]


POLICY = NoHealingClaims()
