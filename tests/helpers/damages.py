"""Damages to the line that says no: every kind that a disk, an editor or a hurried hand does to one line."""

import json
import random
from itertools import product

import attrs

CARDS = [
    {"id": "ann", "name": "Ann Lee", "phones": "+442079460123;+447700900123", "email": "a@x.org", "account": "Acme"},
    {"id": "rené-2", "name": "René Roy", "phones": "+33170189900", "email": "rene@example.com", "account": "Boîte"},
    {"id": "0015g00000AbCdE", "name": "Kim Poe", "phones": "+15145550113;ext=227", "email": "", "account": ""},
    {"id": "4711", "name": "Lou Fox", "phones": "", "email": "lou@example.com", "account": "Acme"},
    {"id": "a b", "name": "", "phones": "+12065550105", "email": "", "account": ""},
]  # fmt: skip
AT = "2026-01-05T12:00:00Z"
FORMS = {
    "opt_out": {"type": "opt_out"},
    "by phone": {"type": "opt_out", "channel": "phone"},
    "number": {"type": "opt_out", "number": "{number}"},
    "account": {"type": "opt_out", "account": "{account}"},
    "call": {"type": "call_attempt", "disposition": "do_not_call"},
    "call on": {"type": "call_attempt", "disposition": "do_not_call", "number": "{number}"},
    "their call": {"type": "call_attempt", "disposition": "do_not_call", "direction": "inbound"},
    "message": {"type": "message", "channel": "email", "direction": "inbound", "reply": "do_not_call"},
}
SPELLINGS = (
    lambda number: number,
    lambda number: f"tel:{number[:4]} ({number[4:6]}) {number[6:]}",
    lambda number: f"{number[:6]}-{number[6:]}",
    lambda number: f" {number[:5]}.{number[5:]}\u00a0",
)


@attrs.frozen
class No:
    """One line that says no, and whom it silences."""

    who: str
    form: str
    line: bytes


def noes():
    """Every form of no of everybody, with each spelling of the number and with and without what we add."""
    for card, (form, fields), spelled in product(CARDS, FORMS.items(), SPELLINGS):
        number = card["phones"].split(";+")[0]
        if ("{number}" in str(fields) and not number) or ("{account}" in str(fields) and not card["account"]):
            continue
        named = {"{number}": spelled(number) if number else "", "{account}": card["account"].upper()}
        told = {name: named.get(value, value) for name, value in fields.items()}
        for more in (
            {},
            {"id": "f-1", "recorded": AT, "remark": "enough: “stop”"} if "call" in form else {"id": "f-1"},
        ):
            fact = {"contact": card["id"], **told, "at": AT, **more}
            yield No(card["id"], form, json.dumps(fact, ensure_ascii="recorded" in more).encode())


# --- kinds of damage -------------------------------------------------------------------------------------------


def _flip(dice, line, _):
    at = dice.randrange(len(line))
    return line[:at] + bytes([line[at] ^ (1 << dice.randrange(8))]) + line[at + 1 :]


def _other_byte(dice, line, _):
    at = dice.randrange(len(line))
    return line[:at] + bytes([dice.randrange(256)]) + line[at + 1 :]


def _lost_byte(dice, line, _):
    at = dice.randrange(len(line))
    return line[:at] + line[at + 1 :]


def _more_bytes(dice, line, _):
    at = dice.randrange(len(line) + 1)
    return (
        line[:at] + dice.choice([b"\0", b"\r", b"\n", b'"', b"\\", b"{", b"}", b",", b"\xff", b"x", b"7"]) + line[at:]
    )


def _twice(dice, line, _):
    at = dice.randrange(len(line))
    return line[: at + 1] + line[at:]


def _lost_quote(dice, line, _):
    at = dice.choice([place for place, byte in enumerate(line) if byte == ord('"')])
    return line[:at] + line[at + 1 :]


def _lost_beginning(dice, line, _):
    return line[dice.randrange(1, len(line)) :]


def _cut(dice, line, _):
    return line[: dice.randrange(1, len(line))]


def _lost_middle(dice, line, _):
    start = dice.randrange(1, len(line) - 1)
    return line[:start] + line[dice.randrange(start + 1, len(line)) :]


def _zeros(dice, line, _):
    start = dice.randrange(len(line))
    length = dice.randrange(1, len(line) - start + 1)
    return line[:start] + b"\0" * length + line[start + length :]


def _key_twice(dice, line, _):
    fields = json.loads(line)
    name = dice.choice(list(fields))
    other = {"type": "purchase", "contact": "lou", "disposition": "busy", "reply": "answer", "channel": "email"}
    return line[:-1] + f', "{name}": {json.dumps(other.get(name, fields[name]))}}}'.encode()


def _key_first(dice, line, _):
    return b'{"type": "purchase", ' + line[1:]


def _encoded(dice, line, _):
    return line.decode().encode(
        dice.choice(["utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32", "utf-8-sig"]), "replace"
    )


def _joined(dice, line, other):
    return dice.choice([line + other, other + line, line[: len(line) // 2] + other, other[: len(other) // 2] + line])


def _half_a_line(dice, line, _):
    at = dice.randrange(1, len(line))
    return line[:at] + b"\n" + line[at:]


def _carriage_returns(dice, line, other):
    return dice.choice([line + b"\r" + other, other + b"\r" + line, line + b"\r", b"\r" + line])


def _marked(dice, line, _):
    return dice.choice([b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe"]) + line


DAMAGES = (
    _flip, _other_byte, _lost_byte, _more_bytes, _twice, _lost_quote, _lost_beginning, _cut, _lost_middle, _zeros,
    _key_twice, _key_first, _encoded, _joined, _half_a_line, _carriage_returns, _marked,
)  # fmt: skip


@attrs.frozen
class Damaged:
    """One no, what was done to its line, and what the history then holds."""

    no: No
    how: str
    line: bytes
    history: bytes


def damaged(seed, count):
    """So many damages, each of another kind in turn, to a no drawn from all."""
    dice, known = random.Random(seed), list(noes())
    for turn in range(count):
        damage, no = DAMAGES[turn % len(DAMAGES)], dice.choice(known)
        others = [each["id"] for each in CARDS if each["id"] != no.who]
        other = json.dumps({"contact": dice.choice(others), "type": "purchase", "at": AT}).encode()
        line = damage(dice, no.line, other)
        before, after = ([other] * dice.randrange(3) for _ in range(2))
        ended = dice.random() < 0.5
        end = b"\n" if after or ended else b""
        history = b"".join(each + b"\n" for each in before) + line + (b"\n" if after else b"") + b"\n".join(after) + end
        yield Damaged(no, damage.__name__.strip("_"), line, history)
