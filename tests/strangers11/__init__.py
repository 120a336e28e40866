"""The eleventh sitting: written from the docs alone, and never run before it was committed."""
