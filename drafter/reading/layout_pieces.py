"""Text whose columns only blanks keep apart (``pdftotext -layout``), as pieces with their places on the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.language.patterns import lazy

_PAGE_NUMBER = lazy(r"[-—–\s]*(?:第?\s*\d{1,4}\s*页?)(?:[，,/\s]*共?\s*\d{1,4}\s*页)?[-—–\s]*")
_LONGEST_NUMBER = 24
_APART = lazy(r"\S+(?: \S+)*")
_WORD = lazy(r"\S+")


class Piece(NamedTuple):
    """A run of text on one line.

    Attributes:
        text: The text.
        line: Line of the page that holds text, from 0.
        start: First character on the line.
        end: Behind its last character.
        number: Line of the document, from 1.
    """

    text: str
    line: int
    start: int
    end: int
    number: int

    @property
    def words(self) -> list[Piece]:
        """The piece cut at every blank."""
        return [
            Piece(match[0], self.line, self.start + match.start(), self.start + match.end(), self.number)
            for match in _WORD.finditer(self.text)
        ]

    def meets(self, other: Piece) -> bool:
        """Whether the two stand above each other somewhere."""
        return self.start < other.end and other.start < self.end


Line = tuple[Piece, ...]


def pages_of(text: str) -> list[list[Line]]:
    """The lines of each page that hold text, without page numbers, cut where two blanks or more stand."""
    pages: list[list[Line]] = []
    number = 0
    for page in text.split("\f"):
        lines: list[Line] = []
        for raw in re.split("\r\n|[\n\r]", page):
            number += 1
            line = raw.rstrip()
            if line and not (len(bare := line.strip()) <= _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(bare)):
                at = len(lines)
                found = _APART.finditer(line)
                lines.append(tuple(Piece(match[0], at, match.start(), match.end(), number) for match in found))
        number -= 1
        if lines:
            pages.append(lines)
    return pages


def spans(pieces: Iterable[Piece], gap: int = 1) -> list[tuple[int, int]]:
    """The parts of the line that any piece covers, apart from each other by `gap` blanks or more."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((piece.start, piece.end) for piece in pieces):
        if merged and start < merged[-1][1] + gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def is_centred(lines: Sequence[int], first: int, last: int) -> bool:
    """Whether the lines of a cell lie evenly about the middle of a row of lines `first` to `last`."""
    return [first + last - line for line in reversed(lines)] == list(lines)
