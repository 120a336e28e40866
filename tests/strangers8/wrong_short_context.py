"""The voice agent gets the last twenty facts and whatever lasts, for its context is short and long histories are slow.

WRONG (policy): it keeps every OptOut, but "stop calling" is mostly said in a call (do_not_call) or written in a mail.
Twenty facts later such a no is cut off, and the person is called again; so are numbers that were wrong and people who
have left.
"""

import datetime as dt

import attrs

from callrules import (
    CalledOff,
    Commitment,
    Consent,
    Contact,
    Explanation,
    History,
    Introduction,
    KeyDate,
    OptOut,
    Playbook,
    Purchase,
    Retraction,
    Snooze,
    Step,
    Verdict,
)

LASTS = (CalledOff, Commitment, Consent, Introduction, KeyDate, OptOut, Purchase, Retraction, Snooze)


@attrs.frozen
class ShortContext:
    """The house rules on what the agent remembers."""

    playbook: Playbook = Playbook()
    most: int = 20

    @property
    def rules(self) -> tuple[object, ...]:
        return tuple(self.playbook.rules)

    @property
    def fingerprint(self) -> str:
        return f"{self.playbook.fingerprint} {self.most}"

    def remembered(self, history: History) -> History:
        cut = len(history.entries) - self.most
        return History(each for place, each in enumerate(history.entries) if place >= cut or isinstance(each, LASTS))

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook.next_step(contact, self.remembered(history), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, self.remembered(history), at, number=number)

    def explain(self, contact: Contact, history: History, now: dt.datetime) -> Explanation:
        return self.playbook.explain(contact, self.remembered(history), now)


POLICY = ShortContext()
