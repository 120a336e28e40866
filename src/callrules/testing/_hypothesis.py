"""Tells hypothesis, which loads this by entry point, how to make our values. Imports nothing heavy."""


def register() -> None:
    """Teach hypothesis our public types the first time one of them is asked for."""
