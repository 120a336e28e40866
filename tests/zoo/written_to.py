"""Policies that write to somebody who asked not to be written to."""

from __future__ import annotations

import datetime as dt
from functools import partial

import attrs

from callrules.contact import Contact
from callrules.facts import Fact, OptOut
from callrules.history import History
from callrules.step import Step, WalkAway, Write
from callrules.vocabulary import Channel
from zoo.altered import Altered
from zoo.specimens import Specimen
from zoo.wrapping import misled


class SorryToSeeYouGo(Altered):
    """Answers a no with one last mail."""

    def next_step(self, contact: Contact, history: History, now: dt.datetime) -> Step:
        """A mail where the house would be silent."""
        step = super().next_step(contact, history, now)
        if not isinstance(step, WalkAway) or step.grounds != "do_not_call" or not contact.email:
            return step
        if history.seen_by(contact).said_goodbye_since(step.since or now):
            return step
        return Write(at=now, since=now, purpose="takeaway", channel=Channel.EMAIL, because=step.because)


class GoodbyeByMail(Altered):
    """Walks away from a no, and says so by e-mail."""

    def answered(self, step: Step, contact: Contact, _now: dt.datetime, /) -> Step:
        if isinstance(step, WalkAway) and step.grounds == "do_not_call" and contact.email:
            return attrs.evolve(step, channel=Channel.EMAIL)
        return step


def without_refused_mail(history: History, _: dt.datetime) -> History:
    """A wish for no more e-mail is no opt-out from calls, so it is not kept."""
    return History(fact for fact in history.entries if not _refuses_mail(fact))


def _refuses_mail(fact: Fact) -> bool:
    return isinstance(fact, OptOut) and fact.channel is Channel.EMAIL


_specimen = partial(Specimen, group="consent")

WRITTEN_TO: tuple[Specimen, ...] = (
    _specimen(
        id="sorry-to-see-you-go",
        says="He told us never to contact him again, and we sent him a mail to say how sorry we were.",
        make=SorryToSeeYouGo,
        breaks={"opted-out-never-rung"},
    ),
    _specimen(
        id="goodbye-by-mail",
        says="She told us to stop, and the last thing she had from us was an e-mail that says goodbye.",
        make=GoodbyeByMail,
        breaks={"opted-out-never-rung"},
    ),
    _specimen(
        id="mail-although-refused",
        says="He wants no more e-mail from us, hung up on Monday, and had our apology by e-mail.",
        make=misled(without_refused_mail),
        breaks={"refused-channel-unused"},
    ),
)
"""Wrong about whom to write to."""
