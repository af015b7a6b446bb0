"""Lines cut at their blanks: a cell of a PDF's text is a run of such tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.reading.content import Cell


@dataclass(frozen=True, slots=True)
class Token:
    """A run of text without blanks.

    Attributes:
        text: The run.
        cell: The line it stands in; `cell.row` is the number of the line.
        starts_line: First of its line.
        ends_line: Last of its line.
    """

    text: str
    cell: Cell
    starts_line: bool
    ends_line: bool


def tokens_of(lines: Iterable[Cell]) -> list[Token]:
    """The tokens of lines, in order."""
    tokens: list[Token] = []
    for line in lines:
        words = line.text.split()
        last = len(words) - 1
        tokens.extend(Token(word, line, at == 0, at == last) for at, word in enumerate(words))
    return tokens
