"""The story notation: a contact, what happened and what is expected, as lines that people read and that read back.

    Kim Doe, Pacific/Pago_Pago id=kim email=kim@example.org
    Sun 2025-06-01 10:00  called: no_answer
    Mon 2025-06-02 09:05:30  they wrote: email text="Call me, please"
    Tue 2025-06-03 13:00  => call returned_call

First who and where: a name (or the id, where no `id=` is given), the zone, then fields. Then a line for each fact, on
that zone's clock. Last, and not always, the moment asked about and the step expected; `?` where none is known yet.
Names of fields and their words are those of the wire; lists have commas, and words with blanks stand in quotes.
"""

from __future__ import annotations

from callrules.testing.stories.expected import Expected
from callrules.testing.stories.story import Story, read_story, write_story

__all__ = ["Expected", "Story", "read_story", "write_story"]
