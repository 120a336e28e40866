"""One pass over the facts of a person: all that the rules ask of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from callrules.likeness import same_account
from callrules.numbering import covers
from floor.clock import START
from floor.plain import Card, Plain
from floor.refunds import still_bought
from floor.standing import kept

TURNED_AWAY = frozenset({"left_company", "closed_down", "disqualified"})


class Reading:
    """What has happened, as it concerns one person."""

    def __init__(self, card: Card, given: Sequence[Plain]) -> None:
        self.card, self.clock = card, card.clock
        entries, standing = kept(given)
        self.same_as: dict[str, str] = {}
        own, self.neighbours = self.events(standing, entries)
        self.opt_outs = [fact for fact in entries if fact.is_opt_out and self.is_own(fact)]
        self.facts = own
        by: dict[str, list] = defaultdict(list)
        for fact in own:
            by[fact.kind].append(fact)
        self.by = by
        self.calls, self.messages = by["CallAttempt"], by["Message"]
        self.commitments, self.meetings, self.insights = by["Commitment"], by["Meeting"], by["Insight"]
        self.latest = own[-1].at if own else START
        for fact in self.opt_outs:
            self.latest = max(self.latest, fact.at)
        self.settled, self.broke_a_row, self.asked, self.came = START, START, START, START
        self.read_calls()
        self.read_talks()
        self.read_messages()
        self.read_the_rest()
        self.entries = entries
        if self.neighbours or not all(map(self.is_own, entries)):
            self.read_others()

    def is_own(self, fact: Plain) -> bool:
        """Whether it is about this person."""
        return fact.contact is None or fact.contact == self.card.id

    def events(self, standing: Sequence[Plain], entries: Sequence[Plain]) -> tuple[list[Plain], list[Plain]]:
        """Every event once, the person's own and others'; meetings that were called off are none."""
        retracted = {fact.of for fact in entries if fact.kind == "Retraction"}
        first, once, off = {}, [], set()
        for fact in standing:
            if retracted and fact.id in retracted:
                continue
            if fact.event is not None:
                known = first.setdefault(fact.event, fact)
                if known is not fact:
                    self.same_as[fact.key] = known.key
                    continue
            elif fact.kind == "CalledOff":
                off.add(fact.of)
            once.append(fact)
        if off:
            once = [fact for fact in once if not (fact.kind == "Meeting" and fact.id in off)]
        own = [fact for fact in once if fact.contact is None or fact.contact == self.card.id]
        return own, [] if len(own) == len(once) else [fact for fact in once if not self.is_own(fact)]

    def event(self, key: str | None) -> str | None:
        """The key under which an event is known."""
        return self.same_as.get(key, key) if key else key

    def read_calls(self) -> None:
        """The calls, and what each of them changes."""
        self.attempts, self.inbound, self.conversations, self.rang = [], [], [], []
        self.orders, self.noes, self.gone, self.turned = [], [], [], []
        self.has_dead = self.has_bad_moment = False
        for call in self.calls:
            at = call.at
            if call.inbound:
                self.inbound.append(call)
                if call.waits:
                    self.turned.append(call)
            elif call.attempt:
                self.attempts.append(call)
                if call.rang:
                    self.rang.append(call)
                if call.dead or call.bad:
                    self.has_dead = True
            if call.talked:
                self.conversations.append(call)
            if call.refusal:
                self.settled = max(self.settled, at)
                self.has_bad_moment = True
            if call.asks:
                self.settled = max(self.settled, at)
                self.asked = max(self.asked, at)
            if call.breaks:
                self.broke_a_row = at
            if call.back:
                self.came = max(self.came, at)
            if call.order:
                self.orders.append(call)
            if call.no:
                self.noes.append(call)
            if call.ended in TURNED_AWAY:
                self.gone.append(call)

    def read_talks(self) -> None:
        """The talks, by phone or face to face, oldest first."""
        self.talks = self.conversations
        if self.meetings:
            self.talks = sorted([*self.conversations, *self.meetings], key=lambda fact: fact.place)
            self.broke_a_row = max(self.broke_a_row, self.meetings[-1].at)
        self.last_talk = self.talks[-1] if self.talks else None
        self.talked = self.last_talk.at if self.last_talk else START
        self.settled = max(self.settled, self.talked)

    def read_messages(self) -> None:
        """What was written, either way."""
        self.written, self.bounces, self.two_way = [], [], bool(self.talks or self.inbound)
        for each in self.messages:
            if not each.inbound:
                self.written.append(each)
                continue
            self.two_way = self.two_way or each.from_them
            if each.bounced:
                self.bounces.append(each)
            if each.no:
                self.settled = max(self.settled, each.at)
                self.has_bad_moment = True
                self.noes.append(each)
            if each.back:
                self.turned.append(each)
                self.broke_a_row, self.came = max(self.broke_a_row, each.at), max(self.came, each.at)
        if self.bounces:
            lost = {id(self.latest_by(bounce)) for bounce in self.bounces}
            self.written = [each for each in self.written if id(each) not in lost]
        if len(self.noes) > 1:
            self.noes.sort(key=lambda fact: fact.place)

    def latest_by(self, bounce: Plain) -> Plain | None:
        """The message of ours that did not arrive."""
        ours = [each for each in self.messages if not each.inbound and each.at <= bounce.at]
        return max((each for each in ours if each.box == bounce.box), key=lambda each: each.at, default=None)

    def read_the_rest(self) -> None:
        """Purchases, consents, and who asked for a call."""
        by = self.by
        self.purchases = still_bought(by["Purchase"])
        if self.purchases:
            self.came = max(self.came, self.purchases[-1].at)
        self.bought = [each.at for each in self.purchases]
        if self.orders:
            self.bought = sorted({*self.bought, *(call.at for call in self.orders)})
        self.consent = by["Consent"][-1].at if by["Consent"] else START
        self.came = max(self.came, self.consent)
        for made in self.commitments:
            if made.asks:
                self.asked = max(self.asked, made.at)
        self.snooze = by["Snooze"][-1] if by["Snooze"] else None
        self.called_off = {self.event(fact.of) for fact in by["CalledOff"]}
        self.row = [call for call in self.attempts if call.at > self.broke_a_row and call.unanswered]
        self.noes_of_others: list[Plain] = []
        self.tries_of_others: dict[str | None, list[Plain]] = {}
        self.untold = self.insights
        if self.insights:
            told = self.told()
            self.untold = [each for each in self.insights if each.key not in told]

    def told(self) -> set[str]:
        """The insights that were heard or written."""
        heard = {each for call in self.conversations for each in call.used}
        heard |= {call.about for call in self.conversations if call.reason == "insight" and call.about}
        return heard | {each for message in self.written for each in message.used}

    def within_a_talk(self, fact: Plain) -> bool:
        """Whether it happened while we talked."""
        at = fact.at
        return any(talk.at <= at <= talk.ends for talk in self.talks if talk is not fact)

    def kept(self, since: int, made: int) -> Plain | None:
        """What kept a promise made then: our first call that rang, or a talk."""
        since = max(since, made + 1)
        rang = next((call for call in self.rang if call.at >= since), None)
        talk = next((each for each in self.talks if each.at >= since), None)
        return rang if talk is None or (rang and rang.at <= talk.at) else talk

    def wrote(self, purpose: str, since: int) -> bool:
        """Whether a message for that purpose went out since."""
        return any(each.purpose == purpose and each.at >= since for each in self.written)

    def said_goodbye_since(self, at: int) -> bool:
        """Whether the matter was taken off the table since."""
        farewells = self.by["Farewell"]
        return bool(farewells and farewells[-1].at >= at) or any(each.goodbye and each.at >= at for each in self.written)

    def read_others(self) -> None:
        """Facts of others, who share a number or an account."""
        consents = [fact for fact in self.neighbours if fact.kind == "Consent"]
        for fact in self.entries:
            if fact.is_opt_out and not self.is_own(fact):
                lifted = any(each.contact == fact.contact and each.at > fact.at for each in consents)
                self.noes_of_others += [] if lifted else [fact]
        for call in self.neighbours:
            if call.kind == "CallAttempt" and call.attempt:
                self.tries_of_others.setdefault(call.number, []).append(call)

    def tries_on(self, number: str | None) -> list[Plain]:
        """The attempts on one number, also where nobody noted it, and others'."""
        if number is None:
            return self.attempts
        own = [call for call in self.attempts if call.number is None or call.number == number]
        shared = self.tries_of_others.get(number)
        return sorted([*own, *shared], key=lambda call: call.at) if shared else own

    def refusal(self, number: str | None) -> Plain | None:
        """The first no of others that closes a number."""
        return next((no for no in self.noes_of_others if any(covers(said, number) for said in said_on(no))), None)

    def elsewhere(self) -> list[Plain]:
        """The noes of this person on another card."""
        if self.card.likeness is None:
            return []
        standing = {id(fact) for fact in self.neighbours}
        said = [fact for fact in self.entries if fact.kind == "OptOut" and not self.is_own(fact)]
        said = [fact for fact in said if fact.is_opt_out or id(fact) in standing]
        return [fact for fact in said if fact.likeness.is_of(self.card.likeness)]

    def is_of_the_account(self, fact: Plain) -> bool:
        """Whether somebody of the same account said no for it."""
        return fact.kind == "OptOut" and same_account(fact.account, self.card.account)


def said_on(no: Plain) -> list[str]:
    """The numbers on which a no was said."""
    numbers = [no.number] if no.kind in {"OptOut", "CallAttempt"} else []
    if no.kind == "CallAttempt" and no.inbound:
        numbers.append(no.from_number)
    return [number for number in numbers if number]
