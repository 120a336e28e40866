"""The numbers of the house, once more, as the model knows them: from the rulebook, not from the rules."""

import datetime as dt

from callrules.declared import (
    NAMED,
    POLITE,
    AnotherPart,
    Cap,
    Gap,
    GivesUp,
    LeavesInPeace,
    Lift,
    NoteFirst,
    Open,
    Spacing,
    WaitsForThem,
)

RESTRAINTS = (
    Open(
        opens=dt.time(9), closes=dt.time(20), business_closes=dt.time(18), or_as_told=True, lifted_by={Lift.NAMED_HOUR}
    ),
    Cap(most=3, days=7, lifted_by=POLITE),
    Cap(most=6, days=30, lifted_by=POLITE),
    Gap(hours=20, busy_hours=4, lifted_by=POLITE),
    Spacing(days=(2, 2, 3, 4, 6), lifted_by=POLITE),
    AnotherPart(days=7, lifted_by=POLITE),
    NoteFirst(rest_days=90, no_channel_days=10, lifted_by=NAMED | {Lift.RETURNED_CALL}),
    LeavesInPeace(),
    WaitsForThem(grace_days=1, dateless_days=5),
)
GIVES_UP = GivesUp(after=6, of_any_kind=12)
