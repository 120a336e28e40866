"""Cadences by somebody who came from a dialer company: sixteen that are wrong, ten that are decent."""
