"""Policies that ring at the right moment and say the wrong thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from callrules.playbook import Playbook
from callrules.words.house import HouseWords
from zoo.altered import house_with
from zoo.speakers import BigOrder, ForgetsWhatItTold, OneLastWord, OneLine, Tomorrow, TwoLines
from zoo.specimens import Specimen

CHEAP = (str(Path(__file__).with_name("sorry_and_cheap.toml")),)


def one_line() -> Playbook:
    """The house with a single way to begin."""
    return Playbook().without("words").with_rules(OneLine())


def _specimen(known_by: str, says: str, make: Callable[[], Any], breaks: str) -> Specimen:
    return Specimen(id=known_by, group="words", says=says, make=make, breaks={breaks})


WORDS: tuple[Specimen, ...] = (
    _specimen(
        "order-out-of-thin-air",
        "The script told us to remind her of an order that nobody ever spoke of.",
        house_with(BigOrder),
        "words-rest-on-facts",
    ),
    _specimen(
        "same-line-every-time",
        "He has heard that first sentence of ours six times, word for word.",
        one_line,
        "no-opener-twice-running",
    ),
    _specimen(
        "old-news-as-news",
        "She heard of the grant from us in May, and in June we told her of it as news.",
        ForgetsWhatItTold,
        "no-insight-told-twice",
    ),
    _specimen(
        "call-you-tomorrow",
        "On Friday we offered to call him tomorrow, and on Saturdays nobody here may ring.",
        house_with(Tomorrow),
        "no-call-promised-in-vain",
    ),
    _specimen(
        "sorry-and-cheap",
        "We wrote that we were sorry, and that for her it is twenty per cent off.",
        house_with(partial(HouseWords, texts=CHEAP)),
        "no-pitch-in-an-apology",
    ),
    _specimen(
        "one-last-word",
        "He told us to stop, and the script still had an opener for him.",
        OneLastWord,
        "opted-out-hears-nothing",
    ),
)
"""Wrong in what they say."""
DECENT = Specimen(
    id="lines-of-our-own", group="herd", says="We begin in two ways of our own, and ask one question.",
    make=house_with(TwoLines),
)  # fmt: skip
"""Other words, and nothing wrong with them."""
