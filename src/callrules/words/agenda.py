"""What a call is for: objective, the ladder of small asks, outcome, path, and the ask for the next call (B3, C10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from callrules.script import Agenda, Ask
from callrules.words.filling import Phrases, first_sentence
from callrules.words.library import AgendaText, Library
from callrules.words.slots import slot_of
from callrules.words.subject import Subject
from callrules.words.topics import topics_of


def agenda_of(subject: Subject, texts: Library) -> Agenda | None:
    """Give the house's agenda for the reason; its ladder begins where the last call stopped."""
    written = next((topic.agenda for topic in topics_of(subject, texts) if topic.agenda), None)
    phrases = dict(texts.common)
    objective = _line(written.objective, subject, phrases) if written else None
    if written is None or objective is None:
        return None
    return Agenda(
        objective=objective,
        asks=left_to_ask(written.asks, subject),
        outcome=_line(written.outcome, subject, phrases),
        path=tuple(_path(written, subject, phrases)),
        buy_in=_line(written.buy_in, subject, phrases),
        proceed=_line(written.proceed, subject, phrases),
    )


def said(agenda: Agenda) -> Iterator[str]:
    """Give the lines of an agenda that they hear; what it is for is a matter of ours."""
    yield from (each.says for each in agenda.asks)
    yield from filter(None, (agenda.buy_in, agenda.proceed, agenda.next_call))


def left_to_ask(ladder: tuple[Ask, ...], subject: Subject) -> tuple[Ask, ...]:
    """Give what is left of the ladder above the highest ask that was agreed in a talk."""
    agreed = frozenset(each.casefold() for call in subject.history.conversations for each in call.agreed)
    reached = [place for place, ask in enumerate(ladder, start=1) if ask.is_among(agreed)]
    return ladder[max(reached, default=0) :]


def _path(written: AgendaText, subject: Subject, phrases: Phrases) -> Iterator[str]:
    lines = (_line(each, subject, phrases) for each in written.path)
    return (each for each in lines if each)


def _line(templates: Iterable[str], subject: Subject, phrases: Phrases) -> str | None:
    words = first_sentence(templates, subject, phrases)
    return words.text if words else None


def completed(agenda: Agenda, subject: Subject, texts: Library) -> Agenda:
    """Give the agenda with what every call has: something new, the buy-in, the right to proceed, the next call."""
    common = dict(texts.common)

    def line(name: str) -> str | None:
        return _line(common[name], subject, common)

    news = line("news")
    told = any(subject.insight and subject.insight.text in each for each in agenda.path)
    wants_an_hour = slot_of("desk", subject) is not None
    return attrs.evolve(
        agenda,
        asks=left_to_ask(agenda.asks, subject),
        outcome=agenda.outcome or line("outcome"),
        path=(news, *agenda.path) if news and not told else agenda.path,
        buy_in=agenda.buy_in or line("buy_in"),
        proceed=agenda.proceed or line("proceed"),
        next_call=agenda.next_call or line("exact_time" if wants_an_hour else "next_call"),
    )
