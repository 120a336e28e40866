"""On the day of going live a book of old calls is taken over, and nobody is drowned in old debts."""

import datetime as dt
import pickle

import attrs
import pytest

from callrules import (
    Because,
    Call,
    CallAttempt,
    Commitment,
    Contact,
    History,
    InvalidValue,
    Message,
    Playbook,
    Prepare,
    Purchase,
    Rest,
    SeekIntroduction,
    WalkAway,
    Write,
    hookimpl,
)

LIVE = dt.date(2026, 11, 1)
GOING_LIVE = dt.datetime(2026, 11, 2, 10, tzinfo=dt.UTC)
A_DAY = dt.timedelta(days=1)


def anna(number=0, **more):
    return Contact(id=f"anna-{number}", timezone="Europe/Paris", email="anna@example.com", **more)


def at(month, day, hour=10):
    return dt.datetime(2026, month, day, hour, tzinfo=dt.UTC)


def called(moment, disposition, **more):
    return CallAttempt(at=moment, disposition=disposition, **more)


def owes_a_note(history, now=GOING_LIVE, **more):
    step = Playbook(strict=True, owes_from=LIVE).next_step(anna(**more), history, now)
    return step.purpose if isinstance(step, Write) else None


def test_eight_old_hang_ups_owe_no_note_on_the_day_of_going_live():
    hung_up = [History([called(at(10, 1 + each), "hung_up")]) for each in range(8)]
    without = [Playbook().next_step(anna(each), history, GOING_LIVE) for each, history in enumerate(hung_up)]
    assert [step.type for step in without] == ["write"] * 8
    assert [owes_a_note(history) for history in hung_up] == [None] * 8


def test_a_hang_up_on_the_day_of_going_live_owes_its_note():
    assert owes_a_note(History([called(at(11, 1), "hung_up")])) == "after_hang_up"


def test_the_day_is_the_persons_own():
    almost_midnight_in_paris = dt.datetime(2026, 10, 31, 22, 30, tzinfo=dt.UTC)
    already_november_there = dt.datetime(2026, 10, 31, 23, 30, tzinfo=dt.UTC)
    assert owes_a_note(History([called(almost_midnight_in_paris, "hung_up")])) is None
    assert owes_a_note(History([called(already_november_there, "hung_up")])) == "after_hang_up"


def test_a_wish_for_peace_does_not_make_an_old_hang_up_a_new_one():
    from callrules import Snooze

    snoozed = History([called(at(10, 20), "hung_up"), Snooze(at=at(10, 20, 11), until=dt.date(2026, 11, 2))])
    assert owes_a_note(snoozed, GOING_LIVE + A_DAY) is None


def test_an_old_order_owes_no_thanks_and_a_new_one_does():
    assert owes_a_note(History([called(at(10, 30), "conversation", outcome="order")])) is None
    assert owes_a_note(History([called(at(11, 2, 9), "conversation", outcome="order")])) == "thanks"


def test_a_meeting_missed_before_owes_no_note_and_one_missed_since_does():
    def agreed(due):
        return History([Commitment(at=at(10, 20), by="us", kind="meet", due=due)])

    assert owes_a_note(agreed(at(10, 28)), at(11, 2, 22)) is None
    assert owes_a_note(agreed(at(11, 2, 8)), at(11, 2, 22)) == "missed_meeting"


def test_where_no_note_is_owed_they_rest_as_where_there_is_no_channel_and_are_never_called_sooner():
    history = History([called(at(10, 29, 9), "hung_up"), Purchase(at=at(1, 9))])
    live, silent = Playbook(owes_from=LIVE), Playbook()
    without_a_channel = attrs.evolve(anna(), email=None)
    step = live.next_step(anna(), history, GOING_LIVE)
    assert isinstance(step, Call)
    assert step == silent.next_step(without_a_channel, history, GOING_LIVE)
    assert step.at > at(11, 11)
    assert not live.may_call(anna(), history, GOING_LIVE)
    assert "no note to answer it: rest" in step.says


