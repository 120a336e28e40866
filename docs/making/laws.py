"""The catalogue of laws by group, and the verdicts that pytest shows."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from callrules.testing.catalogue import LAWS, VERSION
from callrules.testing.judging.verdicts import LawOutcome
from callrules.testing.lawbook import Depth, Law
from making.markdown import page, table

VERDICTS: dict[LawOutcome, tuple[str, str]] = {
    LawOutcome.HOLDS: ("Its moment came, and nothing broke it.", "passed"),
    LawOutcome.BROKEN: (
        "A counterexample was found, or one kept as a file still breaks it, or what was said of the law is untrue.",
        "failed, with the story",
    ),
    LawOutcome.EXPLAINED: (
        "It holds once one question has one answer: `asking-is-free` tells the story, and is mended first.",
        "xfailed, with the reason; never alone",
    ),
    LawOutcome.NOT_EXERCISED: (
        "Its moment never came, so nothing is known: this is no pass.",
        "skipped; failed with `--callrules-strict`",
    ),
    LawOutcome.NOT_APPLICABLE: (
        "No rule declares the fact that it needs, or `not_applicable` gave a reason, and no life showed otherwise.",
        "skipped, with the reason",
    ),
    LawOutcome.RELAXED: (
        "It holds against another number than is declared, or, a law of decency, is left aside: `relax`, and why.",
        "passed",
    ),
    LawOutcome.KNOWN_BROKEN: (
        "It is broken, and `known_broken` said so, with a reason; once it holds, it fails until that is taken back.",
        "xfailed, with the reason",
    ),
}
TIERS = (
    ("core", "every policy, whatever its rules say"),
    ("declared", "every policy in which a rule declares the fact that the law needs"),
    ("advisory", "every policy, but it only warns"),
)


def laws_page() -> str:
    """Every law of the catalogue, and what can come of it."""
    groups = [(name, list(laws)) for name, laws in groupby(sorted(LAWS, key=_place), attrgetter("group"))]
    core = sum(law.needs is None for law in LAWS)
    intro = (
        f"Catalogue {VERSION}: {len(LAWS)} laws in {len(groups)} groups. {core} apply to every policy; "
        f"{len(LAWS) - core} when a rule [declares](declared.md) the fact that they need.\n"
        "`callrules.testing.laws(...)` makes one pytest item of each: "
        "see [Prove that a cadence is decent](../how-to/prove-a-cadence.md), and "
        "[How laws are held](../explanation/laws.md) for the why."
    )
    return page("Laws", intro, *(_group(name, laws) for name, laws in groups), *_how_to_read(), *_verdicts())


def _place(law: Law) -> int:
    """Groups in the order in which they are first told, and laws in their own."""
    return [each.group for each in LAWS].index(law.group)


def _group(name: str, laws: list[Law]) -> str:
    rows = [
        (f"`{law.id}`", law.says, law.tier.value, law.moment, _needs(law), "" if law.since == VERSION else law.since)
        for law in laws
    ]
    heads = ("id", "law", "tier", "moment", "needs", "since")
    several = any(row[-1] for row in rows)
    shown = table(heads if several else heads[:-1], rows if several else [row[:-1] for row in rows])
    return f"## {name.capitalize()}\n\n{shown}"


def _needs(law: Law) -> str:
    if law.needs:
        return f"[`{law.needs.__name__}`](declared.md#{law.needs.__name__.lower()})"
    return "a `Playbook`" if law.needs_playbook else ""


def _how_to_read() -> tuple[str, ...]:
    costly = sum(law.depth is Depth.AT_THE_END for law in LAWS)
    moment = (
        "The **moment** is what must come about for the law to say anything. "
        "A law whose moment never came has not passed.\nThe **tier** says whom it binds:"
    )
    where = (
        f"{costly} of the laws ask many further questions, so they are held only where a life ends; "
        "the others wherever something happened.\n"
        'A law that is newer than the catalogue you name, as in `laws(..., catalogue="1.0")`, only warns.'
    )
    return "## Reading the tables", moment, table(("tier", "binds"), TIERS), where


def _verdicts() -> tuple[str, ...]:
    rows = [(f"**{outcome.value}**", *VERDICTS[outcome]) for outcome in LawOutcome]
    intro = (
        "Five, never two: holds, broken (or explained by another that is), not exercised, not applicable, "
        "and, for a reason, relaxed or known broken."
    )
    warned = (
        "A law that only warns passes, and is told in one line of the closing table (as a `LawWarning` where "
        "the plugin is switched off); with `--callrules-strict` it fails, and tells the story.\n"
        "`not_applicable` is refused as soon as one life reaches the law's moment."
    )
    return "## Verdicts", intro, table(("verdict", "means", "pytest shows"), rows), warned
