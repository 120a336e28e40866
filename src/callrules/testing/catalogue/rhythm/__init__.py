"""Laws of rhythm: caps, gaps and rests that a rule declares are kept, to the second."""
