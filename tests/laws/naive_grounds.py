"""The naive double: when the house lets go (rulebook B5)."""

from naive_house import GIVES_UP

from callrules.testing.plain.grounds import in_vain, waited_for
from callrules.testing.plain.signs import over


def unanswered(person):
    """B5: often enough in vain, once no promise made until then is open; (since, revisit), or nothing."""
    vain, enough = in_vain(person, GIVES_UP)
    if enough is None or waited_for(person, enough):
        return None
    return over(enough), person.months_on(vain[-1].at, 3) if len(vain) > 6 else person.days_on(vain[-1].at, 90)
