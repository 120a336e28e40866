"""Where the awkward people live: zones and regions, the plainest first."""

from __future__ import annotations

LADDER = (
    "Atlantic/Reykjavik",  # on UTC all the year round, and a place
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",  # half an hour, no clock changes
    "America/St_Johns",
    "Asia/Kathmandu",
    "Pacific/Chatham",
    "Australia/Lord_Howe",  # its clock changes by half an hour
    "Europe/Dublin",  # its winter time is the exception
    "Africa/Cairo",  # midnight does not exist when summer begins
    "America/Santiago",
    "Asia/Beirut",
    "America/Havana",
    "Africa/Casablanca",  # summer time rests during Ramadan
    "Antarctica/Troll",  # its clock changes by two hours
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Pacific/Apia",  # had no 30 December 2011
    "America/Vancouver",
    "Asia/Riyadh",  # its weekend is Friday and Saturday, and no region of ours is there
    "UTC",  # from here on what servers fill in, which says of nobody where they are
    "EST",
    "Etc/GMT+8",
)
"""IANA names, simplest first: cases shrink towards a place whose clock is UTC."""

REGIONS = ("US-FL", "FR", "US", "AU", "GB", "EG", "IR", "AF", "CL", "IN", "CA-BC", "BV")
"""ISO 3166 regions with one zone, several, none; with weekends of Friday, and of Friday and Saturday."""
