"""Measure, print, and with `--write` keep the figures and write the page and the picture."""

from __future__ import annotations

import argparse

from peers import page
from peers.measuring import measured


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="write the page and the picture")
    given = parser.parse_args()
    figures = measured(given.people, given.rounds)
    print("\n".join(page.table(figures)))
    print("\n".join(page.gate_lines(figures)))
    if given.write:
        page.keep(figures)


if __name__ == "__main__":
    main()
