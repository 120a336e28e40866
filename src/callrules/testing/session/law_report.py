"""Every verdict for programs, with what it hangs on: versions, zones, seed and declared facts."""

from __future__ import annotations

import json
import platform
import zoneinfo
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from callrules.deciding.fingerprints import zone_database
from callrules.testing.catalogue import VERSION
from callrules.testing.session.law_test import LawTest
from callrules.testing.session.zone_source import zone_source

PACKAGES = ("callrules", "hypothesis", "pytest", "tzdata")


def write_report(path: Path, tests: Iterable[LawTest]) -> None:
    """Write all verdicts as JSON; the folder is made where needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{json.dumps(as_json(tests), indent=2, ensure_ascii=False)}\n", "utf-8")


def as_json(tests: Iterable[LawTest]) -> dict[str, Any]:
    """Versions and zones once, then each test with what it declares and its verdicts."""
    return {
        "catalogue": VERSION,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}},
        "zones": zones(),
        "tests": [_test(each) for each in tests],
    }


def zones() -> dict[str, Any]:
    """Which release of the zone database answers, where it was found, and where it was looked for."""
    return {"release": zone_database(), "source": zone_source(), "looked_in": list(zoneinfo.TZPATH)}


def _test(judged: LawTest) -> dict[str, Any]:
    return {
        "test": judged.test,
        "catalogue": judged.catalogue,
        "seed": judged.seed,
        "cases": judged.cases,
        "seconds": judged.seconds,
        "declares": judged.declares,
        "laws": judged.laws,
    }
