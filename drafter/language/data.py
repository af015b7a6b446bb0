"""The word lists of the package: plain text beside the code."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str) -> list[str]:
    """Return the lines of a data file that are neither blank nor a comment."""
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
