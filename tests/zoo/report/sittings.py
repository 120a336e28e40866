"""What strangers wrote from the docs alone, and what the laws of that day saw of it."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

import attrs
from making.markdown import table


@attrs.frozen
class Sitting:
    """A folder of policies, and of how many the laws of that day caught or accused when they first saw them."""

    folder: str
    wrong: int
    caught: int
    decent: int
    accused: int


SITTINGS = (
    Sitting("strangers", wrong=12, caught=9, decent=8, accused=2),
    Sitting("strangers2", wrong=15, caught=6, decent=11, accused=2),
    Sitting("strangers3", wrong=16, caught=7, decent=10, accused=1),
    Sitting("strangers4", wrong=16, caught=11, decent=10, accused=0),
    Sitting("strangers5", wrong=16, caught=12, decent=10, accused=0),
    Sitting("strangers6", wrong=16, caught=3, decent=10, accused=0),
    Sitting("strangers7", wrong=16, caught=7, decent=10, accused=0),
    Sitting("strangers8", wrong=16, caught=12, decent=10, accused=0),
    Sitting("strangers9", wrong=16, caught=12, decent=10, accused=0),
    Sitting("strangers10", wrong=16, caught=13, decent=10, accused=1),
    Sitting("strangers11", wrong=16, caught=13, decent=10, accused=0),
)
"""Each was committed before any law was held; the third and the fourth, the seventh and the eighth were looked at
together. The sixth was asked for what laws over random lives would overlook. The ninth and the tenth were
looked at after mending; who is accused in the tenth was wronged by the engine, which is mended.
"""

HEADS = ("sitting", "wrong ones caught at first sight", "decent ones accused at first sight", "caught today", "by life")


def sittings_told(met: dict[str, Any]) -> Iterator[str]:
    """The table, and how they fare today: `met` tells of each policy at which life which law catches it."""
    yield "## The strangers"
    yield (
        "A zoo of our own shows what we thought of. So somebody else, who had read the docs alone and run nothing, "
        "wrote wrong policies and decent ones, which were committed before any law was held. Laws were mended after "
        "each sitting, so only the first look tells how the next stranger will fare."
    )
    heads = (
        "sitting",
        "wrong ones caught at first sight",
        "decent ones accused at first sight",
        "caught today",
        "by life",
    )
    yield table(heads, [_row(each, met) for each in SITTINGS])
    yield (
        "Who wrote the sixth was asked for what laws over random lives would overlook: counts of a thousand, the order "
        "of a set in another process, a clock that is read before anybody listens."
    )
    if met:
        yield _today(met)


def _row(sitting: Sitting, met: dict[str, Any]) -> tuple[str, ...]:
    caught = _cases(met, f"{sitting.folder}/wrong_")
    return (
        f"`tests/{sitting.folder}`",
        f"{sitting.caught} of {sitting.wrong}",
        f"{sitting.accused} of {sitting.decent}",
        f"{len(caught)} of {sitting.wrong}",
        f"median {median(caught):g}, worst {max(caught)}" if caught else "",
    )


def _today(met: dict[str, Any]) -> str:
    caught, accused = _cases(met, "wrong_"), _cases(met, "decent_")
    wrong, decent = ([each for name, each in met.items() if f"/{kind}_" in name] for kind in ("wrong", "decent"))
    lives = sum(each["lives"] for each in decent)
    return (
        f"Today {len(caught)} of the {len(wrong)} are caught within {wrong[0]['lives']} lives of one seed, half of "
        f"them by life {median(caught):g}; `tests/laws/test_strangers.py` names who gets away, and why. Of the "
        f"{len(decent)} decent ones {len(accused) or 'none'} is accused in {lives:,} lives."
    )


def _cases(met: dict[str, Any], kind: str) -> list[int]:
    return [each["case"] for name, each in met.items() if kind in name and each["case"] is not None]
