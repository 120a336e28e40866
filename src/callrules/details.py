"""What may be told of a call or a message besides what its step says already, as type checkers see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypedDict

from callrules.vocabulary import Channel, Outcome


class AttemptDetails(TypedDict, total=False):
    """The fields of a `CallAttempt` that its step does not know."""

    id: str | int | None
    recorded: dt.datetime | None
    contact: str | int | None
    number: str | None
    from_number: str | None
    rep: str | int | None
    outcome: Outcome | str | None
    agreed: Iterable[str]
    used: Iterable[str | int]
    promises: dt.date | None
    callback_at: dt.date | None
    duration: float | None
    remark: str | None


class MessageDetails(TypedDict, total=False):
    """The fields of a `Message` that its step does not know, and those that turned out otherwise."""

    id: str | int | None
    recorded: dt.datetime | None
    contact: str | int | None
    channel: Channel | str
    promises: dt.date | None
    text: str | None
    used: Iterable[str | int]
