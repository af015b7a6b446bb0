"""The word lists of the package: plain text beside the code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


def rows(name: str) -> list[str]:
    """Return the lines of a data file that are neither blank nor a comment."""
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def words(section: str) -> tuple[str, ...]:
    """Return the words of a section of ``words.txt``, in order."""
    return _sections()[section]


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    section = ""
    for row in rows("words.txt"):
        if row.startswith("["):
            section = row.strip("[]")
        else:
            found.setdefault(section, []).extend(row.split())
    return {name: tuple(of_section) for name, of_section in found.items()}
