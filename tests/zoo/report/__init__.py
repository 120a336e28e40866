"""How far the laws can be trusted: measured part by part, and told on one page."""
