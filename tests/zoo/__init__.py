"""The zoo and the herd: policies that the laws must catch, and odd ones that they must leave alone."""
