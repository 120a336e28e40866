"""How a page is checked: its Python runs, its files are written, and what it shows printed is what is printed."""

import contextlib
import doctest
import io
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from sybil import Document, Example, Region
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from callrules.cli import front

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^\$ (.*\n?)((?:(?!\$ ).*\n?)*)", re.MULTILINE)
PIPED = re.compile(r"[|<>&;$`*]")
WIDE = {"COLUMNS": "110", "NO_COLOR": "1", "TERM": "dumb"}
ELLIPSIS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
BLOCKS = RawFencedCodeBlockLexer(re.compile(r"(?P<language>\w+)(?: +(?P<file>[\w./-]+))?[ \t]*$\n", re.MULTILINE))


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def prose(page: Path) -> str:
    return FENCED.sub("", page.read_text("utf-8"))


def headings(page: Path) -> list[str]:
    return HEADING.findall(prose(page))


def blocks(document: Document) -> Iterator[Region]:
    """Every fenced block that is run, written to a file, or compared."""
    for region in BLOCKS(document):
        region.parsed, region.evaluator = region.lexemes["source"], _checked
        yield region


def _checked(example: Example) -> None:
    if example.region.lexemes["file"]:
        _write(Path(example.region.lexemes["file"]), example.parsed)
    check = {"python": _run, "text": _compare, "console": _command}.get(example.region.lexemes["language"])
    if check:
        check(example)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    if path.name == "pyproject.toml":
        _offer_entry_points(tomllib.loads(text)["project"])


def _offer_entry_points(project: dict) -> None:
    """What `pip install -e .` would leave behind: the metadata from which installed rules are found."""
    folder = Path(f"{project['name'].replace('-', '_')}-{project['version']}.dist-info")
    folder.mkdir()
    folder.joinpath("METADATA").write_text(f"Name: {project['name']}\nVersion: {project['version']}\n")
    groups = [f"[{group}]\n" + _lines(entries) for group, entries in project["entry-points"].items()]
    folder.joinpath("entry_points.txt").write_text("\n".join(groups))


def _lines(entries: dict) -> str:
    return "".join(f"{name} = {target}\n" for name, target in entries.items())


def _run(example: Example) -> None:
    printed = io.StringIO()
    known = set(example.namespace)
    with contextlib.redirect_stdout(printed):
        PythonEvaluator()(example)
        for name in sorted(set(example.namespace) - known):
            if name.startswith("test_"):
                example.namespace[name]()
    example.namespace["_printed"] = printed.getvalue()


def _compare(example: Example) -> None:
    printed = example.namespace.pop("_printed", None)
    if printed is not None:
        _same(example.parsed, printed)


def _same(shown: str, printed: str) -> None:
    told = f"the page shows:\n{shown}\nbut this is printed:\n{printed}"
    assert doctest.OutputChecker().check_output(shown.rstrip() + "\n", printed.rstrip() + "\n", ELLIPSIS), told


def _command(example: Example) -> None:
    for command, shown in COMMANDS.findall(example.parsed):
        if command.startswith(("callrules ", "pytest ")):
            printed = run(command, as_a_process=Path(example.path).name == "README.md")
            if shown.strip():
                _same(shown, printed)


def run(command: str, *, as_a_process: bool) -> str:
    """What a command prints; it must answer, or find something (exit codes 0 and 1)."""
    alone = as_a_process or command.startswith("pytest ") or PIPED.search(command)
    code, printed, complained = _in_a_process(command) if alone else _in_this_process(shlex.split(command)[1:])
    assert code in {0, 1}, f"$ {command}\n{printed}\n{complained}"
    return printed


def _in_a_process(command: str) -> tuple[int, str, str]:
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": "."}
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env={**os.environ, **here, **WIDE},
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def _in_this_process(words: list[str]) -> tuple[int, str, str]:
    """The same at a quarter of the price; what it imported from the page's folder is imported anew the next time."""
    printed, complained, known = io.StringIO(), io.StringIO(), set(sys.modules)
    with (
        mock.patch.dict(os.environ, WIDE),
        mock.patch("sys.stdin", io.StringIO()),
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(complained),
    ):
        code = front.run(words)
    forget_what_came_from(Path.cwd(), since=known)
    return code, printed.getvalue(), complained.getvalue()


def forget_what_came_from(folder: Path, since: set[str]) -> None:
    """Modules that were imported from there."""
    for name in set(sys.modules) - since:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(folder)):
            del sys.modules[name]
