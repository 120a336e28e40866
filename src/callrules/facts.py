"""What can happen: calls, promises, messages and the rest, each with the moment at which it happened."""

from __future__ import annotations

import datetime as dt
import enum
import json
from decimal import Decimal
from functools import partial
from typing import Any

import attrs

from callrules import checks
from callrules.checks import at_the_edge, edge, optional
from callrules.dispositions import Disposition
from callrules.errors import InvalidValue
from callrules.shown import Found
from callrules.terms import Channel, Direction, Kind, Outcome, Party, Reply

field = partial(attrs.field, default=None)
TEXT = edge(optional(checks.text))
REMARK = edge(optional(checks.remark))
NUMBER = edge(optional(checks.phone_number))
a_moment = partial(field, metadata=edge(optional(checks.moment)), eq=checks.moment_key)
a_number = partial(field, metadata=NUMBER, repr=False)
some_texts = partial(attrs.field, metadata=edge(checks.texts), default=())
typed_freely = partial(field, metadata=REMARK, repr=False)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Fact:
    """Something that happened `at` an instant.

    Facts with an `id` are the same iff type and id agree, and then the later `recorded` stands; facts without
    one are the same iff equal. `contact` says whose fact it is, where a host adds those of neighbours. `repr` shows
    no number and nothing that was typed freely, because logs leak.
    """

    at: dt.datetime = attrs.field(metadata=edge(checks.instant))
    id: str | None = field(metadata=TEXT)
    recorded: dt.datetime | None = field(metadata=edge(optional(checks.instant)))
    contact: str | None = field(metadata=TEXT)

    @property
    def is_opt_out(self) -> bool:
        """Whether this fact says "stop calling", in whatever form it came."""
        return False

    @property
    def key(self) -> str:
        """What others may name this fact by: its id, else its kind and moment."""
        return self.id or f"{type(self).__name__}@{self.at.isoformat()}"


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class CallAttempt(Fact):
    """One call, either way, and how it ended. `duration` is in seconds.

    `reason` and `about` repeat those of the step it answered; `used` names the ids spoken of; `agreed` the
    small yeses; `promises` the moment at which we said we would call again; `callback_at` the one they named.
    """

    disposition: Disposition = attrs.field(metadata=edge(checks.one_of(Disposition)))
    direction: Direction = attrs.field(metadata=edge(checks.one_of(Direction)), default=Direction.OUTBOUND)
    number: str | None = a_number()
    from_number: str | None = a_number()
    rep: str | None = field(metadata=TEXT)
    reason: str | None = field(metadata=TEXT)
    about: str | None = field(metadata=TEXT)
    outcome: Outcome | None = field(metadata=edge(optional(checks.one_of(Outcome))))
    agreed: tuple[str, ...] = some_texts(repr=False)
    used: tuple[str, ...] = some_texts()
    promises: dt.date | None = a_moment()
    callback_at: dt.date | None = a_moment()
    duration: float | None = field(metadata=edge(optional(checks.seconds)))
    remark: str | None = typed_freely()

    def __attrs_post_init__(self) -> None:
        both = [each for each in (self.promises, self.callback_at) if isinstance(each, dt.datetime)]
        if len({checks.zone_name(each) for each in both}) > 1:
            found = Found(", ".join(each.isoformat() for each in both))
            raise InvalidValue("CallAttempt.callback_at", found, "the zone of promises: a fact has one zone")

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
        """Whether it was a conversation."""
        return self.disposition.traits.talked


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Commitment(Fact):
    """A promise with a date, by us or by them. Whether it was kept is derived, never stored.

    `due` is an instant, a wall time in a named zone, or a day. Their promise may have none (`None`): it then
    lasts five working days. `asked_by` says who named the moment.
    """

    by: Party = attrs.field(metadata=edge(checks.one_of(Party)))
    due: dt.date | None = attrs.field(metadata=edge(optional(checks.moment)), eq=checks.moment_key)
    kind: Kind = attrs.field(metadata=edge(checks.one_of(Kind)), default=Kind.CALL)
    asked_by: Party = attrs.field(metadata=edge(checks.one_of(Party)), default=Party.THEM)
    what: str | None = typed_freely()
    rep: str | None = field(metadata=TEXT)

    def __attrs_post_init__(self) -> None:
        if self.due is None and self.by is Party.US:
            raise InvalidValue("Commitment.due", None, "a moment: a promise of ours has a date")


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Message(Fact):
    """Words that went out or came in; what came in is an `answer` unless `reply` says otherwise.

    `promises` is the moment at which they say we will call.
    """

    channel: Channel = attrs.field(metadata=edge(checks.one_of(Channel)))
    direction: Direction = attrs.field(metadata=edge(checks.one_of(Direction)))
    purpose: str | None = field(metadata=TEXT)
    text: str | None = typed_freely()
    used: tuple[str, ...] = some_texts()
    promises: dt.date | None = a_moment()
    reply: Reply | None = field(metadata=edge(optional(checks.one_of(Reply))))

    def __attrs_post_init__(self) -> None:
        if self.channel is Channel.PHONE:
            raise InvalidValue("Message.channel", "phone", "a written channel: a call is a CallAttempt")
        if self.reply is not None and not self.is_inbound:
            raise InvalidValue("Message.reply", self.reply.value, "no reply on a message of ours")
        if self.reply is None and self.is_inbound:
            object.__setattr__(self, "reply", Reply.ANSWER)

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
        """Whether the person wrote it: an automatic answer and a bounce come from machines."""
        return self.is_inbound and self.reply not in {Reply.AUTOMATIC, Reply.BOUNCED}

    @property
    def comes_back(self) -> bool:
        """Whether the person turned to us with it: an answer, or a wish to be called."""
        return self.is_inbound and self.reply in {Reply.ANSWER, Reply.CALLBACK_REQUESTED}


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Meeting(Fact):
    """We met."""

    place: str | None = typed_freely()


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Purchase(Fact):
    """They bought something; a negative `amount` is a return."""

    amount: Decimal | None = field(metadata=edge(optional(checks.amount)))
    currency: str | None = field(metadata=edge(optional(checks.currency)))

    @property
    def is_return(self) -> bool:
        """Whether money went back instead."""
        return self.amount is not None and self.amount < 0


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

    by: str = attrs.field(metadata=edge(checks.text))


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class OptOut(Fact):
    """They want no more calls; with `number` or `account` that one too, with a written `channel` only that."""

    number: str | None = a_number()
    account: str | None = field(metadata=TEXT)
    channel: Channel | None = field(metadata=edge(optional(checks.one_of(Channel))))

    @property
    def is_opt_out(self) -> bool:
        """Whether it forbids calls, and not merely a written channel."""
        return self.channel in {None, Channel.PHONE}


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Consent(Fact):
    """The person asked to be called again; nothing else lifts an opt-out."""


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Snooze(Fact):
    """Leave them in peace until then."""

    until: dt.date = attrs.field(metadata=edge(checks.moment), eq=checks.moment_key)


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Farewell(Fact):
    """We said goodbye, and left the door open."""


@attrs.frozen(kw_only=True, field_transformer=at_the_edge)
class Retraction(Fact):
    """The fact with the id `of` was logged wrongly and is taken back; an opt-out never is."""

    of: str = attrs.field(metadata=edge(checks.text))


FACTS: tuple[type[Fact], ...] = (
    CallAttempt, Commitment, Message, Meeting, Purchase, Insight, Research, Introduction, OptOut, Consent,
    Snooze, Farewell, Retraction,
)  # fmt: skip


def canonical(fact: Fact) -> str:
    """The fact as one line of JSON with sorted keys: what ties between two versions are decided by."""
    fields = {name: _plain(value) for name, value in attrs.asdict(fact, recurse=False).items()}
    return json.dumps({"type": type(fact).__name__, **fields}, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return [str(part) for part in checks.moment_key(value)]  # type: ignore[attr-defined]
    return value if isinstance(value, (str, int, float, tuple, type(None))) else str(value)
