"""Who orders spare parts again and again is rung a little sooner than who bought one big machine.

Decent: it favours small customers, but by ten days of waiting at most. The head start hangs on what they bought and
not on the day, so it does not change while they wait, and nobody is overtaken for ever.
"""

import attrs

from callrules import History, hookimpl, parameter


@attrs.frozen
class RegularsFirst:
    """On how many days did they buy?"""

    name = "regulars_first"
    declares = ()
    worth: int = parameter(2, says="days of waiting that a day of purchase is worth", source="our sales plan")
    most: int = parameter(5, says="days of purchase that count", source="our sales plan")

    @hookimpl
    def priority(self, history: History) -> float:
        return float(self.worth * min(len(history.days_bought), self.most))


POLICY = RegularsFirst()
