"""Whoever never answers gets a clear last word from us instead of a date far ahead.

WRONG (written words): the note says that they are off the list and that nobody will call again. But the house looks
again after ninety days, so the same person is rung three months after we gave our word in writing.
"""

from pathlib import Path

from callrules.words.house import HouseWords

TEXTS = Path(__file__).with_name("texts_off_our_list.toml")

POLICY = (HouseWords(texts=(str(TEXTS),)),)
