"""Make `src/callrules/numbering.toml` from the metadata of phonenumbers, which is needed for this alone.

pip install phonenumbers && python tools/make_numbering.py > src/callrules/numbering.toml
"""

from __future__ import annotations

import re
import re._parser as regular  # type: ignore[import-not-found]
import textwrap
from collections.abc import Iterable
from typing import Any

import phonenumbers  # type: ignore[import-not-found]
from phonenumbers.phonemetadata import PhoneMetadata  # type: ignore[import-not-found]

DIGITS = "0123456789"
NOT_A_PLACE = ("001",)
HEADER = '''\
# Which zeros are dialled within a country only, and how a number is written there.
#
# Made by `python tools/make_numbering.py` from the metadata of phonenumbers {version}, the Python port of
# Google's libphonenumber (Apache License 2.0, https://github.com/daviddrysdale/python-phonenumbers):
# `national_prefix`, `international_prefix`, and the patterns and possible lengths of national numbers.

[trunk_zero]
# Country codes with a zero to drop after which no number begins with one,
always = """
{always}"""
# and those in which only special services begin with one, and they with two.
alone = "{alone}"

[regions]
# Country code, 00 where that is the prefix of calls abroad, the prefix within the country, lengths without it.
'''


def main() -> None:
    """Print the table."""
    always, alone = [], []
    for code, regions in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()):
        of = [_known(region) for region in regions if region not in NOT_A_PLACE]
        if of and all(_drops_a_zero(each) for each in of):
            patterns = [each.general_desc.national_number_pattern for each in of]
            begins = {each for pattern in patterns for each in _beginnings(pattern)}
            if not any(each.startswith("0") for each in begins):
                always.append(code)
            elif not any(re.fullmatch("0[1-9]", each) for each in begins):
                alone.append(code)
    print(HEADER.format(version=phonenumbers.__version__, always=_listed(always), alone=_listed(alone)), end="")
    for region in sorted(phonenumbers.SUPPORTED_REGIONS):
        print(f'{region} = "{_row(_known(region))}"')


def _known(region: str) -> Any:
    return PhoneMetadata.metadata_for_region(region)


def _listed(values: Iterable[object]) -> str:
    return textwrap.fill(" ".join(map(str, values)), 110)


def _drops_a_zero(known: Any) -> bool:
    if known.national_prefix:
        return "0" in known.national_prefix or known.national_prefix_for_parsing.startswith("0")
    return False


def _row(known: Any) -> str:
    abroad = "00" if re.fullmatch(known.international_prefix or "-", "00") else "-"
    lengths = ",".join(str(each) for each in known.general_desc.possible_length if each > 0)
    return f"{known.country_code} {abroad} {known.national_prefix or '-'} {lengths}"


def _beginnings(pattern: str) -> set[str]:
    """Every pair of digits with which a number of that pattern can begin."""
    return {
        first + second for first in DIGITS for second in DIGITS if _can_begin(regular.parse(pattern), first + second)
    }


def _can_begin(parsed: Any, text: str) -> bool:
    return any(not rest for rest in _left(list(parsed), text))


def _left(parts: list[Any], text: str) -> set[str]:
    """What of the text is left once the parts have matched; nothing, once it is used up."""
    states = {text}
    for operation, argument in parts:
        states = {rest for state in states for rest in (_after(operation, argument, state) if state else {""})}
    return states


def _after(operation: Any, argument: Any, text: str) -> set[str]:
    name = str(operation)
    if name == "SUBPATTERN":
        return _left(list(argument[3]), text)
    if name == "BRANCH":
        return {rest for branch in argument[1] for rest in _left(list(branch), text)}
    if name == "MAX_REPEAT":
        least, most, repeated = argument
        return _repeated(list(repeated), text, least, min(most, len(text) + 1))
    return {text[1:]} if _is_one_of(name, argument, text[0]) else set()


def _repeated(parts: list[Any], text: str, least: int, most: int) -> set[str]:
    states, found = {text}, {text} if least == 0 else set()
    for count in range(1, most + 1):
        states = {rest for state in states for rest in (_left(parts, state) if state else {""})}
        found |= states if count >= least or "" in states else set()
    return found


def _is_one_of(name: str, argument: Any, digit: str) -> bool:
    if name == "LITERAL":
        return chr(argument) == digit
    for kind, value in argument:
        if str(kind) == "LITERAL" and chr(value) == digit:
            return True
        if str(kind) == "RANGE" and value[0] <= ord(digit) <= value[1]:
            return True
        if str(kind) == "CATEGORY":
            return True
    return False


if __name__ == "__main__":
    main()
