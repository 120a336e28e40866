"""Policies that do not stop, stop without cause, or stay away from somebody who came back."""

from __future__ import annotations

from functools import partial

from zoo import bad_endings as broken
from zoo import deaf_ears as deaf
from zoo.altered import house_with
from zoo.specimens import Specimen
from zoo.wrapping import misread

_specimen = partial(Specimen, group="endings")

ENDINGS: tuple[Specimen, ...] = (
    _specimen(
        id="never-lets-go",
        says="We have rung her thirty times, and nobody ever said let it go.",
        make=house_with(broken.NeverLetsGo),
        breaks={"gives-up"},
    ),
    _specimen(
        id="busy-starts-anew",
        says="Every time the line was busy the count of vain calls began again, so it never ended.",
        make=house_with(broken.BusyStartsAnew),
        breaks={"enough-is-enough", "gives-up"},
    ),
    _specimen(
        id="machines-do-not-count",
        says="Ten messages on his machine, no answer, and we still go on.",
        make=house_with(broken.MachinesDoNotCount),
        breaks={"enough-is-enough", "gives-up"},
    ),
    _specimen(
        id="imported-do-not-count",
        says="Six vain calls that were typed in the next day do not count, so we rang six times more.",
        make=house_with(broken.ImportedDoNotCount),
        breaks={"enough-is-enough", "logging-moves-nothing"},
    ),
    _specimen(
        id="faults-count",
        says="Our own line was down for a week, and we gave up on a good customer.",
        make=house_with(broken.FaultsCount),
        breaks={"a-talk-starts-anew"},
    ),
    _specimen(
        id="any-row-at-all",
        says="We talk with her every month, and because she missed six calls in five years we let her go.",
        make=house_with(broken.AnyRowAtAll),
        breaks={"walk-away-earned", "a-talk-starts-anew"},
    ),
    _specimen(
        id="a-month-is-peace-enough",
        says="After six vain calls we promised peace for three months, and rang after one.",
        make=house_with(broken.AMonthIsPeaceEnough),
        breaks={"enough-is-enough"},
    ),
    _specimen(
        id="one-rest-for-all",
        says="After three months of peace we rang him every few days again.",
        make=house_with(broken.OneRestForAll),
        breaks={"gives-up"},
    ),
    _specimen(
        id="never-takes-a-no",
        says="He said three times that he was not interested, and is on today's list.",
        make=house_with(deaf.NeverTakesANo),
        breaks={"no-is-a-no"},
    ),
    _specimen(
        id="bosses-need-two",
        says="The owner of the company said no, and we rang the owner again.",
        make=house_with(deaf.BossesNeedTwo),
        breaks={"no-is-a-no"},
    ),
    _specimen(
        id="no-sale-is-no-no",
        says="We talked twice, he declined twice, and the list calls it two good talks.",
        make=house_with(deaf.NoSaleIsNoNo),
        breaks={"no-is-a-no"},
    ),
    _specimen(
        id="new-year-new-luck",
        says="She said no in December and in January, and because it is a new year that was one no.",
        make=house_with(deaf.NewYearNewLuck),
        breaks={"no-is-a-no"},
    ),
    _specimen(
        id="gone-for-a-quarter",
        says="He left that company in spring, and every quarter we ask for him there again.",
        make=house_with(deaf.GoneForAQuarter),
        breaks={"gone-is-gone"},
    ),
    _specimen(
        id="yeses-do-not-count",
        says="She agreed to a trial, to a date and to a price, and we told her that it was leading nowhere.",
        make=house_with(deaf.YesesDoNotCount),
        breaks={"talks-must-move"},
    ),
    _specimen(
        id="old-yeses-count",
        says="In every talk she says again that she likes our catalogue, and we call it progress.",
        make=house_with(deaf.OldYesesCount),
        breaks={"talks-must-move"},
    ),
    _specimen(
        id="not-in-a-row",
        says="Our talks were moving on, and we took it off the table because of three slow ones in between.",
        make=house_with(deaf.NotInARow),
        breaks={"talks-must-move"},
    ),
    _specimen(
        id="never-off-the-table",
        says="A dozen pleasant talks, nothing ever agreed, and the next one is on the list.",
        make=house_with(deaf.NeverOffTheTable),
        breaks={"talks-must-move"},
    ),
    _specimen(
        id="mail-is-no-return",
        says="He answered our last mail and asked about the offer, and nobody rang him.",
        make=house_with(deaf.MailIsNoReturn),
        breaks={"returned-call-rung"},
    ),
    _specimen(
        id="nobody-ever-comes-back",
        says="She rang us herself a month after her no, and we would not ring her back.",
        make=misread(broken.NobodyEverComesBack),
        breaks={"comes-back"},
    ),
    _specimen(
        id="notes-open-the-door",
        says="We sent the brochure to somebody we had let go, and with that he was on the list again.",
        make=misread(broken.NotesOpenTheDoor),
        breaks={"no-is-a-no", "own-deeds-lift-nothing"},
    ),
    _specimen(
        id="goodbye-is-done",
        says="We said goodbye on Monday, the matter was closed, and on Thursday it was opened anew.",
        make=misread(broken.GoodbyeIsDone),
        breaks={"no-is-a-no", "stays-stopped"},
    ),
    _specimen(
        id="any-promise-holds-it-open",
        says="We had let her go; then a rep promised her machine another call, and it all began again.",
        make=house_with(broken.AnyPromiseHoldsItOpen),
        breaks={"enough-is-enough", "own-deeds-lift-nothing", "silence-is-an-answer"},
    ),
)
"""Wrong about when to stop, and about who may begin again."""
