"""Policies written blind, from the docs alone: 16 wrong ones and 10 decent ones."""
