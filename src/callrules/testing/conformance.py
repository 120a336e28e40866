"""Three lines are enough: `laws(...)` makes one pytest item of each law, for a rule, a playbook or a TOML file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from callrules.testing.catalogue import LAWS, VERSION
from callrules.testing.judging.declared_lines import spelled
from callrules.testing.judging.exemptions import Exemptions, Relax
from callrules.testing.judging.options import Options
from callrules.testing.judging.trial import Trial
from callrules.testing.judging.unlogged import unlogged
from callrules.testing.judging.verdicts import Judgement, LawOutcome
from callrules.testing.lawbook import Law, chosen_laws
from callrules.testing.policies import as_policy
from callrules.testing.stories.story_files import write_story_files

PINS = "callrules_pins"
"""The folder of kept counterexamples, beside the test's file."""
PLUGIN = "callrules"
"""Our plugin of pytest, whose closing table tells of warnings in a line each."""


class LawWarning(UserWarning):
    """A law that only warns, told in one line where the plugin and its closing table are switched off."""


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
    exemptions = Exemptions(relax=relax or {}, not_applicable=not_applicable or {}, known_broken=known_broken or {})
    exemptions.refuse_unknown(own)
    chosen = chosen_laws(own, tuple(only) or None, "only")
    trial = Trial(as_policy(*policy), chosen, exemptions, frozenset(never_recorded), catalogue)

    @pytest.mark.parametrize("law", [pytest.param(each, id=each.id) for each in chosen])
    def test(law: Law, request: pytest.FixtureRequest) -> None:
        options = Options(request, examples, Path(pins))
        with unlogged():
            judged = trial.judge(law, options.settings(law))
        request.node.user_properties += [("callrules", judged.as_json()), ("callrules-trial", _held_to(trial, options))]
        if judged.picture and judged.story and options.stories:
            write_story_files(options.stories, request.node.nodeid, judged.story, judged.picture)
        _report(judged, request.node, strict=options.strict)

    test.trial = trial  # type: ignore[attr-defined]
    return test


def _held_to(trial: Trial, options: Options) -> dict[str, Any]:
    return {"declares": spelled(trial.declared), "seed": options.seed, "catalogue": trial.catalogue}


def _report(judged: Judgement, item: pytest.Item, *, strict: bool) -> None:
    outcome = judged.outcome
    if outcome is LawOutcome.BROKEN or (strict and (judged.story or outcome is LawOutcome.NOT_EXERCISED)):
        pytest.fail(judged.story or judged.line, pytrace=False)
    if outcome in {LawOutcome.KNOWN_BROKEN, LawOutcome.EXPLAINED}:
        pytest.xfail(judged.line)
    if outcome in {LawOutcome.NOT_EXERCISED, LawOutcome.NOT_APPLICABLE}:
        pytest.skip(judged.line)
    if judged.story and not item.config.pluginmanager.has_plugin(PLUGIN):
        item.warn(LawWarning(judged.line))
