"""Looking at people one by one: what is due and whose turn it is, and everybody else counted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from operator import attrgetter

from callrules.contact import Contact
from callrules.deciding.failures import log_once
from callrules.desk.collisions import RungToday, dials_of_today
from callrules.desk.counting import Counted
from callrules.desk.day_order import day_key
from callrules.desk.dealing import Turn, turn_of
from callrules.desk.desks import Desk
from callrules.desk.due import Due, Planned
from callrules.desk.errands import is_errand
from callrules.desk.left_out import ERRANDS, GOODBYE, OTHERS, RESTING, Group, Person, what_binds
from callrules.desk.pages import CUSTOMERS, NEVER_BOUGHT, PROSPECTS
from callrules.desk.red_phone_budget import RedPhoneBudget, Spent
from callrules.errors import RuleFailed
from callrules.history import History
from callrules.playbook import Playbook
from callrules.step import Call, Step, WalkAway
from callrules.vocabulary import COLD

FAILED = ("rule_failed", RESTING["rule_failed"])


class Looked:
    """Everything that was found so far: the calls and errands that are due, and how many people wait for what."""

    def __init__(
        self, playbook: Playbook, desk: Desk, now: dt.datetime, rep: str | None, red_phones: RedPhoneBudget
    ) -> None:
        """Nobody was looked at yet."""
        self.playbook, self.desk, self.now, self.rep = playbook, desk, now, rep
        self.counted, self.spent, self.rung = Counted(), Spent(budget=red_phones), RungToday()
        self.calls: list[Due] = []
        self.made: dict[str | None, Counter[str | None]] = {}
        self._errands: list[Planned] = []
        self._live = desk.live or playbook.owes_from

    def at_somebody(self, contact: Contact, history: History) -> None:
        """Look at one more person; what is worked out about the history is worked out once."""
        history = history.seen_by(contact, self.playbook.days_off, self.playbook.owes_from)
        self.spent.add(contact, history, self.now)
        self._note_dials(contact, history)
        step = self.playbook.next_step(contact, history, self.now)
        turn = self._turn_of(contact, history, step)
        if not self.is_theirs(turn) and not isinstance(step, Call):
            self._leave_to_others((contact, history), step)
        elif not step.is_due(self.now) or not (isinstance(step, Call) or is_errand(step)):
            self._wait(what_binds(self.playbook, (contact, history), step), step.at, turn)
        elif turn.waits:
            self._wait(turn.waits, turn.until, turn)
        else:
            self._is_due(contact, history, step, turn)

    def is_theirs(self, turn: Turn | Due) -> bool:
        """Whether it concerns the rep whose list this is."""
        return self.rep is None or turn.rep is None or turn.rep.name == self.rep

    def errands(self, most: int) -> list[Planned]:
        """The errands, oldest first, at most so many; the others are counted."""
        in_order = sorted(self._errands, key=attrgetter("key"))
        for each in in_order[most:]:
            goodbye = isinstance(each.step, WalkAway)
            self.counted.add(GOODBYE if goodbye else (each.step.type, ERRANDS[each.step.type]), each.step.at)
        return in_order[:most]

    def _turn_of(self, contact: Contact, history: History, step: Step) -> Turn:
        return turn_of(self.desk, contact, history, step, self.now)

    def _leave_to_others(self, _: Person, __: Step) -> None:
        self.counted.add(OTHERS, None)

    def _wait(self, group: Group, at: dt.datetime | None, turn: Turn) -> None:
        if self.is_theirs(turn):
            self.counted.add(group, at)
        else:
            self.counted.add(OTHERS, None)

    def _is_due(self, contact: Contact, history: History, step: Step, turn: Turn) -> None:
        try:
            head_start = self.playbook.priority(contact, history, step, self.now)
        except RuleFailed as failed:
            if self.playbook.strict:
                raise
            log_once(failed, self.playbook.fingerprint)
            self._wait(FAILED, self.now, turn)
            return
        key = day_key(contact, history, step, head_start, live=self._live)
        if isinstance(step, Call):
            self.calls.append(Due(key, contact, step, turn.rep))
        elif is_errand(step):
            self._errands.append(Planned(key, contact, step, turn.rep))

    def _note_dials(self, contact: Contact, history: History) -> None:
        for dial in dials_of_today(contact, history, self.now):
            self.rung.add(contact, dial)
            kind = PROSPECTS if dial.reason == NEVER_BOUGHT else CUSTOMERS if dial.reason in COLD else None
            owner = self.desk.owner_of(contact, history)
            self.made.setdefault(dial.rep or (owner.name if owner else None), Counter())[kind] += 1
