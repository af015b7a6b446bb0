"""Across filings."""
