"""Write the reference pages from the code (`make reference`); `tests/docs` compares them."""  # noqa: INP001 - a script

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from making.api import api_page
from making.batches import batches_page
from making.commands import commands_page
from making.declared import declared_page
from making.desk import desk_page
from making.dispositions import dispositions_page
from making.errors import errors_page
from making.history import history_page
from making.hooks import hooks_page
from making.laws import laws_page
from making.maps import maps_page
from making.markdown import table
from making.rooms import layers, rooms
from making.rules import rules_page
from making.texts import texts_page
from making.wire import wire_page

HERE = Path(__file__).parent / "reference"
ARCHITECTURE = Path(__file__).parents[1] / "ARCHITECTURE.md"
PAGES: dict[str, Callable[[], str]] = {
    "api.md": api_page,
    "hooks.md": hooks_page,
    "history.md": history_page,
    "rules.md": rules_page,
    "declared.md": declared_page,
    "laws.md": laws_page,
    "dispositions.md": dispositions_page,
    "wire.md": wire_page,
    "batches.md": batches_page,
    "commands.md": commands_page,
    "errors.md": errors_page,
    "texts.md": texts_page,
    "maps.md": maps_page,
    "desk.md": desk_page,
}


def architecture() -> str:
    """`ARCHITECTURE.md` with its rooms and layers as they are now."""
    named = table(("room", "its question"), ((f"`{name}`", says) for name, says in rooms().items()))
    drawn = "```text\n" + "\n".join(layers()) + "\n```"
    return _between("layers", drawn, _between("rooms", named, ARCHITECTURE.read_text("utf-8")))


def _between(what: str, written: str, text: str) -> str:
    marks = re.compile(rf"(<!-- {what}:[^>]*-->\n).*?(<!-- end -->)", re.DOTALL)
    return marks.sub(lambda found: f"{found[1]}\n{written}\n\n{found[2]}", text)


def written() -> dict[Path, str]:
    """Every page that is written from the code, as it should be."""
    return {ARCHITECTURE: architecture()} | {HERE / name: made() for name, made in PAGES.items()}


def main() -> None:
    """Write them all."""
    HERE.mkdir(exist_ok=True)
    for path, text in written().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
