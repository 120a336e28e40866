"""A consent to be called lasts two years; after that we let people go instead of calling on an old yes.

WRONG (walk_away): the ground knows the last Consent and nothing else. A customer who rings us after these two years,
talks with us and buys a policy is told goodbye right after it, for the ground is older than their coming back and
stays for ever.
"""

import attrs

from callrules import Consent, History, Stop, hookimpl, parameter


@attrs.frozen
class ConsentRunsOut:
    """Is their consent too old to rest upon?"""

    name = "consent_runs_out"
    declares = ()
    only_with = (Consent,)
    months: int = parameter(24, says="months that a consent lasts", source="our data protection officer", least=1)

    @hookimpl
    def walk_away(self, history: History) -> Stop | None:
        consents = history.of(Consent)
        if not consents:
            return None
        return Stop(
            grounds="consent_expired",
            since=history.calendar.add(consents[-1].at, months=self.months),
            says="their consent has run out",
        )


POLICY = ConsentRunsOut()
