"""The catalogue: one folder for each group that the page shows, one line for each law file, nothing left out."""

from importlib import import_module
from pathlib import Path

import pytest

from callrules import declared
from callrules.testing import catalogue
from callrules.testing.catalogue import FILES, LAWS
from callrules.testing.catalogue.shared.readings import FLOOR, is_restraint, restrains
from callrules.testing.lawbook import Law

HOME = Path(catalogue.__file__).parent


def test_every_law_file_is_named_once():
    found = {f"{path.parent.name}.{path.stem}" for path in HOME.glob("*/*.py") if path.stem != "__init__"}
    assert {each for each in found if not each.startswith("shared.")} == set(FILES)
    assert len(set(FILES)) == len(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_law_stands_in_the_folder_of_its_group(name):
    laws = [each for each in vars(import_module(f"{catalogue.__name__}.{name}")).values() if isinstance(each, Law)]
    assert {each.group for each in laws} == {name.partition(".")[0]}


def test_groups_are_told_one_after_the_other():
    groups = [law.group for law in LAWS]
    assert groups == sorted(groups, key=groups.index)


def test_no_two_laws_have_one_name():
    assert len({law.id for law in LAWS}) == len(LAWS)


def test_each_kind_that_says_when_nobody_is_rung_is_read_and_has_its_law():
    read = [kind for kind in restrains.registry if kind is not object]
    held = {law.needs for law in LAWS}
    assert set(read) <= set(declared.KINDS)
    assert all(kind in held for kind in read if kind not in FLOOR)
    assert {kind.key for kind in read} == {
        "open", "cap", "gap", "spacing", "another_part", "leaves_in_peace", "waits_for_them", "note_first",
        "rests_bad", "holds_dials",
    }  # fmt: skip


def test_what_the_floor_forbids_and_what_forbids_nothing_is_no_restraint():
    assert is_restraint(declared.Gap(hours=20))
    assert not any(map(is_restraint, (declared.RestsBad(), declared.HoldsDials(), declared.KeepsPromises())))
