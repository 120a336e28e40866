"""Laws of caps: never more attempts than were declared, in any stretch of days, on a person and on a telephone."""

from __future__ import annotations

from callrules.declared import Cap
from callrules.testing.catalogue.shared.readings import restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.oracle import DAY, Minute, tries


@restrains.register
def _(declared: Cap, minute: Minute) -> bool:
    period = declared.days * DAY
    by_whom = (minute.person.ours, tries(minute.person, minute.number))
    recent = [[call for call in made if call.at <= minute.at < call.at + period] for made in by_whom]
    return any(len(made) >= declared.most for made in recent)


cap = restraint_law(
    Cap,
    "cap",
    says="Nobody is rung more often than the cap allows, in any stretch of days.",
    moment="the cap is reached",
)
