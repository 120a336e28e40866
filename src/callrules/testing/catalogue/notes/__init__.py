"""Laws of notes: what is written can be sent, is true, and comes in time."""
