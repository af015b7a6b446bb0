"""Arithmetic of money and counts."""
