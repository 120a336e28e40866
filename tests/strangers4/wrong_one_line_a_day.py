"""Two systems log each call, minutes apart. Keep one line for each person, number and day: the last one counts.

WRONG (a no, caps): two real calls of one day become one; a "do not call" in the morning is wiped out when somebody of
the other shift logs a dial that afternoon, and of two dials the caps count one.
"""

import datetime as dt

import attrs

from callrules import CallAttempt, Contact, Direction, Fact, History, Playbook, Step, Verdict


def tidy(history: History) -> History:
    """The history with one call of ours a day, the last."""
    calls: dict[tuple[object, ...], CallAttempt] = {}
    others: list[Fact] = []
    for fact in history.entries:
        if isinstance(fact, CallAttempt) and fact.direction is Direction.OUTBOUND:
            calls[fact.contact, fact.number, fact.at.astimezone(dt.UTC).date()] = fact
        else:
            others.append(fact)
    return History([*others, *calls.values()])


@attrs.frozen
class OneLineADay:
    """The house, asked about a tidy log."""

    playbook: Playbook = attrs.field(factory=Playbook)

    @property
    def rules(self) -> tuple[object, ...]:
        return tuple(self.playbook.rules)

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        return self.playbook.next_step(contact, tidy(history), now)

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, tidy(history), at, number=number)


POLICY = OneLineADay()
