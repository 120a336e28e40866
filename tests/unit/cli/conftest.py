"""What several tests of the command line are given."""

import pytest

from helpers.importing import Importing


@pytest.fixture
def importing(tmp_path, capsys):
    """A folder with one book, into which files are imported."""
    return Importing(tmp_path, capsys)
