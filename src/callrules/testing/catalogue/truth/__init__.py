"""Laws of truth: a reason is true, a named moment was named, what was heard is not said again."""
