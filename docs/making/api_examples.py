"""The examples of the page of everything that is exported: they run one after another, on one page."""

from __future__ import annotations

PEOPLE = """```python
from datetime import UTC, date, datetime, timedelta

from callrules import Contact, Line, Phone, PreferredHours, Role

ada = Contact(
    id=17,
    name="Ada Osei",
    phones=[Phone(number="+33155500105", line=Line.MOBILE), "+33155500106"],
    timezone="Europe/Paris",
    email="ada@example.com",
    role="influencer",
    hours=[PreferredHours(days="mon-fri", opens="08:00", closes="20:00")],
)
print(ada.id, ada.called, ada.phones[0].line.value, ada.role is Role.INFLUENCER)
print(ada)
```

```text
17 Ada Osei mobile True
Contact(id='17', name='Ada Osei', goes_by=None, ...)
```"""

FACTS = """```python
from callrules import (
    CallAttempt, CalledOff, Channel, Commitment, Consent, Direction, Disposition, Fact, Farewell, History, Insight,
    Introduction, KeyDate, Kind, Meeting, Message, OptOut, Outcome, Party, Purchase, Reception, Reflection, Reply,
    Research, Retraction, Snooze, Traits,
)

noon = datetime(2026, 11, 16, 12, tzinfo=UTC)
later = noon + timedelta(minutes=5)
happened: list[Fact] = [
    CallAttempt(at=noon, id="c1", disposition="conversation", outcome="advance", agreed=["a sample"], rep="rita"),
    Commitment(at=later, by="us", due=date(2026, 11, 20), kind="call", asked_by="them", what="the new price list"),
    Message(at=later, channel="email", direction="inbound", reply="automatic", text="I am out today."),
    Meeting(at=noon - timedelta(days=30), place="Lyon"),
    Purchase(at=noon - timedelta(days=90), amount="129.00", currency="EUR"),
    Insight(at=later, id="i1", text="their rival closes in spring", source="the local paper"),
    Research(at=later, topic="outcome", text="a second order this year"),
    Introduction(at=noon - timedelta(days=31), by="ben"),
]
history = History(happened).add(Snooze(at=later, until=date(2026, 11, 18)))
print(len(history), history.last_talk == happened[0], [f"{each.due:%d %b}" for each in history.open_promises])

wrong = history.add(Retraction(at=later, of="c1"))
print("taken back:", len(wrong), wrong.conversations)

meeting = Commitment(at=later, id="m1", by="us", kind="meet", due=date(2026, 12, 1))
off = history.add(meeting, CalledOff(at=later, of="m1"))
print("called off:", off.of(CalledOff)[0].of)

renewal = KeyDate(at=later, on=date(2027, 3, 1), what="the contract's renewal", yearly=True)
looked_back = Reflection(at=later, of="c1", well="we laughed", otherwise="ask sooner", received="glad")
kept = history.add(renewal, looked_back)
print(kept.of(KeyDate)[0].on, kept.last_reflection and kept.last_reflection.received is Reception.GLAD)

no = history.add(OptOut(at=later, channel="phone"))
asked_again = no.add(Consent(at=later + timedelta(days=1)))
print("they said stop:", no.opted_out is not None, "- and still:", asked_again.opted_out is not None)
print("we said goodbye:", history.add(Farewell(at=later)).said_goodbye_since(noon))

traits: Traits = Disposition.VOICEMAIL_LEFT.traits
print("voicemail:", traits.rang, traits.talked)
print([kind.value for kind in Kind], Party.US.value, Direction.INBOUND.value, Outcome.ORDER.value)
print(Channel.EMAIL.value, Reply.BOUNCED.value)
```

```text
9 True ['20 Nov']
taken back: 9 ()
called off: m1
2027-03-01 True
they said stop: True - and still: False
we said goodbye: True
voicemail: True False
['call', 'send', 'meet', 'other'] us inbound order
email bounced
```"""

