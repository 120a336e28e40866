"""The law of another part of the day: who did not answer in the morning is tried in the afternoon."""

from __future__ import annotations

from callrules.declared import AnotherPart
from callrules.testing.catalogue.shared.readings import is_same_part, restrains
from callrules.testing.catalogue.shared.restraint_law import restraint_law
from callrules.testing.oracle import DAY, Minute, row


@restrains.register
def _(declared: AnotherPart, minute: Minute) -> bool:
    return any(is_same_part(minute, call.at, call.at + declared.days * DAY) for call in row(minute.person)[-1:])


another_part = restraint_law(
    AnotherPart,
    "another-part",
    says="Nobody is tried twice running in the same part of the day.",
    moment="the same part of the day",
)
