"""The figures of a scorecard, each with its sentence: a line added here stands in the table, the JSON and the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

import attrs

from callrules.desk.scorecard.marks import Mark
from callrules.desk.scorecard.shares import Share

COUNTS = {
    "offered": "calls that the playbook offered",
    "dials": "dials",
    "people_rung": "people rung",
    "unanswered": "dials that did not reach them",
    "conversations": "conversations by phone",
    "people_talked_with": "people talked with",
    "meetings": "meetings",
    "call_backs": "calls of theirs after ours",
    "advances": "conversations with a step forward",
    "orders": "orders after a conversation",
}
"""What is counted, and how it is told."""
ONCE_A_PERSON = frozenset({"people_rung", "people_talked_with"})
"""The counts of people: each person counts once."""


@attrs.frozen
class Ratio:
    """One count as a share of another, how it is told, and to what part of the card it belongs."""

    part: str
    of: str
    says: str


SHARES = {
    "made_share": Ratio("made", "offered", "offered calls that were made"),
    "talked_share": Ratio("talked_dials", "dials", "dials that became a conversation"),
    "next_call_share": Ratio("with_next_call", "conversations", "conversations that ended with a dated next call"),
    "something_new_share": Ratio("brought_something_new", "conversations", "conversations that brought something new"),
    "reflected_share": Ratio("reflected", "conversations", "conversations that somebody looked back on"),
    "glad_share": Ratio("received_glad", "reflected", "of these, received gladly"),
    "annoyed_share": Ratio("received_annoyed", "reflected", "of these, received with annoyance"),
    "again_agreed_share": Ratio("talked_again_agreed", "talks_agreed", "talked again, where the next call was agreed"),
    "again_not_agreed_share": Ratio("talked_again_not_agreed", "talks_not_agreed", "talked again, where it was not"),
    "kept_share": Ratio("promises_kept", "promises_due", "promised calls kept by the end of their day"),
    "by_call_share": Ratio("followed_up_by_call", "to_follow_up", "open conversations followed up by phone"),
    "typed_share": Ratio("typed_only", "to_follow_up", "open conversations followed up in typed words alone"),
    "voicemail_share": Ratio("voicemails_called_back", "voicemails", "voicemails that were called back"),
    "note_answered_share": Ratio("notes_answered", "notes", "notes after a bad moment that were answered"),
    "note_rung_share": Ratio("notes_rung_on_the_day", "notes_with_a_day", "notes rung after on the day they named"),
    "note_reached_share": Ratio("notes_reached_on_the_day", "notes_with_a_day", "notes reached on the day they named"),
    "missed_blocks_share": Ratio("blocks_missed", "blocks", "blocks for calling in which nobody was rung"),
    "came_back_share": Ratio("takeaways_came_back", "takeaways", "goodbyes after which they came back"),
}
"""What is told as k of n, with its interval."""
OF_A_DESK = frozenset({"missed_blocks_share"})
"""What nobody can tell without the blocks of a desk: nothing is then said of it, and not that none was missed."""
RESULTS = {"conversations": "a conversation", "advances": "a step forward", "orders": "an order"}
"""The results for which effort is told: dials, and hours on the phone, for each."""


@attrs.frozen
class Figures:
    """Counts and money of everybody, or of one rep, week or kind of call."""

    counts: Mapping[str, int] = attrs.field(factory=dict)
    revenue: Mapping[str, Decimal] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> int:
        """One count; 0 where nothing was counted."""
        return self.counts.get(name, 0)

    def share(self, name: str) -> Share:
        """One share, by its name in `SHARES`."""
        ratio = SHARES[name]
        return Share(self[ratio.part], self[ratio.of])

    def dials_for(self, result: str) -> float | None:
        """How many dials a result of that name took; `None` where there was none."""
        return self["dials"] / self[result] if self[result] else None

    def hours_for(self, result: str) -> float | None:
        """How many hours on the phone a result of that name took; `None` where none was noted."""
        return self["seconds"] / 3600 / self[result] if self[result] and self["seconds"] else None


class Tally:
    """Figures while they are counted."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._counts: Counter[str] = Counter()
        self._revenue: defaultdict[str, Decimal] = defaultdict(Decimal)

    def add(self, marks: Iterable[Mark]) -> None:
        """Count the marks of one person."""
        once = set()
        for mark in marks:
            if mark.what not in ONCE_A_PERSON:
                self._counts[mark.what] += mark.times
            elif mark.what not in once:
                once.add(mark.what)
                self._counts[mark.what] += 1
            if mark.currency and mark.amount is not None:
                self._revenue[mark.currency] += mark.amount

    def figures(self) -> Figures:
        """The figures so far."""
        return Figures(MappingProxyType(dict(self._counts)), MappingProxyType(dict(sorted(self._revenue.items()))))
