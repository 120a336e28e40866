"""Policies written by somebody who sells and had read the docs alone: twelve wrong ones, eight decent ones."""
