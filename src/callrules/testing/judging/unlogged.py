"""What is met on purpose is no news: while laws are judged, the log does not tell of rules that fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from callrules.deciding.failures import LOG


@contextmanager
def unlogged() -> Iterator[None]:
    """Nothing of ours is logged meanwhile: the story tells of it, with its place."""
    LOG.addFilter(_nothing)
    try:
        yield
    finally:
        LOG.removeFilter(_nothing)


def _nothing(_: object) -> bool:
    return False
