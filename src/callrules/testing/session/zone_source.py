"""Where zones come from here: the system's folder, which `zoneinfo` takes first, or a package."""

from __future__ import annotations

import zoneinfo
from pathlib import Path


def zone_source() -> str:
    """The folder whose zones answer, or "the package tzdata" where the system has none."""
    return next((folder for folder in zoneinfo.TZPATH if Path(folder, "Etc", "UTC").is_file()), "the package tzdata")
