"""What to have at hand in the hours kept for calling, and how that is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from callrules.calendars import Stretch
from callrules.cli.screen.step_lines import in_how_long
from callrules.day_names import weekday_and_day
from callrules.desk.courage import Courage, courage_for
from callrules.desk.day_list import DayList
from callrules.desk.desks import Desk
from callrules.desk.note_cards import BadMoments, NoteCards, cards_for
from callrules.desk.reps import Rep
from callrules.wire import write_moment


@attrs.frozen(kw_only=True)
class AtHand:
    """The rep's block that is on or comes next, the notes to have at hand, and the line for the fear of the day."""

    rep: Rep
    block: Stretch | None
    cards: NoteCards
    courage: Courage | None

    def written(self) -> dict[str, Any]:
        """The same as plain JSON."""
        begins, ends = map(write_moment, self.block) if self.block else (None, None)
        courage = {"fear": self.courage.fear.value, "says": self.courage.says} if self.courage else None
        cards = {"owed": self.cards.owed, "to_expect": self.cards.to_expect, "says": self.cards.says}
        return {"rep": self.rep.name, "from": begins, "to": ends, "note_cards": cards, "courage": courage}


def at_hand_of(day: DayList, desk: Desk, figures: Mapping[str | None, BadMoments], rep: str | None) -> AtHand | None:
    """Everything that one rep has at hand; `None` where the desk knows none, or the list is for several."""
    theirs = desk.rep(rep) or (desk.reps[0] if len(desk.reps) == 1 else None)
    if theirs is None:
        return None
    courage = courage_for(day.calls[0][1]) if day.calls else None
    cards = cards_for(day, figures.get(theirs.name, BadMoments()))
    return AtHand(rep=theirs, block=theirs.next_block(day.at), cards=cards, courage=courage)


def block_line(at_hand: AtHand, now: dt.datetime) -> str | None:
    """One line about the block: until when it is on, or when it begins; `None` where the rep keeps none."""
    calendar = at_hand.rep.calendar
    if away := at_hand.rep.absence_on(calendar.day(now)):
        last = away.last
        until = f"until {weekday_and_day(last)}" if last else "and nobody knows until when"
        return f"you are away {until}: what was promised or owed is handed over"
    if at_hand.block is None:
        return None
    begins, ends = at_hand.block
    hours = f"{calendar.local(begins):%H:%M}–{calendar.local(ends):%H:%M}"
    if begins <= now:
        return f"your block {hours} is on; {at_hand.cards.says}"
    if calendar.day(begins) == calendar.day(now):
        return f"your block {hours} begins {in_how_long(begins - now)}; {at_hand.cards.says}"
    day = calendar.day(begins)
    return f"your next block is {weekday_and_day(day)}, {hours}"
