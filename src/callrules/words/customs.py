"""What decent words do without: a few rules, as data by language, each with examples of what it leaves alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import attrs

from callrules.script import Finding
from callrules.words.reading import Sentence, sentences, unquoted
from callrules.words.voicemail import LONGEST, seconds_spoken

A_NUMBER = re.compile(r"\+?\d[\d ()/.-]{5,}\d")


@attrs.frozen
class Rule:
    """One thing that decent words do without."""

    id: str
    says: str
    better: str
    patterns: tuple[re.Pattern[str], ...]
    unless: tuple[re.Pattern[str], ...]
    kinds: frozenset[str]
    when: str | None
    caught: tuple[str, ...]
    passes: tuple[str, ...]

    def finding(self, text: str, start: int, end: int) -> Finding:
        """Make a finding of that place of the text."""
        return Finding(rule=self.id, says=self.says, found=text[start:end], at=(start, end), better=self.better)


@attrs.frozen
class Customs:
    """The rules of one language, and its words for greetings, apologies, voicemails and empty sentences."""

    rules: tuple[Rule, ...]
    greeting: re.Pattern[str]
    sorry: re.Pattern[str]
    a_voicemail: re.Pattern[str]
    empty: re.Pattern[str]


@lru_cache(maxsize=256)
def breaches(text: str, kind: str | None, language: str) -> tuple[Finding, ...]:
    """Give everything that is wrong with the words, in the order in which they stand."""
    customs = customs_of(language)
    found = list(_found(customs, text, kind)) if customs else []
    return tuple(sorted(found, key=lambda each: (each.at, each.rule)))


def is_sorry(text: str, language: str) -> bool:
    """Whether the words say that somebody is sorry, in that language."""
    customs = customs_of(language)
    return customs is not None and customs.sorry.search(unquoted(text)) is not None


@lru_cache
def customs_of(language: str) -> Customs | None:
    """Give the rules of that language; `None` where the house knows none."""
    import tomllib  # noqa: PLC0415 - slow to import, and asked for only where words are
    from importlib import resources  # noqa: PLC0415

    file = resources.files("callrules.words").joinpath("texts", language, "manners.toml")
    if not re.fullmatch(r"[a-z]{2,3}", language) or not file.is_file():
        return None
    read = tomllib.loads(file.read_text("utf-8"))
    return Customs(
        rules=tuple(map(_rule, read["rules"])),
        greeting=re.compile(rf"\s*(?:{'|'.join(read['greeting'])})\b", re.IGNORECASE),
        sorry=re.compile(rf"\b(?:{'|'.join(read['sorry'])})\b", re.IGNORECASE),
        a_voicemail=re.compile("|".join(read["a_voicemail"]), re.IGNORECASE),
        empty=_pattern(rf"(?:{'|'.join(read['empty'])})[.!?… ]*"),
    )


def known_ids() -> list[str]:
    """Give the ids of the rules, of every language that has some."""
    from importlib import resources  # noqa: PLC0415 - as above

    languages = (customs_of(each.name) for each in resources.files("callrules.words").joinpath("texts").iterdir())
    return sorted({rule.id for customs in languages if customs for rule in customs.rules})


def _rule(told: dict[str, Any]) -> Rule:
    return Rule(
        id=told["id"],
        says=told["says"],
        better=told["better"],
        patterns=tuple(map(_pattern, told.get("patterns", ()))),
        unless=tuple(map(_pattern, told.get("unless", ()))),
        kinds=frozenset(told.get("kinds", ())),
        when=told.get("when"),
        caught=tuple(told.get("caught", ())),
        passes=tuple(told.get("passes", ())),
    )


def _pattern(written: str) -> re.Pattern[str]:
    """A pattern without regard to case, save for a capital letter that it asks for."""
    return re.compile(written.replace("[A-Z]", "(?-i:[A-ZÄÖÜÉÈÀÅØ])"), re.IGNORECASE)


def _found(customs: Customs, text: str, kind: str | None) -> Iterator[Finding]:
    plain = unquoted(text)
    kinds = _kinds(customs, plain, kind)
    for rule in customs.rules:
        if rule.patterns and _concerns(customs, rule, plain, kinds):
            yield from _matches(rule, text, plain)
        elif rule.kinds & kinds and _is_wrong_as_a_whole(customs, rule, plain):
            yield rule.finding(text, *_trimmed(text))


def _is_wrong_as_a_whole(customs: Customs, rule: Rule, plain: str) -> bool:
    if rule.id == "too_long":
        return seconds_spoken(plain) > LONGEST
    return rule.id == "no_reason" and _gives_no_reason(customs, plain)


def _trimmed(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _concerns(customs: Customs, rule: Rule, plain: str, kinds: frozenset[str]) -> bool:
    if not rule.kinds or rule.kinds & kinds:
        return True
    return rule.when == "sorry" and bool(customs.sorry.search(plain))


def _kinds(customs: Customs, plain: str, kind: str | None) -> frozenset[str]:
    """Tell the kinds of a text: as told, else as it looks."""
    if kind is not None:
        return frozenset({kind})
    numbers = [re.sub(r"\D", "", each) for each in A_NUMBER.findall(plain)]
    speaks = customs.greeting.match(plain) is not None
    leaves = customs.a_voicemail.search(plain) is not None or len(set(numbers)) < len(numbers)
    return frozenset((["opener"] if speaks else []) + (["voicemail"] if leaves else []))


def _matches(rule: Rule, text: str, plain: str) -> Iterator[Finding]:
    taken: list[tuple[int, int]] = []
    for sentence in sentences(plain):
        if any(each.search(sentence.text) for each in rule.unless):
            continue
        for start, end in _places(rule.patterns, sentence):
            if not any(start < other_end and other < end for other, other_end in taken):
                taken.append((start, end))
                yield rule.finding(text, start, end)


def _places(patterns: Sequence[re.Pattern[str]], sentence: Sentence) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for found in pattern.finditer(sentence.text):
            yield sentence.start + found.start(), sentence.start + found.end()


def _gives_no_reason(customs: Customs, plain: str) -> bool:
    said = list(sentences(plain))
    return bool(said) and all(customs.empty.fullmatch(each.text) for each in said)
