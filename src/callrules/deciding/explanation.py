"""Why this step: every rule's say, also that of the silent ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from callrules.calendars import Calendar
from callrules.day_names import dated_with_weekday
from callrules.deciding.answerer import Answerer
from callrules.deciding.question import Question
from callrules.errors import RuleFailed
from callrules.hookspecs import DECIDING, ORDERING
from callrules.moments import Window
from callrules.promises import Named
from callrules.redaction import on_one_line
from callrules.step import Call, Errand, Reason, Step, Stop

if TYPE_CHECKING:
    from rich.console import RenderableType


@attrs.frozen
class Say:
    """One rule's answer to one question; `None` is silence."""

    rule: str
    hook: str
    says: str | None = attrs.field(repr=False)


@attrs.frozen
class Explanation:
    """A step, and what every rule had to say about it. `str` is plain text; rich draws a table."""

    contact: str = attrs.field(repr=False)
    now: dt.datetime
    step: Step
    says: tuple[Say, ...]
    calendar: Calendar

    @property
    def headline(self) -> str:
        """The step in one line, in the contact's own time."""
        when = f"from {local(self.step.at, self.calendar)}" if self.step.at else "at no known moment"
        return on_one_line(f"{self.contact}: {self.step.type.replace('_', ' ')} {when} — {self.step.says}")

    def __str__(self) -> str:
        """One line per say, silent rules last."""
        width = max((len(say.rule) for say in self.says), default=0)
        lines = [f"  {say.rule:{width}} {say.hook:9} {say.says or '–'}" for say in self.by_loudness()]
        return "\n".join([self.headline, *lines])

    def by_loudness(self) -> list[Say]:
        """Those who said something first, in the order in which they were asked."""
        return sorted(self.says, key=lambda say: say.says is None)

    def __rich__(self) -> RenderableType:
        """A table, with the silent rules dimmed."""
        from rich.table import Table
        from rich.text import Text

        table = Table("rule", "question", "says", title=Text(self.headline), title_justify="left")
        for say in self.by_loudness():
            cells = (Text(each) for each in (say.rule, say.hook, say.says or "silent"))
            table.add_row(*cells, style=None if say.says else "dim")
        return table


def local(at: dt.datetime, calendar: Calendar) -> str:
    """An instant as the contact's clock shows it."""
    local = calendar.local(at)
    return f"{dated_with_weekday(local)} {local:%H:%M}"


def explain(question: Question, step: Step, rules: Sequence[str]) -> Explanation:
    """Ask every rule every question it answers, and write down what it says."""
    reason = _in_question(question, step)
    says = tuple(say for rule in rules for say in (*_of_rule(question, rule, reason), *_in_order(question, rule, step)))
    contact = question.contact
    return Explanation(contact.called, question.now, step, says, question.history.calendar)


def _in_question(question: Question, step: Step) -> Reason | None:
    if isinstance(step, Call):
        return step.reason
    try:
        reasons = [reason for _, reason in question.hear("reasons")]
    except RuleFailed:
        return None
    return min(reasons, key=lambda reason: (reason.rank, reason.name), default=None)


def _of_rule(question: Question, rule: str, reason: Reason | None) -> Iterator[Say]:
    for hook in DECIDING:
        for answerer in question.plan[hook]:
            if answerer.rule == rule:
                yield Say(rule, hook, _said(question, answerer, reason))


def _in_order(question: Question, rule: str, step: Step) -> Iterator[Say]:
    """Yield what a rule says about whose turn it is."""
    for hook in ORDERING:
        for answerer in question.plan[hook]:
            if answerer.rule == rule:
                yield Say(rule, hook, _head_start(question, answerer, step))


def _head_start(question: Question, answerer: Answerer, step: Step) -> str | None:
    try:
        answers = answerer.answers({**question.scope, "step": step, "now": question.now})
    except RuleFailed as failed:
        return str(failed)
    return f"counts as {sum(answers):g} days of waiting" if answers else None


def _said(question: Question, answerer: Answerer, reason: Reason | None) -> str | None:
    if answerer.hook == "permits" and reason is None:
        return None
    try:
        answers = [answer for about in _about(answerer, reason) for answer in _answers(question, answerer, about)]
    except RuleFailed as failed:
        return str(failed)
    words = (f"{_in_words(each, question.history.calendar)}{_beside(question, each)}" for each in answers)
    return on_one_line("; ".join(dict.fromkeys(words))) or None


def _about(answerer: Answerer, reason: Reason | None) -> tuple[Reason | None, ...]:
    """Ask first about what is owed anyway, then about what comes before the reason at hand."""
    return (None, reason) if answerer.hook == "before" and reason else (reason,)


def _answers(question: Question, answerer: Answerer, reason: Reason | None) -> tuple[Any, ...]:
    scope = {**question.scope, "reason": reason, "number": question.numbers(reason)[0], "at": question.now}
    return answerer.answers(scope)


def _beside(question: Question, answer: Any) -> str:
    """Add what keeps an answer from counting: a note that is not owed, a reason that is stale."""
    if isinstance(answer, Reason) and answer.expires and answer.expires <= question.now:
        return ": too late"
    is_debt = isinstance(answer, Errand) and not question.owes(answer)
    return f" (not owed: from before {question.history.owes_from})" if is_debt else ""


def _in_words(answer: Any, calendar: Calendar) -> str:
    if isinstance(answer, Window):
        return _window_in_words(answer, calendar)
    if isinstance(answer, Reason):
        return f"{answer.name}: {answer.says}{_in_brackets(_reason_in_time(answer, calendar))}"
    if isinstance(answer, Stop):
        return f"{answer.grounds}: {answer.says}{_in_brackets(_stop_in_time(answer, calendar))}"
    return _errand_in_words(answer)


def _in_brackets(words: Iterator[str]) -> str:
    told = ", ".join(words)
    return f" ({told})" if told else ""


def _reason_in_time(reason: Reason, calendar: Calendar) -> Iterator[str]:
    if reason.due:
        yield f"due {local(reason.due, calendar)}"
    if reason.named:
        yield f"{'an' if reason.named is Named.HOUR else 'a'} {reason.named.value} they named"
    if reason.expires:
        yield f"stale from {local(reason.expires, calendar)}"


def _stop_in_time(stop: Stop, calendar: Calendar) -> Iterator[str]:
    yield f"since {local(stop.since, calendar)}"
    if stop.revisit:
        yield f"looked at again from {local(stop.revisit, calendar)}"


def _window_in_words(window: Window, calendar: Calendar) -> str:
    if window.is_never:
        return f"never: {window.says}"
    start = f"from {local(window.start, calendar)}" if window.start else "now"
    return f"{start}{f' to {local(window.end, calendar)}' if window.end else ''}: {window.says}"


def _errand_in_words(errand: Errand) -> str:
    return f"{errand.type.replace('_', ' ')}: {errand.says}" if errand.because else errand.type.replace("_", " ")