def test_a_note_that_was_written_all_the_same_is_kept():
    note = Message(at=at(10, 30), channel="email", direction="outbound", purpose="after_hang_up", promises=LIVE + A_DAY)
    step = Playbook(owes_from=LIVE).next_step(anna(), History([called(at(10, 29), "hung_up"), note]), GOING_LIVE)
    assert (step.type, step.reason.name) == ("call", "promise")


def test_old_promises_are_owed_as_ever():
    promised = History([Commitment(at=at(9, 1), by="us", due=at(10, 5))])
    assert Playbook(owes_from=LIVE).next_step(anna(), promised, GOING_LIVE).reason.name == "promise"


def test_a_ground_from_before_owes_no_goodbye_and_stands_all_the_same():
    refused = History([called(at(9, 1), "not_interested"), called(at(9, 20), "not_interested")])
    said, owed = (each.next_step(anna(), refused, GOING_LIVE) for each in (Playbook(owes_from=LIVE), Playbook()))
    assert (owed.type, owed.at) == ("walk_away", GOING_LIVE)
    assert isinstance(said, (Rest, WalkAway))
    assert not said.is_due(GOING_LIVE)
    assert not Playbook(owes_from=LIVE).may_call(anna(), refused, GOING_LIVE)


@attrs.frozen
class AWordFirst:
    """A guest that wants a word written before every call, since they first bought."""

    name = "a_word_first"
    since: dt.datetime

    @hookimpl
    def before(self, reason):
        because = (Because("a_word_first", "word", "a word first"),)
        return Write(since=self.since, purpose="a_word", channel="email", because=because) if reason else None


@attrs.frozen
class HomeworkFirst:
    """A guest that wants homework done, and an introduction, however long ago the reason fell due."""

    name = "homework_first"
    errand: type

    @hookimpl
    def before(self, reason):
        more = {"missing": ("why",)} if self.errand is Prepare else {}
        return self.errand(since=at(3, 1), **more) if reason else None


def test_a_guests_note_obeys_too():
    old, new = (Playbook(owes_from=LIVE).with_rules(AWordFirst(since)) for since in (at(10, 31), at(11, 2, 9)))
    assert old.next_step(anna(), History(), GOING_LIVE).type == "call"
    assert new.next_step(anna(), History(), GOING_LIVE).type == "write"
    assert "(not owed: from before 2026-11-01)" in str(old.explain(anna(), History(), GOING_LIVE))


@pytest.mark.parametrize("errand", [Prepare, SeekIntroduction])
def test_homework_is_no_debt_and_is_wanted_as_ever(errand):
    playbook = Playbook(owes_from=LIVE).with_rules(HomeworkFirst(errand))
    assert isinstance(playbook.next_step(anna(), History(), GOING_LIVE), errand)


def test_another_day_of_going_live_is_another_playbook():
    live, later = Playbook(owes_from=LIVE), Playbook(owes_from=LIVE + A_DAY)
    assert len({Playbook().fingerprint, live.fingerprint, later.fingerprint}) == 3
    assert live != later != Playbook()


def test_the_day_of_going_live_stays_whatever_is_done_to_the_playbook():
    live = Playbook(strict=True, owes_from=LIVE)
    others = (live.without("caps"), live.with_rules(HomeworkFirst(Prepare)), pickle.loads(pickle.dumps(live)))  # noqa: S301 - ours
    assert all((each.owes_from, each.strict) == (LIVE, True) for each in (*others, live.with_installed_rules()))


@pytest.mark.parametrize("strange", ["2026-11-01", GOING_LIVE, 5, dt.date(1, 1, 1)])
def test_what_is_no_day_is_refused(strange):
    with pytest.raises(InvalidValue, match=r"Playbook\.owes_from: found .*, expected"):
        Playbook(owes_from=strange)
