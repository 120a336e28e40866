"""Exports of other systems, read by a map: which column is which field, and what their words mean in ours."""
