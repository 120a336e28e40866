"""The one page to have in front of you during a call: who, why now, what to say, and what not (rulebook C6–C10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from callrules.checks import instant
from callrules.contact import Contact
from callrules.deciding.admission import name_of
from callrules.facts import Commitment, Fact, Insight, Research
from callrules.history import History
from callrules.influence import InfluenceMap, Path, warmest_path
from callrules.influence.readiness import cautions, critical_insight, topics_there
from callrules.playbook import FLOOR_NAMES, Playbook
from callrules.rules.readiness import Readiness
from callrules.script import Script, Sender
from callrules.step import Call, Prepare, SeekIntroduction, Step

IN_THE_AGENDA = frozenset({"why", "outcome", "path", "buy_in"})
"""Topics of research of which the agenda is made."""
LAST = 3
"""So many promises and talks are shown: the page is read in two minutes."""


@attrs.frozen(kw_only=True)
class Briefing:
    """Everything to know before and during one call.

    `step` is what is to be done next; where that is an errand before a call, `script` and `call` are those of the
    call that it prepares, and `errands` are all that come before it. `missing` binds: no call before it is there, but
    for a promised or returned one. `introduction` is the warmest path to the person, and `around` the map on which
    they stand.
    """

    contact: Contact
    history: History = attrs.field(repr=False)
    at: dt.datetime
    step: Step
    errands: tuple[Step, ...]
    call: Call | None
    script: Script = attrs.field(repr=False)
    insight: Insight | None = attrs.field(repr=False)
    found_out: tuple[Research, ...] = attrs.field(repr=False)
    missing: tuple[str, ...]
    cautions: tuple[str, ...] = attrs.field(repr=False)
    around: InfluenceMap | None = attrs.field(repr=False)
    introduction: Path | None

    @property
    def is_a_call(self) -> bool:
        """Whether the phone may ring, now or at the moment of the step."""
        return isinstance(self.step, Call)

    def prepared(self, topic: str) -> str | None:
        """Give what was found out last about a topic of the agenda, since we last talked: a talk uses up its agenda."""
        talk = self.history.last_talk
        fresh = (each for each in self.history.research if talk is None or each.at > talk.at)
        found = [each for each in fresh if each.topic == topic]
        return found[-1].text if found else None

    @property
    def introduced_by(self) -> tuple[str, ...]:
        """Names of those who introduced us, the latest first."""
        called = self.around.called if self.around else str
        return tuple(dict.fromkeys(called(each.by) for each in reversed(self.history.introductions)))

    @property
    def promises(self) -> tuple[tuple[Fact, str], ...]:
        """The last promises on both sides, the latest first, each with `kept`, `open` or nothing known."""
        states = {id(each.fact): "open" if each.is_open else "kept" for each in self.history.promises}
        states |= {id(owed): "open" for owed, _ in self.history.owed}
        made = {id(each.fact): each.fact for each in self.history.promises}
        made |= {id(each): each for each in self.history.of(Commitment)}
        latest = sorted(made.values(), key=lambda fact: fact.at, reverse=True)
        return tuple((fact, states.get(id(fact), "")) for fact in latest[:LAST])

    @property
    def told_already(self) -> tuple[Insight, ...]:
        """The last insights that they have heard from us: they are not told again."""
        heard = [each for each in self.history.insights if each not in self.history.untold]
        return tuple(reversed(heard[-LAST:]))

    @property
    def last_talks(self) -> tuple[Fact, ...]:
        """The last times we talked, the latest first."""
        return tuple(reversed(self.history.talks[-LAST:]))


def briefing(
    playbook: Playbook,
    contact: Contact,
    history: History,
    now: dt.datetime,
    *,
    sender: Sender | None = None,
    influence: Iterable[InfluenceMap] = (),
) -> Briefing:
    """The page for the next call with somebody, seen from `now`, an aware instant.

    `influence` are maps of who moves whom: the one on which the person stands is shown. What binds before a red phone
    rings is what the playbook's `readiness` needs.
    """
    now = instant(now, "now")
    step, *then = _ahead(playbook, contact, history, now)
    ahead = next((each for each in (step, *then) if isinstance(each, Call)), None)
    found = _map_of(contact.id, tuple(influence))
    moved = _moved(contact, found[0] if found else None)
    script = playbook.script(moved, history, ahead or step, sender)
    seen = history.seen_by(contact, playbook.days_off, playbook.owes_from)
    calls_at = ahead.at if ahead and ahead.at else now
    needs = next((each for each in playbook.rules if isinstance(each, Readiness)), Readiness())
    there = topics_there(contact, seen, calls_at, needs.insight_days)
    is_bound = contact.red_phone and any(isinstance(each, Readiness) for each in playbook.rules)
    return Briefing(
        contact=moved,
        history=seen,
        at=now,
        step=step,
        errands=tuple(each for each in (step, *then) if isinstance(each, (Prepare, SeekIntroduction))),
        call=ahead,
        script=script,
        insight=_spoken_of(script, seen) or critical_insight(seen, calls_at, needs.insight_days),
        found_out=tuple(_found_out(seen)),
        missing=tuple(each for each in needs.needs if each not in there) if is_bound else (),
        cautions=cautions(needs.needs, there | {"drivers"} if moved.drivers else there) if contact.red_phone else (),
        around=found[0] if found else None,
        introduction=found[1] if found else None,
    )


def _ahead(playbook: Playbook, contact: Contact, history: History, now: dt.datetime) -> Iterator[Step]:
    """The next step, and where it is an errand the steps that there would be, had everything been prepared."""
    step = playbook.next_step(contact, history, now)
    yield step
    while isinstance(step, (Prepare, SeekIntroduction)):
        preparing = {each.rule for each in step.because} & {name_of(rule) for rule in playbook.rules} - FLOOR_NAMES
        if not preparing:
            return
        playbook = playbook.without(*preparing)
        step = playbook.next_step(contact, history, now)
        yield step


def _moved(contact: Contact, among: InfluenceMap | None) -> Contact:
    """The contact, with what moves them as the map has it where the card says nothing."""
    person = among.person(contact.id) if among else None
    return attrs.evolve(contact, drivers=person.drivers) if person and not contact.drivers else contact


def _spoken_of(script: Script, history: History) -> Insight | None:
    return next((each for each in history.insights if each.key == script.insight), None)


def _found_out(history: History) -> Iterator[Research]:
    """Give what was found out last about each topic, less what the agenda is made of."""
    latest = {fact.topic: fact for fact in history.research}
    return (fact for topic, fact in latest.items() if topic not in IN_THE_AGENDA)


def _map_of(who: str, maps: tuple[InfluenceMap, ...]) -> tuple[InfluenceMap, Path | None] | None:
    found = warmest_path(maps, who)
    known = next(((each, None) for each in maps if each.person(who)), None)
    return found or known
