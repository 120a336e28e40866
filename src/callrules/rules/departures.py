"""F13: who has gone, or was never the right one, is not called."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from callrules.declared import Declared, LetsGo
from callrules.dispositions import Disposition
from callrules.facts import Kinds
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.moments import START_OF_TIME
from callrules.step import Stop

SAYS = {
    Disposition.LEFT_COMPANY: "they left: find the successor first, then where they went",
    Disposition.CLOSED_DOWN: "the company closed down: find where its people went",
    Disposition.DISQUALIFIED: "this is not somebody we can help",
}


@attrs.frozen
class Departures:
    """Have they left, closed down, or turned out to be nobody we can help?

    Rulebook F13, G36. It stays so until they come back themselves; who "left" and speaks with us later is still
    there.
    """

    name: ClassVar[str] = "departures"
    only_with: ClassVar[Kinds] = tuple(SAYS)

    @property
    def declares(self) -> tuple[Declared, ...]:
        """The people whom we let go."""
        return (LetsGo(),)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        came, spoke = history.came_back or START_OF_TIME, _spoke_at(history)
        gone = [call for call in history.calls if call.disposition in SAYS and call.at >= came]
        gone = [call for call in gone if call.disposition is not Disposition.LEFT_COMPANY or call.at >= spoke]
        if not gone:
            return None
        return Stop(grounds="disqualified", since=gone[0].at, says=SAYS[gone[0].disposition], firm=True)


def _spoke_at(history: History) -> dt.datetime:
    """When we last spoke with the person, who was there then (rulebook G36)."""
    asked_back = (call.at for call in history.calls if call.disposition is Disposition.CALLBACK_REQUESTED)
    return max((*(talk.at for talk in history.talks), *asked_back), default=START_OF_TIME)
