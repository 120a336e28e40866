"""After a call that annoyed somebody we are quiet for two weeks, but keep what we promised and call back who calls."""

import datetime as dt

import attrs

from callrules import History, Reason, Reception, Reflection, Window, hookimpl, parameter
from callrules.declared import POLITE, Besides, Lift
from callrules.moments import outside


@attrs.frozen
class QuietAfterAnnoyed:
    """Did a call of ours annoy them within the last two weeks?"""

    name = "quiet_after_annoyed"
    waits = "the last call annoyed them"
    only_with = (Reflection,)
    declares = (
        Besides(
            what="two weeks of quiet after a call that annoyed them, but for promised and returned calls",
            lifted_by={*POLITE, Lift.RETURNED_CALL},
        ),
    )

    days: int = parameter(14, says="days of quiet after such a call", source="our own manners", least=1)

    @hookimpl
    def permits(self, history: History, reason: Reason, at: dt.datetime) -> Window | None:
        """Of our own accord not within two weeks of such a call, unless they turned to us since."""
        if reason.name in {"promise", "returned_call"}:
            return None
        annoying = {each.of for each in history.of(Reflection) if each.received is Reception.ANNOYED}
        back = history.came_back
        blocked = [
            (call.at, history.calendar.add(call.at, days=self.days))
            for call in history.attempts
            if call.id is not None and call.id in annoying and (back is None or back <= call.at)
        ]
        return outside(blocked, at, "two weeks of quiet after a call that annoyed them", yields=True)


POLICY = QuietAfterAnnoyed()
