"""What is there for a red-phone call, and what is not (rulebook C4, C6–C8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from callrules.contact import Contact
from callrules.facts import Insight
from callrules.history import History

CAUTIONS = {
    "source": "The insight has no source: say only what you can vouch for.",
    "drivers": "What moves them is not noted yet.",
    "path": "Nobody has introduced us, and we have not been in touch: say at once who you are.",
}
"""What does not bind unless a host says so, and what to mind where it is not there."""


def critical_insight(history: History, at: dt.datetime, days: int = 90) -> Insight | None:
    """The newest insight that they have not heard yet and that is not stale; one that has a source comes first."""
    oldest = at - dt.timedelta(days=days)
    fresh = [each for each in history.untold if oldest < each.at <= at]
    return max(fresh, key=lambda each: (bool(each.source), each.at, each.key), default=None)


def topics_there(contact: Contact, history: History, at: dt.datetime, days: int = 90) -> frozenset[str]:
    """The topics that are there for a call at that moment.

    What was found out under a topic's own name; `insight` where there is a fresh and untold one, and `source` where one
    of these has a source; `common_ground` and `drivers` of the contact; `path` where somebody introduced us or there
    was any contact both ways. An insight older than `days` is stale.
    """
    found = {fact.topic for fact in history.research}
    oldest = at - dt.timedelta(days=days)
    fresh = [each for each in history.untold if each.at > oldest]
    told = {
        "insight": bool(fresh),
        "source": any(each.source for each in fresh),
        "common_ground": bool(contact.common_ground),
        "drivers": bool(contact.drivers),
        "path": bool(history.introductions) or history.is_two_way,
    }
    return frozenset(found | {topic for topic, is_there in told.items() if is_there})


def cautions(needs: Iterable[str], there: Iterable[str]) -> tuple[str, ...]:
    """Topics that do not bind and are not there: what to mind."""
    known, bound = frozenset(there), frozenset(needs)
    lacking = [topic for topic in CAUTIONS if topic not in known and topic not in bound]
    return tuple(CAUTIONS[topic] for topic in lacking if topic != "source" or "insight" in known)
