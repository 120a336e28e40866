"""A counterexample as it would go over the wire, said only when a law is broken."""

import json

import attrs
from hypothesis import note

from callrules.wire import write_contact, write_fact


@attrs.frozen(repr=False)
class Story:
    """Who it is, what happened and when we ask."""

    contact: object
    history: object
    now: object

    def __repr__(self):
        facts = [json.dumps(write_fact(fact)) for fact in self.history.entries]
        return "\n".join([json.dumps(write_contact(self.contact)), *facts, f"now {self.now:%a %Y-%m-%dT%H:%M:%S.%fZ}"])


def told(situation):
    """The situation, and its story beside a failure."""
    note(Story(*situation))
    return situation
