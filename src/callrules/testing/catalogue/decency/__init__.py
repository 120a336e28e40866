"""Laws of decency: what every cadence does, whatever it declares."""
