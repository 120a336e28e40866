"""The model: when the house lets go (rulebook B5, G33)."""

from callrules.testing.oracle import in_vain, over
from model.house_numbers import GIVES_UP


def unanswered(person):
    """B5: often enough in vain; (since, revisit), or nothing."""
    vain, enough = in_vain(person, GIVES_UP)
    if enough is None:
        return None
    return over(enough), person.months_on(vain[-1].at, 3) if len(vain) > 6 else person.days_on(vain[-1].at, 90)
