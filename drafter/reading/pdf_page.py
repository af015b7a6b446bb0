"""What one PDF page prints: glyphs and ruling lines.

Coordinates are those of the page as a person sees it: from the left and from the top, in points, rotation applied.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom as seen; x0, y0, x1, y1 in PDF user space."""


class Glyph(NamedTuple):
    """One printed character and its box; blanks included."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Ruling(NamedTuple):
    """A straight line: at `at` across, from `start` to `end` along."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class View:
    """How a page is looked at: its visible box in user space, and how many quarter turns clockwise it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Of the page as seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the page as seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as seen."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def seen_box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A box of user space as seen."""
        (a, b), (c, d) = self.seen(x0, y0), self.seen(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def user_box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A box as seen in user space, to a hundredth of a point."""
        (a, b), (c, d) = self._user(x0, top), self._user(x1, bottom)
        return round(min(a, c), 2), round(min(b, d), 2), round(max(a, c), 2), round(max(b, d), 2)

    def _user(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 0:
            return x + self.left, self.top - y
        if self.turns == 1:
            return y + self.left, x + self.bottom
        if self.turns == 2:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x


@dataclass(slots=True)
class Page:
    """What a page prints.

    Attributes:
        number: From 1.
        view: How it is looked at.
        glyphs: Characters in the order of the file.
        horizontal: Horizontal ruling lines; `at` is the distance from the top.
        vertical: Vertical ruling lines; `at` is the distance from the left.
        has_picture: The page shows a picture over a quarter of its area or more.
        unmapped: Characters whose font does not say what they are.
        cut: Points in boxes that hide part of their text: spreadsheets print what fits a cell and clip the rest.
    """

    number: int
    view: View
    glyphs: list[Glyph] = field(default_factory=list[Glyph])
    horizontal: list[Ruling] = field(default_factory=list[Ruling])
    vertical: list[Ruling] = field(default_factory=list[Ruling])
    has_picture: bool = False
    unmapped: int = 0
    cut: set[tuple[float, float]] = field(default_factory=set[tuple[float, float]])
