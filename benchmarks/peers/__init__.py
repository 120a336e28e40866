"""The same eight flat rules as a callrules playbook and in other engines, on the same contacts, in one run.

    make peers

or, with the extra `peers` installed, `PYTHONPATH=benchmarks python -m peers [--people 500] [--rounds 9] [--write]`.
Every engine is asked about every contact, in turns, and their answers must be equal, else nothing is measured.
`--write` writes the table and the picture of `docs/explanation/peers.md`. Quote ratios, never seconds.
"""
