"""Values of indicators."""
