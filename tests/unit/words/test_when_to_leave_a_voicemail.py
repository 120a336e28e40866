"""When to leave a voicemail (rulebook E5)."""

import datetime as dt

import pytest

from callrules import CallAttempt, History
from callrules.words.voicemail import leaves_a_voicemail

MONDAY = dt.datetime(2026, 11, 16, 10, tzinfo=dt.UTC)


def row(*endings):
    return History(
        CallAttempt(at=MONDAY + dt.timedelta(days=2 * place), disposition=ending)
        for place, ending in enumerate(endings)
    )


@pytest.mark.parametrize(
    ("endings", "leaves"),
    [
        ((), True),
        (("voicemail_left",), False),
        (("voicemail_left", "no_answer"), True),
        (("voicemail_left", "no_answer", "voicemail_left"), False),
        (("voicemail_no_message",), True),
        (("voicemail_left", "conversation"), True),
    ],
)
def test_a_voicemail_is_left_on_every_other_attempt(endings, leaves):
    assert leaves_a_voicemail(row(*endings)) is leaves


def test_who_follows_it_never_leaves_two_in_a_row():
    history, left = History(), []
    for place in range(6):
        left.append(leaves_a_voicemail(history))
        ending = "voicemail_left" if left[-1] else "voicemail_no_message"
        history = history.add(CallAttempt(at=MONDAY + dt.timedelta(days=place), disposition=ending))
    assert left == [True, False, True, False, True, False]
