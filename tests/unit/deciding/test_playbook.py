"""A playbook is a value: it answers the same for ever, and how the answers combine is written down here."""

import datetime as dt
import pickle
import subprocess
import sys
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import attrs
import pytest

from callrules import (
    DEFAULT_RULES,
    Because,
    CallAttempt,
    Commitment,
    Contact,
    Errand,
    Farewell,
    History,
    InvalidValue,
    OptOut,
    Playbook,
    Prepare,
    Reason,
    Rest,
    RuleFailed,
    SeekIntroduction,
    Stop,
    WalkAway,
    Window,
    Write,
    hookimpl,
    parameter,
)
from callrules.deciding.admission import name_of
from callrules.rules import FLOOR, Caps, Hours, Pace

PARIS = ZoneInfo("Europe/Paris")
ANN = Contact(id="ann", phones=["+33142685300"], timezone="Europe/Paris")
NOW = dt.datetime(2026, 11, 20, 10, tzinfo=PARIS)  # a Friday
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NOTHING = History()


@attrs.frozen
class Glad:
    """They would be glad to hear from us."""

    reasons_: tuple[Reason, ...]
    name: str = "glad"

    @hookimpl
    def reasons(self):
        return iter(self.reasons_)


@attrs.frozen
class Guard:
    """Only in this window."""

    window: Window | None
    name: str = "guard"

    @hookimpl
    def permits(self):
        return self.window


@attrs.frozen
class OnlyOn:
    """Only these numbers, each from its own moment on."""

    opens: tuple[tuple[str, dt.datetime], ...]
    name: str = "only_on"

    @hookimpl
    def permits(self, number):
        return Window(start=dict(self.opens)[number], says="this line is free from then on")


@attrs.frozen
class First:
    """Something comes first, or is owed."""

    errand: Errand | None = None
    owed: Errand | None = None
    name: str = "first"

    @hookimpl
    def before(self, reason):
        return self.errand if reason else self.owed


@attrs.frozen
class Ground:
    """A ground to stop."""

    stops: tuple[Stop, ...]
    name: str = "ground"

    @hookimpl
    def walk_away(self):
        return self.stops


@attrs.frozen
class Broken:
    """Raises in one hook."""

    where: str
    name: str = "broken"

    @hookimpl
    def walk_away(self):
        return self._answer("walk_away")

    @hookimpl
    def reasons(self):
        return self._answer("reasons")

    @hookimpl
    def permits(self):
        return self._answer("permits")

    @hookimpl
    def before(self):
        return self._answer("before")

    def _answer(self, hook):
        if hook == self.where:
            raise ZeroDivisionError("division by zero")


@attrs.frozen
class BreaksHalfway:
    """Gives a reason and then raises."""

    name: str = "halfway"

    @hookimpl
    def reasons(self):
        yield WHY
        raise KeyError("nobody")


@attrs.frozen
class Answers:
    """Answers anything at all to one hook."""

    answer: object
    name: str = "answers"


@attrs.frozen
class AnswersReasons(Answers):
    @hookimpl
    def reasons(self):
        return self.answer


@attrs.frozen
class AnswersPermits(Answers):
    @hookimpl
    def permits(self):
        return self.answer


@attrs.frozen
class AnswersBefore(Answers):
    @hookimpl
    def before(self):
        return self.answer


@attrs.frozen
class AnswersWalkAway(Answers):
    @hookimpl
    def walk_away(self):
        return self.answer


def why(name="prospect", **more):
    return Reason(name=name, **{"says": f"because of {name}", **more})


WHY = why()


def glad(*reasons):
    return Glad(reasons)


def step(*rules, history=NOTHING, now=NOW, contact=ANN):
    return Playbook(rules, strict=True).next_step(contact, history, now)


# A playbook is a value


def test_two_playbooks_of_the_same_rules_are_equal_and_a_key_of_a_dict():
    assert Playbook() == Playbook(DEFAULT_RULES)
    assert {Playbook(): 1}[Playbook()] == 1
    assert Playbook() != Playbook().without("pace")
    assert Playbook() != Playbook(strict=True)


@pytest.mark.parametrize(
    "playbook", [Playbook(), Playbook([glad(WHY), Guard(Window(start=NOW, says="now"))], strict=True)]
)
def test_a_playbook_can_be_sent_to_another_process(playbook):
    sent = pickle.loads(pickle.dumps(playbook))  # noqa: S301 - our own
    assert sent == playbook
    assert sent.fingerprint == playbook.fingerprint
    assert sent.next_step(ANN, NOTHING, NOW) == playbook.next_step(ANN, NOTHING, NOW)


