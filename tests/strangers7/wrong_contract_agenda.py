"""Every call to a customer with a machine is a chance for a service contract: put it on the agenda.

WRONG (pestered after they hung up): why we call is not asked. In the call after the note, which begins with "I am
sorry", and in the call that asks a lost customer what went wrong, the next sentence sells a contract.
"""

import attrs

from callrules import Agenda, Ask, History, hookimpl


@attrs.frozen
class ContractAgenda:
    """Could they use a service contract?"""

    name = "contract_agenda"
    declares = ()

    @hookimpl
    def agenda(self, history: History) -> Agenda | None:
        if not history.still_bought:
            return None
        return Agenda(
            objective="Sell them a service contract.",
            asks=(
                Ask("May I tell you what our service contract covers?", "what_it_covers"),
                Ask("Shall I send you our service contract with its price?", "the_price"),
                Ask("Would you like to order the contract from next month on?", "the_order"),
            ),
            path=("Ask about the machine.", "Name the contract and its price.", "Ask for the order."),
            outcome="They ordered a service contract.",
        )


POLICY = ContractAgenda()
