"""Laws of composition: rules are asked together, and none is louder for standing elsewhere."""
