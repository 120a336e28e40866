"""How the answers of all rules become one step."""
