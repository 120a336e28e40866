"""The house's decision by one plain function, for speed: every field of the step, over whole numbers and words.

It is the floor beside which the playbook is measured (`benchmarks/floors.py`), and is held to give the same step as
the playbook does (`test_the_floor_agrees.py`). It shares with the library the values, the tables of regions and
holidays, and the ranks; no window, no guard, no hook, no history. `because` is left out: no sentence of a guard is
told. What it does not decide it says so, by `NotDecided`, and never guesses.
"""
