"""What the rules would have said about calls that were made, with what was known then."""
