"""What red-phone calls brought: introductions and orders in that account, whoever gave them (rulebook B8, C1)."""

from __future__ import annotations

import datetime as dt

import attrs

from callrules.desk.scorecard.marks import Seen
from callrules.desk.scorecard.shares import Share
from callrules.facts import Introduction
from callrules.likeness import folded
from callrules.refunds import still_bought


@attrs.define
class RedPhones:
    """Conversations with red phones by account, and when introductions and orders came in each account."""

    days: int
    talks: list[tuple[str, dt.datetime]] = attrs.field(factory=list)
    introductions: dict[str, list[dt.datetime]] = attrs.field(factory=dict)
    orders: dict[str, list[dt.datetime]] = attrs.field(factory=dict)
    dials: int = 0

    def add(self, seen: Seen) -> None:
        """Take in one more person. Who belongs to no account is one of their own."""
        account = folded(seen.contact.account) or f"\0{seen.contact.id}"
        introduced = [fact.at for fact in seen.history.of(Introduction)]
        bought = [fact.at for fact in still_bought(seen.history.purchases)]
        for where, moments in ((self.introductions, introduced), (self.orders, bought)):
            if moments:
                where.setdefault(account, []).extend(moments)
        if seen.contact.red_phone:
            self.dials += len(seen.dials)
            self.talks += [(account, call.at) for call in seen.closing(self.days)]

    def brought_introductions(self) -> Share:
        """The share of these conversations after which somebody in the account introduced us, or was brought to us."""
        return self._followed_by(self.introductions)

    def brought_orders(self) -> Share:
        """The share of these conversations after which somebody in the account bought."""
        return self._followed_by(self.orders)

    def _followed_by(self, came: dict[str, list[dt.datetime]]) -> Share:
        within = dt.timedelta(days=self.days)
        followed = [any(at < each <= at + within for each in came.get(account, ())) for account, at in self.talks]
        return Share(sum(followed), len(followed))
