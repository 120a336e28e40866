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


def checked(*command, cwd):
    found = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "MYPYPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert found.returncode == 0, found.stdout + found.stderr


def test_there_is_something_to_look_at(shown):
    assert len(list(shown.glob("*_page.py"))) > 5


def test_mypy_finds_nothing_in_what_the_pages_show(shown):
    pages = sorted(each.name for each in shown.glob("*.py"))
    checked("mypy", "--strict", "--cache-dir", str(shown / "cache"), *pages, cwd=shown)


def test_basedpyright_finds_nothing_in_what_the_pages_show(shown):
    checked("basedpyright", "--pythonpath", sys.executable, "--project", ".", cwd=shown)


def test_basedpyright_agrees_with_mypy_about_what_hosts_and_authors_write(tmp_path):
    face = ROOT / "tests" / "typing" / "public_face.py"
    (tmp_path / face.name).write_text(face.read_text("utf-8"), "utf-8")
    strictly = {**RULES, "enableTypeIgnoreComments": True, "reportUnnecessaryTypeIgnoreComment": "error"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(strictly))
    checked("basedpyright", "--pythonpath", sys.executable, "--project", ".", cwd=tmp_path)
