"""Goal text against indicators."""
