"""Facts of others, who share a number or an account, and the person's own noes under another id."""

from __future__ import annotations

from collections.abc import Sequence

from callrules.likeness import same_account
from callrules.numbering import covers
from floor.plain import Card, Plain


class Others:
    """What they said and where they were rung."""

    def __init__(self, card: Card, entries: Sequence[Plain], standing: Sequence[Plain]) -> None:
        self.card = card
        consents = [fact for fact in standing if fact.kind == "Consent"]
        said = [fact for fact in entries if fact.is_opt_out and not fact.is_of(card.id)]
        self.noes = [no for no in said if not any(each.contact == no.contact and each.at > no.at for each in consents)]
        self.tries: dict[str | None, list[Plain]] = {}
        for call in standing:
            if call.kind == "CallAttempt" and call.attempt:
                self.tries.setdefault(call.number, []).append(call)
        known = {id(fact) for fact in standing}
        outs = [fact for fact in entries if fact.kind == "OptOut" and not fact.is_of(card.id)]
        outs = [fact for fact in outs if fact.is_opt_out or id(fact) in known] if card.likeness else []
        self.on_another_card = [fact for fact in outs if fact.likeness.is_of(card.likeness)]

    def refusal(self, number: str | None) -> Plain | None:
        """The first no that closes a number."""
        return next((no for no in self.noes if any(covers(said, number) for said in said_on(no))), None)

    def of_the_account(self) -> list[Plain]:
        """The noes for the person's account."""
        return [no for no in self.noes if no.kind == "OptOut" and same_account(no.account, self.card.account)]


def said_on(no: Plain) -> list[str]:
    """The numbers on which a no was said."""
    numbers = [no.number] if no.kind in {"OptOut", "CallAttempt"} else []
    if no.kind == "CallAttempt" and no.inbound:
        numbers.append(no.from_number)
    return [number for number in numbers if number]
