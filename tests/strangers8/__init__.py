"""Policies of a developer at an insurance broker, written from the docs alone: sixteen wrong ones, ten decent ones."""
