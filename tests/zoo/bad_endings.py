"""Rules and histories that do not know when to stop, stop without cause, or never open the door again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import START_OF_TIME
from callrules.rules import Persistence
from callrules.step import Stop
from callrules.vocabulary import Outcome

MACHINES = {Disposition.VOICEMAIL_LEFT, Disposition.VOICEMAIL_NO_MESSAGE}
ANOTHER_QUARTER = dt.timedelta(days=90)
LED_SOMEWHERE = {Outcome.ADVANCE, Outcome.ORDER}


class NeverLetsGo(Persistence):
    """Tries for ever."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        return None


class _CountsOtherwise(Persistence):
    """Counts in vain attempts in a way of its own."""

    def _counted(self, history: History) -> Sequence[CallAttempt]:
        return history.row_of_unanswered

    def _rows(self, history: History) -> tuple[Sequence[CallAttempt], Sequence[CallAttempt]]:
        _, tries = super()._rows(history)
        return self._counted(history), tries


class BusyStartsAnew(_CountsOtherwise):
    """A busy line shows that somebody is there, so the count begins again."""

    def _counted(self, history: History) -> Sequence[CallAttempt]:
        row = history.row_of_unanswered
        busy = max((call.at for call in row if call.disposition is Disposition.BUSY), default=START_OF_TIME)
        return [call for call in row if call.at > busy]


class MachinesDoNotCount(_CountsOtherwise):
    """A voicemail is as good as a talk, so it does not count."""

    def _counted(self, history: History) -> Sequence[CallAttempt]:
        return [call for call in history.row_of_unanswered if call.disposition not in MACHINES]


class ImportedDoNotCount(_CountsOtherwise):
    """Counts what was typed in at once, and nothing that arrived later."""

    def _counted(self, history: History) -> Sequence[CallAttempt]:
        return [call for call in history.row_of_unanswered if call.recorded is None]


class FaultsCount(_CountsOtherwise):
    """A faulty line and a call never dialled count as tries."""

    def _counted(self, history: History) -> Sequence[CallAttempt]:
        row = history.row_of_unanswered
        came = max(history.came_back or START_OF_TIME, history.asked_for_a_call or START_OF_TIME)
        came = max([came, *(talk.at for talk in history.talks)])
        faults = [call for call in history.calls if not call.disposition.is_attempt and not call.is_inbound]
        return sorted([*row, *(call for call in faults if call.at > came)], key=lambda call: call.at)


class AnyRowAtAll(_CountsOtherwise):
    """Counts every unanswered call there ever was, talks in between or not."""

    def _counted(self, history: History) -> Sequence[CallAttempt]:
        return [call for call in history.attempts if call.is_unanswered]


class AMonthIsPeaceEnough(Persistence):
    """Looks again after thirty days."""

    def _revisit(self, history: History, row: Sequence[CallAttempt]) -> dt.datetime:
        return history.calendar.add(row[-1].at, days=30)


class OneRestForAll(Persistence):
    """Rests once; after that it never rests again."""

    def _revisit(self, history: History, row: Sequence[CallAttempt]) -> dt.datetime:
        return history.calendar.add(row[: self.most][-1].at, days=self.revisit_days)


class NobodyEverComesBack(History):
    """What comes from them changes nothing."""

    @cached_property
    def came_back(self) -> dt.datetime | None:
        return None


class NotesOpenTheDoor(History):
    """A message of ours counts as new contact."""

    @cached_property
    def came_back(self) -> dt.datetime | None:
        written = (message.at for message in self.messages if not message.is_inbound)
        return max(filter(None, (super().came_back, *written)), default=None)


class GoodbyeIsDone(History):
    """Once goodbye was said, the matter is closed and a new one begins."""

    @cached_property
    def came_back(self) -> dt.datetime | None:
        goodbyes = (fact.at for fact in self.facts if fact.says_goodbye)
        return max(filter(None, (super().came_back, *goodbyes)), default=None)


class AnyPromiseHoldsItOpen(Persistence):
    """A promise of ours keeps the door open, whenever it was made."""

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        return None if history.open_promises else super().walk_away(history)
