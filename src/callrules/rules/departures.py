"""F13: who has gone, or was never the right one, is not called."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.declared import Declared, LetsGo
from callrules.dispositions import Disposition
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

    Rulebook F13. It stays so until they come back themselves.
    """

    name: ClassVar[str] = "departures"

    @property
    def declares(self) -> tuple[Declared, ...]:
        """Whom we let go."""
        return (LetsGo(),)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        came = history.came_back or START_OF_TIME
        gone = [call for call in history.calls if call.disposition in SAYS and call.at >= came]
        if not gone:
            return None
        return Stop(grounds="disqualified", since=gone[0].at, says=SAYS[gone[0].disposition])
