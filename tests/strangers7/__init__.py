"""Policies by a stranger: a sales-operations lead who sells machines, spare parts and service contracts."""