def test_a_playbook_that_has_already_answered_can_still_be_sent():
    playbook = Playbook()
    playbook.next_step(ANN, NOTHING, NOW)
    assert pickle.loads(pickle.dumps(playbook)) == playbook  # noqa: S301 - our own


def test_a_playbook_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Playbook().strict = True


def test_the_floor_is_in_every_playbook():
    assert {name_of(rule) for rule in Playbook([]).rules} == {name_of(rule) for rule in FLOOR}
    assert step(glad(WHY), history=History([OptOut(at=NOW - DAY)])).grounds == "do_not_call"


def test_a_rule_is_called_as_it_says_or_as_its_class():
    assert name_of(Pace()) == "pace"
    assert name_of(Glad((), name="monday")) == "monday"
    assert name_of(QuietFridays()) == "quiet_fridays"


class QuietFridays:
    pass


def test_a_rule_replaces_the_one_of_its_name_in_its_place():
    playbook = Playbook().with_rules(Caps(in_7_days=2))
    assert playbook["caps"] == Caps(in_7_days=2)
    assert [name_of(rule) for rule in playbook.rules] == [name_of(rule) for rule in Playbook().rules]


def test_new_rules_stand_beside_the_house_rules_and_guests_are_asked_first():
    playbook = Playbook().with_rules(glad(WHY))
    assert set(playbook.rules) == {*DEFAULT_RULES, glad(WHY)}
    assert playbook.plan["reasons"][0].rule == "glad"


def test_a_changed_playbook_stays_as_strict_as_it_was():
    playbook = Playbook(strict=True)
    assert playbook.with_rules(glad(WHY)).strict
    assert playbook.without("pace").strict


def test_a_rule_left_out_has_no_say():
    at_night = dt.datetime(2026, 11, 20, 3, tzinfo=PARIS)
    assert not Playbook().next_step(ANN, NOTHING, at_night).is_due(at_night)
    assert Playbook().without("hours").next_step(ANN, NOTHING, at_night).is_due(at_night)


def test_a_playbook_is_asked_with_a_contact_a_history_and_an_aware_moment():
    playbook, naive = Playbook(), dt.datetime(2026, 11, 20, 10)
    for ask in (playbook.next_step, playbook.may_call, playbook.explain, playbook.can_promise):
        with pytest.raises(InvalidValue, match="no zone"):
            ask(ANN, NOTHING, naive)
        with pytest.raises(InvalidValue, match="contact: found 'ann', expected a Contact"):
            ask("ann", NOTHING, NOW)
        with pytest.raises(InvalidValue, match=r"history: found a list, expected a History"):
            ask(ANN, [], NOW)


# The fingerprint


@pytest.mark.parametrize(
    "other",
    [
        Playbook().without("pace"),
        Playbook().with_rules(Pace(least_hours=21)),
        Playbook().with_rules(glad(WHY)),
        Playbook().with_rules(Hours(closed_days=(dt.date(2026, 12, 25),))),
    ],
)
def test_the_fingerprint_changes_when_the_rules_or_their_numbers_do(other):
    assert other.fingerprint != Playbook().fingerprint


def test_the_fingerprint_does_not_change_otherwise():
    assert Playbook().with_rules(Pace()).fingerprint == Playbook().fingerprint
    assert Playbook().with_rules(glad(WHY)).without("glad").fingerprint == Playbook().fingerprint
    assert Playbook(strict=True).fingerprint == Playbook().fingerprint


FINGERPRINT = """
import test_playbook as tests
from callrules import Playbook
print(Playbook([tests.Holidays(), tests.Accounts(), tests.Asks()]).fingerprint)
"""


@dataclass(frozen=True)
class Holidays:
    """A rule written with a dataclass."""

    days: frozenset[str] = frozenset({"monday", "tuesday", "wednesday", "thursday"})
    name: str = "holidays"

    @hookimpl
    def permits(self):
        return None


@attrs.frozen
class Accounts:
    """A rule with a set of its own."""

    names: frozenset[str] = frozenset({"acme", "globex", "initech", "umbrella"})

    @hookimpl
    def permits(self):
        return None


