"""A season after we last met somebody in person we ask how it went: three months, on their calendar.

Decent: counted from the meeting, without `about`, so it comes round after the next meeting; declared with Due.
"""

import attrs

from callrules import History, Meeting, Reason, hookimpl, parameter
from callrules.declared import Due


@attrs.frozen
class SeasonAfterMeeting:
    """Did we meet them a season ago?"""

    months: int = parameter(3, says="months after we met", source="four visits a year", least=1)

    name = "season_after_meeting"
    only_with = (Meeting,)

    @property
    def declares(self) -> tuple[Due, ...]:
        return (Due(reason="season_after_meeting", after="meeting", months=self.months),)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        met = [meeting.at for meeting in history.of(Meeting)]
        if not met:
            return None
        return Reason(
            name="season_after_meeting",
            due=history.calendar.add(max(met), months=self.months),
            says="we met a season ago: ask how it went on",
        )


POLICY = SeasonAfterMeeting()
