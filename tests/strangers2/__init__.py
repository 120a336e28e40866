"""A second sitting: fifteen wrong policies and eleven decent ones, written from the docs alone."""
