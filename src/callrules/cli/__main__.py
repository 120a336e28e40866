"""`python -m callrules.cli` is `callrules`."""

from callrules.cli import main

main()
