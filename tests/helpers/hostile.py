"""Hostile input, drawn from a seed: every command, every file that a person can hand in, every odd argument."""

import json
import random
from pathlib import Path

NUMBER, MAIL, ADDRESS = "+33155500105", "ada.osei@example.org", "12 Impasse Okapi, Lyon"
REMARK, INSIGHT, TALKED_OF = "her zebra is ill", "quaggas are back in town", "a visit of the tapir"
PRIVATE = (NUMBER, NUMBER[3:], "0155500105", "01 55 50 01 05", MAIL, "Okapi", "zebra", "quagga", "tapir")
"""What no line about what went wrong may show; each stands in the files and in some arguments."""

DEEP, MANY = 100_000, 2_000
ODD_TEXTS = (
    "", " ", "\n", "\x00", "\x1b[2J\x1b[31mred", "\u202egnp.exe", "\u2066x\u2069", "\ud800", "\udcff\udc80", "\x9b31m",
    "a\nforged row", "a\rforged row", "\u2028", "\ufeff", "\x7f", "\u0301", "x" * 5_000, "@" * 3_000, "1" * 3_000,
    "漢" * 300, "🎉" * 50, "null", "None", "../../etc/passwd", "-", "--", "'\"", "%s%n", "{0}", "[/]", "[red]x",
    NUMBER, NUMBER[1:], "01 55 50 01 05", MAIL, ADDRESS, REMARK, INSIGHT,
)  # fmt: skip
ODD_MOMENTS = (
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1899-12-31T23:59:59Z", "1900-01-01T00:00:00Z",
    "2200-12-31T23:59:59Z", "2201-01-01T00:00:00Z", "2200-12-31T23:59:59-12:00", "1900-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00+14:00", "9999-12-31", "0001-01-01", "2026-02-30", "2026-11-20T24:00:00Z", "20261120",
    "2026-11-20T15:00:00", "2026-W47-5", "2026-03-29T02:30:00", "1900-01-01", "2200-12-31", "1997-01-31",
    "2026-11-20T15:00:00+23:59", "2026-11-20T15:00:00.999999999Z",
)  # fmt: skip
ODD_JSON = (
    "null", "true", "0", "-1", "1e999", "-1e999", "1e-999", "1E400000000", "NaN", "Infinity", "-Infinity", "1" * 400,
    "1" * 5_000, "0." + "1" * 400, "[]", "{}", "[[]]", '[{"a": [null]}]', "[" * 50 + "]" * 50, "[" * 950 + "]" * 950,
    "[" * DEEP, '{"a":' * 500 + "1" + "}" * 500, '{"a":' * DEEP, '"\\ud800"', '"\\udc80x"', '"\\u202e\\u001b[0m"',
    '"\\u0000"', '"unended', "{'a': 1}", '{"a": 1, "a": 2}', f'{{"{NUMBER}": 1, "{MAIL}": 2}}', "12.", "01", "\x00",
    '"1e999999999"', '"-1E+999999"', '"0e999999999"', '"' + "9" * 5_000 + '"',
)  # fmt: skip
TWICE = "{" + ", ".join(f'"k{each % (MANY - 1)}": {each}' for each in range(MANY)) + "}"
ODD_TOML = (
    "[pace]\nleast_hours = " + "9" * 400, "[pace]\nleast_hours = " + "9" * 5_000, "[pace]\nleast_hours = -1",
    "[pace]\nleast_hours = 1e999", "[pace]\nleast_hours = nan", "[caps]\nin_7_days = 999999999",
    "[pace]\ndays_between = [36525]", "[persistence]\nrevisit_days = 36525\nthen_months = 36525",
    "[persistence]\nmost = 36525", "[hours]\nopens = 23:59:59\ncloses = 00:00:00", "[hours]\nopens = 09:00:00.999999",
    '[hours]\nopens = "09:00+02:00"', "[hours]\nclosed_days = [0001-01-01, 9999-12-31]", "[hours]\noff = true",
    "a." * 5_000 + "b = 1", "a = " + "[" * 1_000, "a = " + "[" * DEEP, "a = " + "{b = " * 900, "[a]\n" * 500,
    f'"{NUMBER}" = 1', f'[pace]\n"{MAIL}" = "{REMARK}"', "[opt_out]\noff = true", "extends = 1", "\x00", "\ud800",
    f'extends = "{MAIL}"', '[pace]\nleast_hours = "\\u202e\\u001b[0m"', "[readiness]\nneeds = []",
    '[readiness]\nneeds = ["why", "x", "\\u001b"]', "[insights]\nstale_days = 36525",
    "[snoozes]\n", "[prospects]\noff = 1",
    "[stalling]\nmonths = 36525\ntimes = 1", "[live_numbers]\nbad_rests_days = 36525", "\ufeff[pace]",
    "[hours.opens]\na = 1", "owes_from = 0001-01-01", f'owes_from = "{MAIL}"', "installed = 1", "installed = true",
)  # fmt: skip
BYTES = (
    b"",
    b"\xff",
    b"\x00",
    b"\xef\xbb\xbf",
    b"\n",
    b"\r",
    b'"',
    b"{",
    b"}",
    b",",
    b"\xed\xa0\x80",
    b"\x1b[0m",
    b"1e9",
)
MAP_OF_ROWS = """
name = "house"
[dates]
formats = ["iso", "%d.%m.%Y"]
zone = "Europe/Paris"
[contacts]
id = "who"
name = ["name"]
phones = ["number"]
do_not_call = "end"
values = { do_not_call = { do_not_call = "yes", "*" = "no" } }
[calls]
contact = "who"
at = "when"
disposition = "end"
number = "number"
remark = "note"
duration = "number"
[calls.values.disposition]
busy = { disposition = "conversation", outcome = "order" }
[messages]
contact = "who"
at = "when"
text = "note"
fixed = { channel = "email", direction = "inbound", reply = "do_not_call" }
"""
ODD_MAPS = (
    "", 'name = ""', 'name = "x"\n[calls]', 'name = "x"\n[[calls]]\n[[calls]]', 'name = "x"\ncalls = []',
    'name = "x"\ncalls = [1]', 'name = "x"\nextends = []', 'name = "x"\nextends = "close"\ncalls = 3',
    f'name = "{MAIL}"\n[calls]\n"{NUMBER}" = "{REMARK}"', 'name = "x"\n[calls]\ncontact = []\nat = [[]]',
    'name = "x"\n[calls]\ncontact = "who"\nat = "when"\nwhere = { end = 3 }', "a = " + "[" * 1_000, "\ud800", "\x00",
    'name = "x"\n[contacts]\nid = "who"\nname = [["who", 1]]', 'name = "x"\n[dates]\nformats = ["%"]',
    'name = "x"\n[dates]\nformats = ["%d%m%Y%%%"]\n[calls]\ncontact = "who"\nat = "when"',
    'name = "x"\n[file]\ncolumns = ["who", "when"]\n[calls]\ncontact = "who"\nat = "when"',
    'name = "x"\n[contacts]\nid = "who"\nvalues = { id = { "*" = "one" } }\nfixed = { timezone = "\\u202e" }',
)  # fmt: skip
VCARDS = f"""BEGIN:VCARD
VERSION:3.0
UID:ada
FN:Ada Osei
N:Osei;Ada;;;
TEL;TYPE=CELL:{NUMBER}
EMAIL:{MAIL}
ADR;TYPE=HOME:;;{ADDRESS};;;;
TZ:Europe/Paris
ORG:Acme;Sales
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;ENCODING=QUOTED-PRINTABLE:=C3=89l;Ann
TEL;CELL:01 55 50 01 05
END:VCARD
"""
DISPOSITIONS = (
    "no_answer", "busy", "hung_up", "conversation", "do_not_call", "callback_requested", "not_interested", "bad_number",
    "left_company", "gatekeeper", "dialing", "hungup", "", "\ud800", MAIL,
)  # fmt: skip

