"""Replaying a book: every call that was made, judged by what was known just before it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappush, heappushpop

import attrs

from callrules.contact import Contact, Phone
from callrules.desk.known import known_before
from callrules.desk.replay.verdicts import VERDICTS, Judge, Judged
from callrules.facts import CallAttempt
from callrules.history import History
from callrules.playbook import Playbook

Person = tuple[Contact, History]
STORIES = 12
"""So many people are kept to be shown: those with the most calls against the rules."""


@attrs.frozen(kw_only=True)
class Story:
    """One person, what happened with them, and the verdict on each call."""

    contact: Contact
    history: History
    judged: tuple[Judged, ...]

    @property
    def against(self) -> int:
        """How many of these calls the rules would not have made."""
        return sum(not each.agreed for each in self.judged)


@attrs.frozen(kw_only=True)
class Replay:
    """The calls of a book, and what the rules would have said: each counted once, by verdict and by rule."""

    verdicts: Mapping[str, int]
    rules: Mapping[str, Mapping[str, int]]
    people: int
    failed: bool
    stories: tuple[Story, ...] = ()

    @property
    def calls(self) -> int:
        """How many calls were judged."""
        return sum(self.verdicts.values())

    @property
    def of_rules(self) -> Mapping[str, int]:
        """The calls that hang on each rule, the most first; where the rules agreed, on the one that gave the reason."""
        counted = {rule: sum(verdicts.values()) for rule, verdicts in self.rules.items()}
        return dict(sorted(counted.items(), key=lambda each: (-each[1], each[0])))


def replay(playbook: Playbook, people: Iterable[Person], *, stories: int = STORIES) -> Replay:
    """Judge every call of these people, and keep the stories of those with the most calls against the rules."""
    judge, so_far = Judge(playbook), Counting(stories)
    for contact, history in people:
        so_far.add(contact, history, [judge.judged(*each) for each in asked(contact, history)])
    return so_far.counted()


def asked(contact: Contact, history: History) -> Iterator[tuple[Contact, History, CallAttempt]]:
    """Yield each call that was made with the card and the facts as they were known just before it.

    A number that is not on the card any more was on it then.
    """
    for call in history.seen_by(contact).attempts:
        known = [fact for fact in known_before(history, call.at).entries if fact is not call]
        before = history if len(known) == len(history.entries) else attrs.evolve(history, entries=known)
        yield _with_number(contact, call.number), before, call


def _with_number(contact: Contact, number: str | None) -> Contact:
    if number is None or not contact.phones or any(phone.number == number for phone in contact.phones):
        return contact
    return attrs.evolve(contact, phones=(*contact.phones, Phone(number=number)))


class Counting:
    """A replay while it is counted."""

    def __init__(self, stories: int) -> None:
        """Begin with nothing; keep so many stories at most."""
        self._verdicts: Counter[str] = Counter()
        self._rules: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._people, self._failed, self._most = 0, False, stories
        self._kept: list[tuple[int, int, str, Story]] = []

    def add(self, contact: Contact, history: History, judged: list[Judged]) -> None:
        """Count the calls of one more person."""
        self._people += bool(judged)
        for each in judged:
            self._verdicts[each.verdict] += 1
            self._rules[each.because.rule][each.verdict] += 1
            self._failed |= each.because.code == "rule_failed"
        self._keep(Story(contact=contact, history=history, judged=tuple(judged)))

    def _keep(self, story: Story) -> None:
        if not story.against:
            return
        entry = (len({each.verdict for each in story.judged}), story.against, story.contact.id, story)
        (heappush if len(self._kept) < self._most else heappushpop)(self._kept, entry)

    def counted(self) -> Replay:
        """The replay so far."""
        return Replay(
            verdicts={name: self._verdicts[name] for name in VERDICTS},
            rules={rule: dict(verdicts) for rule, verdicts in sorted(self._rules.items())},
            people=self._people,
            failed=self._failed,
            stories=tuple(story for *_, story in sorted(self._kept, key=lambda each: each[:3], reverse=True)),
        )
