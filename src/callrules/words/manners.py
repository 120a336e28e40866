"""The rule that says whether words are decent; what it goes by is in `customs`."""

from __future__ import annotations

from typing import ClassVar

import attrs

from callrules.declared import Declared
from callrules.errors import InvalidValue, nearest
from callrules.hookspecs import hookimpl, parameter
from callrules.script import Finding


@attrs.frozen
class Manners:
    """Are these words decent?

    Rulebook B2, C9, D2, D3, E5. Bare check-ins, “we were cut off”, pleading, reproach, pressure, deafness to a no,
    questions with one answer, assurances that nobody believes, arrogance, a pitch in an apology, running others down,
    no reason given, too long for a voicemail. What is quoted is left alone. `allows` switches rules off.
    """

    name: ClassVar[str] = "manners"
    declares: ClassVar[tuple[Declared, ...]] = ()
    allows: tuple[str, ...] = parameter((), says="ids of what is let pass", source="the host")

    def __attrs_post_init__(self) -> None:
        allows: object = self.allows
        if not allows:
            return
        from callrules.words.customs import known_ids  # noqa: PLC0415 - as below

        if isinstance(allows, str):
            raise InvalidValue("Manners.allows", allows, f"several ids: ({allows!r},)")
        known = known_ids()
        for each in self.allows:
            if each not in known:
                raise InvalidValue("Manners.allows", each, f"ids of rules of manners{nearest(each, known)}")

    @hookimpl
    def manners(self, text: str, kind: str | None, language: str) -> list[Finding]:
        from callrules.words.customs import breaches  # noqa: PLC0415 - who decides waits for no words

        return [each for each in breaches(text, kind, language) if each.rule not in self.allows]
