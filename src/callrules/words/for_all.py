"""What is told to everybody shows no telephone number and no e-mail address, wherever somebody typed one in."""

from __future__ import annotations

import re

from callrules.contact import Contact
from callrules.redaction import AN_ADDRESS, DIGITS, looks_like_a_number, on_one_line

A_DAY = re.compile(r"(\b(?:19|20)\d{2}-[01]\d-[0-3]\d\b)")


def redacted_for_all(says: str, contact: Contact) -> str:
    """The words on one line, without what could be dialled or mailed."""
    known = [re.sub(r"\D", "", each) for each in (*(phone.number for phone in contact.phones), contact.fax or "")]
    without = AN_ADDRESS.sub("(e-mail)", on_one_line(says))
    return "".join(part if A_DAY.fullmatch(part) else _without_numbers(part, known) for part in A_DAY.split(without))


def _without_numbers(says: str, known: list[str]) -> str:
    return DIGITS.sub(lambda found: "(number)" if _is_a_number(found[0], known) else found[0], says)


def _is_a_number(found: str, known: list[str]) -> bool:
    digits = re.sub(r"\D", "", found)
    return any(digits in each or each.endswith(digits.lstrip("0")) for each in known) or looks_like_a_number(found)
