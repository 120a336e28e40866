"""The texts of the house and of a host, by language and subject: TOML, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs

from callrules.errors import BadInput, nearest
from callrules.redaction import found as shown
from callrules.script import ENGLISH, Ask

SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+")
VARIANTS = ("openers", "voicemails", "notes")
TABLES = ("needs", "unless", "for_them", "cautions", *VARIANTS, "agenda", "replace")
JUDGES = {"manners", "truth"}
"""Files of a language that hold no texts to say."""
AGENDA = ("objective", "asks", "outcome", "path", "buy_in", "proceed")
CONDITIONAL = ("needs", "unless")
VARIANT = ("says", *CONDITIONAL)


@attrs.frozen
class Variant:
    """One way to say it: paragraphs of sentences, and what must, and must not, have happened."""

    paragraphs: tuple[tuple[str, ...], ...]
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@attrs.frozen
class AgendaText:
    """The texts of an agenda; each line has alternatives, best first."""

    objective: tuple[str, ...] = ()
    asks: tuple[Ask, ...] = ()
    outcome: tuple[str, ...] = ()
    path: tuple[tuple[str, ...], ...] = ()
    buy_in: tuple[str, ...] = ()
    proceed: tuple[str, ...] = ()


@attrs.frozen
class Topic:
    """Everything that can be said about one reason, purpose or ground."""

    name: str
    for_them: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    openers: tuple[Variant, ...] = ()
    voicemails: tuple[Variant, ...] = ()
    notes: tuple[Variant, ...] = ()
    agenda: AgendaText | None = None


@attrs.frozen
class Library:
    """The topics of one language, and the phrases that they share."""

    language: str
    topics: Mapping[str, Topic]
    common: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=64)
def library(language: str, files: tuple[str, ...] = ()) -> Library | None:
    """The texts of that language: the files' before the house's. `None` where neither has any.

    Raises `BadInput` with file, table, what was found and what was expected.
    """
    topics, common = _of_the_house(language)
    for path in files:
        spoken, tables = _of_a_file(path)
        if spoken == language:
            topics = _joined(tables, topics)
    return Library(language, topics, common) if topics else None


def _of_the_house(language: str) -> tuple[dict[str, Topic], dict[str, tuple[str, ...]]]:
    import tomllib  # noqa: PLC0415 - slow to import, and asked for only where words are
    from importlib import resources  # noqa: PLC0415

    folder = resources.files("callrules.words").joinpath("texts", language)
    if not re.fullmatch(r"[a-z]{2,3}", language) or not folder.is_dir():
        return {}, {}
    read = {each.name.removesuffix(".toml"): tomllib.loads(each.read_text("utf-8")) for each in folder.iterdir()}
    common = {name: _texts(f"{language}/common.toml: {name}", each) for name, each in read.pop("common", {}).items()}
    topics = sorted(read.keys() - JUDGES)
    return {name: _topic(f"{language}/{name}.toml", name, read[name])[0] for name in topics}, common


def _of_a_file(path: str) -> tuple[str, dict[str, tuple[Topic, bool]]]:
    import tomllib  # noqa: PLC0415 - slow to import, and asked for only where words are
    from pathlib import Path  # noqa: PLC0415

    try:
        tables = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{path}: {error}, expected a TOML file of texts") from None
    language = tables.pop("language", ENGLISH)
    if not isinstance(language, str):
        raise BadInput(f"{path}: language: found {shown(language)}, expected a code such as 'en'")
    return language, {name: _topic(f"{path}: {name}", name, table) for name, table in tables.items()}


def _joined(added: Mapping[str, tuple[Topic, bool]], known: Mapping[str, Topic]) -> dict[str, Topic]:
    both = dict(known)
    for name, (topic, replaces) in added.items():
        both[name] = topic if replaces or name not in known else _both(topic, known[name])
    return both


def _both(first: Topic, second: Topic) -> Topic:
    return Topic(
        name=first.name,
        for_them=first.for_them or second.for_them,
        cautions=(*first.cautions, *second.cautions),
        openers=(*first.openers, *second.openers),
        voicemails=(*first.voicemails, *second.voicemails),
        notes=(*first.notes, *second.notes),
        agenda=first.agenda or second.agenda,
    )


def _topic(where: str, name: str, table: Any) -> tuple[Topic, bool]:
    _refuse_unknown(where, table, TABLES)
    replaces = table.get("replace", False)
    if not isinstance(replaces, bool):
        raise BadInput(f"{where}.replace: found {shown(replaces)}, expected true or false")
    shared = {kind: _texts(f"{where}.{kind}", table.get(kind, ())) for kind in CONDITIONAL}
    variants = {kind: tuple(_variants(f"{where}.{kind}", table.get(kind, []), shared)) for kind in VARIANTS}
    topic = Topic(
        name=name,
        for_them=_texts(f"{where}.for_them", table.get("for_them", ())),
        cautions=_texts(f"{where}.cautions", table.get("cautions", ())),
        agenda=_agenda(f"{where}.agenda", table["agenda"]) if "agenda" in table else None,
        **variants,
    )
    return topic, replaces


def _refuse_unknown(where: str, table: Any, known: tuple[str, ...]) -> None:
    if not isinstance(table, dict):
        raise BadInput(f"{where}: found {shown(table)}, expected a table with {', '.join(known)}")
    for name in table:
        if name not in known:
            raise BadInput(f"{where}: found {shown(name)}, expected one of {', '.join(known)}{nearest(name, known)}")


def _variants(where: str, several: Any, shared: Mapping[str, tuple[str, ...]]) -> Iterator[Variant]:
    if not isinstance(several, list):
        raise BadInput(f"{where}: found {shown(several)}, expected a list of texts")
    for place, each in enumerate(several):
        here = f"{where}[{place}]"
        table = {"says": each} if isinstance(each, (str, list)) else each
        _refuse_unknown(here, table, VARIANT)
        paragraphs = tuple(_paragraphs(_texts(f"{here}.says", table.get("says", ()), empty=True)))
        if not paragraphs:
            raise BadInput(f"{here}.says: found nothing, expected at least one sentence")
        own = {kind: (*shared[kind], *_texts(f"{here}.{kind}", table.get(kind, ()))) for kind in CONDITIONAL}
        yield Variant(paragraphs=paragraphs, **own)


def _paragraphs(lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Sentences by paragraph: an empty line begins another one."""
    sentences: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            sentences += SENTENCE_ENDS.split(line.strip())
        elif sentences:
            yield tuple(sentences)
            sentences = []


