"""Taking a fact back: which one is meant by an id, and why a no is not taken back."""

from __future__ import annotations

from callrules import checks
from callrules.cli.book.history_file import Line
from callrules.cli.book.reading import Book
from callrules.errors import BadInput, nearest
from callrules.redaction import known_as, quoted


def fact_to_take_back(book: Book, undo: str, contact: str | None) -> tuple[str, str]:
    """Find whose fact has that id. Raises `BadInput` where it is nobody's, several people's, or a no."""
    of = checks.identifier(undo, "--undo")
    if contact is not None:
        contact = book.must_know(contact)
    lines = _by_id(book, contact)
    found = lines.get(of, [])
    if not found:
        raise BadInput(f"--undo: found no fact of the id {quoted(of)}, expected one in the book{nearest(of, lines)}")
    whose = sorted({str(line.contact) for line in found})
    if len(whose) > 1:
        several = ", ".join(map(known_as, whose[:3]))
        raise BadInput(f"--undo: found the id {quoted(of)} with {several}, expected whose it is: name the contact")
    book.must_know(whose[0])
    _refuse_a_no(found, of)
    if any(line.fields.get("type") == "retraction" for line in found):
        raise BadInput(
            f"--undo: found a retraction under the id {quoted(of)}, expected a fact: log anew what it took back"
        )
    if any(line.fields.get("of") == of for line in book.lines[whose[0]]):
        raise BadInput(f"--undo: found {quoted(of)} taken back already, expected a fact that stands")
    return whose[0], of


def _by_id(book: Book, contact: str | None) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for whose, lines in book.lines.items():
        for line in lines if contact in {None, whose} else ():
            if isinstance(line.fields.get("id"), (str, int)):
                found.setdefault(str(line.fields["id"]).strip(), []).append(line)
    return found


def _refuse_a_no(lines: list[Line], of: str) -> None:
    for line in lines:
        fact = line.fact()
        if not isinstance(fact, str) and fact.is_opt_out:
            what = "is not taken back: whoever says stop is not rung again until they consent themselves"
            raise BadInput(f"--undo: found a no under the id {quoted(of)}, which {what}; log that with --fact")
