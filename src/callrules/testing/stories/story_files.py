"""Stories as files, to be read, mailed and looked at: the words as text, the timeline as a picture."""

from __future__ import annotations

import re
from pathlib import Path

from callrules.pictures.timeline import Timeline

UNFIT = re.compile(r"[^\w.-]+")
"""What stands in the name of a test and not in the name of a file."""


def write_story_files(folder: Path, name: str, story: str, picture: Timeline) -> None:
    """Write the story as `.txt` and `.svg` into that folder, which is made where needed, named after its test."""
    folder.mkdir(parents=True, exist_ok=True)
    plain = UNFIT.sub("-", name).strip("-")
    (folder / f"{plain}.txt").write_text(f"{story}\n", "utf-8")
    (folder / f"{plain}.svg").write_text(picture.svg(), "utf-8")
