"""The goal part of a PDF's text: one column or two, lines broken at the cell's width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.labels import Label, find_label
from drafter.reading.rows import Row
from drafter.reading.tokens import Token
from drafter.reading.words import compact, display_width, join_lines

_YEARS = lazy(r"\(\d{4}年?[-—–~～至]*\d{4}年?\)|\(\d{4}年度?\)", needs="(")
_SIDE = frozenset("项目绩效指标")
_BLANKS = lazy(r"\s+")
_NUMBERED = lazy(r"\d{1,2}[.、．]|[(（]\d")
_MARKER = lazy(
    r"^(?:\d{1,2}[.、．]|[一二三四五六七八九十]、|[(（](?:\d|[一二三四五六七八九十])|目标\d)", needs=".、．(（目"
)
_CLOSING = frozenset("。，；：！？、“”（）《》")
_OPENING = frozenset("（《“")
_ENOUGH = 8
_MAX_LINES = 200


class _Line(NamedTuple):
    text: str
    cell: Cell
    after_blank: bool


def goal_rows(tokens: Sequence[Token], *, cellwise: bool) -> list[Row]:
    """The head of the goal labels and the row of their texts; fields printed between them are left to their labels."""
    lines = _lines(tokens)
    heads: list[tuple[Label, Cell]] = []
    texts: list[_Line] = []
    for line in lines:
        words = line.text.split()
        labels = [_goal_label(word) for word in words]
        if not texts and labels and all(label is not None for label in labels):
            heads.extend(
                (label, line.cell._replace(text=word)) for label, word in zip(labels, words, strict=True) if label
            )
        elif not _is_side(line.text) and not _YEARS.fullmatch(compact(line.text)):
            inline = find_label(line.text) if not texts else None
            if inline is not None and inline.kind == "goal" and inline.inline:
                heads.append((inline, line.cell._replace(text=inline.name)))
                texts.append(_Line(inline.inline, line.cell, line.after_blank))
            else:
                texts.append(line)
    heads = [head for head in heads if head[0].path != "either_goal"] or heads
    if not heads or not texts:
        return []
    row = texts[0].cell.row
    label_cells = tuple(cell._replace(column=2 * at, row=row) for at, (_, cell) in enumerate(heads))
    parts = _columns(texts, cellwise) if len(heads) == 2 else None
    if parts is None:
        paths = [label.path for label, _ in heads]
        column = paths.index("annual_goal") if "annual_goal" in paths else 0
        cells = (_cell(texts, column * 2),)
    else:
        cells = tuple(_cell(part, 2 * at) for at, part in enumerate(parts))
    return [Row(label_cells, 2 * len(heads), table=0), Row(cells, 2 * len(heads), table=0)]


def _lines(tokens: Sequence[Token]) -> list[_Line]:
    lines: list[_Line] = []
    last = None
    at = 0
    while at < len(tokens):
        cell = tokens[at].cell
        end = at + 1
        while end < len(tokens) and not tokens[end].starts_line:
            end += 1
        # A line that also holds something else (绩效指标 一级指标 …) gives only its own part.
        whole = tokens[at].starts_line and tokens[end - 1].ends_line
        text = cell.text.strip() if whole else " ".join(token.text for token in tokens[at:end])
        lines.append(_Line(text, cell, last is not None and cell.row - last > 1))
        last, at = cell.row, end
    return lines


def _goal_label(word: str) -> Label | None:
    label = find_label(word)
    return label if label is not None and label.kind == "goal" and label.inline is None else None


def _is_side(text: str) -> bool:
    word = compact(text)
    return len(word) <= 4 and set(word) <= _SIDE


def _cell(lines: Sequence[_Line], column: int) -> Cell:
    return lines[0].cell._replace(text=join_lines(line.text for line in lines), column=column)


def _columns(lines: Sequence[_Line], cellwise: bool) -> tuple[list[_Line], list[_Line]] | None:
    """The texts of two columns, where the print shows the column's edge; None where it does not."""
    if cellwise and len(lines) == 2:
        return [lines[0]], [lines[1]]
    return _by_gap(lines) or _by_block(lines) or _by_repetition(lines) or _by_width(lines)


