"""Policies written from the docs alone: sixteen that harm somebody, ten that are odd but decent."""
