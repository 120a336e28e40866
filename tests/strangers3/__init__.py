"""Policies written blind, from the documentation alone: sixteen wrong ones and ten decent ones."""