PERSON = {
    "id": "ada", "name": "Ada Osei", "phones": [{"number": NUMBER, "line": "mobile", "timezone": "Europe/Paris"}],
    "email": MAIL, "postal_address": ADDRESS, "timezone": "Europe/Paris", "region": "FR", "account": "acme",
    "role": "user", "business": False, "drivers": [TALKED_OF], "red_phone": False, "known_since": "2024-02-29",
    "hours": [{"days": "mon-fri", "from": "18:00", "to": "20:00"}],
}  # fmt: skip
MAP = {
    "account": "acme",
    "people": [{"id": "ada", "role": "decision_maker"}, {"id": "bea", "name": MAIL, "takes_our_calls": True}],
    "influences": [{"who": "bea", "whom": "ada", "strength": 0.7, "why": REMARK}],
}
FACTS = (
    {"type": "call_attempt", "at": "2026-11-01T10:00:00Z", "disposition": "conversation", "number": NUMBER,
     "outcome": "advance", "agreed": [TALKED_OF], "remark": REMARK, "duration": 61.5, "id": "c1"},
    {"type": "call_attempt", "at": "2026-11-10T10:00:00Z", "disposition": "callback_requested",
     "callback_at": "2026-11-30T10:00:00", "zone": "Europe/Paris"},
    {"type": "call_attempt", "at": "2026-11-12T10:00:00Z", "disposition": "hung_up",
     "recorded": "2026-11-12T11:00:00Z"},
    {"type": "commitment", "at": "2026-11-13T10:00:00Z", "by": "us", "due": "2026-12-01", "what": REMARK},
    {"type": "message", "at": "2026-11-14T10:00:00Z", "channel": "email", "direction": "inbound", "text": REMARK},
    {"type": "meeting", "at": "2026-10-14T10:00:00Z", "place": ADDRESS},
    {"type": "purchase", "at": "2025-11-14T10:00:00Z", "amount": "129.00", "currency": "EUR"},
    {"type": "insight", "at": "2026-11-15T10:00:00Z", "text": INSIGHT, "source": MAIL},
    {"type": "research", "at": "2026-11-15T10:00:00Z", "topic": "why", "text": INSIGHT},
    {"type": "opt_out", "at": "2026-11-15T10:00:00Z", "number": NUMBER},
    {"type": "opt_out", "at": "2026-11-15T11:00:00Z", "numbers": [NUMBER], "name": "Ada Osei",
     "email": MAIL, "id": "n1"},
    {"type": "called_off", "at": "2026-11-15T12:00:00Z", "of": "c1"},
    {"type": "message", "at": "2026-11-15T12:00:00Z", "channel": "sms", "direction": "inbound", "reply": "do_not_call",
     "contact": "ADA"},
    {"type": "snooze", "at": "2026-11-15T10:00:00Z", "until": "2026-12-20"},
    {"type": "introduction", "at": "2026-11-15T10:00:00Z", "by": "bea"},
    {"type": "retraction", "at": "2026-11-16T10:00:00Z", "of": "c1"},
)  # fmt: skip


