"""What several tests of the command line are given."""

import pytest

from callrules.cli.front import run
from helpers.importing import Importing


@pytest.fixture
def importing(tmp_path, capsys):
    """A folder with one book, into which files are imported."""
    return Importing(tmp_path, capsys)


@pytest.fixture
def said(capsys):
    """What a command writes, once it ended with the code that was expected."""

    def run_it(*arguments, code=0):
        capsys.readouterr()
        assert run([str(each) for each in arguments]) == code, capsys.readouterr()
        return capsys.readouterr()

    return run_it
