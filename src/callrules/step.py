"""What we answer: one step, when it may be done, and because of what."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, TypeAlias, Unpack

import attrs

from callrules import checks, given
from callrules.checks import at_the_edge, edge, optional
from callrules.details import AttemptDetails, MessageDetails
from callrules.dispositions import Disposition
from callrules.errors import InvalidValue
from callrules.facts import CallAttempt, Farewell, Message
from callrules.history import History
from callrules.promises import Named
from callrules.redaction import kind_of
from callrules.vocabulary import RANK, TAKEAWAY, Channel, Direction, maybe_a_channel

PLACE = {name: place for place, name in enumerate(RANK)}
an_instant = attrs.field(metadata=edge(optional(checks.derived_instant)), default=None, kw_only=True)
a_number = attrs.field(metadata=edge(optional(checks.phone_number)), default=None, repr=False)
words = attrs.field(metadata=edge(checks.text))
said = attrs.field(metadata=edge(checks.text), repr=False)
"""A sentence for people: it may hold what somebody typed, so `repr` leaves it out."""


@attrs.frozen(field_transformer=at_the_edge)
class Because:
    """One rule's part in an answer: who says it, a word for programs, a sentence for people, until when."""

    rule: str = words
    code: str = words
    says: str = said
    until: dt.datetime | None = attrs.field(metadata=edge(optional(checks.derived_instant)), default=None)


def _becauses(value: Any, field: str) -> tuple[Because, ...]:
    if not isinstance(value, (tuple, list)) or not all(isinstance(each, Because) for each in value):
        raise InvalidValue(field, kind_of(value), "a tuple of Because")
    return tuple(value)


because_of = attrs.field(metadata=edge(_becauses), default=(), eq=False)


def maybe_named(value: Named | str | bool | None, field: str = "named") -> Named | None:  # noqa: FBT001 - a flag, or a word
    """How exactly they named a moment, if they did."""
    if value is None or value is False:
        return None
    return Named.HOUR if value is True else checks.member(Named, value, field)


@attrs.frozen(kw_only=True, cache_hash=True, field_transformer=at_the_edge)
class Reason:
    """Why this person would be glad to hear from us, and from when.

    `due` is an aware instant, or `None` for "at any time". `about` tells reasons of one name apart; the pair
    is used up when it was heard; without `about`, or with `named`, it comes back when it falls due after that.
    From `expires` on it is no reason any more. `named` says that the person named the moment: `True` or `"hour"`
    for an hour that begins at `due`, `"day"` for the rest of that day.
    """

    name: str = attrs.field(metadata=edge(checks.text))
    due: dt.datetime | None = an_instant
    about: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    says: str = said
    expires: dt.datetime | None = an_instant
    named: Named | None = attrs.field(converter=maybe_named, default=None)

    def __attrs_post_init__(self) -> None:
        if self.named and self.due is None:
            raise InvalidValue("Reason.due", None, "the moment that the person named")

    @property
    def rank(self) -> int:
        """Its place among the reasons, 0 first; reasons of guests come after the house's."""
        return PLACE.get(self.name, len(RANK))

    def is_first_return(self, history: History) -> bool:
        """Whether this would be the first call back to somebody who turned to us (rulebook E6)."""
        return self.name == "returned_call" and not (self.due and history.rang_since(self.due))


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Stop:
    """A ground to stop calling, since when it holds, and the moment from which we may look again.

    `since` may lie ahead. From `revisit` on, every reason that stands counts as due since then. A `firm` ground
    stands at once; any other waits for open promises of ours (rulebook G33).
    """

    grounds: str = words
    since: dt.datetime = attrs.field(metadata=edge(checks.derived_instant))
    says: str = said
    revisit: dt.datetime | None = an_instant
    firm: bool = attrs.field(metadata=edge(checks.flag), default=False)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class BaseStep:
    """The fields of every step. `at` is the earliest moment at which it may be done; `None` is never.

    For a `Rest`, `at` is the moment at which the answer can change. `because` takes no part in equality.
    """

    type: ClassVar[str] = "step"
    at: dt.datetime | None = an_instant
    because: tuple[Because, ...] = because_of

    def is_due(self, now: dt.datetime) -> bool:
        """Whether it may be done at that moment."""
        return self.at is not None and self.at <= now

    @property
    def says(self) -> str:
        """Why, in one line."""
        return "; ".join(each.says for each in self.because)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class DatedStep(BaseStep):
    """A step that fell due: `since` is when, so that lateness shows."""

    since: dt.datetime | None = an_instant


