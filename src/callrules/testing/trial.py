"""One policy before the laws: surveyed once, and each law judged from what was met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from callrules.declared import Declared, kind_of
from callrules.errors import InvalidValue, nearest
from callrules.testing.catalogue import LAWS, VERSION
from callrules.testing.judgements import Judgement, Outcome, Relax
from callrules.testing.lawbook import Law, Tier
from callrules.testing.pictures import pictured
from callrules.testing.pins import Pin, read_pins, write_pin
from callrules.testing.policies import Declaration, Policy, declarations
from callrules.testing.reduction import reduced
from callrules.testing.survey import Failure, Progress, Survey, Tally, breaks, survey
from callrules.testing.told import Told
from callrules.testing.walks import Walk


@attrs.frozen(kw_only=True)
class Terms:
    """What was agreed about single laws: relaxed, not applicable or known broken, each with its reason."""

    relax: Mapping[str, Relax] = attrs.field(factory=dict)
    not_applicable: Mapping[str, str] = attrs.field(factory=dict)
    known_broken: Mapping[str, str] = attrs.field(factory=dict)

    def refuse_unknown(self, laws: Sequence[Law]) -> None:
        """Raise `InvalidValue` for a law that nobody knows, and for a word without a reason."""
        known = {law.id: law for law in laws}
        for field, terms in attrs.asdict(self, recurse=False).items():
            for name, why in terms.items():
                if name not in known:
                    raise InvalidValue(field, name, f"the id of a law{nearest(name, known)}")
                if not (isinstance(why, Relax) or str(why).strip()):
                    raise InvalidValue(f"{field}[{name!r}]", why, "the reason")
        for name, relaxed in self.relax.items():
            self._refuse_unfit(known[name], relaxed)

    def _refuse_unfit(self, law: Law, relaxed: Relax) -> None:
        if not isinstance(relaxed, Relax) or law.needs is None or kind_of(relaxed.by[0].key) is not law.needs:
            wanted = f"Relax.to({law.needs.__name__}(...), why=...)" if law.needs else "nothing: it binds everybody"
            raise InvalidValue(f"relax[{law.id!r}]", relaxed, wanted)


@attrs.frozen(kw_only=True)
class Asked:
    """How a policy is looked at: over how many cases, from which seed, for which laws (all, unless told).

    `pins` is the folder of kept counterexamples, to which what is found is added with `keep`. `again` makes the
    command that shows the failure of these laws again. `progress` is told, after each life, how many were led.
    """

    examples: int = 100
    seed: int = 0
    wanted: frozenset[str] | None = None
    pins: Path | None = None
    keep: bool = False
    again: Callable[[Sequence[str]], str] | None = None
    progress: Progress | None = None


@attrs.define
class Trial:
    """A policy, the laws it is held to, and what was agreed; surveyed when first asked, and then remembered."""

    policy: Policy
    laws: tuple[Law, ...] = LAWS
    terms: Terms = attrs.field(factory=Terms)
    never: frozenset[str] = frozenset()
    catalogue: str = VERSION
    _surveys: dict[tuple[int, int, frozenset[str]], Survey] = attrs.field(factory=dict, repr=False)

    @property
    def declared(self) -> tuple[Declaration, ...]:
        """What the policy's rules declare."""
        return declarations(self.policy)

    def survey(
        self, examples: int, seed: int, wanted: Iterable[str] | None = None, progress: Progress | None = None
    ) -> Survey:
        """What came of the wanted laws (all, unless told) that apply."""
        names = frozenset(law.id for law in self.laws) if wanted is None else frozenset(wanted)
        key = (examples, seed, names)
        if key not in self._surveys:
            self._surveys[key] = self._led(examples, seed, names, progress)
        return self._surveys[key]

    def _led(self, examples: int, seed: int, names: frozenset[str], progress: Progress | None) -> Survey:
        laws = [law for law in self.laws if law.id in names and self.inapplicable(law) is None]
        usual = [law for law in laws if law.id not in self.terms.relax]
        led = survey(self.policy, usual, examples=examples, seed=seed, walk=self._walk(), progress=progress)
        for law in laws:
            if law.id in self.terms.relax:
                walk = self._walk(self.terms.relax[law.id].by)
                apart = survey(self.policy, [law], examples=examples, seed=seed, walk=walk, progress=progress)
                led.tallies.update(apart.tallies)
                led.seconds += apart.seconds
        return led

    def _walk(self, relaxed: tuple[Declared, ...] = ()) -> Walk:
        kinds = {type(each) for each in relaxed}
        kept = [each for each in self.declared if type(each.fact) not in kinds]
        return Walk(self.policy, (*kept, *(Declaration("relaxed", each) for each in relaxed)), self.never)

    def inapplicable(self, law: Law) -> str | None:
        """Why a law does not apply to this policy; `None` where it does."""
        return law.inapplicable(self.policy, self.declared)

    def judge(self, law: Law, asked: Asked) -> Judgement:
        """The verdict on one law. Pinned counterexamples come first."""
        base = Judgement(law=law.id, outcome=Outcome.HOLDS, tier=law.tier.value, moment=law.moment)
        reason = self.inapplicable(law)
        if reason:
            return attrs.evolve(base, outcome=Outcome.NOT_APPLICABLE, says=reason)
        pinned = self._pinned(law, asked.pins) if asked.pins else None
        if pinned:
            return self._known(law, _told(*pinned, base, asked))
        led = self.survey(asked.examples, asked.seed, asked.wanted, asked.progress)
        tally, seconds = led.tallies[law.id], round(led.seconds, 2)
        met = attrs.evolve(base, cases=asked.examples, lives=tally.lives, moments=tally.moments, seconds=seconds)
        return self._judged(law, tally, met, asked)

    def _judged(self, law: Law, tally: Tally, met: Judgement, asked: Asked) -> Judgement:
        reason = self.terms.not_applicable.get(law.id)
        if reason is not None:
            return self._refused(met, reason)
        if tally.failure:
            return self._known(law, _broken(tally.failure, met, asked, only_warns=self._only_warns(law)))
        if not tally.moments:
            says = f"no case of {met.cases} reached: {law.moment}"
            return attrs.evolve(met, outcome=Outcome.NOT_EXERCISED, says=says, remedy=law.remedy or _remedy(law))
        if law.id in self.terms.known_broken:
            says = f"said to be broken ({self.terms.known_broken[law.id]}), and holds: take the word back"
            return attrs.evolve(met, outcome=Outcome.BROKEN, says=says)
        if law.id in self.terms.relax:
            return attrs.evolve(met, outcome=Outcome.RELAXED, says=self.terms.relax[law.id].why)
        return met

    def _refused(self, met: Judgement, reason: str) -> Judgement:
        if met.moments:
            says = f"said not to apply ({reason}), but {met.lives} of {met.cases} cases reached: {met.moment}"
            return attrs.evolve(met, outcome=Outcome.BROKEN, says=says)
        return attrs.evolve(met, outcome=Outcome.NOT_APPLICABLE, says=reason)

    def _known(self, law: Law, judged: Judgement) -> Judgement:
        if judged.outcome is Outcome.BROKEN and law.id in self.terms.known_broken:
            return attrs.evolve(judged, outcome=Outcome.KNOWN_BROKEN, says=self.terms.known_broken[law.id], story=None)
        return judged

    def _only_warns(self, law: Law) -> bool:
        newer = tuple(map(int, law.since.split("."))) > tuple(map(int, self.catalogue.split(".")))
        return newer or law.tier is Tier.ADVISORY

    def _declared_for(self, law: Law) -> tuple[Declaration, ...]:
        relaxed = self.terms.relax.get(law.id)
        return self._walk(relaxed.by if relaxed else ()).declared

    def _pinned(self, law: Law, pins: Path) -> tuple[Failure, Path] | None:
        kept = ((_held(law, pin), pin.path) for pin in read_pins(pins, self.policy, self._declared_for(law)))
        return next(((failure, path) for failure, path in kept if failure), None)


