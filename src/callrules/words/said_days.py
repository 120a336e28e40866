"""The days that an English text speaks of: dates, weekdays, months, years, and how long ago."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator

import attrs

from callrules.words.numerals import IN_WORDS, number_of

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name, 1)}
MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:\.(?= ?\d))?"
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
COUNT = rf"(?P<count>\d+|a|an|half a|{IN_WORDS})"
UNIT = r"(?P<unit>day|week|month|year)s?"
UNITS = {"day": (1.0, 0), "week": (7.0, 3), "month": (30.44, 16), "year": (365.25, 46)}
"""Days in a unit, and by how many days it may be rounded."""
ENDS = r"(?=\s*(?:[.,;:!?)]|\Z|(?:at|in the|to|and|or|i|you|we|about|for|when|that|as|because)\b))"
"""What may follow a day that names no month; `the 2nd floor` is none."""
WEEK, QUARTER = 7, 92
NEXT_WEEK = (f"{which} {what} next week" for which in ("this", "the same", "same") for what in ("day", "time"))
IN_A_WEEK = (*NEXT_WEEK, "a week from today", "a week from now")
FUTURE_DAYS = 60
MONTHS_AROUND = 62
ANY_DAY = re.compile(
    r"\b(?:an?|any|every|each|most) (?!(?:call|ring|talk|visit|chat|word|note|message|meeting|look|week)\b)(?:\w+ )?$",
    re.IGNORECASE,
)
"""What stands before a weekday that is none in particular: a windy Saturday, every Monday."""
Holds = Callable[[dt.date], bool]


@attrs.frozen
class SaidDay:
    """A day that is spoken of: which days it could be, and where it is said; `day` where it is one day exactly.

    A weekday alone `is_open`: it may lie before or behind.
    """

    start: int
    end: int
    holds: Holds
    day: dt.date | None = None
    is_ahead: bool = False
    is_open: bool = False


def said_days(text: str, today: dt.date) -> Iterator[SaidDay]:
    """Every day of which the text speaks, none of them twice."""
    taken: list[tuple[int, int]] = []
    for pattern, read in READERS:
        for found in pattern.finditer(text):
            if any(found.start() < end and start < found.end() for start, end in taken):
                continue
            said = read(found, today)
            if said:
                taken.append(found.span())
                yield said


def _date(found: re.Match[str], today: dt.date) -> SaidDay | None:
    groups = found.groupdict()
    month, number = MONTHS[groups["month"].lower()], int(groups["day"])
    weekday = WEEKDAYS.get((groups.get("weekday") or "").lower())
    years = [int(groups["year"])] if groups.get("year") else range(today.year - 30, today.year + 3)
    days = [day for year in years if (day := _valid(year, month, number))]
    days = [day for day in days if weekday in {None, day.isoweekday()}]
    return _one_of(found, days, today)


def _one_of(found: re.Match[str], days: list[dt.date], today: dt.date) -> SaidDay:
    nearest = min(days, key=lambda day: abs((day - today).days), default=None)
    ahead = nearest is not None and nearest > today
    return SaidDay(found.start(), found.end(), lambda day: day in days, nearest, ahead)


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _iso(found: re.Match[str], today: dt.date) -> SaidDay | None:
    day = _valid(*(int(each) for each in found.groups()))
    return _one_of(found, [day] if day else [], today)


def _slashed(found: re.Match[str], today: dt.date) -> SaidDay | None:
    first, second, year = int(found["first"]), int(found["second"]), found["year"]
    years = [int(year) if len(year) > 2 else 2000 + int(year)] if year else [today.year - 1, today.year, today.year + 1]  # noqa: PLR2004
    both = [_valid(each, *pair) for each in years for pair in ((first, second), (second, first))]
    days = [day for day in both if day]
    return _one_of(found, days, today) if days else None


def _weekday(found: re.Match[str], today: dt.date) -> SaidDay | None:
    if ANY_DAY.search(found.string[: found.start()]):
        return None
    number, which = WEEKDAYS[found["weekday"].lower()], (found["which"] or "").lower()
    ahead = which in {"next", "coming", "this coming"}
    behind = which in {"last", "past"}
    back, on = (today.isoweekday() - number) % WEEK or WEEK, (number - today.isoweekday()) % WEEK or WEEK
    past = {today - dt.timedelta(days=back + WEEK * each) for each in range(2)}
    coming = {today + dt.timedelta(days=on + WEEK * each) for each in range(2)}
    both = {today} if number == today.isoweekday() else set()
    days = coming if ahead else past if behind else past | coming | both
    return SaidDay(found.start(), found.end(), lambda day: day in days, min(coming), not behind, is_open=not which)


def _day_of_a_month(found: re.Match[str], today: dt.date) -> SaidDay:
    """A day without its month, such as `the 16th`: of one of the months around, on the weekday that is said."""
    weekday = WEEKDAYS.get((found["weekday"] or "").lower())
    near = (today + dt.timedelta(days=days) for days in range(-MONTHS_AROUND, MONTHS_AROUND + 1))
    days = {day for day in near if day.day == int(found["day"]) and weekday in {None, day.isoweekday()}}
    coming = [day for day in days if day > today]
    return SaidDay(
        found.start(), found.end(), lambda day: day in days, min(coming, default=None), bool(coming), is_open=True
    )


def _month(found: re.Match[str], today: dt.date) -> SaidDay:
    month, year = MONTHS[found["month"].lower()], found["year"]

    def holds(day: dt.date) -> bool:
        near = abs((day - today).days) <= 366  # noqa: PLR2004 - a year
        return day.month == month and (day.year == int(year) if year else near)

    return SaidDay(found.start(), found.end(), holds)


def _year(found: re.Match[str], _: dt.date) -> SaidDay:
    return SaidDay(found.start(), found.end(), lambda day: day.year == int(found["year"]))


def _relative(found: re.Match[str], today: dt.date) -> SaidDay:
    word = re.sub(r"\s+", " ", found[0].lower())
    offsets = {
        "this morning": 0,
        "earlier today": 0,
        "last night": -1,
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        **dict.fromkeys(IN_A_WEEK, WEEK),
    }
    if word in offsets:
        exact = today + dt.timedelta(days=offsets[word])
        return SaidDay(found.start(), found.end(), lambda day: day == exact, exact, offsets[word] > 0)
    return SaidDay(found.start(), found.end(), _holds_last(word.split()[-1], today))


def _holds_last(unit: str, today: dt.date) -> Holds:
    monday = today - dt.timedelta(days=today.isoweekday() - 1)
    if unit == "week":
        return lambda day: monday - dt.timedelta(days=WEEK) <= day < monday or 0 < (today - day).days <= WEEK
    if unit == "month":
        before = (today.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
        return lambda day: (day.year, day.month) == (before.year, before.month)
    if unit == "quarter":
        return lambda day: 0 < (today - day).days <= 2 * QUARTER
    return lambda day: day.year == today.year - 1


def _ago(found: re.Match[str], today: dt.date) -> SaidDay | None:
    unit, slack = UNITS[found["unit"].lower()]
    count = _counted(found["count"].lower())
    if count is None:
        return None
    days = count * unit
    rounds = slack if slack == 0 or count <= 3 else slack * 2  # noqa: PLR2004 - what is longer is told more roughly

    def holds(day: dt.date) -> bool:
        return abs((today - day).days - days) <= rounds

    return SaidDay(found.start(), found.end(), holds)


def _ahead(found: re.Match[str], today: dt.date) -> SaidDay | None:
    unit, slack = UNITS[found["unit"].lower()]
    count = _counted(found["count"].lower())
    if count is None or count * unit > FUTURE_DAYS * 100:
        return None
    exact = today + dt.timedelta(days=round(count * unit))
    return SaidDay(found.start(), found.end(), lambda day: abs((day - exact).days) <= slack, exact, is_ahead=True)


def _counted(written: str) -> float | None:
    if written in {"a", "an"}:
        return 1.0
    if written == "half a":
        return 0.5
    number = number_of(written)
    return float(number) if number is not None else None


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{written})(?!\w)", re.IGNORECASE)


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], SaidDay | None]], ...] = (
    (_pattern(r"(\d{4})-(\d\d)-(\d\d)"), _iso),
    (_pattern(rf"(?:{WEEKDAY},? (?:the )?)?{DAY} (?:of )?{MONTH}{YEAR}"), _date),
    (_pattern(rf"(?:{WEEKDAY},? )?{MONTH} (?:the )?{DAY}(?![:.]\d){YEAR}"), _date),
    (_pattern(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<year>\d{4}|\d\d))?"), _slashed),
    (_pattern(r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>\d{4}|\d\d)"), _slashed),
    (
        _pattern(
            rf"(?:{WEEKDAY}(?: (?:morning|afternoon|evening|night))?,? )?the (?P<day>\d{{1,2}})(?:st|nd|rd|th){ENDS}"
        ),
        _day_of_a_month,
    ),
    (_pattern(rf"(?:(?P<which>last|past|next|this coming|coming|this) )?{WEEKDAY}s?"), _weekday),
    (
        _pattern(
            rf"(?:in|since|of|last|next|until|from|during|early|late) {MONTH}(?: of)?(?: (?P<year>(?:19|20)\d\d))?"
        ),
        _month,
    ),
    (_pattern(r"(?:in|since|of|from|until) (?P<year>(?:19|20)\d\d)"), _year),
    (
        _pattern(
            r"the day before yesterday|the day after tomorrow|yesterday|tomorrow|last (?:week|month|quarter|year|night)"
            r"|this morning|earlier today|(?:this|the same|same) (?:day|time) next week|a week from (?:today|now)"
        ),
        _relative,
    ),
    (_pattern(rf"{COUNT} (?:\w+ )?{UNIT} (?:ago|since|back)"), _ago),
    (
        _pattern(rf"(?:for|after|over|nearly|almost|about|more than) (?:the (?:last|past) )?{COUNT} {UNIT}(?! of\b)"),
        _ago,
    ),
    (_pattern(rf"been {COUNT} {UNIT}"), _ago),
    (_pattern(rf"(?:in|within) {COUNT} {UNIT}"), _ahead),
)
"""How days are spoken of, the most exact ways first."""
