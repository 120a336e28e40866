"""What the pages show passes strict checkers of types as it stands, so that whoever copies it begins without errors."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pages import PAGES, ROOT, name_of

CODE = re.compile(r"^```(?:python|py)(?: +(?P<file>[\w./-]+\.py))?\n(?P<source>.*?)^```", re.MULTILINE | re.DOTALL)
SHOWN_ONLY = re.compile(r"^```py\n", re.MULTILINE)
FACE = ROOT / "tests" / "typing" / "public_face.py"
STRICTER = "# pyright: reportUnnecessaryTypeIgnoreComment=error\n"
RULES = {"typeCheckingMode": "strict", "reportMissingImports": "error", "extraPaths": [str(ROOT / "src")]}


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Every block of Python in a folder: a page's own in one module, those with a file name in that file."""
    folder = tmp_path_factory.mktemp("shown")
    for page in PAGES:
        written_out(page, folder)
    (folder / "pyrightconfig.json").write_text(json.dumps(RULES))
    return folder


def written_out(page, folder):
    together = []
    for block in CODE.finditer(page.read_text("utf-8")):
        named = block["file"]
        if named:
            keep(folder / Path(named).name, block["source"])
        elif not SHOWN_ONLY.match(block[0]):
            together.append(block["source"])
    if together:
        module = re.sub(r"\W", "_", name_of(page).removesuffix(".md")).lower()
        (folder / f"{module}_page.py").write_text("\n".join(together), "utf-8")


def keep(path, source):
    """The later version is imported; the earlier is looked at beside it."""
    if path.exists():
        path.rename(path.with_stem(f"{path.stem}_before"))
    path.write_text(source, "utf-8")


@pytest.fixture(scope="module")
def found(shown):
    """What basedpyright finds, by file: in what the pages show and, held to more, in what hosts and authors write."""
    (shown / FACE.name).write_text(STRICTER + FACE.read_text("utf-8"), "utf-8")
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable, "--outputjson", "--project", "."]
    done = subprocess.run(command, cwd=shown, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] >= len(list(shown.glob("*.py"))), done.stderr
    assert done.returncode == bool(report["generalDiagnostics"]), done.stdout + done.stderr
    return [(Path(each["file"]).name, each["range"]["start"]["line"], each["message"]) for each in told(report)]


def told(report):
    return [each for each in report["generalDiagnostics"] if each["severity"] in {"error", "warning"}]


def test_there_is_something_to_look_at(shown):
    assert len(list(shown.glob("*_page.py"))) > 5


def test_mypy_finds_nothing_in_what_the_pages_show(shown):
    pages = sorted(each.name for each in shown.glob("*.py") if each.name != FACE.name)
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(shown / "cache"), *pages]
    known = {**os.environ, "MYPYPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=shown, capture_output=True, text=True, check=False, env=known)
    assert done.returncode == 0, done.stdout + done.stderr


def test_basedpyright_finds_nothing_in_what_the_pages_show(found):
    assert [each for each in found if each[0] != FACE.name] == []


def test_basedpyright_agrees_with_mypy_about_what_hosts_and_authors_write(found):
    assert [each for each in found if each[0] == FACE.name] == []
