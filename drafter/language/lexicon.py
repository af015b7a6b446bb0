"""The curated words: names that are no quantity. Data in ``traps.txt``; loaded at the first text."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _traps() -> dict[str, tuple[str, ...]]:
    # By the first two characters: nearly every numeral is decided by one look-up that fails.
    found: dict[str, list[str]] = {}
    for line in files(__package__).joinpath("traps.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            for word in line.split():
                found.setdefault(word[:2], []).append(word)
    return {key: tuple(sorted(words, key=len, reverse=True)) for key, words in found.items()}


def trap_end(text: str, start: int) -> int | None:
    """Return where the trap that begins at ``start`` ends, or None if none begins there."""
    words = _traps().get(text[start : start + 2])
    if words is not None:
        for word in words:
            if text.startswith(word, start):
                return start + len(word)
    return None