def _by_gap(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]] | None:
    split = [_at_gaps(line.text) for line in lines]
    both = [at for at, parts in enumerate(split) if len(parts) == 2 and min(map(len, parts)) >= _ENOUGH]
    if not both or both != list(range(len(both))):
        return None
    if any(len(parts) > 2 for parts in split[: len(both)]):
        return None
    single = [display_width(line.text) for line in lines[len(both) :]]
    widest = max([display_width(part) for at in both for part in split[at]] + single)
    if single and max(single) * 4 > min(display_width(lines[at].text) for at in both) * 3 and len(both) < 2:
        return None
    left = [lines[at]._replace(text=split[at][0]) for at in both]
    right = [lines[at]._replace(text=split[at][1]) for at in both]
    rest = list(lines[len(both) :])
    if rest:
        open_left = _full(left[-1].text, widest)
        open_right = _full(right[-1].text, widest)
        if open_left == open_right:
            return None
        (left if open_left else right).extend(rest)
    return left, right


def _at_gaps(text: str) -> list[str]:
    """The parts of a line between blanks that may be a column's edge.

    A blank between two Chinese characters is no blank of the author's; before a list marker it may be an edge too.
    """
    parts: list[str] = []
    begun = 0
    for blank in _BLANKS.finditer(text):
        before, after = text[blank.start() - 1 : blank.start()], text[blank.end() : blank.end() + 1]
        if (_is_chinese(before) or before in _CLOSING) and (
            _is_chinese(after) or after in _OPENING or _NUMBERED.match(text, blank.end())
        ):
            parts.append(text[begun : blank.start()])
            begun = blank.end()
    return [*parts, text[begun:]]


def _is_chinese(char: str) -> bool:
    return "一" <= char <= "鿿"


def _by_block(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]] | None:
    """Two blocks of lines, the first ending short of the column's width before a blank line."""
    widest = max(display_width(line.text) for line in lines)
    cuts = [at for at in range(1, len(lines)) if lines[at].after_blank and not _full(lines[at - 1].text, widest)]
    if len(cuts) != 1:
        return None
    left, right = list(lines[: cuts[0]]), list(lines[cuts[0] :])
    if any(line.after_blank for part in (left, right) for line in part[1:]):
        return None
    if _MARKER.match(left[0].text) and _MARKER.match(right[0].text) and left[0].text[:2] != right[0].text[:2]:
        return None
    return left, right


def _by_repetition(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]] | None:
    """The same text twice: the goal of a one-year project is its total goal."""
    texts = [compact(line.text) for line in lines]
    whole = "".join(texts)
    at, length = 0, 0
    while at < len(texts) and length * 2 < len(whole):
        length += len(texts[at])
        at += 1
    if length * 2 != len(whole) or whole[:length] != whole[length:] or not whole:
        return None
    return list(lines[:at]), list(lines[at:])


def _by_width(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]] | None:
    """Lines that fill one width up to a short one, and another width below it: two columns of unequal width."""
    if len(lines) > _MAX_LINES:
        return None
    widths = [display_width(line.text) for line in lines]
    cuts: list[int] = []
    for cut in range(2, len(lines) - 1):
        left, right = widths[:cut], widths[cut:]
        full = max(left), max(right)
        even = all(width > full[0] - 4 for width in left[:-1]) and all(width > full[1] - 4 for width in right[:-1])
        if even and abs(full[0] - full[1]) > 4 and left[-1] <= full[0] - 4 and lines[cut - 1].text.endswith("。"):
            cuts.append(cut)
    return (list(lines[: cuts[0]]), list(lines[cuts[0] :])) if len(cuts) == 1 else None


def _full(text: str, widest: int) -> bool:
    return display_width(text) > widest - 4
