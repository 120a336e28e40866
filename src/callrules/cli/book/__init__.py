"""A book of contacts and what happened, as files in a folder."""