PLAYBOOKS = """```python
from callrules import DEFAULT_RULES, Explanation, Playbook, Verdict

playbook = Playbook(DEFAULT_RULES, strict=True, owes_from=date(2026, 1, 1))
friday = datetime(2026, 11, 20, 10, tzinfo=UTC)

step = playbook.next_step(ada, history, friday)
print(step.type, "-", step.says)

verdict: Verdict = playbook.may_call(ada, history, friday, number="+33155500105")
print("now:", bool(verdict), "- on", verdict.number)

asked_for = playbook.can_promise(ada, history, datetime(2026, 11, 21, 20, tzinfo=UTC), asked_by="us")
print("Saturday night:", asked_for.allowed, "- because", asked_for.because[0].says)

explanation: Explanation = playbook.explain(ada, history, friday)
print(explanation.headline)
print([say.rule for say in explanation.says if say.rule == "promised_calls" and say.says])

with open("ours.toml", "w") as file:
    file.write("owes_from = 2026-01-01\\n[pace]\\nleast_hours = 24\\n")
ours = Playbook.from_toml("ours.toml", strict=True)
gentler = ours.without("competitors_customers").with_rules(playbook["hours"]).with_installed_rules()
print(gentler.strict, gentler.owes_from, gentler.fingerprint != playbook.fingerprint)
```

```text
call - they asked for a call on this day (Fri 20 Nov 2026): the new price list
now: True - on +33155500105
Saturday night: False - because they like to be called mon-fri 08:00-20:00, ...
Ada Osei: call from Fri 20 Nov 2026 11:00 — ...
['promised_calls']
True 2026-01-01 True
```"""

STEPS = """```python
from typing import assert_never

from callrules import Because, Call, Errand, Prepare, Rest, SeekIntroduction, Step, WalkAway, Write


def in_words(step: Step) -> str:
    because: tuple[Because, ...] = step.because
    match step:
        case Call(number=number):
            return f"ring {number}: {because[0].says}"
        case Write() | Prepare() | SeekIntroduction():
            errand: Errand = step
            return f"first {errand.type}: {because[0].says}"
        case WalkAway(grounds=grounds):
            return f"let go: {grounds}"
        case Rest(at=at):
            return f"rest until {at}"
        case _:
            assert_never(step)


print(in_words(step))
assert isinstance(step, Call)
print("waits for:", *[each.rule for each in playbook.held_back_by(ada, history, step)])
attempt = step.attempt(at=friday, disposition="hung_up", id="c2")
print(attempt.reason, attempt.number, attempt.disposition.value)

note = playbook.next_step(ada, history.add(attempt), friday + timedelta(minutes=1))
print(in_words(note))
assert isinstance(note, Write)
sent = note.message(at=friday + timedelta(hours=1), text="I called at a bad moment.")
print(sent.purpose, sent.channel.value, sent.promises)

stalled = WalkAway(at=friday, since=friday, grounds="stalled", channel=Channel.EMAIL)
print(in_words(stalled), "-", stalled.goodbye(at=friday))
```

```text
ring +33155500105: they asked for a call on this day ...
waits for: hours ...
promise +33155500105 hung_up
first write: they hung up: a note first, which names ...
after_hang_up email ...
let go: stalled - Message(...purpose='takeaway'...)
```"""

RULES = '''```python
import attrs
from callrules import Named, Reason, Stop, Window, hookimpl, parameter


@attrs.frozen
class Reorders:
    """Have they run out by now?"""

    weeks: int = parameter(4, says="weeks that what they bought lasts", source="our spring figures", least=1)
    most: int = parameter(20, says="calls after which it is enough", source="us")

    @hookimpl
    def reasons(self, history: History) -> Reason | None:
        if not history.bought_at:
            return None
        due = history.calendar.add(history.bought_at[-1], days=7 * self.weeks)
        return Reason(name="reorder", due=due, about=f"{due:%Y-%m-%d}", says="what they bought lasts a month")

    @hookimpl
    def permits(self, at: datetime) -> Window | None:
        opens = datetime(2027, 1, 1, tzinfo=UTC)
        return Window(start=opens, says="we are open again in January") if at < opens else None

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        enough = history.attempts[self.most : self.most + 1]
        return Stop(grounds="enough", since=enough[0].at, says="that is enough") if enough else None


reorder = Playbook((Reorders(weeks=5),)).next_step(ada, history, friday)
print(in_words(reorder), reorder.at)
their_day = Reason(name="promise", says="they said Tuesday", due=friday, named="day")
print(their_day.named is Named.DAY)
```

```text
ring +33155500105: what they bought lasts a month 2027-01-01 00:00:00+00:00
True
```'''