class Hostile:
    """One command line and the files it is given, all from one seed."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.dice, self.folder = random.Random(seed), folder
        self.stdin = b""

    def arguments(self) -> list[str]:
        """Write the files, and say how the command is called."""
        called = self.dice.choice(
            (
                self.next,
                self.next,
                self.today,
                self.why,
                self.brief,
                self.log,
                self.rules,
                self.orders,
                self.rows,
                self.many,
                self.any,
            )
        )
        arguments = called()
        if not self.dice.randrange(6):
            arguments.insert(self.dice.randrange(len(arguments) + 1), self.odd_text())
        return arguments

    # --- commands ------------------------------------------------------------------------------------------------

    def next(self) -> list[str]:
        case = {"now": "2026-11-20T15:00:00Z", "contact": PERSON, "history": self.some_facts()}
        self.write("case.json", self.json(case))
        path = str(self.folder / "case.json")
        if not self.dice.randrange(5):
            self.stdin, path = (self.folder / "case.json").read_bytes(), "-"
        return ["next", path, *self.some("--json", "--explain"), *self.playbook()]

    def today(self) -> list[str]:
        return ["today", self.book(), *self.at(), *self.some("--json"), *self.maybe("--rep", "rita"), *self.playbook()]

    def why(self) -> list[str]:
        svg = self.maybe("--svg", str(self.folder / "ada.svg"))
        return ["why", self.book(), self.who(), *self.at(), *svg, *self.some("--json"), *self.playbook()]

    def brief(self) -> list[str]:
        page = self.maybe("--html", str(self.folder / "ada.html"))
        return ["brief", self.book(), self.who(), *self.at(), *page, *self.some("--json"), *self.influence()]

    def log(self) -> list[str]:
        told = [*self.maybe("--number", NUMBER), *self.maybe("--remark", REMARK), *self.maybe("--duration", "31")]
        told += [*self.maybe("--callback-at", "2026-12-01T10:00"), *self.maybe("--zone", "Europe/Paris")]
        how = [self.dice.choice(DISPOSITIONS), *told]
        if not self.dice.randrange(3):
            how = ["--fact", self.json(self.dice.choice(FACTS))]
        elif not self.dice.randrange(6):
            how = [*self.maybe("--undo", "c1"), *self.maybe("--set-aside", "1")]
        return ["log", self.book(), self.who(), *how, *self.at(), *self.some("--json")]

    def rules(self) -> list[str]:
        return ["rules", *self.some("--json"), *self.playbook(odd=2)]

    def orders(self) -> list[str]:
        self.write("orders.csv", self.damaged(self.csv_of_orders()))
        columns = ["--id", self.cell("customer"), "--date", "day", "--amount", self.cell("total")]
        where = [
            *self.maybe("--timezone", "Europe/Paris"),
            *self.maybe("--region", "FR"),
            *self.maybe("--currency", "EUR"),
        ]
        return ["import", "orders", str(self.folder / "orders.csv"), "--into", self.book(), *columns, *where]

    def rows(self) -> list[str]:
        """An export of another system, or vCards."""
        kind = self.dice.choice(("contacts", "calls", "messages"))
        name = "people.vcf" if kind == "contacts" and not self.dice.randrange(3) else "rows.csv"
        self.write(name, self.damaged(VCARDS if name.endswith("vcf") else self.csv_of_calls()))
        more = [*self.maybe("--zone", "Europe/Paris"), *self.maybe("--region", "FR"), *self.maybe("--dates", "iso")]
        more += [*self.maybe("--where", "kind=call"), *self.some("--json", "--dry-run", "--zones-by-number")]
        more += ["--rest", str(self.folder / "rest.csv")] if not self.dice.randrange(4) else []
        return ["import", kind, str(self.folder / name), "--into", self.book(), *self.how_to_read(), *more]

    def how_to_read(self) -> list[str]:
        if not self.dice.randrange(3):
            return ["--id", self.cell("who"), *self.maybe("--at", "when"), *self.maybe("--disposition", "end")]
        if not self.dice.randrange(3):
            return ["--as", self.cell(self.dice.choice(("hubspot", "vicidial", "asterisk", "close")))]
        self.write("map.toml", self.dice.choice((*ODD_MAPS, self.damaged(MAP_OF_ROWS, often=3), MAP_OF_ROWS)))
        return ["--map", str(self.folder / "map.toml")]

    def many(self) -> list[str]:
        lines = [self.json({"contact": self.who(), **each}, often=3) for each in self.some_facts()]
        self.write("facts.jsonl", self.damaged("\n".join(map(str, lines)), often=4))
        return ["log", self.book(), "--from", str(self.folder / "facts.jsonl"), *self.some("--json", "--dry-run")]

    def any(self) -> list[str]:
        if not self.dice.randrange(40):
            return ["demo", *self.some("--json"), *self.maybe("--svg", str(self.folder / "demo"))]
        words = ("today", "next", "log", "why", "rules", "import", "orders", "--help", "--json", "--at", "-", "--nope")
        return [self.dice.choice((*words, self.odd_text())) for _ in range(self.dice.randrange(5))]

    # --- files ---------------------------------------------------------------------------------------------------

    def write(self, name: str, text: str | bytes) -> None:
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        (self.folder / name).write_bytes(data)

    def book(self) -> str:
        folder = self.folder / "book"
        if not self.dice.randrange(12):
            return self.dice.choice((str(self.folder / "nowhere"), str(self.folder), self.odd_text()))
        folder.mkdir(exist_ok=True)
        if self.dice.randrange(2):
            self.write("book/contacts.json", self.json([PERSON, {"id": "bea"}], often=4))
        else:
            self.write("book/contacts.csv", self.damaged(self.csv_of_contacts(), often=4))
        lines = [self.json({"contact": "ada", **each}, often=8) for each in self.some_facts()]
        self.write("book/history.jsonl", self.damaged("\n".join(lines) + "\n", often=8))
        return str(folder)

    def playbook(self, odd: int = 6) -> list[str]:
        if self.dice.randrange(odd):
            return []
        if not self.dice.randrange(8):
            return ["--playbook", self.odd_text()]
        toml = "[pace]\nleast_hours = 24\n[hours]\nopens = 10:00:00\n[caps]\nin_7_days = 2\n"
        self.write("playbook.toml", self.dice.choice((self.dice.choice(ODD_TOML), self.damaged(toml))))
        return ["--playbook", str(self.folder / "playbook.toml")]

    def influence(self) -> list[str]:
        self.write("map.json", self.json(self.dice.choice((MAP, [MAP]))))
        return ["--influence", str(self.folder / "map.json")] if self.dice.randrange(3) else []

    def csv_of_contacts(self) -> str:
        row = (
            "ada",
            self.cell("Ada Osei"),
            self.cell(f"{NUMBER}|mobile|Europe/Paris"),
            MAIL,
            self.cell("Europe/Paris"),
        )
        return "id,name,phones,email,timezone\n" + ",".join(map(quoted, row)) + "\nbea,Bea,,,\n"

    def csv_of_calls(self) -> str:
        between, lines = self.dice.choice(",;\t|"), [("who", "when", "end", "number", "kind", "name", "note")]
        for place in range(self.dice.randrange(1, 5)):
            when = self.dice.choice((*ODD_MOMENTS, *["2026-03-02T10:15:00Z"] * 60))
            end, note = self.dice.choice(DISPOSITIONS), self.cell(REMARK)
            lines.append((self.who(), when, end, self.cell(NUMBER), "call", self.cell(f"=A{place}"), note))
        return "".join(between.join(quoted(each) for each in line) + "\n" for line in lines)

    def csv_of_orders(self) -> str:
        days = [self.dice.choice((*ODD_MOMENTS, *["1997-01-01"] * 80)) for _ in range(3)]
        rows = [(self.cell(str(each)), day, self.cell("12.50")) for each, day in enumerate(days)]
        return "customer,day,total\n" + "".join(",".join(map(quoted, row)) + "\n" for row in rows)

    # --- what is odd ---------------------------------------------------------------------------------------------

    def json(self, value: object, often: int = 2) -> str:
        """The value as JSON with something odd in it, one time in `often`."""
        if self.dice.randrange(often):
            return self.damaged(json.dumps(value), often=6)
        copy = json.loads(json.dumps(value))
        odd = self.dice.choice(
            (*ODD_JSON, *ODD_JSON, TWICE, json.dumps(self.odd_text()), json.dumps(self.odd_moment()))
        )
        self.plant(copy)
        return json.dumps(copy).replace('"PLANTED"', odd, 1)

    def plant(self, value: object) -> None:
        """Put a mark somewhere into the value: in the place of another, under a new or an odd key."""
        while True:
            places = list(value) if isinstance(value, dict) else range(len(value))
            if not places:
                return
            place = self.dice.choice(list(places))
            held = value[place]
            if isinstance(held, (dict, list)) and held and self.dice.randrange(5):
                value = held
                continue
            if isinstance(value, dict) and not self.dice.randrange(6):
                place = self.odd_text()
            value[place] = "PLANTED"
            return

    def damaged(self, text: str, often: int = 2) -> bytes | str:
        """The bytes with some of them cut out, doubled or replaced, one time in `often`."""
        if self.dice.randrange(often):
            return text
        data = text.encode("utf-8", "surrogatepass")
        for _ in range(self.dice.randrange(1, 4)):
            start = self.dice.randrange(len(data) + 1)
            end = min(len(data), start + self.dice.choice((0, 1, 1, 5, 40)))
            data = data[:start] + self.dice.choice((*BYTES, data[start:end] * 2)) + data[end:]
        return data.decode("utf-8", "surrogateescape")

    def odd_text(self) -> str:
        return self.dice.choice(ODD_TEXTS)

    def odd_moment(self) -> str:
        return self.dice.choice(ODD_MOMENTS)

    def cell(self, usual: str) -> str:
        return usual if self.dice.randrange(5) else self.odd_text()

    def who(self) -> str:
        return self.dice.choice(("ada", "ada", "ada", "bea", "adda", self.odd_text()))

    def at(self) -> list[str]:
        if self.dice.randrange(2):
            return ["--at", "2026-11-20T15:00:00Z"]
        return ["--at", self.odd_moment()] if self.dice.randrange(2) else []

    def some(self, *options: str) -> list[str]:
        return [option for option in options if not self.dice.randrange(3)]

    def maybe(self, option: str, usual: str) -> list[str]:
        return [option, self.cell(usual)] if not self.dice.randrange(4) else []

    def some_facts(self) -> list[dict[str, object]]:
        return self.dice.sample(FACTS, self.dice.randrange(5))


def quoted(cell: str) -> str:
    """A cell of a CSV file."""
    return '"' + cell.replace('"', '""') + '"' if any(each in cell for each in ',"\r\n') else cell
