"""A contact's story on one page: what has happened, in their own time, and what comes next; text or SVG."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from callrules.contact import Contact
from callrules.facts import (
    CallAttempt,
    Commitment,
    Consent,
    Fact,
    Farewell,
    Insight,
    Introduction,
    Meeting,
    Message,
    OptOut,
    Purchase,
    Research,
    Retraction,
    Snooze,
)
from callrules.history import History
from callrules.step import Step
from callrules.terms import Party

OURS, THEIRS, AHEAD = "ours", "theirs", "ahead"
COLOURS = {OURS: "#2b6cb0", THEIRS: "#2f855a", AHEAD: "#b7791f"}
ROW, TOP, LEFT, WIDTH = 26, 54, 150, 760
"""Of the picture, in pixels."""


@attrs.frozen
class Event:
    """One line of the story: when, what, and whose doing it was."""

    at: dt.datetime
    says: str
    side: str


@attrs.frozen
class Timeline:
    """The story of one contact, oldest first, told on their own clock. `str` is text, `svg()` a picture."""

    title: str
    events: tuple[Event, ...]
    local: Callable[[dt.datetime], dt.datetime]

    def __str__(self) -> str:
        """One line per event; what comes next is marked."""
        return "\n".join([self.title, *(f"  {self._when(each)}  {_mark(each)} {each.says}" for each in self.events)])

    def svg(self) -> str:
        """The story as an SVG picture that needs nothing else to be looked at."""
        height = TOP + ROW * len(self.events)
        picture = ET.Element(
            "svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {height}", width=str(WIDTH)
        )
        ET.SubElement(picture, "style").text = "text { font: 13px sans-serif; fill: #1a202c } .when { fill: #718096 }"
        ET.SubElement(picture, "rect", width="100%", height="100%", fill="white")
        _text(picture, 16, 28, self.title, style="font-weight: bold; font-size: 16px")
        line = {"x1": str(LEFT), "x2": str(LEFT), "y1": str(TOP - 8), "y2": str(height - ROW + 4), "stroke": "#cbd5e0"}
        ET.SubElement(picture, "line", line)
        for place, event in enumerate(self.events):
            self._row(picture, TOP + place * ROW, event)
        return ET.tostring(picture, encoding="unicode")

    def _row(self, picture: ET.Element, y: int, event: Event) -> None:
        fill = "white" if event.side == AHEAD else COLOURS[event.side]
        _text(picture, 16, y + 5, self._when(event), **{"class": "when"})
        ET.SubElement(picture, "circle", cx=str(LEFT), cy=str(y), r="6", fill=fill, stroke=COLOURS[event.side])
        _text(picture, LEFT + 18, y + 5, event.says)

    def _when(self, event: Event) -> str:
        return f"{self.local(event.at):%a %d %b %H:%M}"


def timeline(contact: Contact, history: History, step: Step | None = None) -> Timeline:
    """The story of a contact, with the next step at its end where one is given."""
    seen = history.seen_by(contact)
    events = [Event(fact.at, told(fact), _side(fact)) for fact in seen.facts]
    if step and step.at:
        events.append(Event(step.at, f"next: {step.type.replace('_', ' ')} ({step.says})", AHEAD))
    zone = seen.calendar.zone.key
    return Timeline(f"{contact.called}, {zone}", tuple(events), seen.calendar.local)


def told(fact: Fact) -> str:
    """One fact as a line of a story."""
    return _TOLD[type(fact)](fact)


def _mark(event: Event) -> str:
    return {OURS: "→", THEIRS: "←", AHEAD: "…"}[event.side]


def _side(fact: Fact) -> str:
    theirs = isinstance(fact, (Purchase, OptOut, Consent)) or getattr(fact, "is_inbound", False)
    return THEIRS if theirs or (isinstance(fact, Commitment) and fact.by is Party.THEM) else OURS


def _text(picture: ET.Element, x: int, y: int, says: str, **more: str) -> None:
    ET.SubElement(picture, "text", {"x": str(x), "y": str(y), **more}).text = says


def _call(fact: CallAttempt) -> str:
    ended = fact.disposition.value.replace("_", " ")
    outcome = f", {fact.outcome.value.replace('_', ' ')}" if fact.outcome else ""
    about = f" about {fact.reason.replace('_', ' ')}" if fact.reason else ""
    return f"{'they rang' if fact.is_inbound else 'we rang'}{about}: {ended}{outcome}{_list(_call_more(fact))}"


def _call_more(fact: CallAttempt) -> Iterator[str]:
    if fact.agreed:
        yield f"agreed: {', '.join(fact.agreed)}"
    if fact.callback_at:
        yield f"call back {_moment(fact.callback_at)}"


def _list(parts: Iterator[str]) -> str:
    listed = "; ".join(parts)
    return f" ({listed})" if listed else ""


def _commitment(fact: Commitment) -> str:
    who = "we promised" if fact.by is Party.US else "they promised"
    return f"{who} to {fact.kind.value}: {fact.what or 'as agreed'}, {_moment(fact.due)}"


def _message(fact: Message) -> str:
    who = "they wrote" if fact.is_inbound else "we wrote"
    purpose = fact.purpose or (fact.reply.value if fact.reply else None)
    promises = f"; it names {_moment(fact.promises)}" if fact.promises else ""
    return f"{who} ({fact.channel.value}){f': {purpose}' if purpose else ''}{promises}".replace("_", " ")


def _purchase(fact: Purchase) -> str:
    return " ".join(["they bought", *(["for", str(fact.amount), fact.currency or ""] if fact.amount else [])]).rstrip()


def _moment(moment: dt.date | None) -> str:
    if moment is None:
        return "without a date"
    return f"{moment:%a %d %b %H:%M}" if isinstance(moment, dt.datetime) else f"{moment:%a %d %b}"


_TOLD: dict[type[Fact], Callable[[Any], str]] = {
    CallAttempt: _call,
    Commitment: _commitment,
    Message: _message,
    Meeting: lambda fact: f"we met{f': {fact.place}' if fact.place else ''}",
    Purchase: _purchase,
    Insight: lambda fact: f"news: {fact.text}",
    Research: lambda fact: f"found out ({fact.topic}): {fact.text}",
    Introduction: lambda fact: f"introduced by {fact.by}",
    OptOut: lambda fact: "they asked us to stop" if fact.is_opt_out else f"no more {fact.channel.value}",
    Consent: lambda _: "they asked to be called again",
    Snooze: lambda fact: f"left in peace until {_moment(fact.until)}",
    Farewell: lambda _: "we said goodbye, and left the door open",
    Retraction: lambda fact: f"taken back: {fact.of}",
}
