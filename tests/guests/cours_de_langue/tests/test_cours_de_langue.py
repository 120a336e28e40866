"""What an outsider would test: words of another trade, in another language, before the same gates."""

import datetime as dt

from cours_de_langue import CoursDeLangue

from callrules import CallAttempt, Contact, History, Playbook, Purchase, Sender

PLAYBOOK = Playbook(strict=True).with_rules(CoursDeLangue())
ZOE = Contact(id="zoe", name="Zoé Petit", timezone="Europe/Paris", region="FR", phones=["+33155500105"])
LESSON = Purchase(at=dt.datetime(2025, 3, 4, 9, tzinfo=dt.UTC), amount="45", currency="EUR")
NOW = dt.datetime(2026, 6, 1, 10, tzinfo=dt.UTC)
LOUIS = Sender(name="Louis", language="fr")


def script(history, sender=LOUIS):
    return PLAYBOOK.script(ZOE, history, PLAYBOOK.next_step(ZOE, history, NOW), sender)


def test_the_school_begins_in_french_with_the_last_lesson():
    said = script(History([LESSON]))
    assert said.opener.name in {"reprise", "pensée"}
    assert "mardi 4 mars" in said.opener.text
    assert LESSON.key in said.opener.rests_on


def test_it_does_not_begin_alike_twice():
    first = script(History([LESSON])).opener
    tried = History([LESSON, CallAttempt(at=NOW - dt.timedelta(days=4), disposition="no_answer")])
    assert {first.name, script(tried).opener.name} == {"reprise", "pensée"}


def test_who_speaks_english_and_who_had_no_lesson_hear_the_house():
    assert script(History([LESSON]), Sender(name="Lou")).opener.name.startswith("openers:lapsed_customer")
    assert script(History()).opener.name.startswith("openers:prospect")
