"""A cold reason waits for a warmer one that can still be called, says so, and waits for no other."""

import datetime as dt

import attrs

from callrules import Contact, History, Insight, Playbook, Reason, Window, hookimpl

ADA = Contact(id="ada", timezone="Africa/Abidjan", phones=["+33155500105", "+33155500106"])
NOW = dt.datetime(2026, 5, 11, 11, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
NEWS = History([Insight(at=NOW - HOUR, text="a new law")])
NEVER = Window.never("insights go by mail")


@attrs.frozen
class InsightsByMail:
    """What may be rung about is not rung about: the guard's answer for insights, on some numbers or on all."""

    window: Window = NEVER
    only: str | None = None
    about: str = "insight"
    name: str = "insights_by_mail"

    @hookimpl
    def permits(self, reason, number):
        return self.window if reason.name == self.about and self.only in (None, number) else None


@attrs.frozen
class Glad:
    given: tuple[Reason, ...]
    name: str = "glad"

    @hookimpl
    def reasons(self):
        return self.given


def step(guard, history=NEWS, now=NOW):
    return Playbook().with_rules(guard).next_step(ADA, history, now)


def why(name, **more):
    return Reason(name=name, says=f"because of {name}", **more)


def chosen(guard, *reasons):
    return Playbook(()).with_rules(guard, Glad(reasons)).next_step(ADA, History(), NOW)


def test_a_cold_reason_does_not_wait_for_news_that_may_never_be_rung_about():
    call = step(InsightsByMail())
    assert (call.reason.name, call.at) == ("prospect", NOW)
    assert "waits" not in {each.code for each in call.because}


def test_it_waits_for_news_whose_moment_is_still_to_come():
    call = step(InsightsByMail(Window(start=NOW + 2 * DAY, says="insights next week")))
    assert (call.reason.name, call.at) == ("insight", NOW + 2 * DAY)


def test_who_waits_for_a_warmer_reason_names_its_rule_and_says_until_when():
    call = step(InsightsByMail(Window(start=NOW + 365 * DAY, says="insights next year")))
    waits = next(each for each in call.because if each.code == "waits")
    assert call.reason.name == "prospect"
    assert (waits.rule, waits.until) == ("insights", NOW - HOUR + 90 * DAY)
    assert waits.says == "waits for a warmer reason (insight): worth knowing for them: a new law"


def test_the_gate_says_what_a_call_waits_for():
    guard = InsightsByMail(Window(start=NOW + 365 * DAY, says="insights next year"))
    verdict = Playbook().with_rules(guard).may_call(ADA, NEWS, NOW)
    assert not verdict.allowed
    assert "waits" in {each.code for each in verdict.because}


def test_news_that_may_be_rung_about_on_one_of_their_numbers_still_comes_first():
    guard = InsightsByMail(only="+33155500105")
    call = step(guard)
    assert (call.reason.name, call.number) == ("insight", "+33155500106")
    assert not Playbook().with_rules(guard).may_call(ADA, NEWS, NOW, number="+33155500105").allowed


def test_a_promise_that_may_never_be_kept_holds_nothing_back():
    promise = why("promise", due=NOW + DAY)
    assert chosen(InsightsByMail(about="promise"), promise, why("insight")).reason.name == "insight"
    assert chosen(InsightsByMail(about="insight"), promise, why("insight")).reason.name == "promise"


def test_who_would_have_waited_for_what_expires_before_it_is_due_says_nothing_of_it():
    late = InsightsByMail(Window(start=NOW + 9 * DAY, says="closed"))
    call = chosen(late, why("insight", expires=NOW + DAY), why("prospect", due=NOW + 2 * DAY))
    assert (call.reason.name, call.at) == ("prospect", NOW + 2 * DAY)
    assert "waits" not in {each.code for each in call.because}


def test_of_several_warmer_reasons_the_one_that_holds_longest_is_named():
    late = InsightsByMail(Window(start=NOW + 99 * DAY, says="closed"))
    sooner, later = why("insight", about="a", expires=NOW + DAY), why("insight", about="b", expires=NOW + 2 * DAY)
    call = chosen(late, sooner, later, why("prospect"))
    assert [each.until for each in call.because if each.code == "waits"] == [NOW + 2 * DAY]
