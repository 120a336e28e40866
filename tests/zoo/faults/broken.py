"""The faults that calling systems have, built as rules and patches on the real library, so that a test can see them."""

import datetime as dt

import attrs

from callrules import Contact, History, Playbook, Stop, Window, hookimpl
from callrules.calendars import Calendar
from callrules.dispositions import Traits
from callrules.rules import Hours, Pace, PromisedCalls
from helpers.people import HOUSE

DAY, HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
HEARD = Traits(rang=True, answered=True, talked=True)


# --- how a fault is put in: each answers the broken playbook


def instead(rule):
    """The house with this rule in the place of the one of its name."""
    return lambda monkeypatch: HOUSE.with_rules(rule)


def beside_all(rule):
    """The house with this rule, which fails: nobody is rung because of it."""
    return lambda monkeypatch: Playbook().with_rules(rule)


def without(name):
    return lambda monkeypatch: HOUSE.without(name)


def everybody_asked(monkeypatch):
    """The house that asks every rule: what a rule is silent without holds for the library as it is."""
    monkeypatch.setattr("callrules.playbook.only_with", lambda *_: None)
    return Playbook(strict=True)


def patched(target, name, value):
    """The house while a part of the library is another."""

    def put_in(monkeypatch):
        monkeypatch.setattr(target, name, value)
        return everybody_asked(monkeypatch)

    return put_in


def entry(table, key, value):
    """The house while one line of a table is another."""

    def put_in(monkeypatch):
        monkeypatch.setitem(table, key, value)
        return everybody_asked(monkeypatch)

    return put_in


def asked(value):
    """A property that always answers the same."""
    return property(lambda self: value)


# --- broken guards


@attrs.frozen
class PaceByTyping(Pace):
    """Counts from when a call was typed in."""

    @hookimpl
    def permits(self, contact, history, reason, number, at):
        typed = History(tuple(attrs.evolve(each, at=each.recorded or each.at) for each in history.entries))
        return super().permits(contact, typed.seen_by(contact), reason, number, at)


@attrs.frozen
class SlowPace(Pace):
    """Skips the rest of the day on which it opens."""

    @hookimpl
    def permits(self, contact, history, reason, number, at):
        window = super().permits(contact, history, reason, number, at)
        late = window and window.start and window.start > at
        return Window(start=window.start + DAY, says="tomorrow") if late else window


@attrs.frozen
class HoursForTheFirstCallOnly(Hours):
    @hookimpl
    def permits(self, contact, history, reason, number, at):
        return None if history.attempts else super().permits(contact, reason, number, at)


@attrs.frozen
class HoursUntilTomorrow(Hours):
    """Closes at the right time, on the wrong day."""

    @hookimpl
    def permits(self, contact, reason, number, at):
        window = super().permits(contact, reason, number, at)
        return attrs.evolve(window, end=window.end + DAY)


@attrs.frozen
class HoursThatMoveTheDayAlone(Hours):
    """Goes on to the next working day and keeps the time on the clock."""

    @hookimpl
    def permits(self, contact, history, reason, number, at):
        day = at
        while not history.calendar.is_working(history.calendar.day(day)):
            day += DAY
        return Window(start=day, says="the next working day") if day > at else None


@attrs.frozen
class HoursThatGiveUp(Hours):
    """Takes "no window at all" for "any time"."""

    @hookimpl
    def permits(self, contact, reason, number, at):
        window = super().permits(contact, reason, number, at)
        return None if window.is_never else window


@attrs.frozen
class FullHours(Hours):
    """Knows zones of whole hours only."""

    @hookimpl
    def permits(self, contact, reason, number, at):
        window = super().permits(contact, reason, number, at)
        return attrs.evolve(window, start=window.start.replace(minute=0))


@attrs.frozen
class HoursByPrefix(Hours):
    """Guesses the zone from the number."""

    @hookimpl
    def permits(self, contact, reason, number, at):
        guessed = attrs.evolve(contact, timezone=contact.timezone or "America/New_York")
        return super().permits(guessed, reason, number, at)


@attrs.frozen
class HoursOnOurClock(Hours):
    """Uses the operator's zone."""

    @hookimpl
    def permits(self, contact, reason, number, at):
        return super().permits(attrs.evolve(contact, timezone="Europe/Berlin"), reason, number, at)


@attrs.frozen
class HoursThatSayDone(Hours):
    """Outside hours there is nothing left to do."""

    @hookimpl
    def permits(self, contact, reason, number, at):
        window = super().permits(contact, reason, number, at)
        return window if window.permits(at) else Window.never("all done")


@attrs.frozen
class AnHourLaterWhenClocksChange:
    """Moves on for ever on the night on which clocks change."""

    name = "an_hour_later"

    @hookimpl
    def permits(self, history, at):
        calendar = history.calendar
        changes = calendar.ends(at) - calendar.starts(calendar.day(at)) != DAY
        return Window(start=at + HOUR, says="try again in an hour") if changes else None


@attrs.frozen
class PausedSinceTheirReply:
    name = "paused_since_their_reply"

    @hookimpl
    def permits(self, history):
        answered = any(message.is_inbound for message in history.messages)
        return Window.never("they replied: the sequence is paused") if answered else None


# --- broken promises


@attrs.frozen
class PromisesThatExpire(PromisedCalls):
    """Overdue ones vanish."""

    @hookimpl
    def reasons(self, history):
        for reason in super().reasons(history):
            yield attrs.evolve(reason, expires=reason.due + DAY)


@attrs.frozen
class PromisesThatNag(PromisedCalls):
    """Reminds us of what was done."""

    @hookimpl
    def reasons(self, history):
        open_again = [attrs.evolve(each, keeper=None) for each in history.promises]
        yield from super().reasons(_Promising(tuple(open_again), history.calendar, history.contact))


@attrs.frozen
class _Promising:
    promises: tuple
    calendar: Calendar
    contact: Contact | None


@attrs.frozen
class PromisesOfThoseWhoAreHere(PromisedCalls):
    """What an absent rep promised is nobody's."""

    @hookimpl
    def reasons(self, contact, history):
        mine = [each for each in history.promises if each.fact.rep in {None, contact.owner}]
        yield from super().reasons(_Promising(tuple(mine), history.calendar, history.contact))


def due_in_the_second_pass(history, fact, moment, named):
    """Takes the later of two passes, and falls backwards where there is none."""
    if isinstance(moment, dt.datetime):
        return moment.replace(fold=1).astimezone(dt.UTC)
    midnight = dt.datetime.combine(moment, dt.time(), tzinfo=history.calendar.zone)
    return midnight.replace(fold=1).astimezone(dt.UTC)


# --- broken refusals


@hookimpl
def only_where_nothing_was_promised(self, history):
    if history.opted_out and not history.commitments:
        return Stop(grounds="do_not_call", since=history.opted_out.at, says="they asked us not to call")
    return None


@hookimpl
def nobody_minds(self, history, number):
    return None


@hookimpl
def one_number_only(self, contact, history):
    refused = [each.number for each in history.opt_outs]
    if all(phone.number in refused for phone in contact.phones):
        return Stop(grounds="do_not_call", since=history.opted_out.at, says="they asked us not to call")
    return None
