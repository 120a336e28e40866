"""What strangers wrote from the docs alone, and what the laws of that day saw of it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from making.markdown import table


@attrs.frozen
class Sitting:
    """A folder of policies, and of how many the laws of that day caught or accused when they first saw them.

    `left` are those of the wrong ones that get away to this day.
    """

    folder: str
    wrong: int
    caught: int
    decent: int
    accused: int
    left: int = 0


SITTINGS = (
    Sitting("strangers", wrong=12, caught=9, decent=8, accused=2),
    Sitting("strangers2", wrong=15, caught=6, decent=11, accused=2),
    Sitting("strangers3", wrong=16, caught=7, decent=10, accused=1),
    Sitting("strangers4", wrong=16, caught=11, decent=10, accused=0),
    Sitting("strangers5", wrong=16, caught=12, decent=10, accused=0),
    Sitting("strangers6", wrong=16, caught=3, decent=10, accused=0, left=2),
    Sitting("strangers7", wrong=16, caught=7, decent=10, accused=0),
    Sitting("strangers8", wrong=16, caught=12, decent=10, accused=0),
    Sitting("strangers9", wrong=16, caught=12, decent=10, accused=0),
    Sitting("strangers10", wrong=16, caught=13, decent=10, accused=1),
)
"""Each was committed before any law was held; the third and the fourth, the seventh and the eighth were looked at
together. The sixth was asked for what laws over random lives would overlook. The ninth and the tenth were
looked at after mending; who is accused in the tenth was wronged by the engine, which is mended.
"""


def sittings_told() -> Iterator[str]:
    """The table, and how they fare today."""
    yield "## The strangers"
    yield (
        "A zoo of our own shows what we thought of. So somebody else, who had read the docs alone and run nothing, "
        "wrote wrong policies and decent ones, which were committed before any law was held. Laws were mended after "
        "each sitting, so only the first look tells how the next stranger will fare."
    )
    rows = [
        (f"`tests/{each.folder}`", f"{each.caught} of {each.wrong}", f"{each.accused} of {each.decent}")
        for each in SITTINGS
    ]
    yield table(("sitting", "wrong ones caught at first sight", "decent ones accused at first sight"), rows)
    wrong, decent = sum(each.wrong for each in SITTINGS), sum(each.decent for each in SITTINGS)
    caught = wrong - sum(each.left for each in SITTINGS)
    yield (
        "Who wrote the sixth was asked for what laws over random lives would overlook: counts of a thousand, the order "
        "of a set in another process, a clock that is read before anybody listens."
    )
    yield (
        f"Today {caught} of the {wrong} are caught within 100 lives of one seed, and none of the {decent} is accused "
        "in twelve: `pytest tests/laws/test_strangers.py` holds them to it, and names who gets away, and why. One of "
        "the decent ones, `decent_dark_evenings`, is accused when it is looked at longer, and rightly: its windows do "
        "not agree with each other."
    )