def _a_reason(value: Any, field: str) -> Reason:
    if isinstance(value, Reason):
        return value
    raise InvalidValue(field, kind_of(value), "a Reason")


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Call(DatedStep):
    """Ring `number` (`None`: the host keeps it) between `at` and `until`, for this reason."""

    type: ClassVar[str] = "call"
    until: dt.datetime | None = an_instant
    reason: Reason = attrs.field(metadata=edge(_a_reason))
    number: str | None = a_number

    def attempt(
        self,
        *,
        at: dt.datetime,
        disposition: Disposition | str = Disposition.DIALING,
        **more: Unpack[AttemptDetails],
    ) -> CallAttempt:
        """The fact that closes this step: the call, for its reason, about its subject, on its number.

        `at` is when it rang. Write it down before it rings, as `dialing` and with an `id`, and again with the same
        `id` when you know how it ended. `more` are the other fields of a `CallAttempt`, its `number` too, where it
        was another.
        """
        told: dict[str, Any] = {"number": self.number, **more}
        return CallAttempt(at=at, disposition=disposition, reason=self.reason.name, about=self.reason.about, **told)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Write(DatedStep):
    """Write a note for that purpose, by that channel; `promises` is the day on which it says we will call."""

    type: ClassVar[str] = "write"
    purpose: str = attrs.field(converter=given.a_purpose)
    channel: Channel | None = attrs.field(converter=maybe_a_channel, default=None)
    promises: dt.date | None = attrs.field(
        metadata=edge(optional(checks.derived_moment)), eq=checks.moment_key, default=None
    )

    def message(self, *, at: dt.datetime, **more: Unpack[MessageDetails]) -> Message:
        """The fact that closes this step: the note that went out, for its purpose, with the day that it names.

        `more` are the other fields of a `Message`; its `channel` where it was another, or the step names none.
        """
        told: dict[str, Any] = {"channel": self.channel, "promises": self.promises, **more}
        return Message(at=at, direction=Direction.OUTBOUND, purpose=self.purpose, **told)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Prepare(DatedStep):
    """Find out first what is `missing`; the topics are those of `Research`."""

    type: ClassVar[str] = "prepare"
    missing: tuple[str, ...] = attrs.field(converter=given.some_texts)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class SeekIntroduction(DatedStep):
    """Ask along this path of contact ids for an introduction; an empty path is still to be found."""

    type: ClassVar[str] = "seek_introduction"
    path: tuple[str, ...] = attrs.field(converter=given.some_ids, default=())


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class WalkAway(DatedStep):
    """Stop, on these grounds; say so by `channel` where there is one. With `revisit` we look again then."""

    type: ClassVar[str] = "walk_away"
    grounds: str = attrs.field(metadata=edge(checks.text))
    revisit: dt.datetime | None = an_instant
    channel: Channel | None = attrs.field(converter=maybe_a_channel, default=None)

    def goodbye(self, *, at: dt.datetime, **more: Unpack[MessageDetails]) -> Message | Farewell:
        """The fact that closes this step: the message that said goodbye or, with no channel, a `Farewell`.

        `more` are the other fields of a `Message`.
        """
        told: dict[str, Any] = {"channel": self.channel, **more}
        if told["channel"] is None:
            return Farewell(at=at, **{name: told[name] for name in ("id", "recorded", "contact") if name in told})
        return Message(at=at, direction=Direction.OUTBOUND, purpose=TAKEAWAY.name, **told)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Rest(BaseStep):
    """Nothing to do; the answer can change at `at`, or not before something happens (`None`)."""

    type: ClassVar[str] = "rest"

    def is_due(self, now: dt.datetime) -> bool:  # noqa: ARG002 - the same question for every step
        """Never: there is nothing to do."""
        return False


Errand: TypeAlias = Write | Prepare | SeekIntroduction
"""Something to do before a call, or owed anyway."""

Step: TypeAlias = Call | Write | Prepare | SeekIntroduction | WalkAway | Rest
"""The one next step: one of six, and nothing else. `isinstance(step, Step)` holds for each of them."""

STEPS: tuple[type[Step], ...] = (Call, Write, Prepare, SeekIntroduction, WalkAway, Rest)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Verdict:
    """The last gate's answer: whether the phone may ring now; `at`: the first moment at which it may."""

    allowed: bool = attrs.field(metadata=edge(checks.flag))
    at: dt.datetime | None = an_instant
    number: str | None = attrs.field(metadata=edge(optional(checks.text)), default=None, repr=False)
    because: tuple[Because, ...] = because_of

    def __bool__(self) -> bool:
        """So that `if playbook.may_call(...)` means what it says."""
        return self.allowed
