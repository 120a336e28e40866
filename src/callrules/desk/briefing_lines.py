"""A briefing as titled lines, in the order in which they are needed, for text and for the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from callrules.day_names import short_weekday
from callrules.desk.briefing import Briefing
from callrules.influence import InfluenceMap, Path
from callrules.redaction import on_one_line, shortened
from callrules.script import Agenda
from callrules.step import Call, Write
from callrules.words.fact_lines import on_the_clock, told

LONGEST = 280
"""Letters of one line; more is not read during a call."""
NEVER = ("Not “just checking in”, and no discount: neither is a reason to listen.",)


@attrs.frozen
class Section:
    """A part of the page: its name for programs, its title, and its lines."""

    name: str
    title: str
    lines: tuple[str, ...]


def heading(briefing: Briefing) -> tuple[str, str]:
    """Line that says who it is: role, account, and the clock there."""
    contact, calendar = briefing.contact, briefing.history.calendar
    local = calendar.local(briefing.at)
    clock = f"{short_weekday(local)} {local:%H:%M} there" if contact.timezone else None
    role = contact.role.value.replace("_", " ") if contact.role.value != "unknown" else None
    red = "red phone" if contact.red_phone else None
    name = on_one_line(contact.name or "") or contact.called
    prefers = f" ({contact.called})" if contact.goes_by and contact.called != name else ""
    return f"{name}{prefers}", " · ".join(map(on_one_line, filter(None, (role, contact.account, red, clock))))


def standing(briefing: Briefing) -> str | None:
    """Why this is no call to make now, where it is none."""
    step, calendar = briefing.step, briefing.history.calendar
    if isinstance(step, Call):
        return None if step.is_due(briefing.at) or not step.at else f"Not before {on_the_clock(step.at, calendar)}."
    if briefing.call:
        return _line(f"Not yet: {'; '.join(each.says for each in briefing.errands)}.")
    what = "First a note" if isinstance(step, Write) else "No call"
    return _line(f"{what}: {step.says}.")


def sections(briefing: Briefing) -> tuple[Section, ...]:
    """Every part of the page that holds something."""
    every = (
        ("why_now", "Why now", _why_now(briefing)),
        ("for_them", "For them", _some(briefing.script.for_them)),
        ("missing", "Missing: no call before", () if briefing.is_a_call else _plainly(briefing.missing)),
        ("insight", "Tell them", _insight(briefing)),
        ("common_ground", "Common ground", briefing.contact.common_ground),
        ("drivers", "What moves them", briefing.contact.drivers),
        ("introduction", "Introduction", _introduction(briefing)),
        ("opener", "Begin", _some(briefing.script.opener.text if briefing.script.opener else None)),
        ("objective", "Aim", _aim(briefing)),
        ("asks", "Ask, from easy to hard", [each.says for each in _agenda(briefing).asks]),
        ("outcome", "Outcome", _outcome(briefing)),
        ("path", "The way there", _path(briefing)),
        (
            "closing",
            "And then",
            _some(_agenda(briefing).buy_in, _agenda(briefing).proceed, _agenda(briefing).next_call),
        ),
        ("not_to_say", "What not to say", _not_to_say(briefing)),
        ("mind", "Mind", _mind(briefing)),
        ("promises", "Last promises", _promises(briefing)),
        ("talks", "Last talks", [told(each, briefing.history.calendar) for each in briefing.last_talks]),
        ("found_out", "Found out", [f"{_plain(each.topic)}: {each.text}" for each in briefing.found_out]),
        (
            "voicemail",
            "If nobody answers",
            _some(briefing.script.voicemail.text if briefing.script.voicemail else None),
        ),
        ("note", "To be written", _some(briefing.script.text)),
        ("afterwards", "Afterwards", briefing.script.afterwards),
    )
    return tuple(Section(name, title, tuple(map(_line, lines))) for name, title, lines in every if lines)


NO_AGENDA = Agenda(objective="none")


def _agenda(briefing: Briefing) -> Agenda:
    return briefing.script.agenda or NO_AGENDA


def _line(says: str) -> str:
    return shortened(on_one_line(says), LONGEST)


def _some(*lines: str | None) -> tuple[str, ...]:
    return tuple(each for each in lines if each)


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _plainly(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_plain, words))


def _why_now(briefing: Briefing) -> tuple[str, ...]:
    if briefing.call is None:
        return ()
    says, insight = briefing.call.reason.says, briefing.insight
    if insight is None or insight.text not in says:
        return (says,)
    calendar = briefing.history.calendar
    return (f"There is something new for them, since {on_the_clock(calendar.day(insight.at), calendar)}.",)


def _aim(briefing: Briefing) -> tuple[str, ...]:
    agenda = briefing.script.agenda
    return _some(briefing.prepared("why") or agenda.objective) if agenda else ()


def _outcome(briefing: Briefing) -> tuple[str, ...]:
    return _some(briefing.prepared("outcome") or _agenda(briefing).outcome) if briefing.call else ()


def _path(briefing: Briefing) -> tuple[str, ...]:
    """The way as prepared, else as the agenda has it, less what is to be told: that stands on the page already."""
    told = briefing.insight.text if briefing.insight else None
    lines = [each for each in _agenda(briefing).path if told is None or told not in each]
    prepared = briefing.prepared("path") if briefing.call else None
    return tuple(dict.fromkeys((*_some(prepared), *lines)))


def _insight(briefing: Briefing) -> tuple[str, ...]:
    insight, calendar = briefing.insight, briefing.history.calendar
    if insight is None or briefing.call is None:
        return ()
    source = f"from {insight.source}" if insight.source else "no source noted"
    return (insight.text, f"{source}, {on_the_clock(calendar.day(insight.at), calendar)}")


def _not_to_say(briefing: Briefing) -> tuple[str, ...]:
    return tuple(_never_said(briefing)) if briefing.call else ()


def _never_said(briefing: Briefing) -> Iterator[str]:
    if briefing.contact.buys_from:
        yield f"Nothing against {briefing.contact.buys_from}."
    for each in briefing.told_already:
        yield f"They know it already: {each.text}"
    last = briefing.history.attempts[-1] if briefing.history.attempts else None
    if last and last.is_refusal:
        yield "Not “we were cut off”."
    yield from NEVER


def _mind(briefing: Briefing) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*briefing.script.cautions, *briefing.cautions)))


def _introduction(briefing: Briefing) -> tuple[str, ...]:
    by = briefing.introduced_by
    if by:
        return (f"{by[0]} introduced us.",)
    if briefing.around and briefing.introduction and not briefing.history.is_two_way:
        return tuple(way(briefing.around, briefing.introduction))
    return ()


def way(among: InfluenceMap, path: Path) -> list[str]:
    """A path in names with its strength, and below it why each moves the next, as far as that is noted."""
    names = " → ".join(map(among.called, path.people))
    links = {(each.who, each.whom): each for each in among.influences}
    whys = [links[ends] for ends in pairwise(path.people)]
    because = [f"{among.called(each.who)} and {among.called(each.whom)}: {each.why}" for each in whys if each.why]
    return [f"{names} (strength {float(path.strength):.2g})", *because]


def _promises(briefing: Briefing) -> list[str]:
    calendar = briefing.history.calendar
    return [f"{told(fact, calendar)}{f' ({state})' if state else ''}" for fact, state in briefing.promises]
