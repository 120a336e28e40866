"""What was agreed about single laws: another number, no use here, or known to be broken; each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from callrules.declared import Declared, kind_of
from callrules.errors import InvalidValue, nearest
from callrules.testing.lawbook import Law


@attrs.frozen(kw_only=True)
class Relax:
    """A law held against another number than the rules declare, and why: never a bare skip."""

    by: tuple[Declared, ...]
    why: str

    @classmethod
    def to(cls, *by: Declared, why: str) -> Relax:
        """Relaxed to these declared facts. Raises `InvalidValue` without one, or without a reason."""
        if not by or not all(isinstance(each, Declared) for each in by):
            raise InvalidValue("Relax", by, "declared facts, such as Cap(most=5, days=7)")
        if not why.strip():
            raise InvalidValue("Relax.why", why, "the reason, such as 'business customers, contract 4'")
        if len({kind_of(each.key) for each in by}) > 1:
            raise InvalidValue("Relax", by, "declared facts of one kind")
        return cls(by=by, why=why)

    @classmethod
    def wholly(cls, why: str) -> Relax:
        """A law of decency left aside, for a reason that the closing table shows. Raises `InvalidValue` without one."""
        if not why.strip():
            raise InvalidValue("Relax.why", why, "the reason, such as 'bakers are awake at four'")
        return cls(by=(), why=why)


@attrs.frozen(kw_only=True)
class Exemptions:
    """Exemptions from single laws: relaxed, not applicable or known broken, each with its reason."""

    relax: Mapping[str, Relax] = attrs.field(factory=dict)
    not_applicable: Mapping[str, str] = attrs.field(factory=dict)
    known_broken: Mapping[str, str] = attrs.field(factory=dict)

    def refuse_unknown(self, laws: Sequence[Law]) -> None:
        """Raise `InvalidValue` for a law that nobody knows, and for a word without a reason."""
        known = {law.id: law for law in laws}
        for field, exemptions in attrs.asdict(self, recurse=False).items():
            for name, why in exemptions.items():
                if name not in known:
                    raise InvalidValue(field, name, f"the id of a law{nearest(name, known)}")
                if not (isinstance(why, Relax) or str(why).strip()):
                    raise InvalidValue(f"{field}[{name!r}]", why, "the reason")
        for name, relaxed in self.relax.items():
            self._refuse_unfit(known[name], relaxed)

    def _refuse_unfit(self, law: Law, relaxed: Relax) -> None:
        fits = isinstance(relaxed, Relax) and (kind_of(relaxed.by[0].key) is law.needs if relaxed.by else law.decent)
        if not fits or (law.needs is None and relaxed.by):
            raise InvalidValue(f"relax[{law.id!r}]", relaxed, _wanted(law))


def _wanted(law: Law) -> str:
    if law.decent:
        return "Relax.wholly(why=...)"
    return f"Relax.to({law.needs.__name__}(...), why=...)" if law.needs else "nothing: it binds everybody"
