"""Laws of endings: a goodbye is earned, kept, and lifted only by them."""
