"""What is told to everybody shows no telephone number and no e-mail address, wherever somebody typed one in."""

from __future__ import annotations

import re

from callrules.contact import Contact

AN_ADDRESS = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+")
DIGITS = re.compile(r"[+(]?\d(?:[\s()./-]{0,3}\d){5,}")
A_DAY = re.compile(r"(\b(?:19|20)\d{2}-[01]\d-[0-3]\d\b)")
WITH_A_PREFIX = re.compile(r"\+|\(?0")
IN_THREES = re.compile(r"\(?\d{3}\)?[\s./-]{0,2}\d{3}[\s./-]\d{4}")
JOINERS = "\u200c\u200d"
"""What holds letters of some scripts together; every other control character is left out."""
LONG = 9
"""So many digits together are taken for a number, whatever they are."""


def discreet(says: str, contact: Contact) -> str:
    """The words on one line, without what could be dialled or mailed."""
    plain = " ".join("".join(each if each.isprintable() or each in JOINERS else " " for each in says).split())
    known = [re.sub(r"\D", "", each) for each in (*(phone.number for phone in contact.phones), contact.fax or "")]
    without = AN_ADDRESS.sub("(e-mail)", plain)
    return "".join(part if A_DAY.fullmatch(part) else _without_numbers(part, known) for part in A_DAY.split(without))


def _without_numbers(says: str, known: list[str]) -> str:
    return DIGITS.sub(lambda found: "(number)" if _is_a_number(found[0], known) else found[0], says)


def _is_a_number(found: str, known: list[str]) -> bool:
    digits = re.sub(r"\D", "", found)
    if any(digits in each or each.endswith(digits.lstrip("0")) for each in known):
        return True
    return len(digits) >= LONG or bool(WITH_A_PREFIX.match(found) or IN_THREES.fullmatch(found))
