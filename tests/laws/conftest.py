"""How many histories each law is held against: CALLRULES_EXAMPLES, 200 unless told."""

import json
import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from callrules.testing.strategies import situations
from callrules.wire import Case, write_case

settings.register_profile(
    "laws",
    max_examples=int(os.environ.get("CALLRULES_EXAMPLES", "200")),
    deadline=None,
    derandomize=True,
    report_multiple_bugs=False,
    database=None,
    phases=[each for each in Phase if each is not Phase.explain],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def lives():
    """A hundred cases, one a line, as they go over the wire."""
    lines = []

    @settings(max_examples=100)
    @given(situations())
    def gather(situation):
        contact, history, now = situation
        lines.append(json.dumps(write_case(Case(now=now, contact=contact, history=history))))

    gather()
    return "\n".join(lines)