def at_home(at):
    return True


@attrs.frozen
class Asks:
    """A rule that is handed a function."""

    ask: object = at_home

    @hookimpl
    def permits(self):
        return None


def test_the_fingerprint_is_the_same_in_every_process():
    def seen(seed):
        command = [sys.executable, "-c", FINGERPRINT]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": __file__.rpartition("/")[0]}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert seen("1") == seen("2") == seen("3")


# A rule that raises never dials


@pytest.mark.parametrize("hook", ["walk_away", "reasons", "permits", "before"])
def test_a_rule_that_raises_never_dials_and_the_answer_names_rule_and_hook(hook):
    answer = Playbook([glad(WHY), Broken(hook)]).next_step(ANN, NOTHING, NOW)
    assert answer == Rest(at=NOW)
    (because,) = answer.because
    assert (because.rule, because.code) == ("broken", "rule_failed")
    assert all(word in because.says for word in ("'broken'", f"'{hook}'", "ZeroDivisionError", "division by zero"))


@pytest.mark.parametrize("hook", ["walk_away", "reasons", "permits", "before"])
def test_a_strict_playbook_raises(hook):
    playbook = Playbook([glad(WHY), Broken(hook)], strict=True)
    with pytest.raises(RuleFailed, match="division by zero") as failed:
        playbook.next_step(ANN, NOTHING, NOW)
    assert (failed.value.rule, failed.value.hook) == ("broken", hook)
    assert isinstance(failed.value.__cause__, ZeroDivisionError)
    with pytest.raises(RuleFailed):
        playbook.may_call(ANN, NOTHING, NOW)


@pytest.mark.parametrize("hook", ["walk_away", "reasons", "permits", "before"])
def test_the_last_gate_stays_shut_for_a_rule_that_raises(hook):
    verdict = Playbook([glad(WHY), Broken(hook)]).may_call(ANN, NOTHING, NOW)
    assert not verdict
    assert verdict.because[0].rule == "broken"


def test_nothing_can_be_promised_while_a_guard_raises():
    verdict = Playbook([Broken("permits")]).can_promise(ANN, NOTHING, NOW + DAY)
    assert not verdict
    assert verdict.because[0].code == "rule_failed"


def test_a_generator_that_raises_halfway_never_dials_for_the_reason_it_gave_before():
    answer = Playbook([BreaksHalfway()]).next_step(ANN, NOTHING, NOW)
    assert answer == Rest(at=NOW)
    assert "'halfway'" in answer.says
    assert "nobody" in answer.says


def test_a_rule_that_raises_does_not_reopen_what_was_closed():
    answer = Playbook([Broken("reasons")]).next_step(ANN, History([OptOut(at=NOW - DAY)]), NOW)
    assert answer.grounds == "do_not_call"


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (AnswersReasons("call them"), "answered a text, expected Reason"),
        (AnswersReasons(Window(says="now")), "expected Reason"),
        (AnswersReasons((WHY, None)), "answered None, expected Reason"),
        (AnswersReasons(True), "answered True, expected Reason"),
        (AnswersPermits(True), "answered True, expected Window"),
        (AnswersPermits(False), "answered False, expected Window"),
        (AnswersPermits((Window(says="now"), Window(says="later"))), "expected Window or None"),
        (AnswersPermits(Window(end=NOW, says="before")), "answered a window that ends at"),
        (AnswersBefore(WHY), "expected Write or Prepare or SeekIntroduction"),
        (AnswersBefore(Rest(at=NOW)), "expected Write or Prepare or SeekIntroduction"),
        (AnswersBefore(WalkAway(at=NOW, grounds="stalled")), "expected Write or Prepare or SeekIntroduction"),
        (AnswersWalkAway("stalled"), "answered a text, expected Stop"),
        (AnswersWalkAway(WalkAway(at=NOW, grounds="stalled")), "expected Stop"),
    ],
)
def test_an_answer_of_the_wrong_type_never_dials_and_says_what_was_expected(rule, says):
    answer = Playbook([glad(WHY), rule]).next_step(ANN, NOTHING, NOW)
    assert answer == Rest(at=NOW)
    assert "'answers'" in answer.says
    assert says in answer.says
    with pytest.raises(RuleFailed):
        Playbook([glad(WHY), rule], strict=True).next_step(ANN, NOTHING, NOW)


