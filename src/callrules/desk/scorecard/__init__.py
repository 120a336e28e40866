"""What the calling brought: counted, as shares with their intervals, by rep, week and kind."""
