"""People to sell to, and misdeeds to see: what several tests share."""
