"""How a rule that fails is told: what it raised, without what somebody typed, and once in the log."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from functools import lru_cache

import attrs

from callrules.contact import Contact
from callrules.errors import RuleFailed
from callrules.history import History
from callrules.redaction import on_one_line, redacted, shortened

LOG = logging.getLogger("callrules")
LOG.addHandler(logging.NullHandler())
A_LINE, MOST_LOOKED_AT = 120, 100_000
AN_INITIAL = 2
"""Words as short as this are in every sentence."""
OPEN_FIELDS = {"id", "contact", "of", "reason", "purpose", "timezone", "region", "currency", "topic"}
"""Fields that hold words of ours, and names by which a host can find the rest."""


def told(error: BaseException, contact: Contact, history: History) -> str:
    """Tell an error on one line, without numbers, addresses and anything typed about the person."""
    try:
        says = str(error)
    except (Exception, SystemExit):  # noqa: BLE001 - also who cannot say what went wrong has failed
        return "it cannot say what went wrong"
    if len(says) > MOST_LOOKED_AT:
        return "more words than can be told"
    for private in sorted(_typed(contact, history), key=len, reverse=True):
        says = says.replace(private, "(private)")
    return shortened(redacted(says), A_LINE)


def _typed(contact: Contact, history: History) -> set[str]:
    """Every text of a contact and of their history that somebody typed freely."""
    values: tuple[attrs.AttrsInstance, ...] = (contact, *contact.phones, *history.entries)
    private = {each for value in values for each in _texts_of(value)}
    return private | {form for each in private for form in (on_one_line(each), repr(each)[1:-1]) if form}


def _texts_of(value: attrs.AttrsInstance) -> Iterator[str]:
    for field in attrs.fields(type(value)):
        if field.name in OPEN_FIELDS:
            continue
        held = getattr(value, field.name)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, str) and len(each) > AN_INITIAL:
                yield each


def log_once(failed: RuleFailed, fingerprint: str) -> None:
    """Tell the log `callrules` of a rule that failed, with its traceback: once for a rule and a fingerprint."""
    _log(failed.rule, fingerprint, Told(f"{failed}\n{''.join(_frames(failed))}".rstrip()))


@attrs.frozen
class Told:
    """Words of the first failure; two of them are equal, so that a second one is not told."""

    says: str = attrs.field(eq=False)


@lru_cache(maxsize=1024)
def _log(rule: str, fingerprint: str, words: Told) -> None:
    LOG.error("callrules: rule_failed (playbook %s): %s", fingerprint, words.says, extra={"rule": rule})


def _frames(failed: RuleFailed) -> Iterator[str]:
    """Yield the places at which it was raised, innermost last, and not what was raised on the way."""
    cause, seen = failed.__cause__, set[int]()
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield f"{type(cause).__name__} raised here (innermost last):\n"
        yield from traceback.format_tb(cause.__traceback__)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
