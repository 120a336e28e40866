"""The faults that calling systems have (rulebook F1-F14), each seen where it is put in."""
