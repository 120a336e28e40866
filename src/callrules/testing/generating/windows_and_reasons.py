"""What rules say and which rules speak, from bytes: windows, reasons, and some of the rules in some order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from callrules.moments import Window
from callrules.promises import Named
from callrules.step import Reason
from callrules.testing.generating.cases import moment_from
from callrules.testing.lives import LADDER, Dice
from callrules.vocabulary import RANK

NAMES = ("prospect", *RANK, "a_guests_own")
SPANS = (dt.timedelta(hours=1), dt.timedelta(hours=9), dt.timedelta(days=365), dt.timedelta(microseconds=1))
OPEN, FROM, UNTIL, BETWEEN, NEVER = range(5)


def window_from(drawn: tuple[bytes, bytes]) -> Window:
    """The window that these bytes describe."""
    dice = Dice(drawn[1])
    kind, gives_way = dice.number(5), dice.number(2) == 1
    start, end = _stretch(drawn[0], dice)
    if kind == NEVER:
        return Window.never("at no time", yields=gives_way)
    opens = start if kind in {FROM, BETWEEN} else None
    closes = end if kind in {UNTIL, BETWEEN} else None
    return Window(start=opens, end=closes, says="permitted then", yields=gives_way)


def reason_from(drawn: tuple[bytes, bytes]) -> Reason:
    """The reason that these bytes describe."""
    dice = Dice(drawn[1])
    kind, name = dice.number(4), dice.pick(NAMES)
    due, end = _stretch(drawn[0], dice)
    named = dice.pick((None, None, Named.HOUR, Named.DAY))
    return Reason(
        name=name,
        says="they would be glad to hear from us",
        due=due if kind in {FROM, BETWEEN} else None,
        expires=end if kind in {UNTIL, BETWEEN} else None,
        about=dice.perhaps("f0"),
        named=named if kind in {FROM, BETWEEN} else None,
    )


def _stretch(drawn: bytes, dice: Dice) -> tuple[dt.datetime, dt.datetime]:
    start = moment_from((drawn, dice.pick(LADDER)))
    return start, start + (1 + dice.number(5)) * dice.pick(SPANS)


def chosen_rules(pool: Sequence[Any], drawn: tuple[bytes, bytes]) -> tuple[Any, ...]:
    """Three of four rules, in the order of the second bytes; for zeros none, and the order in which they stand."""
    kept = [place for place, each in enumerate(drawn[0]) if each % 4]
    return tuple(pool[place] for place in sorted(kept, key=lambda place: drawn[1][place]))
