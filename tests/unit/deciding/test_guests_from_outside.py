"""Guests are tested as their authors do it: in a folder of their own, against what is installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GUESTS = sorted((Path(__file__).parents[2] / "guests").glob("*/pyproject.toml"))


@pytest.fixture
def elsewhere(tmp_path):
    """What an author has in a checkout, less the code, which is installed."""

    def copy(guest):
        return shutil.copytree(guest.parent, tmp_path / "guest", ignore=shutil.ignore_patterns("src", "__pycache__"))

    return copy


@pytest.mark.slow
@pytest.mark.parametrize("guest", GUESTS, ids=lambda guest: guest.parent.name)
def test_an_installed_guest_passes_its_own_tests_elsewhere(guest, elsewhere):
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHONPATH"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        command, cwd=elsewhere(guest), env=alone, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_guests():
    assert {guest.parent.name for guest in GUESTS} >= {"bakery_cadence", "quiet_fridays"}
