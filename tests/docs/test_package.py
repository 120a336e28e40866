"""What would be put on a package index: no stray files, and a page on which nothing is broken."""

import email
import re
import subprocess
import sys
import tarfile
import zipfile

import pytest
from pages import ROOT

import callrules

TOP = {
    ".ci", ".gitignore", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "PKG-INFO",
    "README.md", "benchmarks", "docs", "pyproject.toml", "src", "tests",
}  # fmt: skip
KINDS = {".py", ".md", ".toml", ".json", ".typed", ".svg", ".txt", ".story", ".csv"}
RELATIVE = re.compile(r"\]\((?!https?://)")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The source distribution and the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    (source,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return source, wheel


def test_the_source_distribution_has_no_stray_files(built):
    with tarfile.open(built[0]) as source:
        names = [name.partition("/")[2] for name in source.getnames()]
    assert {name.partition("/")[0] for name in names} <= TOP
    strange = [name for name in names if not name.endswith(tuple(KINDS)) and name not in TOP | {".ci/run"}]
    assert not strange
    assert {"docs/how-to/embed.md", "tests/unit/values/test_values.py", ".ci/run"} <= set(names)


def test_the_wheel_is_the_package_and_nothing_else(built):
    with zipfile.ZipFile(built[1]) as wheel:
        names = wheel.namelist()
        metadata = email.message_from_bytes(wheel.read(next(name for name in names if name.endswith("/METADATA"))))
    assert {name.partition("/")[0] for name in names} == {"callrules", f"callrules-{callrules.__version__}.dist-info"}
    assert "callrules/py.typed" in names
    assert metadata["Version"] == callrules.__version__
    assert not RELATIVE.search(metadata.get_payload())
    assert "docs/how-to/embed.md" in metadata.get_payload()


def test_a_package_index_would_show_the_readme(built):
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", *map(str, built)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
