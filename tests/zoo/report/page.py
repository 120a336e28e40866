"""The page: first the answer, then everything that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from zoo.everything import ZOO
from zoo.herd import HERD
from zoo.report.answers import answers
from zoo.report.caught_lines import herd_told, zoo_told
from zoo.report.generator_lines import generator_told
from zoo.report.law_lines import laws_told
from zoo.report.sittings import sittings_told
from zoo.report.speed_lines import stories_told, survey_told
from zoo.runs import HELD
from zoo.strangers import STRANGERS

Json = dict[str, Any]
NOTE = (
    "<!-- Written by `PYTHONPATH=tests:docs python -m zoo.report write` from correctness.json: measure anew, "
    "do not change the page. -->"
)
LIMITS = """## What this does not show

* **The zoo is ours.** Who wrote the laws also knew the zoo. A mistake that nobody here thought of may break no law.
  So in November 2026 strangers, who had seen neither, wrote 68 broken policies: 45 were caught within 200 lives, three
  of them by luck. For the others laws and lives were added. Then other strangers wrote 81 more, and looked for what
  the laws would not see: 52 were caught. One kind above all had been missing: a call too many showed, and a call that
  was lost did not. Of the other 29 all but four are caught since, and 26 specimens came of them. Still unseen are a
  guard that declares nothing and keeps people waiting for our call back, cautions that are dropped, and two reasons
  that come on another day than the house's. 135 odd but lawful policies met twelve false alarms of the laws and three
  mistakes of the house, all mended. What the next stranger thinks of, nobody knows.
* **A law speaks about one situation.** What only shows over many people, such as a day that is too full, no law sees.
  That a policy counts whom it was asked about is seen by `no-memory`.
* **Lives are not your book.** They are led to where things go wrong: no share here says how often that happens.
* **The herd is small.** That nobody was accused in so many lives says little about a cadence unlike all of it. The
  first 16,145 lives of this size met one false alarm of a law and two mistakes of the house, each once; all are
  mended, and the three policies were looked at again. A false alarm that comes once in 10,000 lives may still be there.
  The laws that came of the third to the sixth sitting accused 16 of its members when they first met them: nine times
  a law was wrong or lives were, which is mended; four members were wrong by the contract and are mended; three leave
  a law of decency aside, and say why. The lives on this page were led after that.
* **What rules declare is taken at its word.** Who declares a cap of seven is held to seven, not to three."""


def written(figures: Json) -> str:
    """The page, from the figures as they are kept; who is kept no longer is not told."""
    today = {part: _of_today(part, met) for part, met in figures.items()}
    return "\n\n".join(part.strip("\n") for part in _parts(today)) + "\n"


def _of_today(part: str, met: Json) -> Json:
    if "policies" not in met:
        return met
    kept = STRANGERS.keys() if part == "strangers" else {each.id for each in (HERD if part == "herd" else ZOO)}
    return {**met, "policies": {name: each for name, each in met["policies"].items() if name in kept}}


def _parts(figures: Json) -> Iterator[str]:
    yield "# Can these laws be trusted?"
    yield NOTE
    yield (
        f"`callrules.testing` holds a cadence to {len(HELD)} laws. "
        "A law that never complains proves nothing, and one that complains too much is switched off.\n"
        f"So we keep a **zoo** of {len(ZOO)} policies that a manager would not want, all of which the laws must catch, "
        f"and a **herd** of {len(HERD)} that are odd but lawful, which they must leave alone."
    )
    yield from answers(figures)
    for part, told in TOLD.items():
        if part in figures:
            yield from told(figures)
    yield from sittings_told(figures.get("strangers", {}).get("policies", {}))
    yield LIMITS


TOLD: dict[str, Callable[[Json], Iterable[str]]] = {
    "kills": lambda figures: zoo_told(figures["kills"]),
    "herd": lambda figures: herd_told(figures["herd"]),
    "matrix": laws_told,
    "ablation": lambda figures: generator_told(figures["ablation"]),
    "stories": lambda figures: stories_told(figures["stories"]),
    "survey": lambda figures: survey_told(figures["survey"], figures["machine"]),
    "mutants": lambda figures: ["## The mutants", figures["mutants"]["text"]],
}
"""What tells each part, in the order of the page."""
