"""A counterexample as it would go over the wire, said beside a law that is broken."""

import json

from hypothesis import note

from callrules.wire import write_contact, write_fact


def told(situation):
    """The situation, and its story beside a failure."""
    contact, history, now = situation
    facts = [json.dumps(write_fact(fact)) for fact in history.entries]
    note("\n".join(["STORY", json.dumps(write_contact(contact)), *facts, f"now {now:%a %Y-%m-%dT%H:%M:%S.%fZ}"]))
    return situation
