"""Where each specimen of the zoo is seen at its misdeed: somebody's life, the moment, and what it does then."""

import datetime as dt

import attrs

from callrules import CallAttempt, Commitment, Consent, OptOut, Phone, Playbook
from callrules.rules import Hours
from helpers.people import FRI, HOUSE, MOBILE, MON, NUMBER, SAT, SUN, THU, TUE, WED, Life, a_business, somebody
from zoo.zones import HOLIDAYS

ADA = somebody(email="ada@example.com")
BOTH = somebody(phones=[NUMBER, MOBILE])
NEW_YORK = somebody("America/New_York", "US-NY")
OF_NEW_YORK_ABROAD = NEW_YORK.but(phones=[Phone(number=NUMBER, timezone="Asia/Kolkata")])
FLATMATE = "c-2"
A_PROMISE = ADA.promised(f"{MON} 10:00", f"{WED} 10:00")
A_DATE = ADA.promised(f"{MON} 10:00", f"{FRI} 10:00")


@attrs.frozen
class Misdeed:
    """What a specimen does about that person at that moment, told as people tell it."""

    life: Life
    now: str
    does: str


def in_vain(*ends, **more):
    """Somebody rung on so many Mondays from 5 January 2026 on."""
    life = ADA
    for week, how in enumerate(ends):
        life = life.rung(str(dt.datetime(2026, 1, 5, 10 + week % 3 * 3) + week * dt.timedelta(days=7)), how, **more)
    return life


def noes(*days, how="not_interested", **more):
    life = ADA
    for day in days:
        life = life.rung(f"{day} 10:00", how, **more)
    return life


def talks(*outcomes):
    life = ADA
    for month, (outcome, agreed) in enumerate(outcomes, start=1):
        life = life.talked(f"2026-0{month}-12 10:00", outcome, agreed=agreed)
    return life


def also(life, kind, when, **more):
    return life.add(kind(at=life.at(when), contact=FLATMATE, **more))


def holidays():
    return HOUSE.with_rules(Hours(closed_days=HOLIDAYS))


SOUND: dict[str, Playbook] = {
    "night-shift-by-date": HOUSE.with_rules(Hours(opens=dt.time(20), closes=dt.time(2), business_closes=dt.time(2))),
    "holidays-by-utc-date": holidays(),
    "holidays-never-found": holidays(),
}
"""What such a specimen ought to do, where it is not what the house does."""

NOTHING_NEW = ("continuation", ())
SIX = ("no_answer",) * 6
A_BOSS = (
    ADA.but(role="decision_maker")
    .talked("2025-11-03 10:00")
    .rung("2025-12-01 10:00", "not_interested")
    .got("2025-12-01 11:00", "after_brush_off")
)

