"""The zones in which a telephone number can ring, by its prefix: from libphonenumber, for whoever asks for it.

A prefix of one zone is taken for that zone. Of several, only moments count that are fine in all of them. A number that
is bound to no place (toll-free, say), and a country code alone that spans several zones, name none (rulebook E3).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from callrules import places
from callrules.errors import BadInput
from callrules.numbering import telephone

ONE, SEVERAL, NONE, THEIR_OWN = "one zone", "several zones", "no zone", "no number, or a zone of their own"
TWO = 2
UNKNOWN = "Etc/Unknown"


Zones = Callable[[str], tuple[str, ...]]


def zones_by_number() -> Zones:
    """A function that names the zones of a number in E.164. Raises `BadInput` where its package is missing."""
    try:
        import phonenumbers
        from phonenumbers import timezone
    except ImportError:
        raise BadInput("--zones-by-number: needs an extra: pip install 'callrules[numbers]'") from None
    bound_to_no_place = {
        getattr(phonenumbers.PhoneNumberType, name)
        for name in ("TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "VOIP", "PERSONAL_NUMBER", "PAGER", "UAN", "VOICEMAIL")
    }

    @lru_cache(maxsize=65_536)
    def zones(number: str) -> tuple[str, ...]:
        try:
            parsed: Any = phonenumbers.parse(telephone(number))
        except phonenumbers.NumberParseException:
            return ()
        kind = phonenumbers.number_type(parsed)
        if kind in bound_to_no_place or not phonenumbers.is_possible_number(parsed):
            return ()
        found = timezone.time_zones_for_number(parsed)
        is_narrow = phonenumbers.is_number_geographical(parsed) or len(found) == 1
        known = tuple(each for each in found if each in places.all_zones())
        return known if is_narrow and UNKNOWN not in found and len(known) == len(found) else ()

    return zones


def placed(cells: dict[str, str], zones: Zones) -> tuple[dict[str, str], str]:
    """The cells of a card with what its numbers say about zones, and which of the three it was.

    Where the card names a zone itself, the numbers say nothing.
    """
    if cells.get("timezone") or not cells.get("phones"):
        return cells, THEIR_OWN
    phones = [each.split("|") for each in cells["phones"].split("; ")]
    found = {zone for phone in phones for zone in zones(phone[0])}
    marked = [_marked(phone, zones(phone[0])) for phone in phones]
    if not found:
        return cells, NONE
    if all(len(zones(phone[0])) <= 1 for phone in phones):
        return {**cells, "phones": "; ".join(marked)}, ONE
    return _in_all(cells, phones, sorted(found)), SEVERAL


def _marked(phone: list[str], zones: tuple[str, ...]) -> str:
    """The number with its zone, where that is one."""
    if len(zones) != 1 or len(phone) > TWO:
        return "|".join(phone)
    return "|".join([phone[0], phone[1] if len(phone) == TWO else "", zones[0]])


def _in_all(cells: dict[str, str], phones: list[list[str]], found: list[str]) -> dict[str, str]:
    """The card in a form in which only moments count that are fine in all these zones.

    Two zones stand on the card and beside the number, and both bind; of more, all those of the country count.
    """
    if len(found) == TWO:
        first, second = found
        marked = [f"{phone[0]}|{phone[1] if len(phone) > 1 else ''}|{second}" for phone in phones if len(phone) <= TWO]
        return {**cells, "timezone": first, "phones": "; ".join(marked)}
    countries = {places.country_of(zone) for zone in found}
    if cells.get("region") or len(countries) != 1:
        return cells
    return {**cells, "region": str(countries.pop())}
