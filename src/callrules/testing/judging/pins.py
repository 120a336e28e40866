"""Counterexamples kept as files: looked at first, for ever, whatever else a survey happens to meet."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from callrules.deciding.fingerprints import zone_database
from callrules.errors import BadInput, CallrulesError
from callrules.testing.policies import Declaration, Policy
from callrules.testing.situations import Situation
from callrules.testing.stories.story import read_story, write_story

SUFFIX = ".story"
HEAD = re.compile(r"#\s*(?P<law>[\w-]+) seed=(?P<seed>\d+)")


@attrs.frozen
class Pin:
    """One kept counterexample: its law, its file, and the situation to look at."""

    law: str
    path: Path
    situation: Situation


def write_pin(folder: Path, law: str, situation: Situation) -> Path:
    """Keep the situation as a file of that folder, and say which. The same one is kept once."""
    page = write_story(situation.contact, situation.history, situation.now)
    name = f"{law}-{hashlib.sha256(page.encode()).hexdigest()[:6]}{SUFFIX}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"# {law} seed={situation.seed} (zones {zone_database()})\n{page}", "utf-8")
    return folder / name


def read_pins(folder: Path, policy: Policy, declared: tuple[Declaration, ...]) -> Iterator[Pin]:
    """Read what is kept in that folder, by name. Raises `BadInput`: file, line, found, expected."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            yield _read(path, policy, declared)
        except CallrulesError as error:
            raise BadInput(f"{path}: {error}") from None


def _read(path: Path, policy: Policy, declared: tuple[Declaration, ...]) -> Pin:
    text = path.read_text("utf-8")
    head = HEAD.match(text)
    story = read_story(text)
    if head is None or story.now is None:
        raise BadInput("line 1: expected a head such as '# cap seed=0', a contact, facts and a last line with =>")
    situation = Situation(policy, story.contact, story.history, story.now, declared, seed=int(head["seed"]))
    return Pin(head["law"], path, situation)
