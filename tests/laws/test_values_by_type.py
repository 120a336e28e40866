"""Hypothesis knows our values by their types, without an import of the strategies."""

import subprocess
import sys

PROPERTY = """
from hypothesis import given, settings
from callrules import CallAttempt, Contact, History

@settings(max_examples=20, database=None, deadline=None)
@given(...)
def test(contact: Contact, history: History, call: CallAttempt):
    assert isinstance(contact, Contact)
    assert history.add(call).merge(history) == history.add(call, call)

test()
"""


def test_an_author_writes_the_type_and_gets_the_values():
    subprocess.run([sys.executable, "-c", PROPERTY], check=True, capture_output=True)
