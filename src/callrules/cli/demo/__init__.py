"""A small book of its own, worked for three weeks."""