def test_no_rule_can_dial_by_calling_it_an_errand():
    from callrules import Call

    answer = Playbook([AnswersBefore(Call(at=NOW, reason=WHY))]).next_step(ANN, NOTHING, NOW)
    assert answer == Rest(at=NOW)
    assert "'answers'" in answer.says


def test_somebody_who_stops_the_program_is_not_taken_for_a_broken_rule():
    @attrs.frozen
    class Interrupted:
        @hookimpl
        def reasons(self):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Playbook([Interrupted()]).next_step(ANN, NOTHING, NOW)


# Choosing


def test_no_reason_no_call():
    answer = step()
    assert answer == Rest(at=None)
    assert answer.because[0].code == "no_reason"


def test_the_earliest_that_can_be_called_comes_first_whatever_its_rank():
    answer = step(glad(why("insight", due=NOW + DAY), why("birthday", due=NOW + HOUR)))
    assert (answer.reason.name, answer.at, answer.since) == ("birthday", NOW + HOUR, NOW + HOUR)


def test_at_the_same_moment_the_rank_decides_and_then_the_name():
    assert step(glad(why("insight"), why("recently_met"), why("birthday"))).reason.name == "recently_met"
    assert step(glad(why("wedding"), why("birthday"))).reason.name == "birthday"
    assert step(glad(why("insight", due=NOW - 9 * DAY), why("recently_met"))).reason.name == "recently_met"


def test_how_long_a_call_is_overdue_shows():
    answer = step(glad(why(due=NOW - 9 * DAY)))
    assert (answer.at, answer.since) == (NOW, NOW - 9 * DAY)


def test_the_order_of_the_rules_decides_nothing():
    rules = [
        glad(why("insight"), why("recently_met", due=NOW + DAY)),
        Guard(Window(start=NOW + 2 * HOUR, says="later")),
        First(Prepare(missing=["why"])),
        Ground((Stop(grounds="stalled", since=NOW + 9 * DAY, says="x"),)),
    ]
    assert len({step(*rules[turn:], *rules[:turn]) for turn in range(4)}) == 1


def test_every_number_is_tried_and_the_first_that_can_be_rung_is_rung():
    two = Contact(id="ann", phones=["+33142685300", "+33142685301"], timezone="Europe/Paris")
    opens = (("+33142685300", NOW + 3 * HOUR), ("+33142685301", NOW + HOUR))
    answer = step(glad(WHY), OnlyOn(opens), contact=two)
    assert (answer.number, answer.at) == ("+33142685301", NOW + HOUR)


def test_where_the_host_keeps_the_numbers_the_number_is_left_open():
    assert step(glad(WHY), contact=Contact(id="ann")).number is None


def test_cold_reasons_wait_while_a_warm_one_is_pending():
    for cold in ("lapsed_customer", "dormant_customer", "competitor_customer", "prospect"):
        answer = step(glad(why(cold), why("insight", due=NOW + 30 * DAY)))
        assert (answer.reason.name, answer.at) == ("insight", NOW + 30 * DAY)


def test_a_cold_reason_waits_for_a_warm_one_only_until_that_expires():
    warm = why("insight", due=NOW + 30 * DAY, expires=NOW + 40 * DAY)
    closed = Window(start=NOW + 50 * DAY, says="closed until then")
    answer = step(glad(why("prospect"), warm), Guard(closed))
    assert (answer.reason.name, answer.at) == ("prospect", NOW + 50 * DAY)


def test_a_cold_reason_can_be_called_when_the_warm_one_expires_unheard():
    too_late = Window(start=NOW + 9 * DAY, says="nobody at home for that")

    @attrs.frozen
    class NoInsightsNow:
        @hookimpl
        def permits(self, reason):
            return too_late if reason.name == "insight" else None

    warm = why("insight", expires=NOW + 3 * DAY)
    answer = step(glad(why("prospect"), warm), NoInsightsNow())
    assert (answer.reason.name, answer.at) == ("prospect", NOW + 3 * DAY)


def test_a_guests_reason_does_not_wait_for_warm_ones():
    assert step(glad(why("birthday"), why("insight", due=NOW + DAY))).reason.name == "birthday"


