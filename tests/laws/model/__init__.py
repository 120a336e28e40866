"""The model: one decision once more, read plainly from the rulebook, sharing nothing with the rules."""
