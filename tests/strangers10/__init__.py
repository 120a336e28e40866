"""Policies of one who sells software subscriptions, written from the docs alone."""
