"""Every sentence of the README's *What it promises*, with a test that tries to break it."""

import datetime as dt
import itertools
import json
import pickle
import re
import zoneinfo
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callrules import CallAttempt, Consent, Contact, History, Message, OptOut, Playbook, Purchase, hookimpl
from callrules.deciding.admission import name_of
from callrules.promises import EARLY
from callrules.step import Call
from callrules.testing.strategies import contacts, histories, situations
from callrules.wire import read_case, read_fact, write_case, write_fact

HOUSE = Playbook()
NOW = dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ADA = Contact(id="ada", timezone="Europe/Paris", phones=["+33155500105"], email="ada@example.org")
BOUGHT = History(Purchase(at=dt.datetime(2026, month, 9, 10, tzinfo=dt.UTC)) for month in (1, 2, 3, 4))
README = Path(__file__, "../../../../README.md").resolve()

some = settings(max_examples=40, deadline=None)


def promised():
    """The sentences, as the README has them."""
    listed = README.read_text("utf-8").partition("## What it promises")[2].partition("\n## ")[0]
    return re.findall(r"^\* \*\*(.+?)\*\*", listed, re.MULTILINE)


def called_after(sentence):
    return f"test_{re.sub(r'[^a-z]+', '_', sentence.lower().replace(chr(39), '')).strip('_')}"


def test_every_sentence_has_its_test():
    tested = {re.sub("__.*", "", each) for each in globals() if each.startswith("test_")}
    assert {called_after(each) for each in promised()} <= tested
    assert len(promised()) == 6


# --- Nothing is stored. ------------------------------------------------------------------------------------------


@some
@given(st.data())
def test_nothing_is_stored(data):
    contact = data.draw(contacts())
    history = data.draw(histories(contact))
    now = (history.latest or NOW) + DAY
    first = HOUSE.next_step(contact, history, now)
    HOUSE.next_step(contact, History(), now)
    HOUSE.next_step(contact, history, now + 400 * DAY)
    again = read_case(json.loads(json.dumps(write_case(read_case(_as_case(contact, history, now))))))
    backwards = History(reversed(list(history.entries)))
    copied = pickle.loads(pickle.dumps(HOUSE))  # noqa: S301 - our own
    for playbook, past in ((HOUSE, history), (copied, backwards), (Playbook(), again.history)):
        assert playbook.next_step(contact, past, now) == first


def _as_case(contact, history, now):
    case = {"now": now.isoformat(), "contact": {"id": contact.id}, "history": []}
    return {**case, "history": [write_fact(each) for each in history.entries]}


def test_nothing_is_stored__overdue_work_cannot_get_lost():
    promise = History([CallAttempt(at=NOW, disposition="callback_requested", callback_at=NOW + DAY)])
    for years in range(1, 100, 7):
        step = HOUSE.next_step(ADA, promise, NOW + years * 366 * DAY)
        assert (step.type, step.reason.name) == ("call", "promise")
        assert step.since == NOW + DAY


# --- It wakes you honestly. --------------------------------------------------------------------------------------


@some
@given(situations(), st.floats(0, 1))
def test_it_wakes_you_honestly(situation, part):
    contact, history, now = situation
    step = HOUSE.next_step(contact, history, now)
    wakes = step.at or now + 3_000 * DAY
    asleep = now + (wakes - now) * part
    if step.type == "rest" and asleep == step.at:
        return
    assert HOUSE.next_step(contact, history, asleep) == step


# --- Silence never dials. ----------------------------------------------------------------------------------------


@attrs.frozen
class Breaking:
    hook: str
    name: str = "breaking"

    def _break(self, hook):
        if hook == self.hook:
            raise RuntimeError(hook)

    @hookimpl
    def walk_away(self):
        self._break("walk_away")

    @hookimpl
    def reasons(self):
        self._break("reasons")

    @hookimpl
    def permits(self):
        self._break("permits")

    @hookimpl
    def before(self):
        self._break("before")


def test_silence_never_dials():
    quiet = HOUSE.without(*(name_of(rule) for rule in HOUSE.rules if hasattr(rule, "reasons")))
    for contact, at in itertools.product((ADA, Contact(id="x")), (NOW, NOW + 90 * DAY)):
        assert not quiet.may_call(contact, BOUGHT, at)
        assert not isinstance(quiet.next_step(contact, BOUGHT, at), Call)
    nowhere = attrs.evolve(ADA, timezone=None)
    assert not any(HOUSE.may_call(nowhere, BOUGHT, NOW + each * dt.timedelta(hours=1)) for each in range(48))


