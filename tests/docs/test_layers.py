"""Who may import whom: every module stands in a layer, and every layer names what is there."""

import tomllib

import pytest
from pages import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
LAYERED = {each["containers"][0]: each for each in CONTRACTS if each["type"] == "layers"}


def rooms(container):
    """The modules and packages right below a package."""
    folder = ROOT / "src" / container.replace(".", "/")
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    return packages | {path.stem for path in folder.glob("*.py")} - {"__init__"}


def named(container):
    """Those that the contract names."""
    return [name.strip() for line in LAYERED[container]["layers"] for name in line.split("|")]


@pytest.mark.parametrize("container", LAYERED)
def test_every_module_stands_in_a_layer(container):
    assert rooms(container) - set(named(container)) == set()


@pytest.mark.parametrize("container", LAYERED)
def test_every_layer_names_a_module_that_is_there(container):
    assert set(named(container)) - rooms(container) == set()


@pytest.mark.parametrize("container", LAYERED)
def test_no_module_stands_in_two_layers(container):
    assert len(named(container)) == len(set(named(container)))


def test_the_whole_library_is_under_the_contract():
    assert LAYERED["callrules"]["exhaustive"]
