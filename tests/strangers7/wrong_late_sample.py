"""We promised to send a sample and are late: own it in a short note.

WRONG (pestered although they called it off): every promise to send is looked at, also one that was called off or kept
long ago. Who told us that they need no sample any more gets an apology for it, and so does who has it on the desk.
"""

import datetime as dt

import attrs

from callrules import Because, Contact, History, Kind, Party, Reason, Write, hookimpl, parameter
from callrules.channels import best_channel


@attrs.frozen
class LateSample:
    """Is something late that we promised to send?"""

    name = "late_sample"
    declares = ()
    stale: int = parameter(14, says="days after which an apology is odd", source="our service desk")

    @hookimpl
    def before(self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime) -> list[Write]:
        channel, calendar, owed = best_channel(contact, history), history.calendar, []
        if reason is not None or channel is None:
            return []
        for each in history.commitments:
            if each.by is Party.US and each.kind is Kind.SEND and each.due is not None:
                late = calendar.ends(calendar.starts(each.due))
                if at < late + dt.timedelta(days=self.stale) and not history.wrote("late_sample", late):
                    because = (Because(self.name, "late", "what we promised to send is late: say so"),)
                    owed.append(Write(at=late, since=late, purpose="late_sample", channel=channel, because=because))
        return owed


POLICY = LateSample()
