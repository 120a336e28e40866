"""What a rule author tests: the laws, one of our own, some stories, and a machine with an event of our own."""

from zoneinfo import ZoneInfo

from bakery_cadence import BakeryHours
from hypothesis import settings

from callrules import Playbook, Purchase
from callrules.calendars import possible_zones
from callrules.testing import cadence_machine, examples, law, laws


@law(
    "bakery-1",
    says="No baker is rung before ten, unless they named the hour.",
    moment="a call is asked for",
    reached=lambda situation: situation.call is not None,
)
def before_ten(situation):
    for ring in situation.rings:
        for zone in possible_zones(situation.contact, ring.number):
            hour = ring.at.astimezone(ZoneInfo(zone)).hour
            if hour < 10 and not ring.reason.named:
                yield f"a call at {hour} o'clock in {zone}"


test_cadence = laws(
    BakeryHours(),
    extra_laws=[before_ten],
    never_recorded=["Snooze"],
    not_applicable={"left-in-peace": "our till knows no snoozes"},
    examples=20,
)


test_stories = examples(
    BakeryHours(),
    """
    # a new baker is rung once the bread is out
    Kim, Europe/Paris
    Tue 2026-11-17 08:00  => call prospect at 2026-11-17 10:00

    # an hour they named is theirs
    Kim, Europe/Paris
    Mon 2026-11-16 11:00  called: callback_requested callback_at=2026-11-17T09:15
    Tue 2026-11-17 08:00  => call promise at 2026-11-17 09:15

    # on a day they named we still wait for ten
    Kim, Europe/Paris
    Mon 2026-11-16 11:00  called: callback_requested callback_at=2026-11-18
    Mon 2026-11-16 12:00  => call promise at 2026-11-18 10:00

    # the harvest is in
    Kim, Europe/Paris
    Tue 2026-03-10 11:00  bought: amount=480.00 currency=EUR
    Mon 2026-08-03 09:00  => call harvest_season at 2026-08-03 10:00

    # who has heard of it does not hear of it twice
    Kim, Europe/Paris
    Tue 2026-03-10 11:00  bought: amount=480.00 currency=EUR
    Mon 2026-08-03 11:00  called: conversation reason=harvest_season about="harvest of 2026" outcome=continuation
    Tue 2026-08-04 11:00  => no call
    """,
)


def test_it_is_heard_where_it_is_installed():
    assert Playbook.with_installed_rules()["bakery_hours"] == BakeryHours()


def a_good_harvest(life, dice):
    """They bought flour in the spring, and now it is August."""
    bought = life.at.replace(month=1 + dice.number(7), day=1)
    life.happens(Purchase, dice, at=bought, amount="480.00", currency="EUR")
    life.at = max(life.at, bought.replace(month=8))


TestCadence = cadence_machine(BakeryHours(), extra_laws=[before_ten], events=[a_good_harvest]).TestCase
TestCadence.settings = settings(TestCadence.settings, max_examples=10, database=None, derandomize=True)
