"""One policy before the laws: surveyed once, and each law judged from what was met."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import attrs

from callrules.declared import Declared
from callrules.testing.catalogue import LAWS, PURITY, VERSION, VOICES
from callrules.testing.generating.generator import Generator
from callrules.testing.judging.accusations import Settings, broken, told
from callrules.testing.judging.exemptions import Exemptions
from callrules.testing.judging.explaining import is_explained
from callrules.testing.judging.pins import Pin, read_pins
from callrules.testing.judging.shrinking import with_fewer_deeds
from callrules.testing.judging.survey import Failure, Progress, Survey, Tally, breaks, survey
from callrules.testing.judging.verdicts import Judgement, LawOutcome
from callrules.testing.judging.voices import Voices
from callrules.testing.lawbook import Law, Tier
from callrules.testing.policies import Declaration, Policy, declarations


@attrs.define
class Trial:
    """A policy, the laws it is held to, and what was agreed; surveyed when first asked, and then remembered."""

    policy: Policy
    laws: tuple[Law, ...] = LAWS
    exemptions: Exemptions = attrs.field(factory=Exemptions)
    never: frozenset[str] = frozenset()
    catalogue: str = VERSION
    _surveys: dict[tuple[int, int, frozenset[str]], Survey] = attrs.field(factory=dict, repr=False)

    @cached_property
    def declared(self) -> tuple[Declaration, ...]:
        """The facts that the policy's rules declare."""
        return declarations(self.policy)

    def survey(
        self, examples: int, seed: int, wanted: Iterable[str] | None = None, progress: Progress | None = None
    ) -> Survey:
        """Hold the wanted laws (all, unless told) that apply against lives."""
        names = frozenset(law.id for law in self.laws) if wanted is None else frozenset(wanted)
        key = (examples, seed, names)
        if key not in self._surveys:
            self._surveys[key] = self._led(examples, seed, names, progress)
        return self._surveys[key]

    def _led(self, examples: int, seed: int, names: frozenset[str], progress: Progress | None) -> Survey:
        applied = (law for law in self.laws if law.id in names and self.inapplicable(law) is None)
        laws = [law for law in applied if not self._is_left_aside(law)]
        usual = [law for law in laws if law.id not in self.exemptions.relax]
        led = survey(self.policy, usual, examples=examples, seed=seed, generator=self._generator(), progress=progress)
        for law in laws:
            if law.id in self.exemptions.relax:
                generator = self._generator(self.exemptions.relax[law.id].by)
                apart = survey(self.policy, [law], examples=examples, seed=seed, generator=generator, progress=progress)
                led.tallies.update(apart.tallies)
                led.seconds += apart.seconds
        return led

    def _generator(self, relaxed: tuple[Declared, ...] = ()) -> Generator:
        kinds = {type(each) for each in relaxed}
        kept = [each for each in self.declared if type(each.fact) not in kinds]
        return Generator(
            self.policy, (*kept, *(Declaration("relaxed", self._lifted(each)) for each in relaxed)), self.never
        )

    def _lifted(self, relaxed: Declared) -> Declared:
        """Another number gives way to what the declared one gives way to, unless it says to what."""
        usual = (each.fact.lifted_by for each in self.declared if type(each.fact) is type(relaxed))
        return relaxed if relaxed.lifted_by else attrs.evolve(relaxed, lifted_by=next(usual, frozenset()))

    def inapplicable(self, law: Law) -> str | None:
        """Why a law does not apply to this policy; `None` where it does."""
        return law.inapplicable(self.policy, self.declared)

    def _is_left_aside(self, law: Law) -> bool:
        """Whether it is a law of decency, and a reason was given against all of it."""
        return law.id in self.exemptions.relax and not self.exemptions.relax[law.id].by

    def judge(self, law: Law, settings: Settings) -> Judgement:
        """The verdict on one law. Pinned counterexamples come first."""
        base = Judgement(law=law.id, outcome=LawOutcome.HOLDS, tier=law.tier.value, moment=law.moment)
        reason = self.inapplicable(law)
        if reason:
            return attrs.evolve(base, outcome=LawOutcome.NOT_APPLICABLE, says=reason)
        if self._is_left_aside(law):
            return attrs.evolve(base, outcome=LawOutcome.RELAXED, says=self.exemptions.relax[law.id].why)
        pinned = self._pinned(law, settings.pins) if settings.pins else None
        if pinned:
            return self._known(law, told(*pinned, base, settings))
        led = self.survey(settings.examples, settings.seed, settings.wanted, settings.progress)
        tally, seconds = led.tallies[law.id], round(led.seconds, 2)
        met = attrs.evolve(base, cases=settings.examples, lives=tally.lives, moments=tally.moments, seconds=seconds)
        if law.id == VOICES:
            return _heard(met, led.voices)
        return self._judged(law, tally, met, settings)

    def _judged(self, law: Law, tally: Tally, met: Judgement, settings: Settings) -> Judgement:
        reason = self.exemptions.not_applicable.get(law.id)
        if reason is not None:
            return self._refused(met, reason)
        if tally.failure:
            return self._failed(tally.failure, met, settings)
        if not tally.moments:
            says = f"no case of {met.cases} reached: {law.moment}"
            return attrs.evolve(met, outcome=LawOutcome.NOT_EXERCISED, says=says, remedy=law.remedy or _remedy(law))
        if law.id in self.exemptions.known_broken:
            says = f"said to be broken ({self.exemptions.known_broken[law.id]}), and holds: take the word back"
            return attrs.evolve(met, outcome=LawOutcome.BROKEN, says=says)
        if law.id in self.exemptions.relax:
            return attrs.evolve(met, outcome=LawOutcome.RELAXED, says=self.exemptions.relax[law.id].why)
        return met

    def _failed(self, failure: Failure, met: Judgement, settings: Settings) -> Judgement:
        """The story; one line where another law's story explains it."""
        if self._is_explained(failure, settings):
            says = f"broken as well: mend {PURITY} first (-rx names them)"
            return attrs.evolve(met, outcome=LawOutcome.EXPLAINED, says=says, first_case=failure.case)
        return self._known(failure.law, broken(failure, met, settings, only_warns=self._only_warns(failure.law)))

    def _is_explained(self, failure: Failure, settings: Settings) -> bool:
        """Whether another law explains it, which is told in full."""
        if PURITY in self.exemptions.known_broken or PURITY in self.exemptions.not_applicable:
            return False
        return is_explained(failure, self.survey(settings.examples, settings.seed, settings.wanted))

    def _refused(self, met: Judgement, reason: str) -> Judgement:
        if met.moments:
            says = f"said not to apply ({reason}), but {met.lives} of {met.cases} cases reached: {met.moment}"
            return attrs.evolve(met, outcome=LawOutcome.BROKEN, says=says)
        return attrs.evolve(met, outcome=LawOutcome.NOT_APPLICABLE, says=reason)

    def _known(self, law: Law, judged: Judgement) -> Judgement:
        if judged.outcome is LawOutcome.BROKEN and law.id in self.exemptions.known_broken:
            return attrs.evolve(
                judged, outcome=LawOutcome.KNOWN_BROKEN, says=self.exemptions.known_broken[law.id], story=None
            )
        return judged

    def _only_warns(self, law: Law) -> bool:
        newer = tuple(map(int, law.since.split("."))) > tuple(map(int, self.catalogue.split(".")))
        return newer or law.tier is Tier.ADVISORY

    def _pinned(self, law: Law, pins: Path) -> tuple[Failure, Path] | None:
        relaxed = self.exemptions.relax.get(law.id)
        declared = self._generator(relaxed.by if relaxed else ()).declared
        kept = ((_held(law, pin), pin.path) for pin in read_pins(pins, self.policy, declared))
        return next(((failure, path) for failure, path in kept if failure), None)


def _heard(met: Judgement, voices: Voices) -> Judgement:
    """The verdict with what the author's rules had to say; one that never spoke is warned of in one line."""
    told = attrs.evolve(met, rules=voices.told(met.cases))
    if not voices.silent:
        return told
    says = f"only a warning: in {met.cases} lives never spoke: {', '.join(voices.silent)}"
    return attrs.evolve(told, says=says, story=f"{met.law}: {says.partition(': ')[2]}")


def _held(law: Law, pin: Pin) -> Failure | None:
    broken = breaks(law, pin.situation) if pin.law == law.id else None
    return with_fewer_deeds(Failure(law, pin.situation, broken, 0)) if broken else None


def _remedy(law: Law) -> str:
    if law.needs:
        return f"look at more cases, or leave out what declares {law.needs.__name__}"
    return "look at more cases"
