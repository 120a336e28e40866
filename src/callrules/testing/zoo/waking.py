"""Broken policies that look again at the wrong moment, all together."""

from __future__ import annotations

from callrules.testing.zoo.patient import PATIENT
from callrules.testing.zoo.restless import RESTLESS
from callrules.testing.zoo.wrong_moments import WRONG_MOMENTS

WAKING = (*RESTLESS, *WRONG_MOMENTS, *PATIENT)
"""Broken policies that look again at the wrong moment."""
