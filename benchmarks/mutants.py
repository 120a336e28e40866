"""Would the tests notice? Small faults, one at a time, in a copy of the checkout; what survives is told.

    make test; .venv/bin/pip install cosmic-ray==8.7.0 mutmut==3.8.1
    .venv/bin/python benchmarks/mutants.py [moments history ...] [--every 1] [--laws 30] [--survivors FILE.json]

Faults come from the operators of cosmic-ray and of mutmut, used as libraries: mutmut's own runner passes over
decorated functions, which here is nearly every answer of a history and every hook of a rule. A mutant meets the tests
next to it first, then, if it lives, every unit test (those of the command line aside), and with `--laws N` every law
with N examples. A mutant that differs from the code in annotations alone is none. `--every 10` takes each tenth of
them: a sample. On one quiet core a mutant costs about a second, a survivor half a minute. Needs a system that can fork.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import cattrs  # noqa: F401 - loaded once, before forking, as is what follows
import cosmic_ray.plugins
import libcst
import pendulum  # noqa: F401
import pytest
import rich.console  # noqa: F401
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper
from mutmut.mutation.mutators import mutation_operators

HERE = Path(__file__).parents[1]
NEAR = {
    "playbook": (
        "unit/deciding/test_playbook.py unit/wire/test_toml.py unit/deciding/test_guests.py "
        "unit/deciding/test_gate.py unit/deciding/test_explain.py"
    ),
    "moments": "unit/values/test_moments.py unit/values/test_windows_at_their_edges.py unit/rules/test_hours_rule.py",
    "history": (
        "unit/values/test_history.py unit/values/test_history_at_its_edges.py unit/values/test_promises.py "
        "unit/deciding/test_refusals.py"
    ),
    "rules/caps": "unit/rules/test_caps_rule.py unit/rules/test_rhythm_at_its_edges.py",
    "rules/pace": "unit/rules/test_pace_rule.py unit/rules/test_rhythm_at_its_edges.py",
    "rules/hours": "unit/rules/test_hours_rule.py unit/rules/test_hours_at_their_edges.py",
}
WITHOUT = ("cacheprovider", "xdist", "hypothesispytest")
QUICKLY = ("-q", "-x", "--assert=plain", "--tb=line", *(f"-pno:{each}" for each in WITHOUT))
UNIT = ("tests/unit", "-k", "not cli and not elsewhere and not pytest_plugin and not zoo")
"""Less the slow, those that run what is installed instead of the copy, and those that play with chance."""
LAWS = ("tests/laws", "-k", "not reach")
PATIENCE = 120
"""Seconds after which a run of the tests counts as one that never ends, so the mutant as noticed."""


@attrs.frozen
class Mutant:
    """One small fault: the whole text of the module with it, and the lines that changed."""

    module: str
    made_by: str
    source: str
    change: str


# --- small faults


def of_cosmic_ray(source: str) -> Iterator[tuple[str, str]]:
    """Every mutation cosmic-ray knows that needs no arguments, as (operator, text)."""
    nodes = list(ast_nodes(get_ast(source)))
    for name in cosmic_ray.plugins.operator_names():
        operator = cosmic_ray.plugins.get_operator(name)
        if operator.arguments():
            continue
        places = sum(1 for node in nodes for _ in operator().mutation_positions(node))
        for place in range(places):
            yield name.removeprefix("core/"), mutate_code(source, operator(), place)


def of_mutmut(source: str) -> Iterator[tuple[str, str]]:
    """Every mutation mutmut knows, in decorated functions and outside of functions too."""
    known = MetadataWrapper(libcst.parse_module(source))
    module, spans = known.module, known.resolve(ByteSpanPositionProvider)
    nodes = list(_nodes(module))
    for kind, operator in mutation_operators:
        for node in nodes:
            for mutated in operator(node) if isinstance(node, kind) else ():
                yield operator.__name__, _replaced(module, node, mutated, spans[node].start)


def _replaced(module: libcst.Module, node: libcst.CSTNode, mutated: libcst.CSTNode, start: int) -> str:
    """The module with one node replaced; by its text where that is found, which is quicker than by its tree."""
    whole, text = module.bytes, module.code_for_node(node).encode()
    start -= len(text) - len(text.lstrip())
    if not text or whole[start : start + len(text)] != text:
        return module.deep_replace(node, mutated).code
    return (whole[:start] + module.code_for_node(mutated).encode() + whole[start + len(text) :]).decode()


def _nodes(node: libcst.CSTNode) -> Iterator[libcst.CSTNode]:
    for child in node.children:
        if not isinstance(child, libcst.Annotation | libcst.ImportFrom | libcst.Import):
            yield child
            yield from _nodes(child)


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """The mutants of a module, each different program once."""
    seen = {meaning(source)}
    for made_by, text in (*of_cosmic_ray(source), *of_mutmut(source)):
        meant = meaning(text)
        if meant is not None and meant not in seen:
            seen.add(meant)
            yield Mutant(module, made_by, text, _change(source, text))


def meaning(source: str) -> str | None:
    """The program less its annotations, which nobody evaluates; `None` where it is no program."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant("ClassVar" if "ClassVar" in ast.unparse(node.annotation) else "")
    return ast.dump(tree)


