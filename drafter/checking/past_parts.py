"""Features of a long run on their way to the disk: parted by their size, so that part after part is put in order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from drafter.checking.past_features import Index, hold

TOGETHER = 1 << 16
"""So many features of filings are gathered, 12 bytes each, before they are written."""
_PART = 51
"""Features are numbers of 60 bits and a sign: by their first bits they fall into some five hundred parts."""


class Parts:
    """Features and the filings that hold them, gathered until they are worth writing.

    Attributes:
        held: How many are gathered.
    """

    def __init__(self) -> None:
        self._parts: dict[int, tuple[array[int], array[int]]] = {}
        self.held = 0

    def add(self, features: Iterable[int], number: int) -> None:
        """Gather features of a filing."""
        parts = self._parts
        for feature in features:
            part = parts.get(feature >> _PART)
            if part is None:
                part = parts[feature >> _PART] = array("q"), array("I")
            part[0].append(feature)
            part[1].append(number)
            self.held += 1

    def taken(self) -> Iterator[tuple[int, bytes, bytes]]:
        """Each part with its features and their filings; nothing is left."""
        for part, (features, numbers) in self._parts.items():
            yield part, features.tobytes(), numbers.tobytes()
        self._parts.clear()
        self.held = 0


def gathered(pieces: Iterable[tuple[bytes, bytes]]) -> Index:
    """What the pieces of one part say together."""
    index: Index = {}
    for features, numbers in pieces:
        hold(index, array("q", features), array("I", numbers))
    return index
