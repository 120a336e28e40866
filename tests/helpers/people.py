"""People to sell to, and what has happened with them, told in a line each and on their own clock."""

import datetime as dt
from zoneinfo import ZoneInfo

import attrs

from callrules import (
    Call,
    CallAttempt,
    Commitment,
    Consent,
    Contact,
    Fact,
    Farewell,
    History,
    Insight,
    Introduction,
    KeyDate,
    Meeting,
    Message,
    OptOut,
    Playbook,
    Purchase,
    Reflection,
    Research,
    Rest,
    Retraction,
    Snooze,
    WalkAway,
    Write,
)

HOUSE = Playbook(strict=True)
NUMBER, MOBILE, NEIGHBOURS = "+493012345670", "+491701234567", "+493012345679"
MON, TUE, WED, THU, FRI, SAT, SUN = (f"2026-06-0{day}" for day in range(1, 8))
"""A week without clock changes or holidays; 1 June 2026 is a Monday."""
CLOCK = "%a %Y-%m-%d %H:%M"


@attrs.frozen
class Life:
    """One person and what has happened; moments are wall times of theirs, such as `2026-06-01 10:00`."""

    contact: Contact
    facts: tuple[Fact, ...] = ()

    # --- what happens

    def but(self, **more) -> "Life":
        """The same life of somebody a little different."""
        return attrs.evolve(self, contact=attrs.evolve(self.contact, **more))

    def add(self, *facts) -> "Life":
        return attrs.evolve(self, facts=(*self.facts, *facts))

    def rung(self, when, how="no_answer", **more) -> "Life":
        """We rang, or they did (`direction="inbound"`)."""
        dated = {key: self.moment(more.pop(key)) for key in ("promises", "callback_at") if key in more}
        return self.add(CallAttempt(at=self.at(when), disposition=how, **dated, **more))

    def talked(self, when, outcome=None, **more) -> "Life":
        return self.rung(when, "conversation", outcome=outcome, **more)

    def rang_us(self, when, how="no_answer", **more) -> "Life":
        return self.rung(when, how, direction="inbound", **more)

    def wrote_to_us(self, when, reply="answer", **more) -> "Life":
        return self.add(Message(at=self.at(when), channel="email", direction="inbound", reply=reply, **more))

    def got(self, when, purpose, channel="email", **more) -> "Life":
        """We wrote to them."""
        dated = {"promises": self.moment(more.pop("promises"))} if "promises" in more else {}
        return self.add(
            Message(at=self.at(when), channel=channel, direction="outbound", purpose=purpose, **dated, **more)
        )

    def promised(self, when, due, **more) -> "Life":
        """We promised a call; they asked for it, unless told."""
        return self.add(Commitment(at=self.at(when), by="us", due=self.moment(due), **more))

    def promised_us(self, when, due=None, **more) -> "Life":
        return self.add(Commitment(at=self.at(when), by="them", due=due and self.moment(due), **more))

    def bought(self, *when) -> "Life":
        return self.add(*(Purchase(at=self.at(each)) for each in when))

    def met(self, when, **more) -> "Life":
        return self.add(Meeting(at=self.at(when), **more))

    def insight(self, when, text="a new grant for shops", **more) -> "Life":
        return self.add(Insight(at=self.at(when), text=text, **more))

    def told_a_date(self, when, on, what="your go-live", **more) -> "Life":
        return self.add(KeyDate(at=self.at(when), on=dt.date.fromisoformat(on), what=what, **more))

    def reflected(self, when, of, **more) -> "Life":
        """Somebody looked back on that call."""
        return self.add(Reflection(at=self.at(when), of=of, **more))

    def researched(self, when, *topics) -> "Life":
        return self.add(*(Research(at=self.at(when), topic=topic, text="found out") for topic in topics))

    def introduced(self, when) -> "Life":
        return self.add(Introduction(at=self.at(when), by="c-9"))

    def opted_out(self, when, **more) -> "Life":
        return self.add(OptOut(at=self.at(when), **more))

    def consented(self, when) -> "Life":
        return self.add(Consent(at=self.at(when)))

    def snoozed(self, when, until) -> "Life":
        return self.add(Snooze(at=self.at(when), until=self.moment(until)))

    def said_goodbye(self, when) -> "Life":
        return self.add(Farewell(at=self.at(when)))

    def retracted(self, when, of) -> "Life":
        return self.add(Retraction(at=self.at(when), of=of))

    # --- moments

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.contact.timezone or "UTC")

    def at(self, when: str) -> dt.datetime:
        """That wall time of theirs; a day alone begins at midnight."""
        return dt.datetime.fromisoformat(when).replace(tzinfo=self.zone)

    def moment(self, when: str) -> dt.date:
        """A day where only a day is named, else the wall time."""
        return self.at(when) if ":" in when else dt.date.fromisoformat(when)

    # --- what we answer

    @property
    def history(self) -> History:
        return History(self.facts)

    def step(self, now: str, playbook: Playbook = HOUSE):
        return playbook.next_step(self.contact, self.history, self.at(now))

    def next(self, now: str, playbook: Playbook = HOUSE) -> str:
        """The next step in a line: what, why, and when on their clock."""
        return told(self.step(now, playbook), self.zone)

    def may_be_rung(self, when: str, number: str | None = None, playbook: Playbook = HOUSE) -> bool:
        return playbook.may_call(self.contact, self.history, self.at(when), number=number).allowed


def told(step, zone: ZoneInfo) -> str:
    """A step in a line, such as `call prospect Mon 2026-06-01 09:00`."""
    when = step.at.astimezone(zone).strftime(CLOCK) if step.at else "never"
    return " ".join([step.type, *_what(step), when])


def _what(step) -> list[str]:
    if isinstance(step, Call):
        return [step.reason.name]
    if isinstance(step, Write):
        return [step.purpose, step.channel.value]
    if isinstance(step, WalkAway):
        return [step.grounds]
    return []


def somebody(zone="Europe/Berlin", region="DE", **more) -> Life:
    """A prospect at home in Berlin with one telephone and nothing else, unless told."""
    known = {"id": "c-1", "name": "Ada Lind", "phones": [NUMBER], **more}
    return Life(Contact(timezone=zone, region=region, **known))


def a_business(zone="Europe/Berlin", region="DE", **more) -> Life:
    return somebody(zone, region, business=True, **more)


def rests(step) -> bool:
    return isinstance(step, Rest)
