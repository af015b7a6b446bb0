"""Find words in printed characters whatever blanks and line breaks the carrier put between them."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.writing.annotate.remarks import Remark


def locate(characters: Sequence[str], remark: Remark) -> tuple[int, int] | None:
    """The first and past-the-last position of a remark's words among the characters of a cell, None if not there.

    One printed "character" may be several (a ligature).

    The words are looked for inside their field, so that the third 100% of a goal is the third one in the cell too.
    """
    printed = "".join(map(_compact, characters))
    positions = [position for position, character in enumerate(characters) for _ in _compact(character)]
    field = _compact(remark.field)
    start = printed.find(field)
    if not field or (start < 0 and remark.span is None):
        return None
    if remark.span is None:
        first, last = start, start + len(field)
    else:
        words = _compact(remark.field[slice(*remark.span)])
        before = len(_compact(remark.field[: remark.span[0]]))
        # A field that is not there whole was cut or cleaned; its words alone are the next best place.
        first = start + before if start >= 0 else _nearest(printed, words, before)
        last = first + len(words)
        if first < 0 or not words:
            return None
    return positions[first], positions[last - 1] + 1


def _nearest(printed: str, words: str, expected: int) -> int:
    """Where the words stand closest to where they were expected, -1 if nowhere."""
    found = printed.find(words) if words else -1
    best = found
    while found >= 0:
        if abs(found - expected) < abs(best - expected):
            best = found
        found = printed.find(words, found + 1)
    return best


def _compact(text: str) -> str:
    return "".join(character for character in text if not character.isspace())