@pytest.mark.parametrize("hook", ["walk_away", "reasons", "permits", "before"])
def test_silence_never_dials__a_rule_that_breaks_rings_nobody(hook):
    broken = HOUSE.with_rules(Breaking(hook))
    step = broken.next_step(ADA, BOUGHT, NOW)
    assert (step.type, step.because[0].rule) == ("rest", "breaking")
    assert not broken.may_call(ADA, BOUGHT, NOW)
    assert not broken.can_promise(ADA, BOUGHT, NOW + DAY) or hook in {"reasons", "before"}


# --- A no is for ever. -------------------------------------------------------------------------------------------

NOES = (
    OptOut(at=NOW, id="no"),
    OptOut(at=NOW, number="+33155500105"),
    CallAttempt(at=NOW, disposition="do_not_call", id="no"),
    Message(at=NOW, channel="email", direction="inbound", reply="do_not_call"),
)


@some
@given(st.data(), st.sampled_from(NOES))
def test_a_no_is_for_ever(data, no):
    """Whatever is promised, merged, imported, overwritten or taken back afterwards."""
    later = [each for each in data.draw(histories(ADA)).entries if not isinstance(each, Consent)]
    imported = read_fact({"type": "retraction", "at": NOW.isoformat(), "of": "no"})
    wished = CallAttempt(at=NOW + DAY, disposition="callback_requested", callback_at=NOW + 2 * DAY)
    overwritten = attrs.evolve(no, recorded=NOW)
    if isinstance(no, CallAttempt):
        overwritten = attrs.evolve(no, disposition="busy", recorded=NOW + DAY)
    history = BOUGHT.merge(History([no])).merge(History([*later, imported, wished, overwritten]))
    last = max([each.at for each in history.entries])
    for days in (1, 2, 30, 400, 9_000):
        assert not HOUSE.may_call(ADA, history, last + days * DAY)
        assert not isinstance(HOUSE.next_step(ADA, history, last + days * DAY), Call)


def test_a_no_is_for_ever__only_the_person_can_lift_it():
    no = BOUGHT.add(NOES[0])
    assert not any(
        HOUSE.may_call(ADA, no.add(Consent(at=NOW + DAY, contact="bea")), NOW + days * DAY) for days in range(9)
    )
    assert any(HOUSE.may_call(ADA, no.add(Consent(at=NOW + DAY)), NOW + days * DAY) for days in range(2, 9))


# --- Everybody's own clock. --------------------------------------------------------------------------------------


@some
@given(
    st.sampled_from(["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]),
    st.dates(dt.date(2026, 1, 1), dt.date(2027, 12, 31)),
    st.times(),
)
def test_everybodys_own_clock(zone, day, time):
    there = zoneinfo.ZoneInfo(zone)
    at = dt.datetime.combine(day, time, tzinfo=there).astimezone(dt.UTC)
    contact = Contact(id="x", timezone=zone, phones=["+33155500105"])
    local = at.astimezone(there)
    if HOUSE.may_call(contact, History(), at):
        assert 9 <= local.hour < 20
        assert local.isoweekday() < 6
    step = HOUSE.next_step(contact, History(), at)
    assert 9 <= step.at.astimezone(there).hour < 20
    assert step.at - EARLY < at + 14 * DAY


# --- Every answer says because of what ---------------------------------------------------------------------------


@some
@given(situations())
def test_every_answer_says_because_of_what(situation):
    contact, history, now = situation
    answers = (HOUSE.next_step(contact, history, now), HOUSE.may_call(contact, history, now))
    for because in itertools.chain(*(each.because for each in answers)):
        assert because.says.strip()
        assert because.rule
    assert all(each.because for each in answers)


def test_every_answer_says_because_of_what__every_number_says_where_it_comes_from():
    numbers = [field for rule in HOUSE.rules for field in attrs.fields(type(rule)) if field.init]
    assert numbers
    assert not [each for each in numbers if not (each.metadata.get("source") and each.metadata.get("says"))]
