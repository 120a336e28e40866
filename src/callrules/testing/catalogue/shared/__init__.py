"""What several laws ask, and laws are not."""
