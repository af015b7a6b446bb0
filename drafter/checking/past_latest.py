"""What was asked for last stays in memory, up to a bound; what was not asked for longest makes room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Latest(Generic[Kept]):
    """Things by number, those asked for last.

    Args:
        most: So much weight is kept; one thing alone may be heavier.
        forget: Told of what makes room.
    """

    def __init__(self, most: int, forget: Callable[[int, Kept], None] | None = None) -> None:
        self._most = most
        self._forget = forget
        self._known: dict[int, tuple[Kept, int]] = {}
        self._weight = 0

    def __len__(self) -> int:
        return len(self._known)

    def get(self, number: int) -> Kept | None:
        """What is kept under a number."""
        one = self._known.pop(number, None)
        if one is None:
            return None
        self._known[number] = one
        return one[0]

    def keep(self, number: int, one: Kept, weight: int = 1) -> Kept:
        """Keep a thing that was not."""
        while self._known and self._weight + weight > self._most:
            oldest = next(iter(self._known))
            gone, its = self._known.pop(oldest)
            self._weight -= its
            if self._forget is not None:
                self._forget(oldest, gone)
        self._known[number] = one, weight
        self._weight += weight
        return one
