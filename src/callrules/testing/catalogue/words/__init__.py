"""Laws of words: what is said rests on facts, is not said twice, and promises nothing in vain."""
