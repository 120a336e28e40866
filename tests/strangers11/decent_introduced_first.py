"""Who was introduced to us has some head start, and strangers are told at once that they are free to leave."""

import attrs

from callrules import Claim, Contact, History, Opener, Reason, Sender, hookimpl, parameter


@attrs.frozen
class IntroducedFirst:
    """Were they introduced to us, and have they said yes to something before?"""

    name = "introduced_first"
    declares = ()

    introduced_days: int = parameter(15, says="days that an introduction counts for", source="us", most=60)
    days_a_yes: int = parameter(3, says="days that each small yes counts for", source="us", most=10)
    most_yeses: int = parameter(4, says="small yeses that count", source="us", most=10)

    @hookimpl
    def priority(self, history: History) -> float:
        """Days of waiting, which end, and which stay as they are while they wait."""
        yeses = len({yes for talk in history.conversations for yes in talk.agreed})
        introduced = self.introduced_days if history.introductions else 0
        return float(introduced + self.days_a_yes * min(yeses, self.most_yeses))


@attrs.frozen
class FreeToLeave:
    """Is this somebody who has never heard of us?"""

    name = "free_to_leave"
    declares = ()

    @hookimpl
    def openers(self, contact: Contact, history: History, reason: Reason, sender: Sender) -> Opener | None:
        """Say who calls and why, and that one word ends it."""
        known = contact.name and sender.name and sender.company
        if reason.name != "prospect" or history.is_two_way or sender.language != "en" or not known:
            return None
        return Opener(
            text=(
                f"Hello {contact.name}, this is {sender.name} from {sender.company}. I am calling to find out whether "
                "our work could be of use to you. One word from you and I leave you to yours. May I ask one question?"
            ),
            claims=(
                Claim(contact.name, "contact.name"),
                Claim(sender.name, "sender.name"),
                Claim(sender.company, "sender.company"),
            ),
            name="free_to_leave",
        )


POLICY = (IntroducedFirst(), FreeToLeave())
