"""The rep's day: whom to ring, who is left out and why, and what it brings."""
