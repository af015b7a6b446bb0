"""Glyphs in a box → the text a reader sees: lines from top to bottom, wraps joined, real line breaks kept.

Chinese is wrapped anywhere, so a line that fills its cell goes on in the next one without a space; a line that left
room for the next word was ended on purpose. `≥90.00(` over `%)` in a narrow column is one value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.pdf_page import Glyph

_CLOSING = frozenset("，。、；：？！）》〉」』】〕”’%‰)]},.;:?!…·～~")
_CLOSERS = frozenset("）》〉」』】〕”’)]}")
_LONGEST_BRACKET = 8
_OPENING = frozenset("（《〈「『【〔“‘([{")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a cell or page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    first: float
    """Width of what cannot be parted from the first character: a Latin word, a number, a bracket and its neighbour."""

    @property
    def height(self) -> float:
        """Of its tallest character."""
        return self.bottom - self.top


def lines_of(glyphs: Sequence[Glyph], *, gap: str = " ") -> list[Line]:
    """Glyphs grouped into lines. `gap` stands for a hole wider than two characters."""
    rows: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom):
        at = (glyph.top + glyph.bottom) / 2
        height = min(glyph.bottom - glyph.top, rows[-1][0].bottom - rows[-1][0].top) if rows else 0.0
        if rows and at - middle <= max(height, 2.0) * 0.5:
            rows[-1].append(glyph)
            middle += (at - middle) / len(rows[-1])
        else:
            rows.append([glyph])
            middle = at
    found = (_line(sorted(row, key=lambda glyph: glyph.x0), gap) for row in rows)
    return [line for line in found if line is not None]


def _line(glyphs: list[Glyph], gap: str) -> Line | None:
    printed = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not printed:
        return None
    out: list[str] = []
    last: Glyph | None = None
    blank = False
    for glyph in glyphs:
        if glyph.text.isspace():
            blank = True
            continue
        if last is not None:
            em = max(glyph.bottom - glyph.top, last.bottom - last.top, 1.0)
            hole = glyph.x0 - last.x1
            if hole > 1.8 * em:
                out.append(gap)
            elif (blank and hole > 0.1 * em) or (hole > 0.2 * em and _is_word(last.text) and _is_word(glyph.text)):
                out.append(" ")
        out.append(glyph.text)
        last, blank = glyph, False
    return Line(
        "".join(out),
        printed[0].x0,
        min(glyph.top for glyph in printed),
        max(glyph.x1 for glyph in printed),
        max(glyph.bottom for glyph in printed),
        _first_width(printed),
    )


def _is_word(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _first_width(glyphs: list[Glyph]) -> float:
    end = 1
    if glyphs[0].text in _OPENING:
        # "(元/人次)" goes to the next line whole, as a rule.
        closed = (index for index, glyph in enumerate(glyphs[:_LONGEST_BRACKET]) if glyph.text in _CLOSERS)
        end = next(closed, len(glyphs) - 1) + 1
    elif glyphs[0].text.isascii():
        while end < len(glyphs) and glyphs[end].text.isascii() and glyphs[end].x0 - glyphs[end - 1].x1 < 2.0:
            end += 1
    while end < len(glyphs) and glyphs[end].text in _CLOSING:
        end += 1
    end = min(end, len(glyphs))
    return glyphs[end - 1].x1 - glyphs[0].x0


def wraps(line: Line, following: Line, room: float) -> bool:
    """Whether `following` goes on where `line` ran out of room; `room` is the width that text may fill."""
    return line.x1 - line.x0 + following.first > room - 0.4 * max(line.height, 1.0)


def join(lines: Sequence[Line], room: float) -> str:
    """Lines of one cell as its text: wraps joined, real line breaks as newlines."""
    out: list[str] = []
    for number, line in enumerate(lines):
        if number:
            out.append(seam(out[-1], line.text) if wraps(lines[number - 1], line, room) else "\n")
        out.append(line.text)
    return "".join(out)


def seam(before: str, after: str) -> str:
    """What stands between the two halves of a wrapped line: a blank between Latin words, else nothing."""
    latin = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha()
    return " " if latin else ""
