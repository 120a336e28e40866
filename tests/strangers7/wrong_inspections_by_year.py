"""A machine is to be inspected a year after it was bought: ring, and find a day for it.

WRONG (a call forgotten for ever): the calls are told apart by the year in which they fall due. Who bought one press in
March and another in October talks with us about the first, and the second is never mentioned, for that year is heard.
"""

from decimal import Decimal

import attrs

from callrules import History, Reason, hookimpl, parameter


@attrs.frozen
class Inspections:
    """Is a machine of theirs to be inspected?"""

    name = "inspections"
    declares = ()
    least: int = parameter(5000, says="euros from which it is a machine", source="our price list", most=1_000_000)
    months: int = parameter(12, says="months until a machine is inspected", source="our manual")
    stands: int = parameter(3, says="months for which the call is of use", source="our service desk")

    @hookimpl
    def reasons(self, history: History) -> list[Reason]:
        found = []
        for each in history.still_bought:
            if each.amount is not None and each.amount >= Decimal(self.least) and each.currency == "EUR":
                due = history.calendar.add(each.at, months=self.months)
                found.append(
                    Reason(
                        name="inspection",
                        due=due,
                        about=f"inspection {history.calendar.day(due).year}",
                        expires=history.calendar.add(each.at, months=self.months + self.stands),
                        says="a machine of theirs is to be inspected",
                    )
                )
        return found


POLICY = Inspections()
