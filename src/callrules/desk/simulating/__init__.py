"""What the rules would do with imagined answers: the same people, the same dice, day by day."""