def test_before_an_open_promise_only_a_returned_call_or_another_promise_may_come():
    promise = why("promise", due=NOW + 5 * DAY)
    for other in ("their_promise_lapsed", "red_phone", "recently_met", "follow_up", "insight", "prospect", "birthday"):
        assert step(glad(why(other), promise)).reason == promise
    assert step(glad(why("returned_call"), promise)).reason.name == "returned_call"
    sooner = why("promise", about="another", due=NOW + DAY)
    assert step(glad(sooner, promise)).reason == sooner


def test_a_reason_is_used_up_once_that_pair_of_name_and_matter_was_heard():
    heard = CallAttempt(at=NOW - DAY, disposition="conversation", reason="insight", about="shop")
    one, other = why("insight", about="shop"), why("insight", about="lease")
    assert step(glad(one), history=History([heard])) == Rest(at=None)
    assert step(glad(one, other), history=History([heard])).reason == other


@pytest.mark.parametrize(
    ("about", "comes_back"), [({"about": "shop"}, False), ({}, True), ({"about": "shop", "named": "day"}, True)]
)
def test_what_falls_due_after_it_was_heard_comes_back_only_without_a_matter_or_where_they_named_it(about, comes_back):
    heard = CallAttempt(at=NOW - DAY, disposition="conversation", reason="insight", about=about.get("about"))
    again = step(glad(why("insight", due=NOW - HOUR, **about)), history=History([heard]))
    assert (again.type == "call") is comes_back
    assert step(glad(why("insight", due=NOW - 2 * DAY, **about)), history=History([heard])) == Rest(at=None)


@pytest.mark.parametrize("disposition", ["no_answer", "voicemail_left", "gatekeeper", "busy", "hung_up"])
def test_a_reason_that_was_not_heard_still_stands(disposition):
    tried = CallAttempt(at=NOW - DAY, disposition=disposition, reason="insight", about="shop")
    assert step(glad(why("insight", about="shop")), history=History([tried])).reason.name == "insight"


def test_from_the_moment_it_expires_a_reason_is_none():
    assert step(glad(why(expires=NOW))) == Rest(at=None)
    assert step(glad(why(expires=NOW + HOUR))).is_due(NOW)


def test_a_reason_that_expires_before_anybody_may_ring_makes_no_call():
    later = Guard(Window(start=NOW + 3 * HOUR, says="lunch"))
    assert step(glad(why(expires=NOW + HOUR)), later).type == "rest"
    assert step(glad(why(expires=NOW + 3 * HOUR)), later).type == "rest"
    assert step(glad(why(expires=NOW + 4 * HOUR)), later).at == NOW + 3 * HOUR


def test_where_the_best_reason_expires_too_soon_the_next_one_is_called():
    later = Guard(Window(start=NOW + 3 * HOUR, says="lunch"))
    assert step(glad(why("insight", expires=NOW + HOUR), why("birthday")), later).reason.name == "birthday"


def test_the_window_of_a_call_ends_with_its_reason():
    assert step(glad(why(expires=NOW + HOUR))).until == NOW + HOUR
    day = Guard(Window(end=NOW + 2 * HOUR, says="today"))
    assert step(glad(why(expires=NOW + HOUR)), day).until == NOW + HOUR
    assert step(glad(why(expires=NOW + 9 * HOUR)), day).until == NOW + 2 * HOUR


def test_guards_that_never_agree_are_named_and_the_contact_rests():
    answer = step(glad(WHY), Guard(Window.never("their line was cut"), name="line"))
    assert answer == Rest(at=None)
    assert [(each.rule, each.code, each.says) for each in answer.because] == [
        ("line", "conflict", "their line was cut")
    ]


def test_one_more_guard_never_gives_an_earlier_call():
    free = step(glad(WHY))
    assert step(glad(WHY), Guard(Window(start=NOW - DAY, says="since yesterday"))).at == free.at
    assert step(glad(WHY), Guard(Window(start=NOW + DAY, says="from tomorrow"))).at > free.at


def test_facts_that_lie_ahead_of_now_decide_nothing_until_the_latest_of_them():
    ahead = History([CallAttempt(at=NOW + DAY, disposition="no_answer"), Farewell(at=NOW + HOUR)])
    answer = step(glad(WHY), history=ahead)
    assert answer == Rest(at=NOW + DAY)
    assert "clock" in answer.says
    assert step(glad(WHY), history=ahead, now=NOW + DAY).type == "call"


# What comes first


