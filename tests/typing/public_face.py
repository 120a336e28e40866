"""What a host and a rule author write, as a type checker sees it. Checked by `mypy`, never run.

An `ignore` with a code is an assertion too: strict mypy warns where there is nothing to ignore.
"""

import datetime as dt
from collections.abc import Iterator
from typing import assert_never, assert_type

import attrs

import callrules
from callrules import (
    DEFAULT_RULES,
    Because,
    Call,
    CallAttempt,
    Commitment,
    Contact,
    Disposition,
    Errand,
    Explanation,
    Fact,
    Farewell,
    History,
    Insight,
    Meeting,
    Message,
    Playbook,
    Prepare,
    Purchase,
    Reason,
    Rest,
    SeekIntroduction,
    Step,
    Stop,
    Verdict,
    WalkAway,
    Window,
    Write,
    day_key,
    hookimpl,
    parameter,
)

NOW = dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC)


@attrs.frozen
class Patience:
    """No call within two days of the last one."""

    gap: dt.timedelta = parameter(dt.timedelta(days=2), says="days between calls", source="the design")
    most: int = parameter(3, says="calls a week", source="us")

    @hookimpl
    def permits(self, history: History) -> Window | None:
        """Wait for the gap to pass."""
        if history.attempts:
            return Window(start=history.attempts[-1].at + self.gap, says="two days between calls")
        return None

    @hookimpl
    def reasons(self, contact: Contact, history: History) -> Iterator[Reason]:
        """Tell them what is new."""
        for insight in history.insights:
            assert_type(insight, Insight)
            yield Reason(name="insight", about=insight.id, due=insight.at, says=f"tell {contact.called} about it")

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        """Stop after three."""
        return Stop(grounds="enough", since=NOW, says="enough") if len(history.attempts) > self.most else None

    @hookimpl
    def before(self, reason: Reason | None) -> Errand | None:
        """Find out why first."""
        return Prepare(missing=("why",)) if reason else None


# A decorated hook keeps its type, and a parameter that of its default.
assert_type(Patience().permits(History()), Window | None)
assert_type(Patience(gap=dt.timedelta(days=3)).gap, dt.timedelta)
assert_type(Patience().most, int)
Patience(gap=3)  # type: ignore[arg-type]


def a_day(contact: Contact, history: History) -> None:
    """Ask what a host asks."""
    playbook = Playbook((*DEFAULT_RULES, Patience()), strict=True)
    assert_type(Playbook.from_toml("playbook.toml"), Playbook)
    assert_type(Playbook.with_installed_rules(), Playbook)
    assert_type(playbook.with_rules(Patience()), Playbook)
    assert_type(playbook.without("pace"), Playbook)
    assert_type(playbook.fingerprint, str)

    step = playbook.next_step(contact, history, NOW)
    assert_type(step, Step)
    assert_type(step.at, dt.datetime | None)
    assert_type(step.is_due(NOW), bool)
    assert_type(step.because, tuple[Because, ...])
    assert_type(step.says, str)

    verdict = playbook.may_call(contact, history, NOW, number="+12065550105")
    assert_type(verdict, Verdict)
    assert_type(verdict.allowed, bool)
    assert_type(verdict.number, str | None)
    assert_type(playbook.can_promise(contact, history, dt.date(2026, 11, 23), asked_by="us"), Verdict)
    assert_type(playbook.explain(contact, history, NOW), Explanation)

    playbook.next_step(contact, [], NOW)  # type: ignore[arg-type]
    playbook.next_step(contact, history, "now")  # type: ignore[arg-type]
    playbook.may_call(contact, history, NOW, "+12065550105")  # type: ignore[call-arg]


def each_kind(step: Step) -> str | None:
    """Look into a step."""
    if isinstance(step, Call):
        assert_type(step.reason, Reason)
        assert_type(step.until, dt.datetime | None)
        return step.number
    if isinstance(step, Write):
        assert_type(step.promises, dt.date | None)
        return step.purpose
    if isinstance(step, Prepare):
        return ", ".join(step.missing)
    if isinstance(step, SeekIntroduction):
        return " > ".join(step.path)
    if isinstance(step, WalkAway):
        return step.grounds
    return None


def exhaustive(step: Step) -> str:
    """Narrow to nothing: a step is one of six."""
    match step:
        case Call():
            return step.reason.name
        case Write(purpose=purpose):
            return purpose
        case Prepare() | SeekIntroduction():
            assert_type(step, Prepare | SeekIntroduction)
            return step.type
        case WalkAway():
            return step.grounds
        case Rest():
            return "rest"
        case _:
            assert_never(step)


def closed(step: Step, contact: Contact, history: History) -> None:
    """Close steps as facts, and sort them."""
    assert_type(day_key(contact, history, step), str)
    assert_type(day_key(contact, history, step, Playbook().priority(contact, history, step, NOW), live=NOW.date()), str)
    if isinstance(step, Call):
        assert_type(step.attempt(at=NOW, disposition="hung_up", id=17, used=[1, "two"]), CallAttempt)
        step.attempt(at=NOW, remarks="nice")  # type: ignore[call-arg]
        step.attempt(at=NOW, rep=b"rita")  # type: ignore[arg-type]
    if isinstance(step, Write):
        assert_type(step.message(at=NOW, text="Sorry"), Message)
    if isinstance(step, WalkAway):
        assert_type(step.goodbye(at=NOW), Message | Farewell)
    print(step.reason)  # type: ignore[union-attr]
    assert_type(Playbook().with_installed_rules(), Playbook)
    Playbook().from_toml("playbook.toml")  # type: ignore[arg-type]
    callrules.Playbok  # type: ignore[attr-defined]  # noqa: B018 - asking is the test


def what_happened(history: History) -> None:
    """Read and add facts."""
    called = CallAttempt(at=NOW, disposition=Disposition.HUNG_UP)
    assert_type(history.add(called), History)
    assert_type(history.add(called, Meeting(at=NOW)), History)
    assert_type(history.merge(History()), History)
    assert_type(history.attempts, tuple[CallAttempt, ...])
    assert_type(history.last_talk, CallAttempt | Meeting | None)
    assert_type(history.of(Commitment), tuple[Commitment, ...])
    assert_type(history.facts, tuple[Fact, ...])
    assert_type(history.opted_out, Fact | None)
    assert_type(called.disposition.traits.talked, bool)
    history.add("hung up")  # type: ignore[arg-type]
    called.at = NOW  # type: ignore[misc]


def values() -> None:
    """Build them by keyword only."""
    assert_type(Contact(id="ann").phones, tuple[object, ...])  # type: ignore[assert-type]
    Contact("ann")  # type: ignore[call-arg]
    Contact()  # type: ignore[call-arg]
    Contact(id=17, phones=["+12065550105"], role="influencer", drivers=["pride"])
    Contact(id=1.5)  # type: ignore[arg-type]
    CallAttempt(at=NOW, disposition="no_answer", direction="inbound", outcome="order", agreed=["a date"])
    CallAttempt(at=NOW, disposition=5)  # type: ignore[arg-type]
    Message(at=NOW, channel="email", direction="inbound", reply="answer")
    Commitment(at=NOW, by="us", due=dt.date(2026, 11, 23), kind="call", asked_by="them")
    Purchase(at=NOW, amount="129.00", currency="EUR")
    Reason(name="reorder", says="they have run out", named="day", about=17)
    Window.never(says="nobody is at home")
