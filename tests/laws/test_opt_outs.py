"""An opt-out is final, whatever is imported, merged or taken back later (rulebook D6, F4)."""

import attrs
from hypothesis import given
from hypothesis import strategies as st
from probing import DAY, between
from story import told

from callrules import (
    Call,
    CallAttempt,
    Consent,
    Direction,
    Disposition,
    History,
    Message,
    OptOut,
    Playbook,
    Prepare,
    Reply,
    Retraction,
    SeekIntroduction,
    Write,
)
from callrules.testing.strategies import people, situations

HOUSE = Playbook(strict=True)


def _refusals(at):
    known = {"at": at, "id": "no"}
    yield OptOut(**known)
    yield OptOut(**known, channel="phone")
    yield OptOut(**known, number="+12065550105")
    yield CallAttempt(**known, disposition=Disposition.DO_NOT_CALL)
    yield CallAttempt(**known, disposition=Disposition.DO_NOT_CALL, direction=Direction.INBOUND)
    yield Message(**known, channel="email", direction=Direction.INBOUND, reply=Reply.DO_NOT_CALL)


def _overwritten(refusal):
    later = refusal.at + DAY
    if isinstance(refusal, OptOut):
        return attrs.evolve(refusal, recorded=later, channel="email")
    if isinstance(refusal, CallAttempt):
        return attrs.evolve(refusal, recorded=later, disposition=Disposition.CONVERSATION)
    return attrs.evolve(refusal, recorded=later, reply=Reply.ANSWER)


def _is_own_consent(fact):
    return isinstance(fact, Consent) and fact.contact in {None, "c"}


def _without_consent(history):
    return History(fact for fact in history.entries if not _is_own_consent(fact))


@given(situations(), people(), st.sampled_from(range(6)), st.booleans(), st.booleans())
def test_who_asked_us_to_stop_is_never_rung_or_written_to_again(situation, later_life, way, takes_back, overwrites):
    contact, history, at = told(situation)
    refusal = list(_refusals(at))[way]
    later = [*later_life[1].entries]
    later += [Retraction(at=at + DAY, of="no")] if takes_back else []
    later += [_overwritten(refusal)] if overwrites else []
    everything = _without_consent(History([*later, refusal]).merge(history))
    latest = max(at, everything.latest)
    for moment in between(contact, everything, latest, latest + 800 * DAY, most=2):
        step = HOUSE.next_step(contact, everything, moment)
        assert not isinstance(step, (Call, Write, Prepare, SeekIntroduction)), (moment, step)
        assert not HOUSE.may_call(contact, everything, moment).allowed, moment


@given(situations(), st.sampled_from(range(6)))
def test_only_a_consent_of_their_own_opens_the_door_again(situation, way):
    contact, history, at = told(situation)
    at = max(at, history.latest or at)
    refused = _without_consent(history).add(list(_refusals(at))[way])
    neighbours = refused.add(Consent(at=at + DAY, contact="somebody else"))
    assert not HOUSE.may_call(contact, neighbours, at + 2 * DAY).allowed
    assert HOUSE.next_step(contact, neighbours, at + 2 * DAY).type == "walk_away"
    own = refused.add(Consent(at=at + DAY))
    assert own.seen_by(contact).opted_out is None


@given(situations(), st.sampled_from(("name", "email")), st.booleans())
def test_a_no_written_down_on_another_card_of_theirs_holds_on_this_one(situation, known_by, on_the_main_number):
    contact, history, at = told(situation)
    at = max(at, history.latest or at)
    number = "+15145550113" if on_the_main_number else "+15145550113;ext=227"
    card = attrs.evolve(contact, phones=["+15145550113;ext=227"], **{known_by: "kim@example.org"})
    beside = OptOut(at=at, contact="another card", numbers=[number], **{known_by: "KIM@example.org "})
    everything = _without_consent(history).add(beside)
    assert not HOUSE.may_call(card, everything, at + DAY).allowed
    assert not isinstance(HOUSE.next_step(card, everything, at + DAY), (Call, Write, Prepare, SeekIntroduction))
