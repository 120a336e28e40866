"""Broken policies that look again at the wrong moment, all together."""

from __future__ import annotations

from zoo.patient import PATIENT
from zoo.restless import RESTLESS
from zoo.wrong_moments import WRONG_MOMENTS

WAKING = (*RESTLESS, *WRONG_MOMENTS, *PATIENT)
"""Broken policies that look again at the wrong moment."""
