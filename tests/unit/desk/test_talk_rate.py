"""What the next call is worth, from the rep's own figures (rulebook A7)."""

import datetime as dt

from callrules import CallAttempt, History
from callrules.desk.talk_rate import TalkRate, talk_rate

MONDAY = dt.datetime(2026, 11, 16, 10, tzinfo=dt.UTC)


def dialled(*endings, rep="ines", start=MONDAY):
    return History(
        CallAttempt(at=start + dt.timedelta(hours=place), disposition=ending, rep=rep)
        for place, ending in enumerate(endings)
    )


def test_nothing_is_said_before_the_first_talk():
    assert talk_rate([dialled("no_answer", "busy")]).says is None


def test_the_next_talk_is_as_far_away_as_the_figures_say():
    figures = talk_rate([dialled("no_answer", "no_answer", "no_answer", "conversation", "no_answer")])
    assert figures == TalkRate(dials=5, talks=1, since_a_talk=1)
    assert figures.to_go == 4
    assert figures.says.startswith("one talk in 5.0 dials so far, so the next is about 4 dials away")


def test_it_is_never_less_than_one_dial_away():
    assert talk_rate([dialled("conversation", "no_answer", "no_answer", "no_answer")]).to_go == 1


def test_a_fault_of_the_line_is_no_dial_and_a_voicemail_no_talk():
    assert talk_rate([dialled("technical", "voicemail_left", "conversation")]) == TalkRate(dials=2, talks=1)


def test_every_rep_has_figures_of_their_own_over_all_contacts():
    mine = [dialled("conversation"), dialled("no_answer", start=MONDAY + dt.timedelta(days=1))]
    assert talk_rate([*mine, dialled("conversation", rep="tom")], rep="ines") == TalkRate(
        dials=2, talks=1, since_a_talk=1
    )