ZONES = {
    "clock-of-the-office": Misdeed(
        somebody("Pacific/Auckland", "NZ"), f"{TUE} 22:00", "call prospect Tue 2026-06-02 22:00"
    ),
    "offset-of-january": Misdeed(ADA, f"{MON} 20:30", "call prospect Mon 2026-06-01 20:30"),
    "whole-hours": Misdeed(somebody("Asia/Kolkata", "IN"), f"{MON} 20:15", "call prospect Mon 2026-06-01 20:15"),
    "hours-since-midnight": Misdeed(
        somebody("Africa/Cairo", None).but(hours="daily 09:00-20:00"),
        "2026-04-24 20:30",
        "call prospect Fri 2026-04-24 20:30",
    ),
    "weekend-by-utc-date": Misdeed(
        somebody("America/Vancouver", "CA-BC"), f"{SUN} 17:30", "call prospect Sun 2026-06-07 17:30"
    ),
    "saturday-is-a-working-day": Misdeed(ADA, f"{SAT} 10:00", "call prospect Sat 2026-06-06 10:00"),
    "weekend-of-the-west": Misdeed(
        somebody("Africa/Cairo", "EG"), f"{FRI} 10:00", "call prospect Fri 2026-06-05 10:00"
    ),
    "night-shift-by-date": Misdeed(ADA, f"{MON} 01:00", "call prospect Mon 2026-06-01 01:00"),
    "holidays-by-utc-date": Misdeed(
        somebody("Pacific/Apia", "WS"), "2026-12-29 09:30", "call prospect Tue 2026-12-29 09:30"
    ),
    "holidays-never-found": Misdeed(ADA, "2026-12-29 10:00", "call prospect Tue 2026-12-29 10:00"),
    "closes-a-moment-late": Misdeed(ADA, f"{MON} 20:00", "call prospect Mon 2026-06-01 20:00"),
    "opens-a-minute-early": Misdeed(ADA, f"{MON} 08:59", "call prospect Mon 2026-06-01 08:59"),
    "hours-of-households": Misdeed(a_business(), f"{MON} 19:30", "call prospect Mon 2026-06-01 19:30"),
    "first-zone-of-the-region": Misdeed(somebody(None, "US"), f"{MON} 13:30", "call prospect Mon 2026-06-01 13:30"),
    "zone-of-the-contact-alone": Misdeed(OF_NEW_YORK_ABROAD, f"{MON} 12:00", "call prospect Mon 2026-06-01 12:00"),
    "our-zone-where-unknown": Misdeed(somebody(None, None), f"{MON} 10:00", "call prospect Mon 2026-06-01 10:00"),
    "days-apart-by-utc": Misdeed(
        somebody("Pacific/Auckland", "NZ").rung(f"{MON} 10:00"), f"{MON} 10:01", "call prospect Tue 2026-06-02 12:00"
    ),
    "parts-of-the-day-by-utc": Misdeed(
        NEW_YORK.rung(f"{MON} 09:30"), f"{MON} 09:31", "call prospect Wed 2026-06-03 11:00"
    ),
    "digits-of-any-clock": Misdeed(ADA, f"{MON} 08:30", "call prospect Mon 2026-06-01 10:30"),
}

