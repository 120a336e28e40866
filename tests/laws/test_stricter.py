"""Adding a guard can only delay a call: at no moment does it make one due (design, part 1)."""

import datetime as dt

import attrs
from hypothesis import given, strategies as st

from callrules import Call, Playbook, Window, hookimpl
from callrules.testing.strategies import situations
from probing import DAY, between, holds_until

HOUSE = Playbook(strict=True)
HOUR = dt.timedelta(hours=1)
MONTHS = 12


@attrs.frozen
class Guest:
    """A guest's guard: some days, a band of the day, one month, every other hour, from a day on, or never."""

    kind: str
    number: int
    yields: bool = False
    name: str = "guest"

    @hookimpl
    def permits(self, history, at):
        if self.kind == "never":
            return Window.never("the guest is against it", yields=self.yields)
        if self.kind == "from_a_day":
            start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + self.number * 3 * DAY
            return Window(start=start, says="from then on", yields=self.yields)
        return _first_stretch(lambda stretch: self._fits(history, stretch), self._grain, at, self.yields)

    @property
    def _grain(self):
        return HOUR if self.kind in {"band", "every_other_hour"} else DAY

    def _fits(self, history, stretch):
        local = history.calendar.local(stretch)
        return {
            "weekday": stretch.isoweekday() == 1 + self.number % 5,
            "month": stretch.month == 1 + self.number % MONTHS,
            "band": local.hour in {self.number % 24, (self.number + 1) % 24},
            "every_other_hour": stretch.hour % 2 == self.number % 2,
        }[self.kind]


def _first_stretch(fits, grain, at, yields):
    start = at.replace(minute=0, second=0, microsecond=0)
    start = start.replace(hour=0) if grain == DAY else start
    while not fits(start):
        start += grain
    end = start + grain
    while fits(end) and end < start + 40 * DAY:
        end += grain
    return Window(start=start, end=end, says="when it suits the guest", yields=yields)


KINDS = st.sampled_from(["weekday", "band", "every_other_hour", "month", "from_a_day", "never"])
GUESTS = st.tuples(KINDS, st.integers(0, 99), st.booleans()).map(lambda drawn: Guest(*drawn))


@given(situations(), GUESTS)
def test_another_guard_never_makes_a_call_due(situation, guest):
    contact, history, now = situation
    stricter = HOUSE.with_rules(guest)
    slower, sooner = (each.next_step(contact, history, now) for each in (stricter, HOUSE))
    if isinstance(slower, Call):
        assert sooner.at is not None
        assert sooner.at <= slower.at
    for moment in (*between(contact, history, now, holds_until(sooner, now), most=3), *([slower.at] if slower.at else ())):
        with_guest = stricter.next_step(contact, history, moment)
        if isinstance(with_guest, Call) and with_guest.is_due(moment):
            without = HOUSE.next_step(contact, history, moment)
            assert isinstance(without, Call), moment
            assert without.is_due(moment), moment


@given(situations(), GUESTS)
def test_the_answer_stays_the_same_with_a_guest_at_the_table(situation, guest):
    contact, history, now = situation
    stricter = HOUSE.with_rules(guest)
    step = stricter.next_step(contact, history, now)
    for moment in between(contact, history, now, holds_until(step, now), most=3):
        assert stricter.next_step(contact, history, moment) == step, moment
