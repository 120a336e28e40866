"""How many histories each law is held against: CALLRULES_EXAMPLES, 2,000 unless told."""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "laws",
    max_examples=int(os.environ.get("CALLRULES_EXAMPLES", "2000")),
    deadline=None,
    derandomize=True,
    database=None,
    phases=[each for each in Phase if each is not Phase.explain],
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("laws")
