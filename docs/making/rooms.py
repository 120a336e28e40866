"""The rooms of the house in reading order, and who may import whom, both read from the house itself."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "callrules"


def rooms() -> dict[str, str]:
    """Each module and package with the first line of its docstring; none imports from one below it."""
    paths = {path.stem: path for path in HOUSE.glob("*.py")} | {
        path.parent.name: path for path in HOUSE.glob("*/__init__.py")
    }
    front = paths.pop("__init__")
    needs = {name: set(_imports(path)) & paths.keys() - {name} for name, path in paths.items()}
    return {"__init__": _question(front)} | {name: _question(paths[name]) for name in _in_reading_order(needs)}


def _question(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]


def _imports(path: Path) -> Iterator[str]:
    files = path.parent.glob("*.py") if path.name == "__init__.py" else [path]
    for statement in (each for file in files for each in ast.parse(file.read_text("utf-8")).body):
        if isinstance(statement, ast.ImportFrom):
            module = (statement.module or "").split(".")
            yield from [module[1]] if len(module) > 1 else [alias.name for alias in statement.names]


def _in_reading_order(needs: dict[str, set[str]]) -> Iterator[str]:
    sorter = TopologicalSorter(needs)
    sorter.prepare()
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        yield from ready
        sorter.done(*ready)


def layers() -> list[str]:
    """The layers of the import contract, from the top down, less what does not exist yet."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    lines = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [line for line in (_standing(each) for each in lines) if line]


def _standing(line: str) -> str:
    names = [name.strip(" ()").removeprefix("callrules.") for name in line.split("|")]
    return "  ".join(name for name in names if HOUSE.joinpath(name).is_dir() or HOUSE.joinpath(f"{name}.py").exists())