def _texts(where: str, value: Any, *, empty: bool = False) -> tuple[str, ...]:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, (list, tuple)) or not all(isinstance(each, str) for each in several):
        raise BadInput(f"{where}: found {shown(value)}, expected a text or a list of texts")
    if not empty and not all(each.strip() for each in several):
        raise BadInput(f"{where}: found an empty text, expected some words")
    return tuple(several)


def _agenda(where: str, table: Any) -> AgendaText:
    _refuse_unknown(where, table, AGENDA)
    if "objective" not in table:
        raise BadInput(f"{where}: found no objective, expected one: what is this call for?")
    path = table.get("path", [])
    asks = table.get("asks", [])
    if not isinstance(path, list) or not isinstance(asks, list):
        raise BadInput(f"{where}: found {shown(path)} and {shown(asks)} as path and asks, expected two lists")
    return AgendaText(
        asks=tuple(_ask(f"{where}.asks[{place}]", each) for place, each in enumerate(asks)),
        path=tuple(_texts(f"{where}.path[{place}]", each) for place, each in enumerate(path)),
        **{
            name: _texts(f"{where}.{name}", table.get(name, ()))
            for name in ("objective", "outcome", "buy_in", "proceed")
        },
    )


def _ask(where: str, value: Any) -> Ask:
    if isinstance(value, str) and value.strip():
        return Ask(value)
    if (
        isinstance(value, dict)
        and set(value) == {"name", "says"}
        and all(isinstance(each, str) for each in value.values())
    ):
        return Ask(value["says"], value["name"])
    raise BadInput(f"{where}: found {shown(value)}, expected a text, or a table with name and says")
