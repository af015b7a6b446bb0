"""The text carrier: tab-separated rows, pipe tables and plain lines, each line with its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.language.patterns import lazy
from drafter.reading.content import Block, Cell, Content, Paragraph, Table
from drafter.reading.decode import decode
from drafter.reading.limits import MAX_CELLS, too_large

_PIPE_RULE = lazy(r"^[\s|:+=-]+$")
_MARKUP = lazy(r"^\s{0,3}(?:#{1,6}\s+|[-*+]\s+(?=\S)|>\s+)")
_GAP = lazy(r"(?<=\S) {3,}(?=\S)")
_HEAD = lazy(r"[二三]级\s{0,8}指标|指标\s{0,8}名称|指标\s{0,8}值|(?:数量|质量|时效)指标")
_LONGEST_LINE = 2_000
_MAX_ROW = 400
_BARS = 2

MAX_LINES = 50_000
"""Lines of a text that hold something. A department's forms of a year have some ten thousand."""


def read_text(data: bytes, document: str) -> Content:
    """Tables and lines of a text file.

    Raises:
        UnreadableError: The bytes are no text in a known encoding, or more than `MAX_LINES` lines.
    """
    return content_of(decode(data, document), markdown=document.lower().endswith((".md", ".markdown")))


def content_of(text: str, *, markdown: bool = False) -> Content:
    """Tables and lines of a text. Consecutive lines with tabs, or with pipes, are one table."""
    interleaved = _is_interleaved(text)
    if interleaved:
        from drafter.reading.layout import laid_out

        if (content := laid_out(text)) is not None:
            return content
    blocks: list[Block] = []
    filled = cells = 0
    rows: list[tuple[Cell, ...]] = []
    pipes = bare = False

    def close() -> None:
        if rows and pipes:
            from drafter.reading.web_tables import realigned

            rows[:] = realigned(rows, bare=bare)
        if rows:
            blocks.append(Table(tuple(rows), exact=False, location=rows[0][0].location.split("第", 1)[0]))
            rows.clear()

    for number, line in _lines(text):
        filled += bool(line)
        if filled > MAX_LINES:
            raise too_large("文本的行数", "Number of lines", MAX_LINES)
        begins, ends = line.lstrip().startswith("|"), line.rstrip().endswith("|")
        piped = (begins and line.count("|") >= _BARS) or (ends and not begins and "\t" not in line)
        if "\t" in line or piped:
            if rows and piped != pipes:
                close()
            pipes, bare = piped, piped and not begins
            if piped and _PIPE_RULE.match(line):
                continue
            rows.append(_cells(_pipe_cells(line) if piped else line.split("\t"), number))
            cells += len(rows[-1])
            if cells > MAX_CELLS:
                raise too_large("文本的单元格数量", "Number of cells", MAX_CELLS)
        elif line.strip():
            close()
            blocks.append(Paragraph(_MARKUP.sub("", line) if markdown else line, f"第{number}行", ("line", number)))
    close()
    return Content(tuple(blocks), "text", interleaved=interleaved)


def _is_interleaved(text: str) -> bool:
    """Whether the head of an indicator table keeps its columns apart by blanks.

    Case: ``pdftotext -layout``, where the second line of one cell stands beside the second line of another.
    """
    spread = [line for line in text.splitlines() if len(_GAP.findall(line[:_LONGEST_LINE].strip())) > 1]
    spread = [line for line in spread if "\t" not in line and "|" not in line]
    return any(_HEAD.search(line) for line in spread)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Numbered lines; table rows that a web page's text breaks after every cell are whole lines again."""
    lines = enumerate(re.split("\r\n|[\n\r\f\v\x85\u2028\u2029]", text), 1)
    group: list[tuple[int, str]] = []
    for number, line in lines:
        bare = line.strip()
        if (group and bare.endswith("|")) or bare == "|":
            group.append((number, bare))
            continue
        yield from _table_lines(group)
        group = []
        yield number, line
    yield from _table_lines(group)


def _table_lines(group: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Rows of a table given as a bar, then every cell with a bar behind it, then the bars of the cells left blank.

    All rows have the bars of the first one, which ends with a line of bars only.
    """
    bars = 0
    width = 0
    for _, line in group:
        width += line.count("|")
        if width > 1 and set(line) == {"|"} and len(line) > 1:
            break
    row: list[str] = []
    opened = 0
    if all(line == "|" for _, line in group):
        return  # A bar between two lines parts cells that are lines of their own.
    for number, line in group:
        opened = opened if row else number
        row.append(line)
        bars += line.count("|")
        if bars >= width:
            yield opened, "".join(row)
            row, bars = [], 0
    if row:
        yield opened, "".join(row)


def _pipe_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [
        part.strip().replace("\\|", "|").replace("<br>", "\n").replace("<br/>", "\n")
        for part in re.split(r"(?<!\\)\|", inner)
    ]


def _cells(parts: list[str], number: int) -> tuple[Cell, ...]:
    if len(parts) > _MAX_ROW:
        parts = [*parts[:_MAX_ROW], " ".join(parts[_MAX_ROW:])]
    return tuple(
        Cell(part, number, column, location=f"第{number}行第{column + 1}列", anchor=("line", number, column))
        for column, part in enumerate(parts)
    )
