"""What pytest is told of the laws: the plugin and its report."""
