"""Across filings: projects of a run, years of an office, offices of a corpus."""