def test_what_must_be_done_first_holds_the_call_and_is_due_no_later_than_the_call_could_be():
    prepare = Prepare(at=NOW + 9 * DAY, missing=["why"])
    answer = step(glad(why(due=NOW + DAY)), First(prepare))
    assert answer == attrs.evolve(prepare, at=NOW + DAY)
    assert step(glad(why(due=NOW + DAY)), First(Prepare(missing=["why"]))).at == NOW
    assert step(glad(WHY), First(Prepare(at=NOW - 9 * DAY, since=NOW - 9 * DAY, missing=["why"]))).at == NOW


def test_an_errand_says_why_even_where_its_rule_did_not():
    answer = step(glad(WHY), First(Prepare(missing=["why"])))
    assert answer.because[0].rule == "first"
    spoken = Prepare(missing=["why"], because=(Because("first", "prepare", "nobody knows why"),))
    assert step(glad(WHY), First(spoken)).says == "nobody knows why"


def test_what_is_owed_anyway_is_owed_without_any_reason_to_call():
    thanks = Write(at=NOW - DAY, since=NOW - DAY, purpose="thanks")
    assert step(First(owed=thanks)) == attrs.evolve(thanks, at=NOW)


def test_at_a_tie_the_call_comes_before_what_is_owed():
    assert step(glad(WHY), First(owed=Write(at=NOW, purpose="thanks"))).type == "call"
    assert step(glad(why(due=NOW + HOUR)), First(owed=Write(at=NOW, purpose="thanks"))).type == "write"


def test_another_reason_that_nothing_holds_up_is_called_meanwhile():
    @attrs.frozen
    class PrepareForInsights:
        @hookimpl
        def before(self, reason):
            return Prepare(at=NOW, missing=["why"]) if reason and reason.name == "insight" else None

    answer = step(glad(why("insight"), why("birthday")), PrepareForInsights())
    assert (answer.type, answer.reason.name) == ("call", "birthday")


@pytest.mark.parametrize("errand", [Prepare(missing=["why", "outcome"]), SeekIntroduction(path=["ben"])])
@pytest.mark.parametrize(
    "reason", [why("promise", due=NOW), why("returned_call"), why("birthday", due=NOW, named="hour")]
)
def test_preparation_holds_up_no_promise_and_becomes_a_caution(reason, errand):
    answer = step(glad(reason), First(errand))
    assert (answer.type, answer.at) == ("call", NOW)
    assert [each.rule for each in answer.because if each.code == "caution"] == ["first"]


# Walking away


def stop(grounds="stalled", since=NOW - DAY, **more):
    return Stop(grounds=grounds, since=since, says=f"because of {grounds}", **more)


def test_one_ground_is_enough_whatever_reasons_there_are():
    answer = step(glad(why("returned_call")), Ground((stop(),)))
    assert answer == WalkAway(grounds="stalled", at=NOW, since=NOW - DAY)


def test_of_several_grounds_the_hardest_is_named_and_an_opt_out_before_all():
    grounds = (stop("unanswered", NOW - 9 * DAY), stop("bankrupt"), stop("disqualified"), stop("not_interested"))
    assert step(Ground(grounds)).grounds == "disqualified"
    assert step(Ground(grounds), history=History([OptOut(at=NOW - HOUR)])).grounds == "do_not_call"


def test_after_a_goodbye_walking_away_stays_the_answer_with_nothing_left_to_do():
    answer = step(glad(WHY), Ground((stop(),)), history=History([Farewell(at=NOW - HOUR)]))
    assert (answer.type, answer.at) == ("walk_away", None)


def test_a_goodbye_said_before_the_ground_arose_does_not_count():
    assert step(Ground((stop(),)), history=History([Farewell(at=NOW - 2 * DAY)])).at == NOW


def test_a_ground_with_a_date_is_looked_at_again_on_it_and_the_reasons_count_as_due_that_day():
    ground, goodbye = Ground((stop(revisit=NOW + 90 * DAY),)), History([Farewell(at=NOW - HOUR)])
    assert step(glad(WHY), ground, history=goodbye) == Rest(at=NOW + 90 * DAY)
    answer = step(
        glad(why("dormant_customer", due=NOW - 99 * DAY), why("insight", due=NOW)),
        ground,
        history=goodbye,
        now=NOW + 90 * DAY,
    )
    assert (answer.reason.name, answer.at, answer.since) == ("insight", NOW + 90 * DAY, NOW + 90 * DAY)


