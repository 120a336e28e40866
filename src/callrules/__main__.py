"""`python -m callrules` is `callrules`."""

from callrules.cli import main

main()
