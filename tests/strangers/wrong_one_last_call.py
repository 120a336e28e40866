"""A customer who says no twice gets one last call from me, a week later, before we let them go."""

import datetime as dt

from callrules import Because, Call, Contact, History, Playbook, Reason, Step, Verdict, WalkAway

HOUSE = Playbook()
WEEK = dt.timedelta(days=7)


class OneLastCall:
    """A wrapper: where the house lets a customer go after noes, one more call comes first."""

    rules = HOUSE.rules

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        step = HOUSE.next_step(contact, history, now)
        return self.last_call(history, step) or step

    def may_call(self, contact: Contact, history: History, at: dt.datetime, *, number: str | None = None) -> Verdict:
        call = self.last_call(history, HOUSE.next_step(contact, history, at))
        if call and call.is_due(at):
            return Verdict(allowed=True, at=at, number=number, because=call.because)
        return HOUSE.may_call(contact, history, at, number=number)

    def last_call(self, history: History, step: Step) -> Call | None:
        if not isinstance(step, WalkAway) or step.grounds != "not_interested" or not history.bought_at:
            return None
        said_no = [each for each in history.attempts if each.is_refusal]
        if not said_no or history.attempts[-1] != said_no[-1]:
            return None
        due = history.calendar.same_time(said_no[-1].at, history.calendar.day(said_no[-1].at + WEEK))
        reason = Reason(name="one_last_call", due=due, about=str(due.date()), says="a customer is worth a last call")
        return Call(at=due, since=due, reason=reason, because=(Because("one_last_call", "reason", reason.says),))


POLICY = OneLastCall()
