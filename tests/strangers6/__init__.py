"""The sixth sitting: sixteen wrong policies and ten decent ones, written blind from the docs alone."""
