"""Laws of time: no date is built in, clocks that disagree ring nobody, and who sleeps until `at` has missed nothing."""
