"""Laws of consent: a no is kept, whoever said it, wherever it was said, whatever comes later."""
