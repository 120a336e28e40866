"""Guests that take their time are tested from outside, once: see unit/test_guests_from_outside.py."""

collect_ignore = ["bakery_cadence"]
