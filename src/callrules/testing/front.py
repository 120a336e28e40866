"""Three lines are enough: `laws(...)` makes one pytest item of each law, for a rule, a playbook or a TOML file."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from callrules.errors import InvalidValue, nearest
from callrules.testing.catalogue import LAWS, VERSION
from callrules.testing.judgements import Judgement, Outcome, Relax
from callrules.testing.lawbook import Law
from callrules.testing.policies import as_policy
from callrules.testing.progress import progress_on
from callrules.testing.story_files import write_story_files
from callrules.testing.trial import Asked, Terms, Trial

EXAMPLES = 100
"""How many lives a survey leads unless told: below that, some moments are seldom reached."""
PINS = "callrules_pins"
"""The folder of kept counterexamples, beside the test's file."""


class LawWarning(UserWarning):
    """Something about the test rather than the policy: a law that only warns, a moment that was never reached."""


def laws(
    *policy: Any,
    only: Iterable[str] = (),
    extra_laws: Iterable[Law] = (),
    relax: Mapping[str, Relax] | None = None,
    not_applicable: Mapping[str, str] | None = None,
    known_broken: Mapping[str, str] | None = None,
    never_recorded: Iterable[str] = (),
    examples: int | None = None,
    catalogue: str = VERSION,
    pins: str | Path = PINS,
) -> Callable[..., None]:
    """A pytest function with one item for each law.

    As in `test_cadence = laws(Cadence())`. `policy` is a rule or several (held to the laws among the house rules),
    a whole `Playbook`, the path of a TOML file, or any object with `next_step` and `may_call`; nothing stands for
    the house. `only` names the laws to hold it to, `extra_laws` are the author's own. `relax` holds a law against
    another declared number; `not_applicable` and `known_broken` give reasons, and are refused when they turn out to
    be wrong. `never_recorded` are names of facts (`Meeting`) and dispositions (`hung_up`) that the host never writes
    down. `examples` is the number of lives, 100 unless told here, by `--callrules-examples` or by the ini option
    `callrules_examples`. A law newer than `catalogue` only warns. `pins` is the folder of kept counterexamples,
    beside the test's file.

    Raises `InvalidValue` for an unknown law, a missing reason and what cannot be a policy.
    """
    own = (*LAWS, *extra_laws)
    terms = Terms(relax=relax or {}, not_applicable=not_applicable or {}, known_broken=known_broken or {})
    terms.refuse_unknown(own)
    chosen = _chosen(own, tuple(only))
    trial = Trial(as_policy(*policy), chosen, terms, frozenset(never_recorded), catalogue)

    @pytest.mark.parametrize("law", [pytest.param(each, id=each.id) for each in chosen])
    def test(law: Law, request: pytest.FixtureRequest) -> None:
        options = Options(request, examples, Path(pins))
        judged = trial.judge(law, options.asked(law))
        request.node.user_properties += [("callrules", judged.as_json()), ("callrules-trial", _held_to(trial, options))]
        if judged.picture and judged.story and options.stories:
            write_story_files(options.stories, request.node.nodeid, judged.story, judged.picture)
        _report(judged, strict=options.strict)

    test.trial = trial  # type: ignore[attr-defined]
    return test


def _chosen(known: tuple[Law, ...], only: tuple[str, ...]) -> tuple[Law, ...]:
    names = {law.id: law for law in known}
    if len(names) < len(known):
        twice = sorted({law.id for law in known if [each.id for each in known].count(law.id) > 1})
        raise InvalidValue("extra_laws", ", ".join(twice), "ids that no other law has")
    for name in only:
        if name not in names:
            raise InvalidValue("only", name, f"the id of a law{nearest(name, names)}")
    return tuple(names[name] for name in only) if only else known


def _held_to(trial: Trial, options: Options) -> dict[str, Any]:
    declared = [f"{each.rule}: {each.fact.says}" for each in trial.declared]
    return {"declares": declared, "seed": options.seed, "catalogue": trial.catalogue}


class Options:
    """What was asked for on the command line, in the ini file, or in the call, in that order."""

    def __init__(self, request: pytest.FixtureRequest, examples: int | None, pins: Path) -> None:
        """Read once for an item."""
        self._request, self._examples, self._pins = request, examples, pins

    def _option(self, name: str, default: Any = None) -> Any:
        return self._request.config.getoption(f"callrules_{name}", default=default)

    @property
    def strict(self) -> bool:
        """Whether a law that was not exercised, or only warns, fails."""
        return bool(self._option("strict", default=False))

    @property
    def seed(self) -> int:
        """From which seed lives are thrown."""
        return int(self._option("seed") or 0)

    @property
    def stories(self) -> Path | None:
        """The folder into which stories are written, if any."""
        folder = self._option("stories")
        return self._request.config.invocation_params.dir / folder if folder else None

    def asked(self, law: Law) -> Asked:
        """How the policy is looked at."""
        examples = self._option("examples") or self._examples or self._ini() or EXAMPLES
        return Asked(
            examples=examples,
            seed=self.seed,
            wanted=frozenset(self._wanted()) | {law.id},
            pins=self._request.node.path.parent / self._pins,
            keep=bool(self._option("pin", default=False)),
            again=self._again,
            progress=progress_on(self._request.config, examples),
        )

    def _again(self, laws: Sequence[str]) -> str:
        item = self._request.node
        test = self._request.config.cwd_relative_nodeid(item.nodeid.rpartition("[")[0])
        items = (f'"{test}[{law}]"' for law in laws)
        given = [f"--callrules-{name}={self._option(name)}" for name in ("examples", "seed") if self._option(name)]
        return " ".join(["pytest", *items, *given])

    def _ini(self) -> int | None:
        try:
            return int(self._request.config.getini("callrules_examples") or 0) or None
        except (KeyError, ValueError):
            return None

    def _wanted(self) -> set[str]:
        """The laws that this session asks for of the same test: nobody waits for laws deselected with `-k`."""
        item = self._request.node
        same = (each for each in item.session.items if getattr(each, "function", None) is item.function)
        return {each.callspec.params["law"].id for each in same if hasattr(each, "callspec")}


def _report(judged: Judgement, *, strict: bool) -> None:
    outcome, told = judged.outcome, judged.story or judged.line
    if outcome is Outcome.BROKEN:
        pytest.fail(told, pytrace=False)
    if outcome is Outcome.KNOWN_BROKEN:
        pytest.xfail(judged.line)
    if outcome is Outcome.NOT_EXERCISED and strict:
        pytest.fail(judged.line, pytrace=False)
    if outcome in {Outcome.NOT_EXERCISED, Outcome.NOT_APPLICABLE}:
        pytest.skip(judged.line)
    if judged.story and strict:
        pytest.fail(told, pytrace=False)
    if judged.story:
        warnings.warn(LawWarning(told), stacklevel=2)
