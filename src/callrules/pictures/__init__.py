"""Stories as text and as SVG, and nothing else."""
