"""Broken policies: they ring somebody important before they are known, or have something new to say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property

import attrs

from callrules.contact import Contact
from callrules.facts import Insight
from callrules.history import History
from callrules.hookspecs import hookimpl
from callrules.playbook import Playbook
from callrules.rules import ColdDecisionMakers, Readiness
from callrules.step import Reason, SeekIntroduction
from zoo.altered import house_with
from zoo.specimens import Specimen


@attrs.frozen
class BouncesKnowUs(ColdDecisionMakers):
    """Whatever comes in comes from them, a mail that bounced as well."""

    @hookimpl
    def before(
        self, contact: Contact, history: History, reason: Reason | None, at: dt.datetime
    ) -> SeekIntroduction | None:
        came_in = any(message.is_inbound for message in history.messages)
        return None if came_in else super().before(contact, history, reason, at)


class EverythingIsNews(History):
    """Forgets what they were told."""

    @cached_property
    def untold(self) -> tuple[Insight, ...]:
        return self.insights


@attrs.frozen
class OldNewsWillDo(Readiness):
    """Is content with an insight that they know already."""

    def _missing(self, contact: Contact, history: History, at: dt.datetime) -> Iterator[str]:
        return super()._missing(contact, EverythingIsNews(history.entries, contact=history.contact), at)


@attrs.frozen
class FreshWhenNoted(Readiness):
    """Asks how old an insight was when something was last noted, not how old it is when the telephone rings."""

    def _missing(self, contact: Contact, history: History, at: dt.datetime) -> Iterator[str]:
        return super()._missing(contact, history, history.latest or at)


@attrs.frozen
class Overlooks(Readiness):
    """Says what binds, and overlooks one of it."""

    overlooked: str = ""

    def _missing(self, contact: Contact, history: History, at: dt.datetime) -> Iterator[str]:
        return (topic for topic in super()._missing(contact, history, at) if topic != self.overlooked)


def _overlooks(topic: str, *with_it: str) -> Callable[[], Playbook]:
    return house_with(lambda: Overlooks(needs=(*with_it, topic), overlooked=topic))


UNREADY = (
    Specimen(
        id="hearsay-for-a-red-phone",
        group="truthfulness",
        says="Who says so, asked the director about our great news, and nobody had noted it.",
        make=_overlooks("source", "insight"),
        breaks={"prepared"},
    ),
    Specimen(
        id="nothing-in-common",
        group="truthfulness",
        says="We said that we never ring the great ones without something in common, and rang her with nothing.",
        make=_overlooks("common_ground"),
        breaks={"prepared"},
    ),
    Specimen(
        id="drivers-unknown",
        group="truthfulness",
        says="We spoke of money to a man who cares for his name, for nobody had looked up what moves him.",
        make=_overlooks("drivers", "insight"),
        breaks={"prepared"},
    ),
    Specimen(
        id="no-path-to-them",
        group="truthfulness",
        says="Nobody who knows her had named us, and she had never heard of us: we rang her all the same.",
        make=_overlooks("path"),
        breaks={"prepared"},
    ),
    Specimen(
        id="bounces-know-us",
        group="truthfulness",
        says="Our mail to the director bounced, and with that we thought that the director knows us.",
        make=house_with(BouncesKnowUs),
        breaks={"never-cold"},
    ),
    Specimen(
        id="old-news-for-a-red-phone",
        group="truthfulness",
        says="The one call that could have made our year began with what we had written to him last week.",
        make=house_with(OldNewsWillDo),
        breaks={"prepared-with-something-new"},
    ),
    Specimen(
        id="fresh-when-noted",
        group="truthfulness",
        says="We prepared her call in winter and made it in summer, with the news of winter.",
        make=house_with(FreshWhenNoted),
        breaks={"prepared-with-something-new"},
    ),
)
"""Broken policies that ring before they are ready."""