def test_once_we_have_talked_again_no_reason_counts_as_due_on_the_day_of_the_second_look():
    ground, later = Ground((stop(revisit=NOW + 90 * DAY),)), glad(why("insight", due=NOW + 270 * DAY))
    said, talk = Farewell(at=NOW - HOUR), CallAttempt(at=NOW + 91 * DAY, disposition="conversation")
    assert step(later, ground, history=History([said]), now=NOW + 92 * DAY).since == NOW + 90 * DAY
    assert step(later, ground, history=History([said, talk]), now=NOW + 92 * DAY).since == NOW + 270 * DAY


def test_a_goodbye_that_was_said_rests_until_a_ground_begins_that_is_harder_to_lift():
    harder, goodbye = stop("disqualified", NOW + 30 * DAY), History([Farewell(at=NOW - HOUR)])
    for revisit in (None, NOW + 90 * DAY):
        grounds = Ground((stop("unanswered", revisit=revisit), harder))
        assert step(grounds, history=goodbye) == Rest(at=harder.since)
        assert step(grounds, history=goodbye, now=harder.since).grounds == "disqualified"


def test_a_goodbye_that_was_said_stands_when_a_ground_begins_that_is_easier_to_lift():
    grounds, goodbye = Ground((stop(), stop("unanswered", NOW + 30 * DAY))), History([Farewell(at=NOW - HOUR)])
    for days in (0, 30):
        answer = step(grounds, history=goodbye, now=NOW + days * DAY)
        assert (answer.grounds, answer.at) == ("stalled", None)


def test_a_ground_that_arises_later_is_answered_when_it_does_unless_a_call_comes_before():
    ground = Ground((stop(since=NOW + DAY),))
    assert step(glad(WHY), ground).type == "call"
    assert step(glad(why(due=NOW + 2 * DAY)), ground) == WalkAway(grounds="stalled", at=NOW + DAY, since=NOW + DAY)
    assert step(ground).at == NOW + DAY


def test_the_window_of_a_call_ends_where_a_ground_to_stop_arises():
    soon = Ground((stop(since=NOW + HOUR),))
    answer = step(glad(WHY), soon)
    assert (answer.at, answer.until) == (NOW, NOW + HOUR)
    playbook = Playbook([glad(WHY), soon])
    assert [playbook.may_call(ANN, NOTHING, at).allowed for at in (NOW, answer.until)] == [True, False]


def test_who_asked_not_to_be_called_is_written_to_by_nobody():
    answer = step(history=History([OptOut(at=NOW - DAY)]), contact=Contact(id="ann", email="ann@example.org"))
    assert (answer.at, answer.channel) == (None, None)


def test_walking_away_beats_a_moment_they_named():
    assert step(glad(why("promise", due=NOW, named="hour")), Ground((stop(),))).type == "walk_away"


# The house rules together


def test_the_example_on_the_front_page_of_the_design_runs():
    playbook = Playbook()
    history = NOTHING.add(CallAttempt(at=NOW - HOUR, disposition="hung_up"))
    answer = playbook.next_step(attrs.evolve(ANN, email="ann@example.org"), history, NOW)
    assert (answer.type, answer.purpose, answer.is_due(NOW)) == ("write", "after_hang_up", True)
    assert not playbook.may_call(ANN, history, NOW)


def test_the_patience_of_the_design_can_be_written_as_it_stands_there():
    @attrs.frozen
    class Patience:
        """No call within two days of the last one."""

        gap: dt.timedelta = parameter(2 * DAY, says="days between calls", source="the design")

        @hookimpl
        def permits(self, history):
            if history.attempts:
                return Window(start=history.attempts[-1].at + self.gap, says="two days between calls")
            return None

    tried = History([CallAttempt(at=NOW - HOUR, disposition="no_answer")])
    assert step(glad(WHY), Patience(), history=tried).at == NOW - HOUR + 2 * DAY
    assert step(glad(WHY), Patience()).at == NOW


def test_a_promise_that_was_kept_is_not_rung_twice():
    promised = Commitment(at=NOW - DAY, by="us", due=NOW, id="p1")
    rung = CallAttempt(at=NOW, disposition="conversation", reason="promise", about="p1")
    before, after = History([promised]), History([promised, rung])
    assert Playbook().next_step(ANN, before, NOW).reason.name == "promise"
    later = Playbook().next_step(ANN, after, NOW)
    assert later.type != "call" or later.reason.name != "promise"
