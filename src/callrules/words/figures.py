"""Sums, shares, telephone numbers and counts in a text that no fact holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from callrules.words.claims import words_of
from callrules.words.known import Known
from callrules.words.numerals import IN_DIGITS, IN_WORDS, number_of

Strange = tuple[str, str, tuple[int, int]]
"""By which rule, what is said about it, and where it stands."""
DOLLARS = "USD CAD AUD NZD SGD HKD"
CURRENCIES = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "$": DOLLARS, "dollar": DOLLARS, "dollars": DOLLARS, "£": "GBP",
    "pound": "GBP", "pounds": "GBP", "franc": "CHF", "francs": "CHF", "yen": "JPY", "¥": "JPY",
}  # fmt: skip
CODE = "EUR|USD|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|INR|NZD"
SIGN = "[€$£¥]"
MONEY = rf"{SIGN}|(?:{CODE})\b|(?:euros?|dollars?|pounds?|francs?|yen)\b"
BEFORE = rf"(?P<before>{SIGN}|\b(?:{CODE}))\s?(?P<one>{IN_DIGITS})(?P<k>k\b)?"
BEHIND = rf"(?<![\w.])(?P<two>{IN_DIGITS}|{IN_WORDS})\s?(?P<after>{MONEY})"
AMOUNT = re.compile(f"{BEFORE}|{BEHIND}", re.IGNORECASE)
SHARE = re.compile(rf"(?<![\w.])(?P<number>{IN_DIGITS}|{IN_WORDS})\s?(?:%|per ?cent\b)", re.IGNORECASE)
NOUNS = r"(?: (?P<noun>[\w-]+)(?: (?P<next>[\w-]+))?)?"
COUNT = re.compile(rf"(?<![\w.,:/+-])(?P<number>\d+|{IN_WORDS}|once|twice|thrice)\b(?![.,:/-]\d){NOUNS}", re.IGNORECASE)
BLACKED_OUT = frozenset("x@.+-_")
"""What is left of an address that a fact holds word for word."""
ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""Begins where a word does, so that each word is looked at once, however long it is."""
TELEPHONE = re.compile(r"\+\d[\d ()/.-]{5,}\d|\b0\d[\d ()/.-]{6,}\d")
TALKED = ("talked", "conversations")
RANG = ("rang", "unanswered", "inbound")
WROTE = ("wrote", "from_them")
COUNTED = {
    "order": ("bought",), "purchase": ("bought",), "call": (*RANG, *TALKED), "attempt": RANG, "talk": TALKED,
    "conversation": TALKED, "meeting": ("Meeting",), "message": WROTE, "letter": WROTE, "note": ("wrote",),
    "e-mail": WROTE, "email": WROTE, "voicemail": ("rang",), "insight": ("Insight",),
}  # fmt: skip
"""What of a history is counted by which noun."""
VERBS = {
    r"\b(?:bought|order)": ("bought",), r"\b(?:rang|called|tried|phoned)": RANG, r"\b(?:talked|spoke)": TALKED,
    r"\bmet\b": ("Meeting",), r"\b(?:wrote|written)": WROTE,
}  # fmt: skip
ONCE = {"once": 1, "twice": 2, "thrice": 3}


def strange_telephones(text: str, known: Known) -> Iterator[Strange]:
    """Give every telephone number that is neither theirs nor ours."""
    for found in TELEPHONE.finditer(text):
        digits = re.sub(r"\D", "", found[0]).lstrip("0")
        if not any(each.endswith(digits) for each in known.telephones):
            yield "telephone", "no fact names this number", found.span()


def strange_addresses(text: str, known: Known) -> Iterator[Strange]:
    """Give every e-mail address that nobody noted."""
    noted = " ".join(known.texts).lower()
    for found in ADDRESS.finditer(text):
        if not set(found[0]) <= BLACKED_OUT and found[0].lower() not in noted:
            yield "email", "no fact names this address", found.span()


def strange_sums(text: str, known: Known) -> Iterator[Strange]:
    """Give every sum of money and every share that is not known."""
    for found in AMOUNT.finditer(text):
        number = number_of(found["one"] or found["two"])
        money = (found["before"] or found["after"]).lower()
        if number is not None and not _is_a_known_sum(number * (1000 if found["k"] else 1), money, known):
            yield "amount", "no fact names this sum", found.span()
    for found in SHARE.finditer(text):
        if number_of(found["number"]) not in known.numbers:
            yield "amount", "no fact names this share", found.span()


BEFORE_AN_HOUR = re.compile(r"\b(?:at|by|until|till|around|before|after)\s+$", re.IGNORECASE)


def _is_a_known_sum(number: Decimal, money: str, known: Known) -> bool:
    meant = CURRENCIES.get(money, money.upper())
    held = [unit for each, unit in known.sums if each == number]
    return any(unit is None or unit in meant for unit in held) if held else number in known.numbers


def strange_counts(text: str, known: Known) -> Iterator[Strange]:
    """Give every number of things or times that no fact supports; `one` is none."""
    for found in COUNT.finditer(text):
        number = ONCE.get(found["number"].lower()) or number_of(found["number"])
        if number is None or number == 1 or _is_free(found, text) or Decimal(number) in known.numbers:
            continue
        if int(number) not in _counted(found, text, known):
            yield "count", "no fact says so many", found.span("number")


def _is_an_hour_asked_for(found: re.Match[str], text: str) -> bool:
    """Whether it is the hour in a question, such as in `Would Monday at ten suit you?`."""
    is_an_hour = BEFORE_AN_HOUR.search(text[: found.start()]) and not (found["noun"] or "").endswith("s")
    return bool(is_an_hour) and text.rstrip().endswith("?")


def _is_free(found: re.Match[str], text: str) -> bool:
    if _is_an_hour_asked_for(found, text):
        return True
    noun, following = (found["noun"] or "").lower(), (found["next"] or "").lower()
    free = words_of("free")
    if found["number"].lower() in ONCE:
        return noun == "more"
    return text[: found.start()].lower().endswith(" or ") or noun in free or (following in free and noun not in COUNTED)


def _counted(found: re.Match[str], text: str, known: Known) -> set[int]:
    noun = (found["noun"] or "").lower()
    if noun.removesuffix("s") in COUNTED:
        return {known.counts.get(each, 0) for each in COUNTED[noun.removesuffix("s")]}
    if noun != "times" and found["number"].lower() not in ONCE:
        return set()
    named = [each for verb, kinds in VERBS.items() if re.search(verb, text, re.IGNORECASE) for each in kinds]
    return {known.counts.get(each, 0) for each in named or known.counts}