CONSENT = {
    "import-wipes-out-a-no": Misdeed(
        ADA.rung(f"{MON} 10:00", "do_not_call", id="a-1").rung(f"{MON} 10:00", id="a-1", recorded=ADA.at(TUE)),
        f"{WED} 12:00",
        "call prospect Wed 2026-06-03 12:00",
    ),
    "a-no-taken-back": Misdeed(
        ADA.opted_out(f"{MON} 10:00", id="no").retracted(f"{TUE} 10:00", "no"),
        f"{WED} 12:00",
        "call prospect Wed 2026-06-03 12:00",
    ),
    "last-entry-counts": Misdeed(
        ADA.opted_out(f"{MON} 10:00").got(f"{TUE} 10:00", "share"), f"{WED} 12:00", "call prospect Wed 2026-06-03 12:00"
    ),
    "one-entry-a-minute": Misdeed(
        ADA.rung(f"{MON} 10:00:05").opted_out(f"{MON} 10:00:40"), f"{WED} 12:00", "call prospect Wed 2026-06-03 12:00"
    ),
    "promise-before-no": Misdeed(
        A_PROMISE.opted_out(f"{TUE} 10:00"), f"{WED} 10:00", "call promise Wed 2026-06-03 10:00"
    ),
    "flatmate-consents": Misdeed(
        also(ADA.opted_out(f"{MON} 10:00"), Consent, f"{TUE} 10:00"),
        f"{WED} 10:00",
        "call prospect Wed 2026-06-03 10:00",
    ),
    "order-lifts-a-no": Misdeed(
        ADA.opted_out(f"{MON} 10:00").bought(f"{TUE} 10:00"),
        "2026-12-08 10:00",
        "call dormant_customer Tue 2026-12-08 10:00",
    ),
    "written-no-unread": Misdeed(
        ADA.wrote_to_us(f"{MON} 10:00", "do_not_call"), f"{TUE} 10:00", "call prospect Tue 2026-06-02 10:00"
    ),
    "no-for-one-number": Misdeed(
        BOTH.opted_out(f"{MON} 10:00", number=NUMBER), f"{TUE} 10:00", "call prospect Tue 2026-06-02 10:00"
    ),
    "no-of-a-flatmate": Misdeed(
        also(ADA, OptOut, f"{MON} 10:00", number=NUMBER), f"{TUE} 10:00", "call prospect Tue 2026-06-02 10:00"
    ),
    "nobody-speaks-for-an-account": Misdeed(
        also(ADA.but(account="acme"), OptOut, f"{MON} 10:00", account="acme"),
        f"{TUE} 10:00",
        "call prospect Tue 2026-06-02 10:00",
    ),
    "no-that-was-not-filed": Misdeed(
        also(ADA, CallAttempt, f"{MON} 10:00", number=NUMBER, disposition="do_not_call"),
        f"{WED} 12:00",
        "call prospect Wed 2026-06-03 12:00",
    ),
    "number-they-rang-from": Misdeed(
        also(ADA, CallAttempt, f"{MON} 10:00", from_number=NUMBER, direction="inbound", disposition="do_not_call"),
        f"{WED} 12:00",
        "call prospect Wed 2026-06-03 12:00",
    ),
    "own-consent-for-all": Misdeed(
        also(ADA, OptOut, f"{MON} 10:00", number=NUMBER).consented(f"{TUE} 10:00"),
        f"{WED} 10:00",
        "call prospect Wed 2026-06-03 10:00",
    ),
    "two-years-are-enough": Misdeed(
        ADA.opted_out(f"{MON} 10:00"), "2028-07-03 10:00", "call prospect Mon 2028-07-03 10:00"
    ),
    "sorry-to-see-you-go": Misdeed(
        ADA.opted_out(f"{MON} 10:00"), f"{MON} 10:01", "write takeaway email Mon 2026-06-01 10:01"
    ),
    "goodbye-by-mail": Misdeed(ADA.opted_out(f"{MON} 10:00"), f"{MON} 10:01", "walk_away do_not_call never by email"),
    "mail-although-refused": Misdeed(
        ADA.opted_out("2026-05-04 10:00", channel="email").rung(f"{MON} 10:00", "hung_up"),
        f"{MON} 10:01",
        "write after_hang_up email Mon 2026-06-01 10:01",
    ),
    "stranger-rung-again": Misdeed(
        ADA.rung(f"{MON} 10:00", "wrong_number", number=NUMBER), f"{WED} 12:00", "call prospect Wed 2026-06-03 12:00"
    ),
    "dead-line-rung-again": Misdeed(
        ADA.rung("2026-04-01 10:00", "bad_number", number=NUMBER).rung("2026-05-04 10:00", "bad_number", number=NUMBER),
        f"{MON} 10:00",
        "call prospect Mon 2026-06-01 10:00",
    ),
    "dials-of-others-overlooked": Misdeed(
        also(ADA, CallAttempt, f"{MON} 10:00", number=NUMBER, disposition="dialing"),
        f"{MON} 10:30",
        "call prospect Mon 2026-06-01 10:30",
    ),
}

