"""What the reference pages are made of."""
