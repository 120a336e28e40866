"""What can happen: calls, promises, messages and the rest, each with the moment at which it happened."""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

import attrs

from callrules import checks, given
from callrules.checks import at_the_edge, edge, optional
from callrules.dispositions import MISDIALS, Disposition, a_disposition
from callrules.errors import InvalidValue
from callrules.redaction import Found
from callrules.vocabulary import (
    TAKEAWAY,
    Channel,
    Direction,
    Kind,
    Outcome,
    Party,
    Reception,
    Reply,
    Word,
    a_channel,
    a_direction,
    a_kind,
    a_party,
    maybe_a_channel,
    maybe_a_reception,
    maybe_a_reply,
    maybe_an_outcome,
)

field = partial(attrs.field, default=None)
TEXT = edge(optional(checks.text))
REMARK = edge(optional(checks.remark))
NUMBER = edge(optional(checks.phone_number))
LONGEST_CALL = dt.timedelta(hours=24)
"""A talk lasts no longer, whatever a telephone noted (rulebook G15)."""
a_moment = partial(field, metadata=edge(optional(checks.moment)), eq=checks.moment_key)
a_number = partial(field, metadata=NUMBER, repr=False)
typed_freely = partial(field, metadata=REMARK, repr=False)


NAMES_A_MOMENT = {
    "CallAttempt": ("promises", "callback_at"), "Commitment": ("due",), "Message": ("promises",), "Snooze": ("until",),
}  # fmt: skip
"""The fields in which a fact names a moment to come."""
BEHIND_EVERYBODY = dt.timedelta(hours=12)
"""So far behind UTC is the clock on which it is longest the day before."""


def refuse_before_its_fact(at: dt.datetime, named: dt.date, field: str) -> None:
    """Raise `InvalidValue` for a moment before its own fact; for a day, before it is that day anywhere (G23)."""
    if isinstance(named, dt.datetime):
        is_before = named.astimezone(dt.UTC) < at
    else:
        is_before = named < (at - BEHIND_EVERYBODY).date()
    if is_before:
        raise InvalidValue(field, named.isoformat(), f"no moment before the fact itself, at {at:%Y-%m-%dT%H:%M:%SZ}")


