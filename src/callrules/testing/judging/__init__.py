"""How a policy is held to the laws, and how a broken one is told."""
