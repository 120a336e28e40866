"""The rooms of the house with one line each, and who may import whom, both read from the house itself."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "callrules"


def rooms() -> dict[str, str]:
    """Each package with the first line of its docstring, and each module beside them, from below."""
    names = [name for line in reversed(layers()) for name in line.split()]
    return {name: _first_line(_path(name)) for name in ("__init__", *names)}


def _path(name: str) -> Path:
    package = HOUSE / name / "__init__.py"
    return package if package.exists() else HOUSE / f"{name}.py"


def _first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]


def layers() -> list[str]:
    """The layers of the import contract, from the top down."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    lines = next(each["layers"] for each in contracts if each.get("containers") == ["callrules"])
    return ["  ".join(name.strip() for name in line.split("|")) for line in lines]
