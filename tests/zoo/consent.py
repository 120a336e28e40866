"""Policies that ring somebody who asked not to be rung, or a number that must not ring."""

from __future__ import annotations

from functools import partial

from zoo import unheard_noes as broken
from zoo import unheard_others as others
from zoo.specimens import Specimen
from zoo.wrapping import misled, misread
from zoo.written_to import WRITTEN_TO

_specimen = partial(Specimen, group="consent")

CONSENT: tuple[Specimen, ...] = (
    _specimen(
        id="import-wipes-out-a-no",
        says="He told us to stop, last night's import overwrote it, and this morning we rang him.",
        make=misread(broken.LastImportStands),
        breaks={"opt-out-survives"},
    ),
    _specimen(
        id="a-no-taken-back",
        says="A rep deleted the entry that said stop calling, and the calls went on.",
        make=misread(broken.TakenBackLikeAnything),
        breaks={"opt-out-survives"},
    ),
    _specimen(
        id="last-entry-counts",
        says="She said stop; then somebody logged a mail to her, and she was back on the list.",
        make=misread(broken.LastFactCounts),
        breaks={"opt-out-survives"},
    ),
    _specimen(
        id="one-entry-a-minute",
        says="The call and the words never again were logged in the same minute, and only the call was kept.",
        make=misled(broken.one_fact_a_minute),
        breaks={"opt-out-survives"},
    ),
    _specimen(
        id="promise-before-no",
        says="He told us to stop, and we rang all the same because a call had been promised.",
        make=misread(broken.PromisesFirst),
        breaks={"opted-out-never-rung", "any-no-will-do"},
    ),
    _specimen(
        id="flatmate-consents",
        says="His flatmate agreed to calls, so we rang the one who had told us to stop.",
        make=misread(broken.AnybodysConsent),
        breaks={"any-no-will-do"},
    ),
    _specimen(
        id="order-lifts-a-no",
        says="She asked us not to call and then ordered online, and we took the order for leave to call.",
        make=misread(broken.BackAgainMeansYes),
        breaks={"opted-out-never-rung"},
    ),
    _specimen(
        id="written-no-unread",
        says="He wrote that we should stop calling, and nobody's list knew of it.",
        make=misread(broken.SpokenNoesOnly),
        breaks={"opted-out-never-rung", "any-no-will-do"},
    ),
    _specimen(
        id="no-for-one-number",
        says="She told us to stop on the land line, so we tried her mobile.",
        make=misread(broken.OneNumberOnly),
        breaks={"opted-out-never-rung", "any-no-will-do"},
    ),
    _specimen(
        id="no-of-a-flatmate",
        says="Whoever answers there told us never to ring this number again, and we rang it for somebody else.",
        make=misread(others.NobodyElse),
        breaks={"refused-number-never-rung", "any-number-refused"},
    ),
    _specimen(
        id="nobody-speaks-for-an-account",
        says="Their secretary said that nobody at the firm wants our calls, and we rang the next one there.",
        make=misread(others.NobodySpeaksForAnAccount),
        breaks={"opted-out-never-rung"},
    ),
    _specimen(
        id="no-that-was-not-filed",
        says="A call to that number ended with stop calling, but nobody ticked the box, so it rang again.",
        make=misread(others.NoesThatWereFiled),
        breaks={"refused-number-never-rung", "any-number-refused"},
    ),
    _specimen(
        id="number-they-rang-from",
        says="Somebody rang in from that number to say stop, and we rang the very number they had rung from.",
        make=misread(others.NumberTheyRangForgotten),
        breaks={"any-number-refused"},
    ),
    _specimen(
        id="own-consent-for-all",
        says="She agreed to calls, and that was taken for leave to ring the number her husband had barred.",
        make=misread(others.OwnConsentOpensTheNumber),
        breaks={"any-number-refused"},
    ),
    _specimen(
        id="two-years-are-enough",
        says="We clear out old entries, and two years after he told us to stop we rang him again.",
        make=misled(broken.the_last_two_years),
        breaks={"any-no-will-do"},
    ),
    _specimen(
        id="stranger-rung-again",
        says="A stranger told us that we had the wrong number, and we rang the stranger again.",
        make=misread(others.StrangersRungAgain),
        breaks={"dead-number-never-rung", "any-number-dies"},
    ),
    _specimen(
        id="dead-line-rung-again",
        says="The number has been out of service since spring, and we dial it every two weeks.",
        make=misread(others.LastDeadToneCounts),
        breaks={"any-number-dies"},
    ),
    _specimen(
        id="dials-of-others-overlooked",
        says="Two of us rang the same desk at once, for we had it under two names.",
        make=misread(others.DialsOfOthersOverlooked),
        breaks={"open-dial", "spacing"},
    ),
    *WRITTEN_TO,
)
"""Wrong about a no, or about a number."""
