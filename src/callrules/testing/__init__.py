"""What a rule author tests with; `callrules.testing.strategies` holds the strategies."""
