"""The house rules, one idea a file. Copy any of them to write your own."""

from __future__ import annotations

from typing import Any

from callrules.law.public_holidays import PublicHolidays
from callrules.rules.caps import Caps
from callrules.rules.cold_decision_makers import ColdDecisionMakers
from callrules.rules.competitors_customers import CompetitorsCustomers
from callrules.rules.departures import Departures
from callrules.rules.dormant_customers import DormantCustomers
from callrules.rules.follow_ups import FollowUps
from callrules.rules.hang_ups import HangUps
from callrules.rules.hours import Hours
from callrules.rules.insights import Insights
from callrules.rules.just_met import JustMet
from callrules.rules.lapsed_customers import LapsedCustomers
from callrules.rules.live_numbers import LiveNumbers
from callrules.rules.missed_meetings import MissedMeetings
from callrules.rules.open_dials import OpenDials
from callrules.rules.opt_outs import OptOuts
from callrules.rules.pace import Pace
from callrules.rules.persistence import Persistence
from callrules.rules.promised_calls import PromisedCalls
from callrules.rules.prospects import Prospects
from callrules.rules.readiness import Readiness
from callrules.rules.refusals import Refusals
from callrules.rules.returned_calls import ReturnedCalls
from callrules.rules.simple_reasons import SimpleReasons
from callrules.rules.snoozes import Snoozes
from callrules.rules.stalling import Stalling
from callrules.rules.thanks import Thanks
from callrules.rules.their_promises import TheirPromises
from callrules.rules.worth import Worth

FLOOR: tuple[Any, ...] = (OptOuts(), LiveNumbers(), OpenDials())
"""What is in every playbook and cannot be left out."""

HOUSE_RULES: tuple[Any, ...] = (
    *FLOOR,
    Departures(),
    Refusals(),
    Stalling(),
    Persistence(),
    ReturnedCalls(),
    PromisedCalls(),
    TheirPromises(),
    JustMet(),
    FollowUps(),
    Insights(),
    SimpleReasons(),
    LapsedCustomers(),
    DormantCustomers(),
    CompetitorsCustomers(),
    Prospects(),
    HangUps(),
    Thanks(),
    MissedMeetings(),
    ColdDecisionMakers(),
    Readiness(),
    Hours(),
    PublicHolidays(),
    Pace(),
    Caps(),
    Snoozes(),
    Worth(),
)
"""The house rules that decide about calls, and whose turn it is, in the order of the rulebook's precedence."""

__all__ = [
    "FLOOR",
    "HOUSE_RULES",
    "Caps",
    "ColdDecisionMakers",
    "CompetitorsCustomers",
    "Departures",
    "DormantCustomers",
    "FollowUps",
    "HangUps",
    "Hours",
    "Insights",
    "JustMet",
    "LapsedCustomers",
    "LiveNumbers",
    "MissedMeetings",
    "OpenDials",
    "OptOuts",
    "Pace",
    "Persistence",
    "PromisedCalls",
    "Prospects",
    "PublicHolidays",
    "Readiness",
    "Refusals",
    "ReturnedCalls",
    "SimpleReasons",
    "Snoozes",
    "Stalling",
    "Thanks",
    "TheirPromises",
    "Worth",
]  # fmt: skip