ERRORS = """```python
from collections.abc import Callable

from callrules import BadInput, CallrulesError, InvalidValue, RuleFailed, RuleRefused
from callrules.wire import read_contact


class Broken:
    name = "broken"

    @hookimpl
    def reasons(self) -> Reason:
        raise ZeroDivisionError


def tried(kind: type[CallrulesError], build: Callable[[], object]) -> None:
    try:
        build()
    except kind as error:
        print(f"{kind.__name__}: {error}"[:110])


tried(InvalidValue, lambda: CallAttempt(at=noon, disposition="No Answer"))
tried(BadInput, lambda: read_contact({"id": "kim", "phone": "+33155500105"}))
tried(RuleRefused, lambda: playbook.without("hour"))
tried(RuleFailed, lambda: Playbook([Broken()], strict=True).next_step(ada, history, friday))
```

```text
InvalidValue: CallAttempt.disposition: found a text, expected one of ...
BadInput: contact.phone: found an unknown field, expected ...
RuleRefused: no rule 'hour' in this playbook; ...
RuleFailed: rule 'broken', hook 'reasons': raised ZeroDivisionError...
```"""

THE_DAY = """```python
from callrules import day_key, neighbours
from callrules.desk.talk_rate import talk_rate
from callrules.desk.day_list import DayList, LeftOut, day_list

kim = Contact(id="kim", timezone="America/Lima", phones=["+5115550143"])
zoe = Contact(id="zoe", timezone="Europe/Paris", phones=["+33155500177"])
people = [(zoe, History()), (ada, history), (kim, History())]

day: DayList = day_list(playbook, people, friday, most=5)
print([(contact.id, call.reason.name) for contact, call in day.calls])
groups: tuple[LeftOut, ...] = day.left_out
print([(group.code, group.count) for group in groups], len(day))

steps = [(contact, history, playbook.next_step(contact, history, friday)) for contact, history in people]
due = [each for each in steps if each[2].is_due(friday)]
for key in sorted(day_key(*each, playbook.priority(*each, friday)) for each in due):
    print(key)
ben = Contact(id="ben", phones=["+33155500105"])
said_stop = History([CallAttempt(at=noon, disposition="do_not_call", number="+33155500105")])
theirs = neighbours(ada, [(ben, said_stop)])
print("a no at the same number:", bool(playbook.may_call(ada, history.add(*theirs), friday, number="+33155500105")))
print(talk_rate([history], rep="rita").says)
```

```text
[('17', 'promise'), ('zoe', 'prospect')]
[('hours', 1)] 3
0 0 ... promise ... 17
0 2 ... prospect ... zoe
a no at the same number: False
...
```"""

THE_DESK = """```python
from callrules.desk.absences import Absence
from callrules.desk.blocks import Block, Every
from callrules.desk.courage import Courage, Fear, courage_for
from callrules.desk.desks import Desk
from callrules.desk.note_cards import NoteCards, note_cards
from callrules.desk.reps import Rep

mornings = Block(days="mon-fri", opens="09:00", closes="11:00")
now_and_then = Block(days="tue, thu", opens="14:00", closes="15:00", every=Every.OTHER_DAY, since=date(2026, 11, 3))
away = Absence(first=date(2026, 12, 24), last=date(2027, 1, 3), stand_in="sam")
seller = Rep(name="rita", timezone="Europe/Paris", capacity=8, blocks=[mornings, now_and_then], away=[away])
desk = Desk(reps=[seller, Rep(name="sam", timezone="Europe/Paris", prospects=0.4)], live=date(2026, 11, 1))

ritas = day_list(playbook, people, friday, desk=desk, rep="rita")
print([(contact.id, ritas.reps[contact.id]) for contact, _ in ritas.calls], len(ritas.errands))
print([f"{opens:%H:%M} to {closes:%H:%M} UTC" for opens, closes in desk.blocks_of("rita", date(2026, 11, 19))])
owner = desk.owner_of(zoe, History())
print(owner in desk.reps)
cards: NoteCards = note_cards(ritas, [history], rep="rita")
print(cards.says)
line: Courage = courage_for(day.calls[0][1])
print(line.fear is Fear.THEIR_TIME, line.says)
```

```text
[...] ...
['08:00 to 10:00 UTC'...
True
note cards: ...
True Afraid of taking their time? They asked for this call: ...
```"""