A_DIAL = dt.timedelta(hours=2)
"""A dial open for longer counts as unanswered (design, part 2: CallAttempt)."""


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Fact:
    """Something that happened `at` an instant.

    Facts with an `id` are the same iff type and id agree, and then the later `recorded` stands; facts without
    one are the same iff equal. Each has a `key`, by which an `about` or a `Claim` speaks of it: its id, else its kind
    and moment. `contact` says whose fact it is, where a host adds those of neighbours. `repr` shows no number and
    nothing that was typed freely, because logs leak.
    """

    at: dt.datetime = attrs.field(metadata=edge(checks.instant))
    id: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    recorded: dt.datetime | None = field(metadata=edge(optional(checks.instant)))
    contact: str | None = attrs.field(converter=given.maybe_an_id, default=None)

    def __attrs_post_init__(self) -> None:
        kind = type(self).__name__
        for name in NAMES_A_MOMENT.get(kind, ()):
            named = getattr(self, name)
            if named is not None:
                refuse_before_its_fact(self.at, named, f"{kind}.{name}")

    @property
    def marks(self) -> tuple[object, ...]:
        """The words by which rules know at once whether it concerns them: its kind, and words in its fields."""
        return (type(self),)

    @property
    def is_opt_out(self) -> bool:
        """Whether this fact says "stop calling", in whatever form it came."""
        return False

    @property
    def key(self) -> str:
        """The name by which others speak of this fact: its id, else its kind and moment."""
        return self.id or f"{type(self).__name__}@{self.at.isoformat()}"

    @property
    def over_by(self) -> dt.datetime:
        """When it is over at the latest: a call that is still being dialled, after two hours."""
        return self.at

    @property
    def breaks_a_row(self) -> bool:
        """Whether a row of unanswered dials ends with it."""
        return False

    @property
    def comes_back(self) -> bool:
        """Whether the person came back with it."""
        return False

    @property
    def asks_for_a_call(self) -> bool:
        """Whether the person asked with it to be called."""
        return False

    @property
    def is_a_no(self) -> bool:
        """Whether somebody is not interested, in a call or in writing."""
        return False

    @property
    def says_goodbye(self) -> bool:
        """Whether it takes the matter off the table."""
        return False


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class CallAttempt(Fact):
    """One call, either way, and how it ended. `duration` is in seconds.

    `reason` and `about` repeat those of the step it answered; `used` names the ids spoken of; `agreed` the
    small yeses; `promises` the moment at which we said we would call again; `callback_at` the one they named.
    """

    disposition: Disposition = attrs.field(converter=a_disposition)
    direction: Direction = attrs.field(converter=a_direction, default=Direction.OUTBOUND)
    number: str | None = a_number()
    from_number: str | None = a_number()
    rep: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    reason: str | None = field(metadata=TEXT)
    about: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    outcome: Outcome | None = attrs.field(converter=maybe_an_outcome, default=None)
    agreed: tuple[str, ...] = attrs.field(converter=given.some_texts, default=(), repr=False)
    used: tuple[str, ...] = attrs.field(converter=given.some_ids, default=())
    promises: dt.date | None = a_moment()
    callback_at: dt.date | None = a_moment()
    duration: float | None = field(metadata=edge(optional(checks.seconds)))
    remark: str | None = typed_freely()

    def __attrs_post_init__(self) -> None:
        Fact.__attrs_post_init__(self)
        ours, theirs = self.promises, self.callback_at
        if not (isinstance(ours, dt.datetime) and isinstance(theirs, dt.datetime)):
            return
        if checks.zone_name(ours) != checks.zone_name(theirs):
            found = Found(f"{ours.isoformat()}, {theirs.isoformat()}")
            raise InvalidValue("CallAttempt.callback_at", found, "the zone of promises: a fact has one zone")

    @property
    def marks(self) -> tuple[object, ...]:
        """The words that tell how it ended, what came of it and who called whom."""
        return (type(self), self.disposition, self.outcome, self.direction)

    @property
    def is_opt_out(self) -> bool:
        """A call that ended in "stop calling"."""
        return self.disposition is Disposition.DO_NOT_CALL

    @property
    def is_inbound(self) -> bool:
        """Whether they called us."""
        return self.direction is Direction.INBOUND

    @property
    def talked(self) -> bool:
        """Whether it was a conversation; `connected` is one once it has an outcome (rulebook, *Words*)."""
        has_outcome = self.disposition is Disposition.CONNECTED and self.outcome is not None
        return self.disposition.traits.talked or has_outcome

    @property
    def is_unanswered(self) -> bool:
        """Whether the person was not reached, so far as anybody noted."""
        return self.disposition.is_unanswered and not self.talked

    @property
    def is_given_up(self) -> bool:
        """Whether they rang and hung up before anybody answered (rulebook G27): a hang-up lasts some time."""
        return self.is_inbound and self.disposition is Disposition.HUNG_UP and not self.duration

    @property
    def is_refusal(self) -> bool:
        """Whether the person did not want to talk: they hung up, brushed us off or forbade it."""
        return self.disposition.is_refusal and not self.is_given_up

    @property
    def ends(self) -> dt.datetime:
        """The moment at which the call was over, at most a day after it began (rulebook G15)."""
        return self.at + min(dt.timedelta(seconds=self.duration or 0), LONGEST_CALL)

    @property
    def over_by(self) -> dt.datetime:
        """When it is over at the latest: one that is still being dialled, after two hours."""
        return self.at + A_DIAL if self.disposition is Disposition.DIALING else self.at

    @property
    def is_attempt(self) -> bool:
        """Whether it is a call of ours that was made."""
        return not self.is_inbound and self.disposition.is_attempt

    @property
    def turns_to_us(self) -> bool:
        """Whether it is a call of theirs that is no refusal, no misdial and no fault of the line."""
        return self.is_inbound and not self.is_refusal and self.disposition not in MISDIALS

    @property
    def breaks_a_row(self) -> bool:
        """Whether it is a talk, a callback request or an inbound call that is no refusal (rulebook G38)."""
        asked_back = self.disposition is Disposition.CALLBACK_REQUESTED
        return self.talked or asked_back or (self.is_inbound and not self.is_refusal)

    @property
    def comes_back(self) -> bool:
        """Whether the person turned to us, or ordered."""
        return self.outcome is Outcome.ORDER or self.turns_to_us

    @property
    def asks_for_a_call(self) -> bool:
        """Whether they asked to be called back."""
        return self.disposition is Disposition.CALLBACK_REQUESTED

    @property
    def is_a_no(self) -> bool:
        """Whether they are not interested; a conversation that ended in no sale is a no, too (rulebook F14)."""
        return self.disposition is Disposition.NOT_INTERESTED or self.outcome is Outcome.NO_SALE


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Commitment(Fact):
    """A promise with a date, by us or by them. Whether it was kept is derived, never stored.

    `due` is an instant, a wall time in a named zone, or a day. Their promise may have none (`None`): it then
    lasts five working days. `asked_by` says who named the moment. Of ours, a call or talk keeps one to call, any later
    message of ours that arrives one to send, a meeting one to meet, and a talk or such a message any other.
    """

    by: Party = attrs.field(converter=a_party)
    due: dt.date | None = attrs.field(metadata=edge(optional(checks.moment)), eq=checks.moment_key)
    kind: Kind = attrs.field(converter=a_kind, default=Kind.CALL)
    asked_by: Party = attrs.field(converter=a_party, default=Party.THEM)
    what: str | None = typed_freely()
    rep: str | None = attrs.field(converter=given.maybe_an_id, default=None)

    def __attrs_post_init__(self) -> None:
        Fact.__attrs_post_init__(self)
        if self.due is None and self.by is Party.US:
            raise InvalidValue("Commitment.due", None, "a moment: a promise of ours has a date")

    @property
    def marks(self) -> tuple[object, ...]:
        """The words that tell who promised, and what for."""
        return (type(self), self.by, self.kind)

    @property
    def asks_for_a_call(self) -> bool:
        """Whether they asked us to call."""
        return self.kind is Kind.CALL and self.by is Party.US and self.asked_by is Party.THEM


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Message(Fact):
    """Words that went out or came in; what came in is an `answer` unless `reply` says otherwise.

    `promises` is the moment at which they say we will call; in a message of theirs it is one that they named. That a
    mail was opened or a page looked at is no message, nor any other fact: log nothing, or they are called back for it.
    """

    channel: Channel = attrs.field(converter=a_channel)
    direction: Direction = attrs.field(converter=a_direction)
    purpose: str | None = attrs.field(converter=given.maybe_a_purpose, default=None)
    text: str | None = typed_freely()
    used: tuple[str, ...] = attrs.field(converter=given.some_ids, default=())
    promises: dt.date | None = a_moment()
    reply: Reply | None = attrs.field(converter=maybe_a_reply, default=None)

    def __attrs_post_init__(self) -> None:
        Fact.__attrs_post_init__(self)
        if self.channel is Channel.PHONE:
            raise InvalidValue("Message.channel", "phone", "a written channel: a call is a CallAttempt")
        if self.reply is not None and not self.is_inbound:
            raise InvalidValue("Message.reply", self.reply.value, "no reply on a message of ours")
        if self.reply is None and self.is_inbound:
            object.__setattr__(self, "reply", Reply.ANSWER)

    @property
    def marks(self) -> tuple[object, ...]:
        """The words that tell who wrote to whom, and what came back."""
        return (type(self), self.direction, self.reply)

    @property
    def is_opt_out(self) -> bool:
        """A message that says "stop calling"."""
        return self.reply is Reply.DO_NOT_CALL

    @property
    def is_inbound(self) -> bool:
        """Whether it came from them."""
        return self.direction is Direction.INBOUND

    @property
    def is_from_them(self) -> bool:
        """Whether the person wrote it: an automatic reply and a bounce come from machines."""
        return self.is_inbound and self.reply not in {Reply.AUTOMATIC, Reply.BOUNCED}

    @property
    def comes_back(self) -> bool:
        """Whether the person turned to us with it: an answer, or a wish to be called."""
        return self.is_inbound and self.reply in {Reply.ANSWER, Reply.CALLBACK_REQUESTED}

    @property
    def breaks_a_row(self) -> bool:
        """Whether the person came back in writing."""
        return self.comes_back

    @property
    def is_a_no(self) -> bool:
        """Whether they wrote that they are not interested."""
        return self.reply is Reply.NOT_INTERESTED

    @property
    def says_goodbye(self) -> bool:
        """Whether it is ours and takes the matter off the table."""
        return self.direction is Direction.OUTBOUND and self.purpose == TAKEAWAY.name


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Meeting(Fact):
    """We met."""

    place: str | None = typed_freely()

    @property
    def breaks_a_row(self) -> bool:
        """Whether a row of unanswered dials ends with it: we have met."""
        return True


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class CalledOff(Fact):
    """An appointment with the id `of` (a promise, a meeting, a call or message that named a time) will not be.

    It is then neither due nor missed. What happened stays: this is not the same as taking it back.
    """

    of: str = attrs.field(converter=given.an_id)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Purchase(Fact):
    """They bought something; a negative `amount` is a refund, which takes back what was bought before."""

    amount: Decimal | None = attrs.field(converter=given.maybe_an_amount, default=None)
    currency: str | None = field(metadata=edge(optional(checks.currency)))

    @property
    def is_return(self) -> bool:
        """Whether money went back instead: a refund."""
        return self.amount is not None and self.amount < 0

    @property
    def comes_back(self) -> bool:
        """Whether they bought, and gave nothing back."""
        return not self.is_return


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Insight(Fact):
    """Something worth telling this person, and where it comes from."""

    text: str = attrs.field(metadata=edge(checks.text), repr=False)
    source: str | None = typed_freely()


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Research(Fact):
    """One thing found out while preparing; topics are the words of `Prepare.missing`."""

    topic: str = attrs.field(metadata=edge(checks.text))
    text: str = attrs.field(metadata=edge(checks.text), repr=False)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Introduction(Fact):
    """Somebody (`by`, a contact's id) introduced us."""

    by: str = attrs.field(converter=given.an_id)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class OptOut(Fact):
    """They want no more calls; with `number` or `account` that one too, with a written `channel` only that.

    `numbers`, `name` and `email` are those of the person's card when it was written down: they close no number,
    and find the person again who is on another card now.
    """

    number: str | None = a_number()
    account: str | None = attrs.field(converter=given.maybe_an_id, default=None)
    channel: Channel | None = attrs.field(converter=maybe_a_channel, default=None)
    numbers: tuple[str, ...] = attrs.field(metadata=edge(checks.phone_numbers), default=(), repr=False)
    name: str | None = field(metadata=TEXT, repr=False)
    email: str | None = field(metadata=TEXT, repr=False)

    @property
    def is_opt_out(self) -> bool:
        """Whether it forbids calls, and not merely a written channel."""
        return self.channel in {None, Channel.PHONE}


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Consent(Fact):
    """The person asked to be called again; nothing else lifts an opt-out."""

    @property
    def comes_back(self) -> bool:
        """Whether the person came back with it: they may be called again."""
        return True


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Snooze(Fact):
    """Leave them in peace until then."""

    until: dt.date = attrs.field(metadata=edge(checks.moment), eq=checks.moment_key)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Farewell(Fact):
    """We said goodbye, and left the door open."""

    @property
    def says_goodbye(self) -> bool:
        """Whether it takes the matter off the table: always."""
        return True


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class KeyDate(Fact):
    """A date that they told us, such as a birthday, a renewal or a go-live: `on` that day, or on it every year.

    The day counts on their own calendar; 29 February is the 28th in other years (rulebook E7).
    """

    on: dt.date = attrs.field(metadata=edge(checks.day))
    what: str = attrs.field(metadata=edge(checks.text), repr=False)
    yearly: bool = attrs.field(metadata=edge(checks.flag), default=False)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Reflection(Fact):
    """Answers to the three questions after the call with the id `of` (rulebook B6).

    What went `well`, what to do `otherwise` next time, and how it was `received`.
    """

    of: str = attrs.field(converter=given.an_id)
    well: str | None = typed_freely()
    otherwise: str | None = typed_freely()
    received: Reception | None = attrs.field(converter=maybe_a_reception, default=None)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Retraction(Fact):
    """The fact with the id `of` was logged wrongly and is taken back; an opt-out never is."""

    of: str = attrs.field(converter=given.an_id)