PROMISES = {
    "first-date-wins": Misdeed(
        ADA.promised(f"{MON} 10:00", f"{TUE} 10:00").promised(f"{MON} 11:00", f"{FRI} 10:00"),
        f"{MON} 11:01",
        "call promise Tue 2026-06-02 10:00",
    ),
    "typed-last-wins": Misdeed(
        ADA.promised(f"{MON} 09:00", f"{WED} 10:00", recorded=ADA.at(f"{TUE} 09:00")).promised(
            f"{MON} 10:00", f"{FRI} 10:00"
        ),
        f"{TUE} 12:00",
        "call promise Wed 2026-06-03 10:00",
    ),
    "never-ticked-off": Misdeed(A_PROMISE.rung(f"{WED} 10:00"), f"{WED} 10:05", "call promise Wed 2026-06-03 10:05"),
    "kept-when-answered": Misdeed(
        A_PROMISE.rung(f"{WED} 10:00", "voicemail_left"), f"{WED} 10:05", "call promise Wed 2026-06-03 10:05"
    ),
    "kept-by-a-fault": Misdeed(
        A_PROMISE.rung(f"{WED} 10:00", "technical"), f"{WED} 10:05", "call prospect Wed 2026-06-03 10:05"
    ),
    "kept-by-any-call": Misdeed(A_DATE.rung(f"{TUE} 10:00"), f"{TUE} 10:01", "call follow_up Thu 2026-06-04 12:00"),
    "kept-on-the-eve": Misdeed(
        ADA.promised(f"{MON} 10:00", THU).rung(f"{WED} 23:50"), f"{THU} 08:00", "call follow_up Fri 2026-06-05 09:00"
    ),
    "cleared-by-a-note": Misdeed(
        A_DATE.got(f"{TUE} 10:00", "share"), f"{TUE} 10:01", "call prospect Tue 2026-06-02 10:01"
    ),
    "a-day-late": Misdeed(ADA.promised(f"{MON} 10:00", THU), f"{MON} 10:01", "call promise Fri 2026-06-05 09:00"),
    "days-of-greenwich": Misdeed(
        somebody("Pacific/Pago_Pago", "AS").promised(f"{MON} 10:00", THU),
        f"{MON} 10:01",
        "call promise Wed 2026-06-03 13:00",
    ),
    "ten-minutes-early": Misdeed(
        ADA.promised(f"{MON} 10:00", f"{WED} 16:00"), f"{MON} 10:01", "call promise Wed 2026-06-03 15:50"
    ),
    "their-clock-whatever-they-said": Misdeed(
        NEW_YORK.add(
            Commitment(at=ADA.at(f"{MON} 16:00"), by="us", due=somebody("Europe/London", "GB").at(f"{WED} 15:00"))
        ),
        f"{MON} 10:01",
        "call promise Wed 2026-06-03 15:00",
    ),
    "our-word-is-theirs": Misdeed(
        ADA.promised(f"{MON} 10:00", f"{MON} 21:30", asked_by="us"), f"{MON} 10:01", "call promise Mon 2026-06-01 21:30"
    ),
    "gatekeepers-unheard": Misdeed(
        ADA.rung(f"{MON} 10:00", "gatekeeper", callback_at=f"{TUE} 10:30"),
        f"{MON} 10:01",
        "call prospect Wed 2026-06-03 12:00",
    ),
    "no-time-no-call": Misdeed(
        ADA.rung(f"{FRI} 10:00", "callback_requested"), f"{FRI} 10:01", "call prospect Mon 2026-06-08 09:00"
    ),
    "taken-back-all-the-same": Misdeed(
        ADA.promised(f"{MON} 10:00", f"{FRI} 10:00", id="p").retracted(f"{TUE} 10:00", "p"),
        f"{FRI} 10:00",
        "call promise Fri 2026-06-05 10:00",
    ),
    "rings-meanwhile": Misdeed(A_DATE, f"{TUE} 10:00", "call prospect Tue 2026-06-02 10:00"),
    "late-is-too-late": Misdeed(A_PROMISE, f"{FRI} 10:00", "call prospect Fri 2026-06-05 10:00"),
    "their-day-by-the-calendar": Misdeed(
        ADA.promised_us(f"{MON} 10:00", f"{FRI} 15:00"),
        f"{FRI} 15:30",
        "call their_promise_lapsed Mon 2026-06-08 09:00",
    ),
    "their-word-without-a-date": Misdeed(
        ADA.promised_us(f"{MON} 10:00"), f"{MON} 11:00", "call prospect Mon 2026-06-01 11:00"
    ),
    "machines-keep-their-word": Misdeed(
        ADA.promised_us(f"{MON} 10:00", FRI).wrote_to_us(f"{MON} 12:00", "automatic").insight(f"{MON} 14:00"),
        f"{TUE} 10:00",
        "call insight Tue 2026-06-02 10:00",
    ),
}

