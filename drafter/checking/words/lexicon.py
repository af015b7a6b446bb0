"""The word classes of `lexicon.txt`."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in Path(__file__).with_name("lexicon.txt").read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("["):
            name = text.strip("[]")
            found[name] = ()
        elif text:
            found[name] += tuple(text.split())
    return found


def words(name: str) -> tuple[str, ...]:
    """The words of a class.

    Raises:
        KeyError: There is no such class.
    """
    return _classes()[name]


def any_of(name: str) -> str:
    """A pattern group that matches any word of a class, the longest first."""
    return "(?:" + "|".join(sorted(words(name), key=len, reverse=True)) + ")"