def _change(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


# --- whether anybody notices


@attrs.frozen
class Copy:
    """A copy of the checkout in which one file at a time is broken."""

    folder: Path

    def alive(self, mutant: Mutant, *tests: str, **environment: str) -> bool:
        """Whether every one of those tests passes with the fault in place."""
        path = self.folder / "src/callrules" / f"{mutant.module}.py"
        before = path.read_text(encoding="utf-8")
        path.write_text(mutant.source, encoding="utf-8")
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*.pyc"):
            compiled.unlink()
        try:
            return self.passes(*tests, **environment)
        finally:
            path.write_text(before, encoding="utf-8")

    def passes(self, *tests: str, **environment: str) -> bool:
        """Run in a fork that has loaded everything but what is tested."""
        child = os.fork()
        if child == 0:
            os.setsid()
            os._exit(self._run(tests, environment))
        return _waited_for(child) == 0

    def _run(self, tests: tuple[str, ...], environment: dict[str, str]) -> int:
        os.chdir(self.folder)
        os.environ.update(environment)
        sys.path.insert(0, str(self.folder / "src"))
        out = os.open(self.folder / "out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        return int(pytest.main([*QUICKLY, *tests]))


def _waited_for(child: int) -> int:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def copied(folder: Path) -> Copy:
    """Everything that the tests need, with what is compiled once compiled."""
    for each in ("src", "tests", "docs"):
        shutil.copytree(HERE / each, folder / each, ignore=shutil.ignore_patterns("__pycache__"))
    for each in ("pyproject.toml", "README.md", "CHANGELOG.md", "ARCHITECTURE.md"):
        shutil.copy(HERE / each, folder)
    subprocess.run([sys.executable, "-m", "compileall", "-q", folder / "src", folder / "tests"], check=True)
    return Copy(folder)


# --- what is told


def survivors_of(module: str, copy: Copy, given: argparse.Namespace, told: list[dict[str, object]]) -> str:
    """Hold the mutants of a module against the tests; a line of the table."""
    source = (HERE / "src/callrules" / f"{module}.py").read_text(encoding="utf-8")
    every = list(mutants(module, source))[:: given.every]
    near = [f"tests/{each}" for each in NEAR[module].split()]
    alive = [each for each in every if copy.alive(each, *near)]
    alive = [each for each in alive if copy.alive(each, *UNIT)]
    examples = str(given.laws)
    lawful = [each for each in alive if not given.laws or copy.alive(each, *LAWS, CALLRULES_EXAMPLES=examples)]
    told.extend({**attrs.asdict(each), "noticed_by_a_law": each not in lawful} for each in alive)
    return f"{module:12} {len(every):6} {len(every) - len(alive):6} {len(alive) - len(lawful):6} {len(lawful):6}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="*", choices=[[], *NEAR], metavar="MODULE", help=", ".join(NEAR))
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--laws", type=int, default=0, metavar="EXAMPLES")
    parser.add_argument("--survivors", type=Path, metavar="FILE.json")
    given = parser.parse_args()
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    told: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        os.environ["PYTHONPATH"] = str(copy.folder / "src")
        if not copy.passes(*UNIT):
            sys.exit(f"{(copy.folder / 'out.txt').read_text()}\nThe tests must pass before a fault is put in.")
        print(f"{'module':12} {'made':>6} {'unit':>6} {'law':>6} {'alive':>6}", flush=True)
        for module in given.modules or NEAR:
            print(survivors_of(module, copy, given, told), flush=True)
            if given.survivors:
                given.survivors.write_text(json.dumps(told, indent=1), encoding="utf-8")
    for each in told:
        print(f"\n{each['module']}: {each['made_by']}\n{each['change']}")


if __name__ == "__main__":
    main()
