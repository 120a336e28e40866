"""Laws of what is written, when and where to; of a gate that cannot read; and the words in which laws accuse."""

import datetime as dt

import attrs
import pytest

from callrules import Call, Consent, Insight, Message, Playbook, Reason, Verdict, WalkAway, Write, hookimpl
from callrules.step import Because, Rest
from callrules.testing import Situation
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.survey import breaks
from callrules.testing.policies import declarations
from callrules.vocabulary import Channel, Kind
from helpers.people import FRI, HOUSE, MON, NUMBER, THU, TUE, WED, somebody
from zoo.altered import Altered

ADA = somebody(postal_address="1 High Street")
WITH_MAIL = somebody(email="ada@example.org")
UNKNOWN = somebody()


@attrs.frozen
class Says:
    """Answers the same, whatever is asked, and lets nothing ring; declares what the house does."""

    step: object
    rules = Playbook().rules

    def next_step(self, contact, history, now):
        return self.step

    def may_call(self, contact, history, at, *, number=None):
        return Verdict(allowed=False)


def accused(law, policy, life, when):
    held = next(each for each in LAWS if each.id == law)
    facts = declarations(policy)
    assert held.inapplicable(policy, facts) is None
    broken = breaks(held, Situation(policy, life.contact, life.history, life.at(when), facts))
    return broken and broken.says


# --- channels


@pytest.mark.parametrize("refused", ["letter", "handwritten"])
@pytest.mark.parametrize("by", ["letter", "handwritten"])
def test_letters_and_what_is_written_by_hand_are_one_post(refused, by):
    life = ADA.opted_out(f"{MON} 10:00", channel=refused)
    note = Says(Write(at=life.at(f"{TUE} 10:00"), purpose="catalogue", channel=by))
    told = accused("refused-channel-unused", note, life, f"{TUE} 10:00")
    assert told == f"to be written to by {by}, although on Mon 1 Jun 2026, 10:00 they refused {refused}"


@pytest.mark.parametrize("channel", ["email", "fax", None])
def test_other_channels_are_not_the_post(channel):
    life = ADA.opted_out(f"{MON} 10:00", channel="letter")
    note = Says(Write(at=life.at(f"{TUE} 10:00"), purpose="catalogue", channel=channel))
    assert accused("refused-channel-unused", note, life, f"{TUE} 10:00") is None


def test_a_consent_opens_the_post_again_and_a_goodbye_keeps_to_what_they_refused():
    life = ADA.opted_out(f"{MON} 10:00", channel="letter")
    bye = Says(WalkAway(at=life.at(f"{TUE} 10:00"), grounds="stalled", channel=Channel.HANDWRITTEN))
    assert accused("refused-channel-unused", bye, life, f"{TUE} 10:00")
    assert accused("refused-channel-unused", bye, life.add(Consent(at=life.at(f"{MON} 12:00"))), f"{TUE} 10:00") is None


# --- notes that cannot be sent


@attrs.frozen
class TermsFirst(Altered):
    """Before any call a note must have been written, by that channel."""

    channel: Channel | None = attrs.field(default=None, kw_only=True)

    def next_step(self, contact, history, now):
        step = super().next_step(contact, history, now)
        if not isinstance(step, Call) or not step.is_due(now) or history.seen_by(contact).messages:
            return step
        return Write(at=now, purpose="terms", channel=self.channel, because=(Because("terms", "terms", "terms first"),))

    def may_call(self, contact, history, at, *, number=None):
        verdict = super().may_call(contact, history, at, number=number)
        return verdict if history.seen_by(contact).messages else attrs.evolve(verdict, allowed=False)


def asked_us_to_call(life):
    return life.rung(f"{MON} 10:00", "callback_requested")


@pytest.mark.parametrize(
    ("life", "channel", "says"),
    [
        (UNKNOWN, None, "the promise waits for a note (terms) for which no channel is known"),
        (UNKNOWN, Channel.EMAIL, "the promise waits for a note (terms) by email, by which they cannot be reached"),
        (WITH_MAIL, Channel.FAX, "the promise waits for a note (terms) by fax, by which they cannot be reached"),
        (WITH_MAIL, None, None),
        (WITH_MAIL, Channel.EMAIL, None),
        (ADA, Channel.LETTER, None),
        (UNKNOWN, Channel.WEB, None),
    ],
)
def test_a_call_that_they_asked_for_waits_for_no_note_that_nobody_can_send(life, channel, says):
    policy = TermsFirst(channel=channel)
    assert accused("note-can-be-sent", policy, asked_us_to_call(life), f"{TUE} 14:00") == says


