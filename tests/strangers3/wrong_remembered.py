"""A quick policy for our large book: an answer is kept until its moment comes or something new happens to that person.

WRONG (purity): "something new" is a later `latest`. A no, a snooze or a promise that is typed in late, a correction or a fact that is
taken back leave `latest` where it was, so the old step ("ring her at ten") is given out again after she asked us to stop.
"""

import datetime as dt

from callrules import Contact, History, Playbook, Step, Verdict


class Remembered:
    """The house, asked as seldom as possible."""

    def __init__(self) -> None:
        self.playbook = Playbook()
        self.rules = self.playbook.rules
        self.kept: dict[tuple[str, dt.datetime | None], tuple[dt.datetime, Step]] = {}

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        key = (contact.id, history.latest)
        if key in self.kept:
            asked, step = self.kept[key]
            if asked <= now and step.at is not None and now < step.at:
                return step
        step = self.playbook.next_step(contact, history, now)
        self.kept[key] = (now, step)
        return step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        return self.playbook.may_call(contact, history, at, number=number)


POLICY = Remembered()
