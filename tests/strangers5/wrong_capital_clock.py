"""A policy around the house: where a card has a state and no zone, the clock of the state's capital is put in.

WRONG (hours): these states have two clocks. In Pensacola, El Paso, Paducah and Knoxville people are rung an hour before
they open or after they close, while the rules that the policy shows declare hours for wherever the person may be.
"""

from datetime import datetime

import attrs

from callrules import Contact, History, Playbook, Step, Verdict

CAPITALS = {
    "US-FL": "America/New_York",
    "US-TX": "America/Chicago",
    "US-KY": "America/New_York",
    "US-TN": "America/Chicago",
    "US-ID": "America/Boise",
    "CA-BC": "America/Vancouver",
    "ES": "Europe/Madrid",
}


@attrs.frozen
class ByTheCapital:
    """Completes cards that name no zone."""

    playbook: Playbook = Playbook()

    @property
    def rules(self):
        return self.playbook.rules

    def placed(self, contact: Contact) -> Contact:
        zone = CAPITALS.get(contact.region or "")
        if contact.timezone is not None or zone is None:
            return contact
        return attrs.evolve(contact, timezone=zone)

    def next_step(self, contact: Contact, history: History, now: datetime) -> Step:
        return self.playbook.next_step(self.placed(contact), history, now)

    def may_call(self, contact: Contact, history: History, at: datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(self.placed(contact), history, at, number=number)


POLICY = ByTheCapital()
