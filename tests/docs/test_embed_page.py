"""The page about embedding, followed to the letter, keeps every promise."""

import ast
import datetime as dt
import re

import attrs
import pytest
from pages import ROOT

from callrules import CallAttempt, Commitment, Contact, OptOut, Playbook, Purchase, hookimpl

PAGE = (ROOT / "docs" / "how-to" / "embed.md").read_text("utf-8")
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
NOW = dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC)
MINUTE, DAY = dt.timedelta(minutes=1), dt.timedelta(days=1)
LIVE = dt.date(2026, 11, 1)
SHARED = "+442075550199"
PROMISED = ["promised-0", "promised-1", "promised-2", "promised-3", "promised-4"]
AT_ONE_NUMBER = {"promised-3", "promised-4"}


@attrs.define
class Host:
    """What the page builds, with its names as attributes."""

    names: dict

    def __getattr__(self, name):
        return self.names[name]

    def deploy(self, playbook):
        self.names["playbook"] = playbook

    def ringing(self, now=NOW, most=50):
        return [person for person, _ in self.due_calls(now, most=most)]

    def called(self, person, now, disposition="conversation"):
        attempt, why_not = self.ring(person, now)
        assert attempt, why_not
        self.log(person, attempt, disposition, now + MINUTE)


@pytest.fixture
def host(tmp_path, monkeypatch):
    """The page up to its day, and what it defines afterwards."""
    monkeypatch.chdir(tmp_path)
    building, _, a_day = PAGE.partition("\n## A day\n")
    names = {"__name__": "page"}
    for source in BLOCK.findall(building):
        exec(compile(source, "embed.md", "exec"), names)  # noqa: S102 - our own page
    for source in BLOCK.findall(a_day):
        defined = [each for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)]
        exec(compile(ast.Module(defined, []), "embed.md", "exec"), names)  # noqa: S102 - our own page
    built = Host(names)
    taken_over(built)
    yield built
    built.db.close()


def taken_over(host):
    """Eight old hang-ups, five promised calls, two of them at one number, some lapsed customers, one new hang-up."""
    for each in range(8):
        hung_up = CallAttempt(at=NOW - (30 + each) * DAY, disposition="hung_up")
        host.add(somebody(f"hung-up-{each}"), hung_up, now=NOW)
    for each, person in enumerate(PROMISED):
        promise = Commitment(at=NOW - (9 - each) * DAY, by="us", due=NOW.date())
        number = SHARED if person in AT_ONE_NUMBER else f"+44207555010{each}"
        host.add(somebody(person, phones=[number]), promise, now=NOW)
    for each in range(3):
        host.add(
            somebody(f"lapsed-{each}"), *(Purchase(at=NOW - (400 - 30 * when) * DAY) for when in range(4)), now=NOW
        )
    host.add(attrs.evolve(somebody("asleep"), timezone="Asia/Seoul"), now=NOW)
    host.add(somebody("new"), CallAttempt(at=NOW - DAY, disposition="hung_up"), now=NOW)


def somebody(name, **more):
    return Contact(id=name, timezone="Europe/London", email=f"{name}@example.com", **more)


def test_promised_calls_come_first_and_one_at_a_number(host):
    assert host.ringing()[:4] == PROMISED[:4]
    assert not set(host.ringing()[4:]) & set(PROMISED)
    assert set(host.ringing()[4:7]) == {"lapsed-0", "lapsed-1", "lapsed-2"}


def test_every_promise_is_kept_on_its_day_also_that_at_the_same_number(host):
    now, rung = NOW, []
    while host.ringing(now) and host.ringing(now)[0] in PROMISED:
        rung.append(host.ringing(now)[0])
        host.called(rung[-1], now)
        now += 5 * MINUTE
    assert sorted(rung) == PROMISED


def test_on_the_day_of_going_live_only_the_new_hang_up_owes_a_note(host):
    assert [person for person, _ in host.due_errands(NOW)] == ["new"]
    host.deploy(Playbook())
    host.catch_up(NOW)
    assert len(host.due_errands(NOW)) == 9


def test_calls_and_errands_are_apart(host):
    assert "new" not in host.ringing()
    assert not {person for person, _ in host.due_errands(NOW)} & set(host.ringing())


def test_after_a_deploy_the_list_is_as_it_was(host):
    before = host.ringing()
    host.deploy(Playbook(owes_from=LIVE).without("competitors_customers"))
    assert host.ringing() == before
    assert host.catch_up(NOW)
    assert host.catch_up(NOW) == 0
    assert host.ringing() == before


def test_a_deploy_between_two_calls_loses_no_promise(host):
    host.called("promised-0", NOW)
    host.deploy(Playbook(owes_from=LIVE).without("competitors_customers"))
    assert host.ringing(NOW + 2 * MINUTE)[:3] == PROMISED[1:4]
    host.called("promised-3", NOW + 2 * MINUTE, "no_answer")
    assert host.ringing(NOW + 5 * MINUTE)[:3] == ["promised-1", "promised-2", "promised-4"]


def test_whom_new_rules_make_due_sooner_is_found_in_the_background(host):
    host.deploy(Playbook(owes_from=LIVE).without("hang_ups", "pace"))
    while host.catch_up(NOW, most=5):
        pass
    assert "new" in host.ringing()


def test_a_no_said_at_a_shared_number_is_heard_for_the_neighbour_at_once(host):
    host.called("promised-3", NOW, "do_not_call")
    assert not AT_ONE_NUMBER & set(host.ringing(NOW + 2 * MINUTE))
    assert host.ring("promised-4", NOW + 2 * MINUTE)[0] is None


def test_a_no_for_an_account_is_heard_for_everybody_at_it_whatever_its_case(host):
    for name, account in (("first", "Acme"), ("second", "ACME")):
        promise = Commitment(at=NOW - DAY, by="us", due=NOW.date())
        host.add(somebody(name, account=account, phones=[f"+4420755502{len(name)}0"]), promise, now=NOW)
    assert len({"first", "second"} & set(host.ringing())) > 0
    host.note("first", OptOut(at=NOW, account="ACME"), NOW)
    assert not {"first", "second"} & set(host.ringing(NOW + MINUTE))


def test_somebody_dialling_a_shared_number_keeps_the_neighbour_off_the_list(host):
    assert host.ring("promised-3", NOW)[0]
    assert not AT_ONE_NUMBER & set(host.ringing(NOW + MINUTE))


@attrs.frozen
class Broken:
    """A guest that fails for lapsed customers."""

    name = "broken"

    @hookimpl
    def walk_away(self, contact):
        return 1 // (not contact.id.startswith("lapsed")) and None


def test_a_rule_that_fails_is_seen_and_rings_nobody_it_failed_for(host):
    assert host.failing() == []
    host.deploy(Playbook(owes_from=LIVE).with_rules(Broken()))
    assert host.ringing()[:4] == PROMISED[:4]
    assert [(person, "rule 'broken'" in says) for person, says in host.failing()] == [
        (f"lapsed-{each}", True) for each in range(3)
    ]


def test_nobody_is_rung_whose_window_has_closed_since_the_list_was_made(host):
    at_night = NOW + 7 * dt.timedelta(hours=1)
    assert host.ringing(at_night) == []
    assert host.ring("lapsed-0", at_night)[0] is None
