"""A life: its dice, its landmarks, and all that can happen in one."""
