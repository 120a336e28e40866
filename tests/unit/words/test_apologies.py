"""A3, A5, D2, D3, F13: in a call that begins with an apology nothing is sold, whoever wrote the agenda."""

import pytest
from speaking import US, script

from callrules import Agenda, Ask, Call, Opener, Reason, Sender, hookimpl
from helpers.people import HOUSE, MON, THU, TUE, WED, somebody

KNOWN = somebody(email="ada@example.com").talked("2026-05-04 10:00", outcome="advance")
NOTED = KNOWN.rung(f"{MON} 10:00", "hung_up").got(f"{MON} 10:30", "after_hang_up", promises="2026-06-05")
APOLOGIES = {
    "the call after a note": (NOTED, "2026-06-05 15:00"),
    "the call that comes late": (somebody().promised(f"{MON} 10:00", TUE), f"{THU} 10:00"),
    "the call that wins them back": (somebody().bought("2024-03-04 10:00"), f"{MON} 10:00"),
    "the call after a meeting that we missed": (
        KNOWN.promised(f"{MON} 09:00", f"{TUE} 10:00", kind="meet").promised(f"{MON} 09:30", WED),
        f"{WED} 10:00",
    ),
    "the call after a hang-up that no note followed": (somebody().rung("2026-05-11 10:00", "hung_up"), f"{MON} 15:00"),
}
SELLS = [
    "Would you like to order the blue one?",
    "May I send you an offer?",
    "Shall I tell you the price of our contract?",
    "May I take an order?",
    "Would you like to take it out today?",
]
LISTENS = [
    "What was missing the last time you ordered?",
    "Was it the price that made you stop?",
    "If that changed, would you buy from us again?",
    "You asked us for an offer; shall we go through it?",
    "May I tell you what we have changed since?",
]


class Agendas:
    """The call is for this, whatever it is about."""

    name = "agendas"

    def __init__(self, ask="May I ask one question?", **more):
        self.given = Agenda(**{"objective": "Hear what they think.", "asks": (Ask(ask),), **more})

    @hookimpl
    def agenda(self):
        return self.given


def is_left_out(said):
    return any("left out (agendas): an apology that sells is none" in each for each in said.cautions)


def agenda_in(apology, rule, language="en"):
    life, now = APOLOGIES[apology]
    speaker = Sender(name="Bea Roth", language=language)
    return script(life, now, speaker, HOUSE.with_rules(rule))


@pytest.mark.parametrize("apology", APOLOGIES)
def test_an_agenda_that_sells_is_left_out_of_a_call_that_is_an_apology(apology):
    said = agenda_in(apology, Agendas(SELLS[0]))
    assert is_left_out(said)
    assert said.agenda.objective != "Hear what they think."


@pytest.mark.parametrize("ask", SELLS)
def test_it_asks_for_no_order_makes_no_offer_and_names_no_price(ask):
    assert is_left_out(agenda_in("the call after a note", Agendas(ask)))


@pytest.mark.parametrize("ask", LISTENS)
def test_an_agenda_that_listens_passes(ask):
    assert not is_left_out(agenda_in("the call that wins them back", Agendas(ask)))


@pytest.mark.parametrize(
    "line",
    [
        {"objective": "Sell them the blue one."},
        {"path": ("Say that we are sorry.", "Ask for the order.")},
        {"outcome": "They ordered the blue one."},
    ],
)
def test_what_a_caller_only_goes_by_sells_neither(line):
    assert is_left_out(agenda_in("the call that comes late", Agendas(**line)))


def test_it_is_no_path_to_sell_that_is_not_gone():
    honest = {"objective": "Hear why they stopped, and sell nothing.", "path": ("Listen.", "Do not ask for the order.")}
    assert not is_left_out(agenda_in("the call that wins them back", Agendas(**honest)))


def test_german_is_read_as_well():
    wrong, right = Agendas("Möchten Sie die blaue gleich bestellen?"), Agendas("Was hat Ihnen gefehlt?")
    assert agenda_in("the call after a note", wrong, "de").agenda.objective != "Hear what they think."
    assert agenda_in("the call after a note", right, "de").agenda.objective == "Hear what they think."


@pytest.mark.parametrize("ask", SELLS)
def test_other_calls_may_sell(ask):
    assert not is_left_out(script(KNOWN, f"{MON} 10:00", playbook=HOUSE.with_rules(Agendas(ask))))


def test_an_opener_that_is_sorry_makes_it_an_apology_and_one_that_sells_is_not_said_there():
    class Sorry:
        name = "sorry"

        @hookimpl
        def openers(self):
            return Opener(text="I am sorry that it took so long. May I ask you something?", name="sorry")

    class Sells:
        name = "sells"

        @hookimpl
        def openers(self):
            return Opener(text="Would you like to order the blue one?", name="sells")

    words_of_ours = HOUSE.without("words").with_rules(Agendas(SELLS[0]))
    step = Call(at=KNOWN.at(f"{MON} 10:00"), reason=Reason(name="insight", says="they grow"))
    sorry = words_of_ours.with_rules(Sorry()).script(KNOWN.contact, KNOWN.history, step, US)
    assert is_left_out(sorry)
    assert not is_left_out(words_of_ours.script(KNOWN.contact, KNOWN.history, step, US))
    assert agenda_in("the call after a note", Sells()).opener.name != "sells"


def test_who_turned_to_us_since_may_hear_an_offer():
    life = KNOWN.rung("2026-05-25 10:00", "hung_up").wrote_to_us(f"{MON} 09:00", "answer")
    assert not is_left_out(script(life, f"{MON} 11:00", playbook=HOUSE.with_rules(Agendas(SELLS[1]))))
