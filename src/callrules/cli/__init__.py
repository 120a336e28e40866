"""The command line: a host like any other, and the one place that reads the clock."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `callrules`. Exit code 0: answered, 2: bad input, 3: the playbook failed for someone."""
    try:
        import click  # noqa: F401
    except ImportError:
        sys.exit("callrules: the command line needs its extra: pip install 'callrules[cli]'")
    from callrules.cli.front import run

    sys.exit(run(sys.argv[1:]))
