"""What people see of a step, a day and a story."""
