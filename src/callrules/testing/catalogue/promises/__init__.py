"""Laws of promises: kept at their moment, not before, once; and who turned to us is called back."""
