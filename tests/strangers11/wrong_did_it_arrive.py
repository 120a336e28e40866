"""Two working days after we wrote to somebody we ring, for by then they have read it and may have a question.

WRONG (after a note): each note of ours counts, also one that names the day on which we will call. After a hang-up we
own the bad moment and write "I will call you again on Friday", and on Wednesday the telephone rings.
"""

import attrs

from callrules import History, Reason, hookimpl, parameter


@attrs.frozen
class DidItArrive:
    """Did we write to them, and have not talked since?"""

    name = "did_it_arrive"
    declares = ()

    days: int = parameter(2, says="working days after we wrote", source="us", least=1)
    stale_days: int = parameter(21, says="days after which it is forgotten", source="us", least=7)

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        """Ask about the last thing that we wrote."""
        if not history.written:
            return None
        wrote, calendar = history.written[-1], history.calendar
        if history.talked_since(wrote.at):
            return None
        day = calendar.working_days_on(calendar.day(wrote.at), self.days)
        return Reason(
            name="our_letter",
            due=calendar.starts(day),
            expires=calendar.add(wrote.at, days=self.stale_days),
            about=wrote.key,
            says="we wrote to them, and they may have a question about it",
        )


POLICY = DidItArrive()