FACTS: tuple[type[Fact], ...] = (
    CallAttempt, Commitment, Message, Meeting, CalledOff, Purchase, Insight, Research, Introduction, OptOut, Consent,
    Snooze, Farewell, KeyDate, Reflection, Retraction,
)  # fmt: skip

MARKS: frozenset[object] = frozenset({None, *FACTS, *Disposition, *Outcome, *Direction, *Party, *Kind, *Reply})
"""All that `Fact.marks` can hold of facts of ours."""
Kinds: TypeAlias = tuple[type[Fact] | Word, ...]
"""The kinds of fact, and the words in them, without any of which a rule has nothing to say, whatever it is asked.

A rule declares them beside its name, as `only_with: ClassVar[Kinds] = (KeyDate, Outcome.ORDER)`, and is then not asked
where none of them was ever entered, not even wrongly. Words are how a call ended, what came of it, who called or wrote
to whom, what came back (`Reply`), who promised (`Commitment.by`) and what for (`Kind`). A rule that may speak without
any fact declares none.
"""


def canonical(fact: Fact) -> str:
    """The fact as one line of JSON with sorted keys: what ties between two versions are decided by."""
    import json  # noqa: PLC0415 - slow to import, and only ties need it

    fields = {name: _plain(value) for name, value in attrs.asdict(fact, recurse=False).items()}
    return json.dumps({"type": type(fact).__name__, **fields}, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return [str(part) for part in checks.moment_key(value)]  # type: ignore[attr-defined]
    return value if isinstance(value, (str, int, float, tuple, type(None))) else str(value)
