"""When an adviser leaves us, those who talked with them last hear from us who looks after them now.

Decent: it hangs on days of ours (declared as dated), but rests on a talk with that adviser before that day. It goes
once they talked with anybody since, is heard once for each adviser, and a dial in vain changes nothing about it.
"""

import datetime as dt

import attrs

from callrules import History, Reason, hookimpl, parameter
from callrules.declared import Dated


@attrs.frozen
class NewAdviser:
    """Did the adviser with whom they talked last leave us?"""

    name = "new_adviser"
    declares = (Dated(),)
    left: tuple[tuple[str, dt.date], ...]
    days: int = parameter(90, says="days within which the new adviser calls", source="our handover rule", least=30)

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        if not history.conversations:
            return []
        last = history.conversations[-1]
        found = []
        for rep, day in self.left:
            starts = history.calendar.starts(day)
            if last.rep == rep and last.at < starts and not history.talked_since(starts):
                expires = history.calendar.starts(day + dt.timedelta(days=self.days))
                says = f"{rep} has left us: say who looks after them now"
                found.append(Reason(name="new_adviser", due=starts, expires=expires, about=f"{rep} {day}", says=says))
        return found


POLICY = NewAdviser(left=(("rita", dt.date(2026, 3, 31)), ("tom", dt.date(2026, 9, 30))))
