"""Desks, and books of people with whom something is due: what laws of the day are held against."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

import attrs
from hypothesis import strategies as st

from callrules import (
    Call,
    CallAttempt,
    Commitment,
    Contact,
    History,
    Insight,
    OptOut,
    Playbook,
    Purchase,
    Reason,
    Research,
    hookimpl,
)
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block
from callrules.desk.desks import Desk
from callrules.desk.reps import Rep

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = dt.date(2026, 6, 2)
NAMES = ("rita", "sam", "tom")
DAY = dt.timedelta(days=1)
HOUSE = Playbook(strict=True)


NUMBER = "+493012345010"


@lru_cache(maxsize=20_000)
def _asked(question, *about):
    return getattr(HOUSE, question)(*about)


class Remembering(Playbook):
    """The house, that knows people of these books by their kind: a step is the same whatever their name and number."""

    def next_step(self, contact, history, now):
        step = _asked("next_step", _plainly(contact), _anybodys(history), now)
        return attrs.evolve(step, number=contact.phones[0].number) if isinstance(step, Call) else step

    def held_back_by(self, contact, history, call):
        return _asked("held_back_by", _plainly(contact), _anybodys(history), attrs.evolve(call, number=NUMBER))


def _plainly(contact):
    return attrs.evolve(contact, id="p", owner=None, account=None, phones=[NUMBER])


def _anybodys(history):
    return attrs.evolve(history, contact=None)


def at(day, hour=10, minute=0):
    """An hour in Berlin, so many days after that Tuesday."""
    return dt.datetime.combine(TUESDAY + day * DAY, dt.time(hour, minute), BERLIN).astimezone(dt.UTC)


def attempt(day, how, hour=10, **more):
    return CallAttempt(at=at(day, hour), disposition=how, **more)


KINDS = {
    "prospect": [],
    "lapsed": [Purchase(at=at(-each)) for each in (500, 460, 420)],
    "good_customer": [Purchase(at=at(-each)) for each in range(300, 600, 20)],
    "warm": [attempt(-10, "conversation", outcome="advance")],
    "promised": [Commitment(at=at(-9), by="us", due=TUESDAY)],
    "rang_us": [attempt(-1, "no_answer", direction="inbound")],
    "hung_up": [attempt(-1, "hung_up")],
    "refused": [attempt(-40, "not_interested"), attempt(-20, "not_interested")],
    "opted_out": [OptOut(at=at(-30))],
    "just_bought": [Purchase(at=at(-2))],
    "tried_today": [attempt(0, "no_answer", 9, rep="rita", reason="prospect")],
    "tried_today_by_nobody": [attempt(0, "busy", 9)],
    "red": [
        Insight(at=at(-5), id="i", text="they move house", source="the paper"),
        *(Research(at=at(-5), topic=topic, text="found out") for topic in ("why", "outcome", "buy_in")),
    ],
}
"""What has happened with somebody of that kind."""
HISTORIES = {kind: History(happened) for kind, happened in KINDS.items()}


@st.composite
def people(draw, kinds=tuple(KINDS)):
    """One book: some people, some of whom share accounts and numbers."""
    book = []
    for place in range(draw(st.integers(0, 10))):
        kind = draw(st.sampled_from(kinds))
        number = draw(st.sampled_from((None, None, 1, 2)))
        contact = Contact(
            id=f"p{place}",
            phones=[f"+4930123450{10 + place if number is None else number:02}"],
            timezone=draw(st.sampled_from(("Europe/Berlin", "Europe/Berlin", "America/New_York"))),
            account=draw(st.sampled_from((None, None, "Acme", "Bolt"))),
            owner=draw(st.sampled_from((None, *NAMES, "gone"))),
            email=draw(st.sampled_from((None, "p@example.com"))),
            known_since=draw(st.sampled_from((None, dt.date(2026, 1, 1)))),
            red_phone=kind == "red",
            common_ground=["rowing"] if kind == "red" else [],
        )
        book.append((contact, HISTORIES[kind]))
    return book


BLOCKS = (
    (),
    (Block(days="mon-fri", opens="09:00", closes="11:00"),),
    (Block(days="tue", opens="14:00", closes="15:00", every="week"),),
    (Block(days="daily", opens="08:00", closes="12:00", every="other_day", since=TUESDAY - DAY),),
    (Block(days="wed", opens="09:00", closes="10:00"), Block(days="tue", opens="09:00", closes="09:30")),
)


@st.composite
def reps(draw, name):
    """One rep with any hours, absences and shares."""
    absences = [(), (), (Absence(first=TUESDAY - DAY, last=TUESDAY + 3 * DAY),), (Absence(first=TUESDAY),)]
    return Rep(
        name=name,
        timezone="Europe/Berlin",
        capacity=draw(st.integers(1, 5)),
        blocks=draw(st.sampled_from(BLOCKS)),
        away=draw(st.sampled_from(absences)),
        prospects=draw(st.sampled_from((0, 0.2, 0.4))),
        customers=draw(st.sampled_from((0, 0.2, 0.4))),
    )


@st.composite
def desks(draw, least=1):
    """A desk of some reps."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=least, max_size=3))
    live = draw(st.sampled_from((None, TUESDAY - 30 * DAY, TUESDAY - 900 * DAY)))
    return Desk(reps=[draw(reps(name)) for name in names], live=live)


moments = st.sampled_from([at(0, 10), at(0, 10, 59), at(0, 14, 30), at(0, 18), at(1, 9, 30), at(4, 10), at(5, 16)])
"""Some moments of that week, in blocks and between them."""


@attrs.frozen
class AReasonEach:
    """Everybody has one reason, due on one day; told by their ids."""

    name = "a_reason_each"
    told: tuple[tuple[str, tuple[str, int]], ...]

    @hookimpl
    def reasons(self, contact):
        name, day = dict(self.told)[contact.id]
        return Reason(name=name, due=at(day), says="because")
