"""Which facts a claim can rest on: for each kind of claim, all that make it true."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from callrules.dispositions import Disposition
from callrules.facts import CallAttempt, Commitment, Consent, Fact, Introduction, KeyDate, Meeting
from callrules.step import WalkAway
from callrules.vocabulary import Outcome, Party, Reply
from callrules.words.known import words_of_fact
from callrules.words.subject import Subject

SPOKE = {Disposition.CALLBACK_REQUESTED, Disposition.NOT_INTERESTED, Disposition.DO_NOT_CALL, Disposition.HUNG_UP}
A_DAY_OF_THEIRS = re.compile("birthday|anniversary|renewal|go-live|wedding", re.IGNORECASE)
A_VISIT = re.compile(
    "download|click|newsletter|webinar|register|signed up|subscri|opened|visited|attend|brows", re.IGNORECASE
)
WHAT_ENDS = re.compile(
    "subscription|contract|lease|trial|membership|licen[cs]e|policy|plan|tariff|warranty|guarantee", re.IGNORECASE
)
STEM = 5
LIGHT = frozenset(
    [
        "that",
        "your",
        "yours",
        "have",
        "from",
        "with",
        "about",
        "this",
        "just",
        "been",
        "were",
        "they",
        "them",
        "what",
        "when",
        "then",
        "than",
        "will",
    ]
)
NEEDS_THE_WORDS = {"news"}
"""Claims about the world, for which it is not enough that we were told something."""
Support = Callable[[Subject], Iterable[Fact]]


def _asked(subject: Subject) -> Iterable[Fact]:
    history = subject.history
    yield from (promise.fact for promise in history.promises if promise.named is not None)
    yield from (each for each in history.commitments if each.by is Party.US and each.asked_by is Party.THEM)
    yield from (call for call in history.calls if _asks(call))
    yield from (each for each in history.messages if each.is_from_them and each.reply is Reply.CALLBACK_REQUESTED)
    yield from history.of(Consent)


def _asks(call: CallAttempt) -> bool:
    return call.callback_at is not None or call.disposition is Disposition.CALLBACK_REQUESTED


def _wrote(subject: Subject) -> Iterable[Fact]:
    return (each for each in subject.history.messages if each.is_from_them)


def told_by_them(subject: Subject) -> Iterable[Fact]:
    """Give the facts by which they told us something."""
    history = subject.history
    yield from history.talks
    yield from _wrote(subject)
    yield from (call for call in history.calls if call.disposition in SPOKE or _asks(call))
    yield from (each for each in history.commitments if each.by is Party.THEM)
    yield from history.of(KeyDate)


def _colleague(subject: Subject) -> Iterable[Fact]:
    ours = subject.sender.name
    return (call for call in subject.history.attempts if call.rep and call.rep != ours)


def _agreed(subject: Subject) -> Iterable[Fact]:
    history = subject.history
    yield from (call for call in history.calls if call.agreed or call.outcome in {Outcome.ADVANCE, Outcome.ORDER})
    yield from history.commitments
    yield from (call for call in history.calls if _asks(call))


def _bought(subject: Subject) -> Iterable[Fact]:
    yield from subject.history.purchases
    yield from (call for call in subject.history.calls if call.outcome is Outcome.ORDER)


def _kept(subject: Subject) -> Iterable[Fact]:
    """Give what they bought and did not send back whole; an order by phone, where nothing was sent back since."""
    yield from subject.history.still_bought
    sent_back = [each.at for each in subject.history.purchases if each.is_return]
    orders = (call for call in subject.history.calls if call.outcome is Outcome.ORDER)
    yield from (call for call in orders if not sent_back or call.at > sent_back[-1])


def _we_promised(subject: Subject) -> Iterable[Fact]:
    yield from (promise.fact for promise in subject.history.promises)
    yield from (each for each in subject.history.commitments if each.by is Party.US)


def _met(subject: Subject) -> Iterable[Fact]:
    return subject.history.of(Meeting)


def _their_promises(subject: Subject) -> Iterable[Commitment]:
    return (each for each in subject.history.commitments if each.by is Party.THEM)


def _left_a_message(subject: Subject) -> Iterable[Fact]:
    return (call for call in subject.history.calls if call.disposition is Disposition.VOICEMAIL_LEFT)


def _told_of(what: re.Pattern[str]) -> Support:
    """The facts in whose words it is named."""
    return lambda subject: (
        fact for fact in subject.history.facts if any(what.search(each) for each in words_of_fact(fact))
    )


def shares_a_word(fact: Fact, said: str) -> bool:
    """Whether the words of a fact and what is said have a word of some weight in common, in whatever form."""
    return any(_stems(each) & _stems(said) for each in words_of_fact(fact))


def _stems(words: str) -> set[str]:
    return {each[:STEM] for each in re.findall(r"[^\W\d_]{4,}", words.lower())} - LIGHT


def _their_people(subject: Subject) -> Iterable[Fact]:
    yield from subject.history.of(Introduction)
    yield from (call for call in subject.history.calls if call.disposition is Disposition.GATEKEEPER)


def _hung_up(subject: Subject) -> Iterable[Fact]:
    return (call for call in subject.history.calls if call.disposition is Disposition.HUNG_UP)


SUPPORT: dict[str, Support] = {
    "asked": _asked,
    "met": _met,
    "wrote": _wrote,
    "said": told_by_them,
    "talked": lambda subject: subject.history.talks,
    "colleague": _colleague,
    "rang_us": lambda subject: subject.history.inbound,
    "voicemail": _left_a_message,
    "we_rang": lambda subject: subject.history.attempts,
    "we_wrote": lambda subject: subject.history.written,
    "bought": _bought,
    "thanked": _kept,
    "introduced": lambda subject: subject.history.of(Introduction),
    "they_promised": _their_promises,
    "we_promised": _we_promised,
    "agreed": _agreed,
    "hung_up": _hung_up,
    "key_date": _told_of(A_DAY_OF_THEIRS),
    "their_people": _their_people,
    "news": lambda subject: subject.history.facts,
    "visited": _told_of(A_VISIT),
    "holds": _told_of(WHAT_ENDS),
    "acquainted": lambda subject: subject.history.talks,
}
"""For each kind of claim, the facts of which one must have happened."""


def _is_the_last_word(subject: Subject) -> bool:
    """Whether we walk away for good; not to be known where nobody says which step it is."""
    return subject.step is None or (isinstance(subject.step, WalkAway) and subject.step.revisit is None)


HELD: dict[str, Callable[[Subject], bool]] = {
    "buys_elsewhere": lambda subject: subject.contact.buys_from is not None,
    "strangers": lambda subject: subject.history.last_talk is None,
    "not_met": lambda subject: not subject.history.of(Meeting),
    "last_word": _is_the_last_word,
}
"""The claims that rest on no single fact."""
