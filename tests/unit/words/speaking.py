"""Who speaks, and scripts for lives that are told in a line each."""

import re

from callrules import Call, Sender
from helpers.people import HOUSE, MON, NUMBER, somebody

US = Sender(name="Bea Roth", company="Lind & Sons", number=NUMBER, email="bea@example.com")
PITCH = re.compile(r"discount|% off|offer|buy now|special|free of charge|did you get|just following up", re.IGNORECASE)


def script(life, now, sender=US, playbook=HOUSE):
    return playbook.script(life.contact, life.history, life.step(now, playbook), sender)


def opener(life, now, sender=US):
    return script(life, now, sender).opener.text


def rung_in_vain(life, now, times, how="no_answer", **more):
    """Life after so many attempts that followed the steps, and the scripts they were made with."""
    scripts = []
    at = life.at(now)
    for _ in range(times):
        step = HOUSE.next_step(life.contact, life.history, at)
        if not isinstance(step, Call):
            break
        scripts.append(HOUSE.script(life.contact, life.history, step, US))
        noted = more(scripts[-1]) if callable(more) else more
        life = life.rung(
            step.at.astimezone(life.zone).isoformat(timespec="microseconds")[:26],
            how,
            reason=step.reason.name,
            about=step.reason.about,
            **noted,
        )
        at = step.at
    return life, scripts


A_PROSPECT = somebody()
MONDAY_AT_TEN = f"{MON} 10:00"
