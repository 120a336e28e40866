"""The same answer in every process, copy and order of rules (design, part 3)."""

import os
import pickle
import random
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from story import told

from callrules import Playbook
from callrules.testing.strategies import situations

HOUSE = Playbook(strict=True)
COPY = pickle.loads(pickle.dumps(HOUSE))  # noqa: S301 - our own
ASK = """
import json, sys
from callrules import Playbook
from callrules.wire import read_case, write_step
house = Playbook(strict=True)
print(house.fingerprint)
for line in sys.stdin:
    case = read_case(json.loads(line))
    print(json.dumps(write_step(house.next_step(case.contact, case.history, case.now), case.now)))
"""


def _shuffled(seed):
    rules = list(HOUSE.rules)
    random.Random(seed).shuffle(rules)
    return Playbook(rules, strict=True)


SHUFFLED = [_shuffled(seed) for seed in range(8)]


@given(situations(), st.sampled_from(range(8)))
def test_neither_a_copy_nor_the_order_of_rules_changes_an_answer(situation, which):
    contact, history, now = told(situation)
    step = HOUSE.next_step(contact, history, now)
    assert COPY.next_step(contact, history, now) == step
    assert SHUFFLED[which].next_step(contact, history, now) == step
    assert pickle.loads(pickle.dumps((contact, history, step))) == (contact, history, step)  # noqa: S301 - our own


def test_a_copy_of_the_playbook_is_the_playbook():
    assert COPY == HOUSE
    assert hash(COPY) == hash(HOUSE)
    assert COPY.fingerprint == HOUSE.fingerprint


def test_other_processes_answer_alike(lives):
    def answers(seed):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        asked = subprocess.run(
            [sys.executable, "-c", ASK], input=lives, env=environment, capture_output=True, text=True, check=True
        )
        return asked.stdout.splitlines()

    one, other = answers("1"), answers("2")
    assert one == other
    assert one[0] == HOUSE.fingerprint
