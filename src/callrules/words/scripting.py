"""Everything there is to say in one step, put together: each part passes the gates that stand before all words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from callrules.deciding.question import Question
from callrules.errors import RuleFailed
from callrules.history import History
from callrules.script import Agenda, Opener, Script, Sender
from callrules.step import Call, Prepare, SeekIntroduction, Step, WalkAway, Write
from callrules.vocabulary import DO_NOT_CALL
from callrules.words.agenda import completed, said
from callrules.words.apologies import is_an_apology, last_no, lines_of
from callrules.words.days import days_of
from callrules.words.filling import first_sentence, spared
from callrules.words.gates import pitches, whats_wrong
from callrules.words.library import Library
from callrules.words.notes import note_of
from callrules.words.openers import not_used_last
from callrules.words.subject import Subject
from callrules.words.topics import spoken, topics_of
from callrules.words.voicemail import voicemail_of

NOBODY = Sender()


def script_of(asked: Question, step: Step, sender: Sender | None, files: tuple[str, ...], *, strict: bool) -> Script:
    """Give the words of the step. Nothing is said to who opted out."""
    subject = _about(asked, step, sender)
    texts = spoken(subject, files)
    if any(stop.grounds == DO_NOT_CALL.name for _, stop in asked.stops()) or asked.history.opted_out:
        return Script(cautions=texts.common["silent"])
    subject = attrs.evolve(subject, days=days_of(asked, step))
    if isinstance(step, Call):
        return _for_a_call(_Desk(asked, subject, texts, strict))
    if isinstance(step, Write) or (isinstance(step, WalkAway) and step.channel):
        return Script(note=note_of(subject, texts))
    is_errand = isinstance(step, (Prepare, SeekIntroduction))
    return Script(cautions=tuple(each.says for each in step.because) if is_errand else ())


def case_of(asked: Question, step: Step, sender: Sender | None) -> Subject:
    """Give what words about that step are held against, with the days that they may name."""
    return attrs.evolve(_about(asked, step, sender), days=days_of(asked, step))


def _about(asked: Question, step: Step, sender: Sender | None) -> Subject:
    return Subject(
        contact=asked.contact, history=asked.history, sender=sender or NOBODY, at=asked.now, step=step,
        reason=step.reason if isinstance(step, Call) else None,
    )  # fmt: skip


@attrs.frozen
class _Desk:
    """A desk at which one script is written: who is asked, about what, with which texts."""

    asked: Question
    subject: Subject
    texts: Library
    strict: bool

    def phrase(self, name: str) -> str | None:
        words = first_sentence(self.texts.common[name], self.subject, dict(self.texts.common))
        return words.text if words else None

    @property
    def scope(self) -> Mapping[str, Any]:
        return {"reason": self.subject.reason, "sender": self.subject.sender, "at": self.subject.at}


def _for_a_call(desk: _Desk) -> Script:
    subject, texts, trouble = desk.subject, desk.texts, list[str]()
    opener = _opener(desk, trouble)
    agenda = _agenda(desk, opener, trouble)
    known = _known_number(subject.history)
    insight = subject.insight
    return Script(
        for_them=_for_them(desk),
        opener=opener,
        agenda=agenda,
        voicemail=voicemail_of(subject, texts),
        afterwards=texts.common["afterwards"],
        cautions=tuple(dict.fromkeys((*_cautions(desk, known), *trouble))),
        ring_from=known,
        insight=insight.key if insight else None,
    )


def _opener(desk: _Desk, trouble: list[str]) -> Opener | None:
    """Take an offer that is true and decent and was not used last time; others are named among the cautions."""
    rules = dict[int, str]()
    offers: list[Opener] = []
    sorry = is_an_apology(desk.subject)
    for rule, offered in _heard(desk, "openers", trouble):
        rules[id(offered)] = rule
        offers.append(offered)

    def passes(offered: Opener) -> bool:
        wrong = whats_wrong(desk.asked, desk.subject, offered)
        if sorry and wrong is None:
            wrong = next(_sells(desk, spared(offered.text, offered.claims)), None)
        if wrong:
            trouble.append(f"{desk.texts.common['left_out'][0]} ({rules[id(offered)]}): {wrong}")
        return wrong is None

    return not_used_last(offers, passes, desk.subject)


def _agenda(desk: _Desk, opener: Opener | None, trouble: list[str]) -> Agenda | None:
    """Take the first agenda of which all that is said passes; others are named among the cautions."""
    sorry = is_an_apology(desk.subject, opener)
    for rule, offered in _heard(desk, "agenda", trouble):
        found = next(_whats_wrong_with(offered, desk, sorry=sorry), None)
        if found is None:
            return completed(offered, desk.subject, desk.texts)
        trouble.append(f"{desk.texts.common['left_out'][0]} ({rule}): {found}")
    return None


def _whats_wrong_with(agenda: Agenda, desk: _Desk, *, sorry: bool) -> Iterator[str]:
    """Tell what must not be said, and in an apology also what sells."""
    heard = (whats_wrong(desk.asked, desk.subject, Opener(text=each), None) for each in said(agenda))
    yield from filter(None, heard)
    for line in lines_of(agenda) if sorry else ():
        yield from _sells(desk, line)


def _sells(desk: _Desk, line: str) -> Iterator[str]:
    found = pitches(desk.asked, line, desk.subject.sender.language)
    return (f"{each.says}: {each.found!r}" for each in found)


def _heard(desk: _Desk, hook: str, trouble: list[str]) -> Iterator[tuple[str, Any]]:
    """Every answer of every rule; one that raises is left out and named, unless the playbook is strict."""
    scope = {**desk.asked.scope, **desk.scope}
    for question in desk.asked.plan[hook]:
        try:
            answers = question.answers(scope)
        except RuleFailed as failed:
            if desk.strict:
                raise
            trouble.append(str(failed))
            continue
        yield from ((question.rule, each) for each in answers)


def _for_them(desk: _Desk) -> str | None:
    common = dict(desk.texts.common)
    lines = (
        first_sentence(topic.for_them, desk.subject, common)
        for topic in topics_of(desk.subject, desk.texts)
        if topic.for_them
    )
    return next((words.text for words in lines if words), None)


def _cautions(desk: _Desk, known: str | None) -> Iterator[str]:
    subject, step = desk.subject, desk.subject.step
    common = dict(desk.texts.common)
    if last_no(subject.history):
        yield from _only(desk.phrase("empathy"))
    if known:
        yield from (each.replace("$known_number", known) for each in common["ring_from"])
    yield from _last_time(subject.history, common)
    topic = next(topics_of(subject, desk.texts), None)
    for template in topic.cautions if topic else ():
        words = first_sentence([template], subject, common)
        yield from _only(words.text if words else None)
    if not subject.history.is_two_way:
        yield from _only(desk.phrase("stranger"))
    if subject.sender.name is None and subject.sender.company is None:
        yield from _only(desk.phrase("no_sender"))
    if subject.contact.red_phone and not subject.contact.drivers:
        yield from _only(desk.phrase("no_drivers"))
    yield from (each.says for each in (step.because if step else ()) if each.code == "caution")


def _last_time(history: History, common: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The answers after the last call, in the words in which they were written down."""
    last = history.last_reflection
    if last is None:
        return
    if last.received:
        yield from common.get(f"last_time_{last.received.value}", ())
    for name, answer in (("well", last.well), ("otherwise", last.otherwise)):
        if answer:
            yield from (each.replace(f"${name}", answer) for each in common[f"last_time_{name}"])


def _only(words: str | None) -> Iterable[str]:
    return (words,) if words else ()


def _known_number(history: History) -> str | None:
    """The number of ours that they know: the one of the last call in which we talked (rulebook B7)."""
    ours = [call.number if call.is_inbound else call.from_number for call in history.conversations]
    return next((number for number in reversed(ours) if number), None)
