import re
import runpy
import sys

import pytest
from pages import ROOT, headings

import callrules
from callrules import Contact, History, Playbook, testing, wire
from callrules.cli.front import COMMANDS
from callrules.deciding.admission import name_of
from callrules.declared import KINDS
from callrules.hookspecs import HOOKS
from callrules.rules import HOUSE_RULES
from callrules.testing.catalogue import LAWS
from callrules.testing.judging.verdicts import LawOutcome

REFERENCE = ROOT / "docs" / "reference"


@pytest.fixture(scope="module")
def written():
    sys.path.insert(0, str(ROOT / "docs"))
    yield runpy.run_path(str(ROOT / "docs" / "make_reference.py"))["written"]()
    sys.path.remove(str(ROOT / "docs"))


def test_every_page_written_from_the_code_is_up_to_date(written):
    stale = [path.name for path, text in written.items() if not path.exists() or path.read_text("utf-8") != text]
    assert not stale, "run `make reference`"


def test_every_reference_page_is_written_from_the_code(written):
    kept_true_by_a_test_of_its_own = {REFERENCE / "rulebook.md"}
    assert set(REFERENCE.glob("*.md")) - kept_true_by_a_test_of_its_own <= set(written)


def test_everything_exported_is_on_a_page_with_an_example_that_runs(written):
    from making.api import exported

    page = written[REFERENCE / "api.md"]
    run = "\n".join(re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    promised = {f"callrules.{name}" for name in callrules.__all__}
    promised |= {f"callrules.wire.{name}" for name in wire.__all__ if name.islower() or name == "Case"}
    promised |= {f"callrules.testing.{name}" for name in testing.__all__}
    promised |= {f"callrules.Playbook.{name}" for name, each in vars(Playbook).items() if is_public(name, each)}
    assert promised <= exported()
    for name in exported():
        assert re.search(rf"\b{name.rpartition('.')[2]}\b", run), f"no example of {name}"
        assert f"\n### {name.removeprefix('callrules.')}\n" in page or f"\n### {name.rpartition('.')[2]}\n" in page


def is_public(name, each):
    is_slot = type(each).__name__ == "member_descriptor"
    return not name.startswith("_") and not is_slot and name != "plan"


def test_every_hook_has_a_heading():
    assert set(HOOKS) <= set(headings(REFERENCE / "hooks.md"))


def test_every_example_shows_its_rule_at_work(written):
    from making.examples import STORIES

    assert written
    for rule, (more, facts, now) in STORIES.items():
        contact = Contact(id="kim", timezone="America/New_York", **more)
        told = Playbook(strict=True).explain(contact, History(facts), now)
        assert any(say.rule == rule and say.says for say in told.says), rule
    assert list(STORIES) == [name_of(rule) for rule in HOUSE_RULES]


def test_every_house_rule_has_a_heading():
    assert {name_of(rule) for rule in HOUSE_RULES} <= set(headings(REFERENCE / "rules.md"))


def test_every_law_is_listed_once(written):
    rows = [line.split("`")[1] for line in written[REFERENCE / "laws.md"].splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(law.id for law in LAWS)


def test_every_verdict_says_what_pytest_shows(written):
    assert all(f"| **{outcome.value}** |" in written[REFERENCE / "laws.md"] for outcome in LawOutcome)


def test_every_kind_of_declared_fact_has_a_heading():
    assert {kind.__name__ for kind in KINDS} <= set(headings(REFERENCE / "declared.md"))


def test_every_number_of_a_house_rule_says_what_it_is_and_where_it_comes_from(written):
    rows = [line for line in written[REFERENCE / "rules.md"].splitlines() if line.startswith("| `")]
    untold = [row for row in rows if not all(cell.strip() for cell in row.split(" | "))]
    assert not untold


def test_every_module_of_the_house_has_its_room():
    told = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    house = ROOT / "src" / "callrules"
    names = {path.stem for path in house.glob("*.py")} | {path.parent.name for path in house.glob("*/__init__.py")}
    assert not [name for name in names if f"| `{name}` |" not in told], "run `make reference`"


def test_the_readme_names_every_command():
    told = (ROOT / "README.md").read_text("utf-8")
    assert not [name for name in COMMANDS if f"`callrules {name}" not in told]
