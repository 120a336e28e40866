"""Laws of purity: the answer hangs on the facts, the contact and the instant, and on nothing else."""
