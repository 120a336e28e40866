"""What a host would else write itself: adapters to what hosts have, each an extra."""
