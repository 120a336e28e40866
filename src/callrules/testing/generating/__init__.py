"""How lives, situations and values are made for laws to look at."""
