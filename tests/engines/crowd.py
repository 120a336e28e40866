"""Many invented people, and a partition that fails before it answers."""

import datetime as dt
from pathlib import Path

from callrules import Playbook
from callrules.testing.generating.cases import contact_from, history_from

NOW = dt.datetime(2027, 3, 2, 16, tzinfo=dt.UTC)
HOUSE = Playbook()


def crowd(dice, count):
    """So many contacts with their lives."""
    contacts = [contact_from(dice.randbytes(32), known_as=f"c{place}") for place in range(count)]
    return [(each, history_from(each, _drawn(dice))) for each in contacts]


def _drawn(dice):
    return dice.randbytes(5), [dice.randbytes(32) for _ in range(dice.randint(0, 12))]


def failing_first(ask, folder):
    """The same question, but whoever asks it first fails; made here, so that workers need no file of the tests."""
    mark = Path(folder) / "failed"

    def failing(given):
        if not mark.exists():
            mark.touch()
            raise ConnectionError("a machine was lost")
        return ask(given)

    return failing
