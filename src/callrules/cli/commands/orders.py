"""`callrules import orders`: a CSV of orders becomes a book of customers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import click

from callrules import checks
from callrules.calendars import Calendar
from callrules.cli.book.contacts_file import csv_rows, header_of
from callrules.cli.imports.clocks import Clock, some_formats
from callrules.cli.imports.tables import likeliest_separator
from callrules.cli.lines import say
from callrules.cli.options import as_json, clock, print_json, warn
from callrules.cli.screen.drawing import progress
from callrules.errors import BadInput, InvalidValue, nearest
from callrules.places import zones_of
from callrules.redaction import known_as, quoted
from callrules.wire import write_moment


@attrs.frozen
class Order:
    """One order as found."""

    customer: str
    day: dt.date
    amount: Decimal

    @property
    def name(self) -> str:
        """The name under which two orders look the same."""
        return f"{self.customer}/{self.day}/{self.amount.normalize():f}"


@attrs.frozen
class Written:
    """How days and amounts are written; by itself as 1997-01-31 and 1234.50."""

    clock: Clock | None = None
    decimal_comma: bool = False

    def day(self, text: str, column: str) -> dt.date:
        """The day in a cell. Raises `InvalidValue`."""
        return _day(text, column) if self.clock is None else _day_by(self.clock, text, column)

    def amount(self, text: str, column: str) -> Decimal:
        """The sum in a cell. Raises `InvalidValue`."""
        return _amount(text.replace(".", "").replace(",", ".") if self.decimal_comma else text, column)


@click.command("orders")
@click.argument("file")
@click.option("--into", "book", required=True, metavar="BOOK", help="The book to make or to add to.")
@click.option("--id", "who", required=True, metavar="COLUMN", help="Who ordered.")
@click.option("--date", "day", required=True, metavar="COLUMN", help="The day of the order, such as 1997-01-31.")
@click.option("--amount", required=True, metavar="COLUMN", help="What it came to.")
@click.option("--dates", multiple=True, metavar="FORMAT", help="How days are written, such as '%d.%m.%Y'; else iso.")
@click.option("--decimal-comma", is_flag=True, help="Amounts are written like 1.234,50.")
@click.option("--currency", help="Of all amounts, such as EUR.")
@click.option("--timezone", help="Where the customers are, such as Europe/Paris.")
@click.option("--region", help="Their ISO 3166 region, such as FR or US-NY.")
@as_json
def command(
    file: str, book: str, *, who: str, day: str, amount: str, dates: tuple[str, ...], decimal_comma: bool,
    currency: str | None, timezone: str | None,
    region: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Make a book of customers from a CSV of orders, or add to one.

    Importing the same file again changes nothing. Nobody in the book is overwritten, no fact is lost; a file
    with a bad row is refused before anything is written.
    """
    place = _checked({"currency": currency, "timezone": timezone, "region": region})
    formats = some_formats(list(dates), "--dates") if dates else ()
    written = Written(Clock(formats, "UTC") if formats else None, decimal_comma)
    orders = read_orders(Path(file), {"id": who, "date": day, "amount": amount}, written)
    facts = list(_facts(orders, place))
    contacts = _contacts(orders, place)
    from callrules.cli.book.additions import add

    latest = max(order.day for order in orders)
    if latest > clock().date() + dt.timedelta(days=1):
        warn(f"{latest} lies ahead of the clock: who ordered then rests until then")
    customers, new_facts = add(Path(book), contacts, facts)
    _report(book, orders, {"customers": customers, "orders": new_facts}, as_json=as_json)
    return 0


MOST_COLUMNS = 12
"""So many are named where one is not found."""
CHECKS = {"currency": checks.currency, "timezone": checks.timezone, "region": checks.region}


def _checked(place: Mapping[str, str | None]) -> dict[str, str]:
    return {name: CHECKS[name](value, f"--{name}") for name, value in place.items() if value is not None}


