"""The van comes at the hour they asked for: ring an hour and a half before, so that somebody is at home.

WRONG (appointment, hours): the hour of the delivery is theirs, the hour of the call is ours, yet it says `named`;
who asked for the parcel at half past seven is rung at six in the morning, past hours, pace and caps.
"""

import datetime as dt

import attrs

from callrules import Commitment, History, Kind, Party, Reason, hookimpl, parameter


@attrs.frozen
class VanIsNear:
    """Is the van about to be at their door?"""

    name = "van_is_near"
    declares = ()
    minutes: int = parameter(90, says="minutes before the delivery", source="our drivers")

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        return [each for promise in history.of(Commitment) for each in self.calls_for(promise)]

    def calls_for(self, promise: Commitment) -> list[Reason]:
        asked = promise.by is Party.US and promise.kind is Kind.SEND and promise.asked_by is Party.THEM
        if not asked or not isinstance(promise.due, dt.datetime):
            return []
        comes = promise.due.astimezone(dt.UTC)
        due = comes - dt.timedelta(minutes=self.minutes)
        if due <= promise.at:
            return []
        about = f"delivery {comes:%Y-%m-%d %H:%M}"
        says = "the delivery that they asked for is on its way"
        return [Reason(name="delivery", due=due, about=about, says=says, named="hour", expires=comes)]


POLICY = VanIsNear()
