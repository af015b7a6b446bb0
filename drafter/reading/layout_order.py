"""Words of layout text to columns line by line, where no blank runs down the page between two columns.

A converter that counts a Chinese character as one blank moves what stands behind it to the left, on each line by as
much as the line holds of them. So words are put to columns in their order, near the heads and by what they say. A line
that can be parted in two ways nearly as well is not guessed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low
from typing import TypeAlias

from drafter.reading.align import looks_like_number, looks_like_sign, looks_like_value
from drafter.reading.layout_heads import Head
from drafter.reading.layout_pieces import Line, Piece
from drafter.reading.levels import Style
from drafter.reading.words import compact

_STRANGE = 15
_TOGETHER = 20
_APART = 6
_BEFORE_NUMBER = 6
_FAR = 14
"""Characters beyond which it does not matter how far a word stands from its column."""
_PUSHED = 3
"""What it costs at most that a word stands left of its column right behind a cell that is full."""
_CLEAR = 2
_MOST_WORDS = 3
"""Words on a line for each column; blanks stand beside the numbers of a cell, 2026 年 8 月."""
_LEVELS = ("level1", "level2")


_Way: TypeAlias = tuple[int, tuple[int, ...]]
"""What it costs to put the words so far to some columns."""


def in_order(head: Head, body: Sequence[Line]) -> list[tuple[int, Piece]] | None:
    """Column and piece of every word below a head; None where a line can be read in two ways."""
    kinds = head.kinds
    style = Style.of("".join(compact(piece.text) for line in body for piece in line))
    starts = [cell.start for cell in head.cells]
    middles = [(cell.start + cell.end) // 2 for cell in head.cells]
    lines = [[word for piece in line for word in piece.words] for line in body]
    placed: list[tuple[int, Piece]] = []
    for last in (False, True):  # Where the columns begin is known once the words are placed.
        placed = []
        for words in lines:
            found = _placed(words, kinds, starts, middles, style) if len(words) <= _MOST_WORDS * len(kinds) else None
            if found is None or (last and not found[1]):
                return None
            placed.extend(zip(found[0], words, strict=True))
        for at in range(len(starts)):
            begins = [word.start for column, word in placed if column == at]
            starts[at] = median_low(begins) if begins else starts[at]
    return _joined(placed)


def _placed(
    words: Sequence[Piece], kinds: Sequence[str | None], starts: Sequence[int], middles: Sequence[int], style: Style
) -> tuple[list[int], bool]:
    """The column of each word of a line, and whether no other way to part it comes near."""
    ways: list[list[_Way]] = [[] for _ in kinds]
    for number, word in enumerate(words):
        before = words[number - 1] if number else None
        unit = _APART * _is_unit_of(before, word)
        stay = _stay(before, word) if before is not None else 0
        pushed = before is not None and word.start - before.end == 1
        strange = [_STRANGE * _is_strange(word.text, kind, kinds, style) for kind in kinds]
        left: list[_Way] = [] if number else [(0, ())]
        middle = (word.start + word.end) // 2
        found: list[list[_Way]] = []
        for at, last in enumerate(ways):
            off = unit + strange[at] + min(abs(word.start - starts[at]), abs(middle - middles[at]), _FAR)
            steps = [(cost + stay + strange[at], (*columns, at)) for cost, columns in last]
            steps += [(cost + off, (*columns, at)) for cost, columns in left]
            if pushed and word.start < starts[at] and at:
                near = unit + strange[at] + min(starts[at] - word.start, _PUSHED)
                steps += [(cost + near, (*columns, at)) for cost, columns in ways[at - 1] if near < off]
            found.append(_two_best(steps))
            left = sorted([*left, *last])[:2]
        ways = found
    best = sorted(way for last in ways for way in last)[:2]
    return list(best[0][1]), len(best) < 2 or best[1][0] - best[0][0] >= _CLEAR


def _two_best(ways: Sequence[_Way]) -> list[_Way]:
    """The cheapest way and the cheapest that puts a word elsewhere."""
    best = sorted(ways)
    return [*best[:1], *[way for way in best[1:] if way[1] != best[0][1]][:1]]


def _stay(before: Piece, word: Piece) -> int:
    """What it costs that two words stand in one cell: a blank between 完成 and 48 is the converter's."""
    if word.start - before.end > 1:
        return _TOGETHER
    one, two = before.text[-1], word.text[0]
    if one.isdigit() and two.isdigit():
        return _TOGETHER
    if two.isdigit() and not one.isascii() and before.text not in "年月":
        return _BEFORE_NUMBER
    return 0 if one.isascii() != two.isascii() else _STRANGE  # No converter parts two Chinese characters.


def _is_unit_of(before: Piece | None, word: Piece) -> bool:
    """Whether a word stands right behind a number (48 万亩, 8 月) or goes on with a date (2026 年 8)."""
    if before is None or word.start - before.end != 1:
        return False
    number, chinese = word.text[0].isdigit(), word.text[0] >= "一"
    return (before.text[-1].isdigit() and chinese) or (before.text in "年月" and number)


def _is_strange(text: str, kind: str | None, kinds: Sequence[str | None], style: Style) -> bool:
    roles = [role for role in style.roles(text) if role != "side"]
    if roles and any(role in kinds for role in roles):
        return kind not in roles
    if looks_like_sign(text) and "sign" in kinds:
        return kind != "sign"
    if kind == "weight":
        return not looks_like_number(text)
    if kind in (*_LEVELS, "sign", None):
        return looks_like_value(text) or (kind == "sign" and not looks_like_sign(text))
    return kind in ("name", "note") and looks_like_value(text) and not (text[0].isdigit() and text[-1].isdigit())


def _joined(placed: Sequence[tuple[int, Piece]]) -> list[tuple[int, Piece]]:
    """The words of one cell on one line as one piece."""
    result: list[tuple[int, Piece]] = []
    for column, word in placed:
        if result and result[-1][0] == column and result[-1][1].line == word.line:
            before = result.pop()[1]
            word = before._replace(text=f"{before.text} {word.text}", end=word.end)
        result.append((column, word))
    return result
