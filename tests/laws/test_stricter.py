"""Adding a guard can only delay a call: at no moment does it make one due (design, part 1)."""

import datetime as dt

import attrs
from hypothesis import given
from hypothesis import strategies as st
from probing import DAY, between, holds_until
from story import told

from callrules import Call, Playbook, Window, hookimpl
from callrules.testing.strategies import situations

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
        if self.kind == "month":
            return _month(self.number, at, self.yields)
        grain = DAY if self.kind == "weekday" else HOUR
        return _first_stretch(lambda stretch: self._fits(history, stretch), grain, at, self.yields)

    def _fits(self, history, stretch):
        local = history.calendar.local(stretch)
        return {
            "weekday": stretch.isoweekday() == 1 + self.number % 5,
            "band": local.hour in {self.number % 24, (self.number + 1) % 24},
            "every_other_hour": stretch.hour % 2 == self.number % 2,
        }[self.kind]


def _first_stretch(fits, grain, at, yields):
    start = at.replace(minute=0, second=0, microsecond=0)
    start = start.replace(hour=0) if grain == DAY else start
    while not fits(start):
        start += grain
    end = start + grain
    while fits(end):
        end += grain
    return Window(start=start, end=end, says="when it suits the guest", yields=yields)


def _month(number, at, yields):
    first = dt.datetime(at.year, 1 + number % MONTHS, 1, tzinfo=dt.UTC)
    if first + 28 * DAY <= at:
        first = first.replace(year=at.year + 1)
    return Window(start=first, end=first + 28 * DAY, says="in the guest's month", yields=yields)


KINDS = st.sampled_from(["weekday", "band", "every_other_hour", "month", "from_a_day", "never"])
GUESTS = st.tuples(KINDS, st.integers(0, 99), st.booleans()).map(lambda drawn: Guest(*drawn))


@given(situations(), GUESTS)
def test_another_guard_never_makes_a_call_due_and_answers_still_hold(situation, guest):
    contact, history, now = told(situation)
    stricter = HOUSE.with_rules(guest)
    slower, sooner = (each.next_step(contact, history, now) for each in (stricter, HOUSE))
    if isinstance(slower, Call):
        assert sooner.at is not None
        assert sooner.at <= slower.at
    for moment in between(contact, history, now, holds_until(slower, now), most=2):
        with_guest = stricter.next_step(contact, history, moment)
        assert with_guest == slower, moment
        if isinstance(with_guest, Call) and with_guest.is_due(moment):
            without = HOUSE.next_step(contact, history, moment)
            assert isinstance(without, Call), moment
            assert without.is_due(moment), moment