SCORECARD = """```python
from callrules.desk.scorecard.card import Scorecard, scorecard
from callrules.desk.scorecard.challenge import challenge
from callrules.desk.scorecard.period import Period, Within
from callrules.desk.scorecard.report_page import report_page
from callrules.desk.scorecard.shares import Share, is_ahead

november = Period(since=noon, until=noon + timedelta(days=7), within=Within(order=14))
card: Scorecard = scorecard(people, november, playbook)
print(card.totals["dials"], card.totals.share("talked_share").says, list(card.reps))
print(is_ahead(Share(90, 100), Share(10, 100)), is_ahead(Share(9, 10), Share(1, 10)))
print(challenge(people, noon.date(), friday).suggests, report_page(card).count("<svg"))
```

```text
1 1 of 1 (100 %, 21–100 %) ['not_noted', 'rita']
True None
keep_going ...
```"""

REPLAY = """```python
from callrules.desk.comparing.comparing import Comparison, compare
from callrules.desk.replay.replay_page import replay_page, side_by_side_page
from callrules.desk.replay.replaying import Replay, replay
from callrules.desk.replay.side_by_side import SideBySide, side_by_side

seen: Replay = replay(playbook, people)
print(seen.calls, {name: count for name, count in seen.verdicts.items() if count}, dict(seen.of_rules))
both: SideBySide = side_by_side(playbook, playbook.without("hours"), people)
print(dict(both.moved), replay_page(seen).count("<svg"), side_by_side_page(both).count("<svg"))
now: Comparison = compare(playbook, playbook.without("hours"), people, friday)
print(now.rung_before, now.rung_after, [each.contact.id for each in now.of("new")])
```

```text
1 {...} {...}
...
```"""

SIMULATION = """```python
from collections.abc import Iterator

from callrules.desk.simulating.answering import HowPeopleAnswer, Model, Ring
from callrules.desk.simulating.simulating import Simulated, simulate
from callrules.desk.simulating.simulation_page import simulation_page
from callrules.desk.simulating.working import Plan


class Busy(HowPeopleAnswer):
    def answers(self, ring: Ring) -> Iterator[Fact]:
        yield ring.call.attempt(at=ring.at, disposition="busy")


model: Model = Busy(rings_back=0.0)
plan = Plan(start=date(2026, 11, 23), days=7, most=5, model=model, seed=1)
came: Simulated = simulate(playbook, people, plan)
print(came.figures["dials"] > 0, came.figures["conversations"], simulation_page([came]).count("<svg"))
```

```text
True 0 2
```"""

WIRE = """```python
import json

from callrules.wire.schema import case_schema
from callrules.wire import (
    Case, read_case, read_fact, read_instant, read_moment, read_step, read_verdict, word, write_case, write_contact,
    write_explanation, write_fact, write_moment, write_step, write_verdict,
)

case: Case = read_case({"now": "2026-11-20T10:00:00Z", "contact": write_contact(ada), "history": [write_fact(sent)]})
assert read_case(json.loads(json.dumps(write_case(case)))) == case
assert read_fact(write_fact(attempt)) == attempt
assert read_step(json.loads(json.dumps(write_step(step, friday)))) == step
assert read_verdict(write_verdict(verdict)) == verdict

print(write_verdict(verdict)["allowed"], write_step(step, friday)["reason"]["name"], word(CallAttempt))
print(write_moment(read_instant("2026-11-20T11:00:00+01:00", "at")), read_moment("2026-11-27", "due"))
print(write_explanation(explanation)["says"][0])
print(case_schema()["required"])
```

```text
True promise call_attempt
2026-11-20T10:00:00Z 2026-11-27
{'rule': 'opt_out', 'hook': 'walk_away', 'says': None}
['now', 'contact', 'history']
```"""

