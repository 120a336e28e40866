"""One pass over the facts of a person: what there is of each kind, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from floor.clock import DAY, START
from floor.others import Others
from floor.plain import Card, Plain
from floor.refunds import still_bought
from floor.standing import by_kind, kept, plainly_kept

REST = 90 * DAY
NONE, NOBODY = (), frozenset()
NO_OTHER_KEYS: Mapping[str, str] = MappingProxyType({})
TURNED_AWAY = frozenset({"left_company", "closed_down", "disqualified"})


class Read:
    """What has happened, as it concerns one person."""

    __slots__ = (
        "asked", "attempts", "bad_moments", "bought", "bought_on", "bounces", "broke_a_row", "by", "called_off",
        "calls", "came", "card", "clock", "commitments", "consent", "conversations", "facts", "gone", "has_bad_moment",
        "has_dead", "inbound", "insights", "last_talk", "latest", "meetings", "messages", "noes", "opt_outs", "orders",
        "others", "purchases", "rang", "row", "same_as", "settled", "snooze", "speaking", "talked", "talked_in_vain",
        "talks", "their_turn", "turned", "two_way", "untold", "written",
    )  # fmt: skip

    def __init__(self, card: Card, given: Sequence[Plain]) -> None:
        self.card, self.clock = card, card.clock
        self.assume_nothing()
        plain = plainly_kept(given, card.id)
        if plain is None:
            self.facts = self.read_with_care(given)
            self.by, self.speaking = by_kind(self.facts), [fact for fact in self.facts if fact.speaks]
        else:
            self.facts, self.by, self.speaking = plain
            if self.speaking:
                self.opt_outs = [fact for fact in self.speaking if fact.is_opt_out]
        if self.facts:
            self.latest = self.facts[-1].at
        if self.opt_outs:
            self.latest = max(self.latest, *(no.at for no in self.opt_outs))
        self.read_each_kind(self.by)

    def assume_nothing(self) -> None:
        """What never happened has its answer here."""
        self.opt_outs = self.calls = self.messages = self.commitments = self.meetings = self.insights = NONE
        self.attempts = self.inbound = self.conversations = self.rang = self.orders = self.noes = self.gone = NONE
        self.talks = self.written = self.bounces = self.row = self.turned = self.bad_moments = self.untold = NONE
        self.purchases = self.bought = self.bought_on = NONE
        self.latest = self.settled = self.broke_a_row = self.asked = self.came = self.talked = self.consent = START
        self.has_dead = self.has_bad_moment = self.two_way = False
        self.talked_in_vain = 0
        self.others = self.their_turn = self.last_talk = self.snooze = None
        self.same_as, self.called_off = NO_OTHER_KEYS, NOBODY

    def read_with_care(self, given: Sequence[Plain]) -> list[Plain]:
        """The person's own events that stand, each once; meetings that were called off are none."""
        entries, standing = kept(given)
        retracted = {fact.of for fact in entries if fact.kind == "Retraction"}
        first, once, off, self.same_as = {}, [], set(), {}
        for fact in standing:
            if fact.id in retracted:
                continue
            known = fact if fact.event is None else first.setdefault(fact.event, fact)
            if known is not fact:
                self.same_as[fact.key] = known.key
                continue
            if fact.kind == "CalledOff":
                off.add(fact.of)
            once.append(fact)
        once = [fact for fact in once if not (fact.kind == "Meeting" and fact.id in off)]
        self.opt_outs = [fact for fact in entries if fact.is_opt_out and fact.is_of(self.card.id)]
        if not all(fact.is_of(self.card.id) for fact in entries):
            self.others = Others(self.card, entries, [fact for fact in once if not fact.is_of(self.card.id)])
        return [fact for fact in once if fact.is_of(self.card.id)]

    def event(self, key: str | None) -> str | None:
        """The key under which an event is known."""
        return self.same_as.get(key, key) if key else key

    def read_each_kind(self, by: dict[str, list[Plain]]) -> None:
        """Every kind that there is."""
        if "CallAttempt" in by:
            self.read_calls(by["CallAttempt"])
        if "Meeting" in by:
            self.read_meetings(by["Meeting"])
        if self.talks:
            self.last_talk = self.talks[-1]
            self.talked = self.last_talk.at
            self.settled = max(self.settled, self.talked)
            self.two_way = True
        if "Message" in by:
            self.read_messages(by["Message"])
        self.read_deeds(by)
        if self.has_bad_moment:
            self.bad_moments = self.cycle()
        if self.attempts:
            broke = self.broke_a_row
            self.row = [call for call in self.attempts if call.unanswered and call.at > broke]

    def read_deeds(self, by: dict[str, list[Plain]]) -> None:
        """What was bought, promised, allowed, asked for and found out."""
        if "Purchase" in by or self.orders:
            self.read_purchases(by.get("Purchase", ()))
        if "Commitment" in by:
            self.commitments = by["Commitment"]
            self.asked = max([self.asked, *(made.at for made in self.commitments if made.asks)])
        if "Consent" in by:
            self.consent = by["Consent"][-1].at
            self.came = max(self.came, self.consent)
        if "Snooze" in by:
            self.snooze = by["Snooze"][-1]
        if "CalledOff" in by:
            self.called_off = {self.event(fact.of) for fact in by["CalledOff"]}
        if "Insight" in by:
            self.read_insights(by["Insight"])

    def cycle(self) -> list[Plain]:
        """The hang-ups and brush-offs since the last talk or rest."""
        bad: list[Plain] = []
        for fact in self.facts:
            if fact.is_talk or (len(bad) > 1 and fact.at >= bad[-1].at + REST):
                bad = []
            if fact.bad_moment:
                bad.append(fact)
        return bad

    def read_calls(self, calls: list[Plain]) -> None:
        """The calls, and what each of them changes."""
        self.calls, self.turned = calls, []
        self.attempts = [call for call in calls if call.attempt]
        self.rang = [call for call in self.attempts if call.rang]
        self.conversations = self.talks = [call for call in calls if call.talked]
        for call in calls:
            if not call.plainly_in_vain:
                self.read_call(call, call.at)

    def read_call(self, call: Plain, at: int) -> None:
        """A call that is more than an attempt in vain."""
        if call.inbound:
            self.two_way = True
            self.inbound = [*self.inbound, call]
            if call.waits:
                self.turned.append(call)
        elif call.dead or call.bad:
            self.has_dead = True
        if call.refusal:
            self.settled = at
            self.has_bad_moment = True
        self.read_ending(call, at)

    def read_ending(self, call: Plain, at: int) -> None:
        """What the end of a call says of them."""
        if call.asks:
            self.settled = self.asked = at
        if call.breaks:
            self.broke_a_row = at
        if call.back:
            self.came = at
        if call.led_nowhere:
            self.talked_in_vain += 1
        if call.order:
            self.orders = [*self.orders, call]
        if call.no:
            self.noes = [*self.noes, call]
        if call.ended in TURNED_AWAY:
            self.gone = [*self.gone, call]

    def read_meetings(self, meetings: list[Plain]) -> None:
        """The meetings, which are talks."""
        self.meetings = meetings
        self.talks = sorted([*self.conversations, *meetings], key=lambda fact: fact.place)
        self.broke_a_row = max(self.broke_a_row, meetings[-1].at)

    def read_messages(self, messages: list[Plain]) -> None:
        """What was written, either way."""
        self.messages = messages
        self.written = [each for each in messages if not each.inbound]
        for each in messages:
            if not each.inbound:
                continue
            self.two_way = self.two_way or each.from_them
            if each.bounced:
                self.bounces = [*self.bounces, each]
            if each.no:
                self.settled = max(self.settled, each.at)
                self.has_bad_moment = True
                self.noes = sorted([*self.noes, each], key=lambda fact: fact.place)
            if each.back:
                self.turned = [*self.turned, each]
                self.broke_a_row, self.came = max(self.broke_a_row, each.at), max(self.came, each.at)
        if self.bounces:
            lost = {id(self.latest_by(bounce)) for bounce in self.bounces}
            self.written = [each for each in self.written if id(each) not in lost]

    def latest_by(self, bounce: Plain) -> Plain | None:
        """The message of ours that did not arrive."""
        ours = [each for each in self.messages if not each.inbound and each.at <= bounce.at and each.box == bounce.box]
        return max(ours, key=lambda each: each.at, default=None)

    def read_purchases(self, purchases: Sequence[Plain]) -> None:
        """What they bought and kept, and when they bought or ordered."""
        self.purchases = still_bought(purchases)
        self.bought = bought = [each.at for each in self.purchases]
        if bought and bought[-1] > self.came:
            self.came = bought[-1]
        if self.orders:
            self.bought = sorted([*bought, *[call.at for call in self.orders]])
        self.bought_on = self.clock.days(self.bought)

    def read_insights(self, insights: list[Plain]) -> None:
        """Those that were neither heard in a talk nor written."""
        told = {each for call in self.conversations for each in call.used}
        told |= {call.about for call in self.conversations if call.reason == "insight" and call.about}
        told |= {each for message in self.written for each in message.used}
        self.insights, self.untold = insights, [each for each in insights if each.key not in told]