def test_a_note_that_cannot_be_sent_may_hold_up_a_call_that_nobody_asked_for_or_one_not_due():
    assert accused("note-can-be-sent", TermsFirst(), UNKNOWN, f"{TUE} 14:00") is None
    note = Says(Write(at=UNKNOWN.at(f"{MON} 11:00"), purpose="terms"))
    assert accused("note-can-be-sent", note, asked_us_to_call(UNKNOWN), f"{MON} 11:00") is None


# --- the day that a note names


@attrs.frozen
class WelcomeFirst:
    """No call before a welcome was written, or before it was written that often."""

    times: int = 1
    name = "welcome_first"
    declares = ()

    @hookimpl
    def before(self, history):
        sent = [each for each in history.of(Message) if each.purpose == "welcome"]
        return None if len(sent) >= self.times else Write(purpose="welcome", channel=Channel.EMAIL)


@pytest.mark.parametrize(("times", "is_kept"), [(1, True), (99, False)])
def test_a_welcome_goes_out_before_the_day_of_the_call_and_no_call_waits_for_one_without_end(times, is_kept):
    policy = Playbook().with_rules(WelcomeFirst(times))
    told = accused("day-of-ours-can-be-kept", policy, WITH_MAIL.rung(f"{MON} 10:00", "hung_up"), f"{MON} 11:00")
    assert (told is None) is is_kept


# --- meetings


def to_meet(life, due):
    return life.promised(f"{MON} 10:00", due, kind=Kind.MEET)


def missed_on(life, when):
    return Says(Write(at=life.at(when), purpose="missed_meeting", channel="email"))


@pytest.mark.parametrize(
    ("due", "when", "says"),
    [
        (THU, f"{THU} 01:00", '"we missed you" on Thu 4 Jun 2026, 01:00, but we are to meet on Thu 4 Jun 2026'),
        (THU, f"{FRI} 00:00", None),
        (f"{THU} 14:00", f"{THU} 13:59", "but we are to meet on Thu 4 Jun 2026, 14:00"),
        (f"{THU} 14:00", f"{THU} 14:00", None),
    ],
)
def test_we_missed_you_is_written_when_the_meeting_is_over(due, when, says):
    life = to_meet(WITH_MAIL, due)
    told = accused("missed-when-it-is-over", missed_on(life, when), life, f"{WED} 10:00")
    assert told is None if says is None else says in told


def test_we_missed_you_is_not_written_once_we_met_nor_where_no_meeting_was_agreed_on():
    life = to_meet(WITH_MAIL, THU).met(f"{THU} 14:00")
    told = accused("missed-when-it-is-over", missed_on(life, f"{FRI} 10:00"), life, f"{FRI} 10:00")
    assert told.endswith("but we met on Thu 4 Jun 2026, 14:00")
    told = accused("missed-when-it-is-over", missed_on(WITH_MAIL, f"{FRI} 10:00"), WITH_MAIL, f"{FRI} 10:00")
    assert told.endswith("but no meeting was agreed on")


# --- thanks

ORDERED = WITH_MAIL.talked(f"{FRI} 18:30", "order")


def thanks(when):
    return Says(Write(at=ORDERED.at(when), purpose="thanks", channel="email"))


@pytest.mark.parametrize(
    ("policy", "says"),
    [
        (thanks(f"{FRI} 19:00"), None),
        (thanks("2026-06-08 09:00"), "on Fri 5 Jun 2026, 18:30, and are thanked only on Mon 8 Jun 2026, 09:00"),
        (Says(Rest(because=(Because("playbook", "nothing", "nothing"),))), "nobody thanks them: next comes a rest"),
        (Says(Rest(because=(Because("works_council", "no", "not now"),))), None),
        (Says(WalkAway(grounds="sold_out")), None),
        (HOUSE, None),
    ],
)  # fmt: skip
def test_an_order_by_phone_is_thanked_for_on_its_day(policy, says):
    told = accused("thanked-the-same-day", policy, ORDERED, f"{FRI} 18:40")
    assert told is None if says is None else says in told


@pytest.mark.parametrize(
    "life",
    [
        UNKNOWN.talked(f"{FRI} 18:30", "order"),
        ORDERED.got(f"{FRI} 19:00", "thanks"),
        WITH_MAIL.opted_out(f"{MON} 10:00", channel="email").talked(f"{FRI} 18:30", "order"),
        WITH_MAIL.talked("2026-05-08 18:30", "order"),
    ],
    ids=["no address", "thanked", "no mail", "long ago"],
)
def test_thanks_are_owed_to_nobody_else(life):
    assert accused("thanked-the-same-day", thanks("2026-06-08 09:00"), life, f"{FRI} 19:30") is None