def _held(law: Law, pin: Pin) -> Failure | None:
    broken = breaks(law, pin.situation) if pin.law == law.id else None
    return Failure(law, pin.situation, broken, 0) if broken else None


def _told(failure: Failure, pin: Path | None, met: Judgement, asked: Asked) -> Judgement:
    again = asked.again(tuple(filter(None, (failure.law.id, failure.met_by)))) if asked.again else ""
    keep = f"kept as {pin}" if pin else "add --callrules-pin" if again and not failure.met_by else ""
    story = str(Told(failure=failure, seed=asked.seed, again=again, keep=keep))
    says = failure.broken.says if failure.case else f"pinned: {failure.broken.says}"
    told = attrs.evolve(met, outcome=Outcome.BROKEN, says=says, story=story, picture=pictured(failure))
    return attrs.evolve(told, pin=str(pin) if pin else None, first_case=failure.case or None)


def _remedy(law: Law) -> str:
    if law.needs:
        return f"look at more cases, or leave out what declares {law.needs.__name__}"
    return "look at more cases"


def _broken(failure: Failure, met: Judgement, asked: Asked, *, only_warns: bool) -> Judgement:
    small = reduced(failure)
    keeps = asked.keep and not failure.met_by  # what only another law's question shows cannot be looked at alone
    pin = write_pin(asked.pins, failure.law.id, small.situation) if asked.pins and keeps else None
    found = _told(small, pin, met, asked)
    if only_warns:
        return attrs.evolve(found, outcome=Outcome.HOLDS, says=f"only a warning: {small.broken.says}")
    return found
