"""What the next call is worth, in one true line from the rep's own figures (rulebook A7)."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

import attrs

from callrules.desk.dialled import Dialled, dialled
from callrules.history import History


@attrs.frozen(kw_only=True)
class TalkRate:
    """Dials made, talks they led to, and dials since the last talk."""

    dials: int = 0
    talks: int = 0
    since_a_talk: int = 0

    @property
    def dials_a_talk(self) -> float | None:
        """How many dials a talk has taken so far; `None` before the first talk."""
        return self.dials / self.talks if self.talks else None

    @property
    def to_go(self) -> int | None:
        """How many dials the next talk is away by that figure, at least one; `None` before the first talk."""
        return max(1, round(self.dials_a_talk) - self.since_a_talk) if self.dials_a_talk else None

    @property
    def says(self) -> str | None:
        """The line, or `None` where there is nothing true to say yet."""
        if self.dials_a_talk is None:
            return None
        dials = "dial" if self.to_go == 1 else "dials"
        away = f"one talk in {self.dials_a_talk:.1f} dials so far, so the next is about {self.to_go} {dials} away"
        return f"{away}; nobody is rung who asked not to be"


def talk_rate(histories: Iterable[History], rep: str | None = None) -> TalkRate:
    """The figures of one rep, or of everybody, over all the histories given."""
    return rate_of((dial for history in histories for dial in dialled(history)), rep)


def rate_of(dials: Iterable[Dialled], rep: str | None = None) -> TalkRate:
    """The figures of one rep, or of everybody, over all these dials."""
    figures = TalkRate()
    for call in sorted((dial for dial in dials if rep in {None, dial.rep}), key=attrgetter("at")):
        since = 0 if call.talked else figures.since_a_talk + 1
        figures = TalkRate(dials=figures.dials + 1, talks=figures.talks + call.talked, since_a_talk=since)
    return figures