WORDS = """```python
from callrules import Agenda, Ask, Claim, Finding, Opener, Script, Sender
from callrules.pictures.timeline import timeline
from callrules.wire import write_finding, write_script
from callrules.words.house import HouseWords
from callrules.words.manners import Manners
from callrules.words.voicemail import leaves_a_voicemail, seconds_spoken

rita = Sender(name="Rita Moor", company="Acme", number="+33155500199")
script: Script = playbook.with_rules(HouseWords(), Manners(allows=("cut_off",))).script(ada, history, step, rita)
print(script.opener.text if script.opener else "nothing is said")
print(list(write_script(script)))

claim = Claim("Ada", "contact.name")
print(Opener(text="Ada, may I ask you something?", claims=(claim,)).rests_on)
print(Agenda(objective="Ask one thing.", asks=(Ask("May I ask you something?", "one_thing"),)).asks[0].name)
findings: tuple[Finding, ...] = playbook.lint("Just checking in, please, please call me.")
print([finding.rule for finding in findings], list(write_finding(findings[0])))
print(seconds_spoken("Hello Ada, this is Rita."))
print([finding.found for finding in playbook.untruths("We met in Rome.", ada, history, friday, rita)])
print("leave a voicemail next time:", leaves_a_voicemail(history))
print(str(timeline(ada, history, step)).splitlines()[0])
```

```text
Hello Ada Osei, this is Rita Moor from Acme. ...
['for_them', 'opener', 'agenda', 'voicemail', 'text', 'afterwards', 'cautions']
('contact.name',)
one_thing
['bare_check_in', 'pleading'] ['rule', 'says', 'found', 'at', 'better']
2
['Rome']
leave a voicemail next time: True
Ada Osei, Europe/Paris...
```"""

INFLUENCE = """```python
from callrules.desk.briefing import Briefing, briefing
from callrules.desk.briefing_page import briefing_page
from callrules.desk.red_phone_budget import RedPhoneBudget, Spent
from callrules.influence import Influence, InfluenceMap, Path, Person, Ranked, seen_with, takes_our_calls
from callrules.pictures.influence_picture import influence_picture
from callrules.rules import ColdDecisionMakers
from callrules.wire.influence_maps import read_influence, write_influence

staff = [Person(id="ben"), Person(id="cleo"), Person(id="dora", role="decision_maker")]
moves = [Influence(who="ben", whom="cleo", strength=0.9), Influence(who="cleo", whom="dora", strength=0.8)]
halden = InfluenceMap(account="halden", people=staff, influences=moves)
assert read_influence(json.loads(json.dumps(write_influence(halden)))) == (halden,)

ben, talked = Contact(id="ben"), History([CallAttempt(at=friday, disposition="conversation")])
assert takes_our_calls(talked)
halden = seen_with(halden, [(ben, talked)])
warmest: Path | None = halden.warmest_path("dora")
print(warmest.people if warmest else "nobody can introduce us", len(halden.around(["dora"], most=2).people))
ranked: tuple[Ranked, ...] = halden.ranking()
print([f"{each.person.id} {each.weight:.2f}" for each in ranked])

dora = Contact(id="dora", name="Dora Ek", timezone="Europe/Paris", role="decision_maker")
warm = Playbook().with_rules(ColdDecisionMakers(influence=halden))
told: Briefing = briefing(warm, dora, History(), friday, influence=[halden])
print(told.step.type, "<svg" in briefing_page(told, influence_picture(halden, "dora", warmest)))

spent: Spent = RedPhoneBudget(a_month=4).spent([(ben, talked)], friday)
print(spent.left("rita"))
```

```text
('ben', 'cleo', 'dora') 2
['dora 1.00', 'cleo 0.80', 'ben 0.72']
seek_introduction True
4
```"""

LAW = """```python
from callrules.law import PublicHolidays

lea = Contact(id="lea", timezone="Europe/Paris", region="FR")
may_day = datetime(2026, 5, 1, 10, tzinfo=UTC)
print(playbook.with_rules(PublicHolidays()).next_step(lea, History(), may_day).at)
```

```text
2026-05-04 07:00:00+00:00
```"""

TESTING = """```python

from callrules.declared import Gap
from callrules.testing import Broken as BrokenLaw
from callrules.testing import LawWarning, Relax, Situation, cadence_machine, examples, law, laws


@law("has-a-number", says="Every call names a number.", moment="a call", reached=lambda each: each.call is not None)
def has_a_number(situation: Situation) -> Iterator[BrokenLaw]:
    if situation.call and situation.call.number is None:
        yield BrokenLaw(says="a call on no number")


cadence = laws(playbook, extra_laws=[has_a_number], relax={"gap": Relax.to(Gap(hours=4), why="only for this page")})
manners = examples('''
# a hang-up
Kim, Europe/Paris
Mon 2025-06-02 09:00  called: hung_up
Mon 2025-06-02 10:00  => no call
''')
machine = cadence_machine(playbook, laws=["total"])
print(callable(cadence), callable(manners), LawWarning.__base__, machine.__name__)
print([broken.says for broken in has_a_number.broken(Situation(playbook, ada, history, friday))])
```

```text
True True <class 'UserWarning'> ...
[]
```"""
