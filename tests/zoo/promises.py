"""Policies that break a promise: call before it, after it, twice, or never."""

from __future__ import annotations

from functools import partial

from zoo import broken_words as broken
from zoo import dropped_words as dropped
from zoo import their_words as theirs
from zoo.altered import house_with
from zoo.specimens import Specimen
from zoo.wrapping import misled, misread

_specimen = partial(Specimen, group="promises")

PROMISES: tuple[Specimen, ...] = (
    _specimen(
        id="first-date-wins",
        says="She moved our call from Tuesday to Friday, and we rang on Tuesday.",
        make=misread(broken.FirstWordCounts),
        breaks={"latest-promise-counts"},
    ),
    _specimen(
        id="typed-last-wins",
        says="An old appointment was typed in after the new one, and the old one stood.",
        make=misread(broken.LastTypedCounts),
        breaks={"latest-promise-counts"},
    ),
    _specimen(
        id="never-ticked-off",
        says="We rang at ten as promised, nobody answered, and the promise rang her again all day.",
        make=misread(dropped.NeverTickedOff),
        breaks={"promise-once"},
    ),
    _specimen(
        id="kept-when-answered",
        says="She did not pick up at the hour she had named, so we rang until she did.",
        make=misread(dropped.KeptWhenAnswered),
        breaks={"promise-once"},
    ),
    _specimen(
        id="kept-by-a-fault",
        says="The line failed when we tried, nothing ever rang, and we ticked the promise off.",
        make=misread(dropped.KeptByAFault),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="kept-by-any-call",
        says="We promised a call for Friday, tried in vain on Tuesday, and on Friday nobody rang.",
        make=misread(dropped.KeptByAnyCall),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="kept-on-the-eve",
        says="He asked for Thursday; we tried at ten to midnight on Wednesday, and on Thursday nobody rang.",
        make=misread(dropped.KeptOnTheEve),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="cleared-by-a-note",
        says="We sent a brochure, and with that the call we had promised was struck off.",
        make=misread(dropped.ClearedByAnyNote),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="a-day-late",
        says="He said Thursday, and we rang on Friday.",
        make=misread(broken.ADayLate),
        breaks={"promise-at-its-moment"},
    ),
    _specimen(
        id="days-of-greenwich",
        says="He said Thursday, and we rang on what was Wednesday where he lives.",
        make=misread(broken.DaysOfGreenwich),
        breaks={"promise-not-early"},
    ),
    _specimen(
        id="ten-minutes-early",
        says="She said four o'clock, when her meeting ends, and we rang into the meeting at ten to four.",
        make=misread(broken.TenMinutesEarly),
        breaks={"promise-not-early"},
    ),
    _specimen(
        id="their-clock-whatever-they-said",
        says="He said three o'clock London time, and we rang at three New York time.",
        make=misread(broken.TheirClockWhateverTheySaid),
        breaks={"promise-at-its-moment"},
    ),
    _specimen(
        id="our-word-is-theirs",
        says="A rep noted to try again at half past nine in the evening, and we rang her at home at that hour.",
        make=misread(broken.OurWordIsTheirs),
        breaks={"named-by-them"},
    ),
    _specimen(
        id="gatekeepers-unheard",
        says="Her assistant said to try at half past ten tomorrow, and nobody did.",
        make=misread(dropped.GatekeepersUnheard),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="no-time-no-call",
        says="Call me back, she said, and because she named no time nobody did.",
        make=misread(dropped.NoTimeNoCall),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="taken-back-all-the-same",
        says="The promise was logged on the wrong person and deleted, and we rang and said that they had asked for it.",
        make=misread(dropped.TakenBackAllTheSame),
        breaks={"reason-is-true"},
    ),
    _specimen(
        id="rings-meanwhile",
        says="He asked for a call on Friday, and on Tuesday we rang him about something else.",
        make=house_with(dropped.ByAnotherName),
        breaks={"promise-comes-first", "any-promise-stands"},
    ),
    _specimen(
        id="late-is-too-late",
        says="We missed the hour we had promised, so the call was dropped from the list.",
        make=house_with(dropped.LateIsTooLate),
        breaks={"promise-comes-first"},
    ),
    _specimen(
        id="their-day-by-the-calendar",
        says="He meant to ring us on Friday, and first thing on Monday we asked him why he had not.",
        make=house_with(theirs.TheirDayByTheCalendar),
        breaks={"waits-for-them"},
    ),
    _specimen(
        id="their-word-without-a-date",
        says="I'll ring you, she said, and an hour later we rang her.",
        make=misled(theirs.without_their_dateless_words),
        breaks={"waits-for-them"},
    ),
    _specimen(
        id="machines-keep-their-word",
        says="He meant to ring us on Friday, his machine wrote that he is away, and we rang him on Tuesday.",
        make=house_with(theirs.MachinesKeepTheirWord),
        breaks={"waits-for-them"},
    ),
)
"""Wrong about what was promised."""
