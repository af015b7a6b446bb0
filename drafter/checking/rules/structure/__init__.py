"""Categories and rows of the indicator table."""
