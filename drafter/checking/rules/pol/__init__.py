"""What budget-performance policy asks."""