# --- a gate that cannot read


@attrs.frozen
class Gate(Altered):
    """Opens for numbers in these spellings, and says that it means this one."""

    opens: tuple[str, ...] = attrs.field(kw_only=True)
    means: str | None = attrs.field(default=None, kw_only=True)

    def may_call(self, contact, history, at, *, number=None):
        if number in self.opens:
            return Verdict(allowed=True, at=at, number=self.means)
        return super().may_call(contact, history, at, number=number)


NATIONAL = "0" + NUMBER[3:]


@pytest.mark.parametrize("garbage", ["", "abc", "+", "+19995550199"])
def test_the_gate_opens_for_nothing_that_is_no_number_of_theirs(garbage):
    says = f"asked about the number {garbage!r}, the gate opens"
    assert accused("gate-knows-their-numbers", Gate(opens=(garbage,)), UNKNOWN, f"{MON} 10:00") == says
    assert accused("gate-knows-their-numbers", Gate(opens=(garbage,), means=NUMBER), UNKNOWN, f"{MON} 10:00") is None


def test_a_gate_may_understand_another_spelling_as_long_as_nobody_opted_out():
    gate = Gate(opens=(NATIONAL,))
    assert accused("gate-knows-their-numbers", gate, UNKNOWN, f"{TUE} 10:00") is None
    says = f"asked about the number {NATIONAL!r}, the gate opens"
    assert accused("gate-knows-their-numbers", gate, UNKNOWN.opted_out(f"{MON} 10:00"), f"{TUE} 10:00") == says
    assert accused("gate-knows-their-numbers", HOUSE, UNKNOWN.opted_out(f"{MON} 10:00"), f"{TUE} 10:00") is None


# --- what holds a call up


@attrs.frozen
class OneSentence(Altered):
    """Says why in one sentence, in the name of nobody in particular."""

    def answered(self, step, _contact, _now, /):
        return attrs.evolve(step, because=step.because[:1])


def test_a_cold_call_may_wait_for_a_meeting_whoever_says_so():
    assert accused("no-idle-wait", OneSentence(), to_meet(UNKNOWN, THU), f"{TUE} 10:00") is None


@attrs.frozen
class OnFridays(Altered):
    """Rings on Fridays, and says no word about it."""

    def answered(self, step, contact, now, /):
        friday = somebody().at(f"{FRI} 10:00")
        return attrs.evolve(step, at=friday, until=None) if isinstance(step, Call) and now < friday else step


def test_what_waits_for_nothing_says_until_when_and_which_moment_nothing_forbids():
    until = "a call for prospect waits until Fri 5 Jun 2026, 10:00, and nothing declared forbids Mon 1 Jun 2026, 10:00"
    assert accused("no-idle-wait", OnFridays(), UNKNOWN, f"{MON} 10:00").startswith(until)


# --- words


def test_a_note_that_comes_too_late_says_which_day_is_right():
    life = WITH_MAIL.rung(f"{MON} 10:00", "hung_up")
    note = Says(
        Write(at=life.at(f"{MON} 11:00"), purpose="after_hang_up", channel="email", promises=dt.date(2026, 6, 2))
    )
    told = accused("note-arrives-first", note, life, f"{MON} 11:00")
    assert told == "a note written on Mon 1 Jun 2026 names Tue 2 Jun 2026: it may name Wed 3 Jun 2026 or later"


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ("news", "the insight 'news' was told already, in a talk or in writing"),
        ("news/q4", "the reason 'insight' is about 'news/q4', which is the key of nothing that we learned"),
    ],
)
def test_an_untrue_insight_says_whether_it_was_told_or_is_none(about, says):
    life = WITH_MAIL.add(Insight(at=WITH_MAIL.at(f"{MON} 09:00"), text="a law", id="news"))
    life = life.got(f"{MON} 10:00", "share", used=["news"])
    call = Call(at=life.at(f"{TUE} 10:00"), reason=Reason(name="insight", about=about, says="worth knowing"))
    assert accused("reason-is-true", Says(call), life, f"{TUE} 09:00") == says


def test_an_errand_that_comes_again_is_named():
    note = Says(Write(at=ADA.at(f"{MON} 10:00"), purpose="thanks", channel="email"))
    told = accused("errand-done-counts", note, ADA, f"{MON} 10:00")
    assert told == "the note 'thanks' by email was done, and is asked for again"