def read_orders(path: Path, columns: Mapping[str, str], written: Written) -> list[Order]:
    """Every order of a CSV file, or `BadInput` with line, column, what was found and what was expected."""
    rows = csv_rows(path, lambda first: likeliest_separator(first, list(columns.values())))
    header = [name.strip() for name in header_of(path, rows)]
    places = [_place(path, header, column) for column in columns.values()]
    numbered = list(rows)
    if not numbered:
        raise BadInput(f"{path}:1: found column names and nothing else, expected at least one order")
    told = progress(numbered, len(numbered), "reading")
    return [_order(f"{path}:{line}", header, cells, places, written) for line, cells in told]


def _place(path: Path, header: Sequence[str], column: str) -> int:
    lowered = [name.lower() for name in header]
    if lowered.count(column.lower()) != 1:
        if len(header) == 1:
            raise BadInput(
                f"{path}:1: found one column, {quoted(header[0])}, expected several with commas between them"
            )
        how = "twice" if column.lower() in lowered else "nowhere"
        known = f"{', '.join(map(known_as, header[:MOST_COLUMNS]))}{nearest(column, header)}"
        raise BadInput(f"{path}:1: column {quoted(column)}: found it {how}, expected it among {known}")
    return lowered.index(column.lower())


def _order(where: str, header: Sequence[str], cells: Sequence[str], places: Sequence[int], written: Written) -> Order:
    if len(cells) != len(header):
        raise BadInput(f"{where}: found {len(cells)} cells, expected {len(header)}")
    who, day, amount = (cells[place].strip() for place in places)
    try:
        return Order(
            checks.text(who, header[places[0]]),
            written.day(day, header[places[1]]),
            written.amount(amount, header[places[2]]),
        )
    except InvalidValue as error:
        raise BadInput(
            f"{where}: column {quoted(error.field)}: found {error.found}, expected {error.expected}"
        ) from None


@cache
def _day(text: str, column: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(column, text, "a day, such as 1997-01-31") from None
    return checks.moment(day, column)


@cache
def _day_by(clock: Clock, text: str, column: str) -> dt.date:
    moment = clock.read(text, column)
    return moment.day or moment.at.date()


@cache
def _amount(text: str, column: str) -> Decimal:
    return checks.amount(text, column)


def _facts(orders: Sequence[Order], place: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """A purchase for each order, on its day where the customers are; equal orders of one day are told apart."""
    moments = {day: write_moment(_moment(day, place)) for day in {order.day for order in orders}}
    currency = {"currency": place["currency"]} if "currency" in place else {}
    seen: Counter[str] = Counter()
    for order in orders:
        seen[order.name] += 1
        fact = {"contact": order.customer, "type": "purchase", "at": moments[order.day]}
        yield {**fact, "id": f"order/{order.name}/{seen[order.name]}", "amount": str(order.amount), **currency}


def _moment(day: dt.date, place: Mapping[str, str]) -> dt.datetime:
    """The first moment of the day in their zone, or noon UTC, which is the same day in nearly every zone."""
    zones = (place["timezone"],) if "timezone" in place else zones_of(place.get("region", ""))
    if zones:
        return Calendar(zone=checks.zone(zones[0])).starts(day)
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def _contacts(orders: Sequence[Order], place: Mapping[str, str]) -> list[dict[str, str]]:
    where = {name: place[name] for name in ("timezone", "region") if name in place}
    return [{"id": customer, **where} for customer in dict.fromkeys(order.customer for order in orders)]


def _report(book: str, orders: Sequence[Order], new: Mapping[str, int], *, as_json: bool) -> None:
    if as_json:
        customers = len({order.customer for order in orders})
        print_json({"book": book, "orders": len(orders), "customers": customers, "new": dict(new)})
    elif new["customers"] or new["orders"]:
        say(f"{book}: {_many(new['customers'], 'new customer')}, {_many(new['orders'], 'new order')}")
    else:
        say(f"{book}: all {len(orders):,} orders were there already, nothing changed")


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
