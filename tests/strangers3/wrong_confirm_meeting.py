"""The day before a meeting we ring to confirm it, so that nobody travels in vain.

WRONG (truth of a reason): meetings that were called off are not left out. Who cancelled the meeting of Thursday, for a funeral
say, is rung on Wednesday because "we meet tomorrow".
"""

import datetime as dt

from callrules import Commitment, History, Kind, Reason, hookimpl

DAY = dt.timedelta(days=1)


class ConfirmMeeting:
    """Do we meet tomorrow?"""

    name = "confirm_meeting"
    declares = ()
    only_with = (Commitment,)

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        found = []
        for each in history.of(Commitment):
            if each.kind is not Kind.MEET or each.due is None:
                continue
            begins = history.calendar.starts(each.due)
            if begins - DAY <= each.at:
                continue  # agreed within a day of it: nothing to confirm
            found.append(
                Reason(
                    name="confirm_meeting",
                    about=f"{begins:%Y-%m-%d %H:%M}",
                    due=begins - DAY,
                    expires=begins,
                    says="we meet tomorrow: ask whether that still suits them",
                )
            )
        return found


POLICY = ConfirmMeeting()