ENDINGS = {
    "never-lets-go": Misdeed(in_vain(*SIX), "2026-02-16 16:00", "call prospect Mon 2026-02-16 16:00"),
    "busy-starts-anew": Misdeed(
        in_vain("no_answer", "busy", *SIX[:4]), "2026-02-16 16:00", "call prospect Mon 2026-02-16 16:00"
    ),
    "machines-do-not-count": Misdeed(
        in_vain(*SIX[:5], "voicemail_left"), "2026-02-16 16:00", "call prospect Mon 2026-02-16 16:00"
    ),
    "imported-do-not-count": Misdeed(
        in_vain(*SIX, recorded=ADA.at("2026-02-10 09:00")), "2026-02-16 16:00", "call prospect Mon 2026-02-16 16:00"
    ),
    "faults-count": Misdeed(
        in_vain(*["technical"] * 6), "2026-02-16 16:00", "walk_away unanswered Mon 2026-02-16 16:00 by email"
    ),
    "any-row-at-all": Misdeed(
        in_vain(*SIX[:3], "conversation", *SIX[:3]),
        "2026-02-23 10:00",
        "walk_away unanswered Mon 2026-02-23 10:00 by email",
    ),
    "a-month-is-peace-enough": Misdeed(in_vain(*SIX), "2026-03-16 10:00", "call prospect Mon 2026-03-16 10:00"),
    "one-rest-for-all": Misdeed(
        in_vain(*SIX).rung("2026-05-18 10:00"), f"{MON} 12:00", "call prospect Mon 2026-06-01 12:00"
    ),
    "never-takes-a-no": Misdeed(noes("2025-12-01", "2026-01-12"), f"{MON} 10:00", "call prospect Mon 2026-06-01 10:00"),
    "bosses-need-two": Misdeed(A_BOSS, f"{MON} 10:00", "call follow_up Mon 2026-06-01 10:00"),
    "no-sale-is-no-no": Misdeed(
        noes("2025-12-01", "2026-01-12", how="conversation", outcome="no_sale"),
        "2026-08-03 10:00",
        "call prospect Mon 2026-08-03 10:00",
    ),
    "new-year-new-luck": Misdeed(
        noes("2025-12-15", "2026-01-12"), f"{MON} 10:00", "call prospect Mon 2026-06-01 10:00"
    ),
    "gone-for-a-quarter": Misdeed(
        noes("2026-01-12", how="left_company"), f"{MON} 10:00", "call prospect Mon 2026-06-01 10:00"
    ),
    "yeses-do-not-count": Misdeed(
        talks(("continuation", ["a trial"]), ("continuation", ["a date"]), ("continuation", ["a price"])),
        "2026-03-13 10:00",
        "walk_away stalled Fri 2026-03-13 10:00 by email",
    ),
    "old-yeses-count": Misdeed(
        talks(*[("continuation", ["a catalogue"])] * 4), "2026-04-13 10:00", "call simple_reason Mon 2026-07-13 09:00"
    ),
    "not-in-a-row": Misdeed(
        talks(NOTHING_NEW, NOTHING_NEW, ("advance", ["a trial"]), NOTHING_NEW),
        "2026-04-13 10:00",
        "walk_away stalled Mon 2026-04-13 10:00 by email",
    ),
    "never-off-the-table": Misdeed(
        talks(NOTHING_NEW, NOTHING_NEW, NOTHING_NEW), "2026-03-13 10:00", "call simple_reason Wed 2026-06-10 09:00"
    ),
    "mail-is-no-return": Misdeed(
        ADA.talked("2026-05-04 10:00").wrote_to_us(f"{MON} 10:00"), f"{MON} 10:01", "call prospect Wed 2026-11-04 10:00"
    ),
    "nobody-ever-comes-back": Misdeed(
        noes("2025-12-01", "2026-01-12").rang_us(f"{MON} 10:00"),
        f"{MON} 10:01",
        "walk_away not_interested Mon 2026-06-01 10:01 by email",
    ),
    "notes-open-the-door": Misdeed(
        noes("2025-12-01", "2026-01-12").got("2026-02-02 10:00", "share"),
        f"{MON} 10:00",
        "call prospect Mon 2026-06-01 10:00",
    ),
    "goodbye-is-done": Misdeed(
        noes("2025-12-01", "2026-01-12").said_goodbye("2026-01-13 10:00"),
        f"{MON} 10:00",
        "call prospect Mon 2026-06-01 10:00",
    ),
    "any-promise-holds-it-open": Misdeed(
        in_vain(*SIX).promised("2026-02-17 10:00", "2026-02-18 10:00", asked_by="us"),
        "2026-02-18 10:00",
        "call promise Wed 2026-02-18 10:00",
    ),
}

MISDEEDS = {**ZONES, **CONSENT, **PROMISES, **ENDINGS}
"""By the specimen's id."""
