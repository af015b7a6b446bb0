"""A filing as Markdown for a screen or a pull request: every indicator row carries its levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafter.filing import Filing
from drafter.language.patterns import lazy
from drafter.profiles import Profile
from drafter.writing.form import FormCell, FormPage, Grid, form_pages
from drafter.writing.form.grid import placed
from drafter.writing.markup import legal

# Only what would be markup: a target such as "<=20" or "90~95" stays as a person would type it.
_SPECIAL = lazy(r"[\\`*|]|_(?=[^_]*_)|(?<=_)_|<(?=[A-Za-z/!?])|\[(?=[^\]]*\][(:])|~(?=[^~]*~)|(?<=~)~")


def write_markdown(filing: Filing, profile: Profile) -> bytes:
    """The form as Markdown tables, UTF-8. Merged cells are printed again in every row they cover."""
    parts: list[str] = []
    for page in form_pages(filing, profile, stacked=True):
        parts += _page(page)
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _page(page: FormPage) -> Iterable[str]:
    yield f"# {escape(page.title)}"
    yield escape(page.subtitle)
    if page.left or page.right:
        yield from (escape(part) for part in (page.left, page.right) if part)
    for grid in page.grids:
        yield _table(grid)
    if page.footer:
        yield escape(page.footer)


def _table(grid: Grid) -> str:
    rows = _unrolled(grid)
    lines = [_line(rows[0]), "|" + " --- |" * len(grid.widths), *map(_line, rows[1:])]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _unrolled(grid: Grid) -> list[list[str]]:
    """The grid without merges: a cell merged downwards is repeated, one merged sideways leaves blanks."""
    table = [[""] * len(grid.widths) for _ in grid.rows]
    for number, row in enumerate(placed(grid.rows)):
        for column, cell in row:
            for below in range(cell.rowspan):
                if number + below < len(table):
                    table[number + below][column] = _text(cell)
    return table


def _text(cell: FormCell) -> str:
    return escape(cell.text)


def escape(text: str) -> str:
    """Text in which nothing is Markdown or HTML any more; line breaks become `<br>`."""
    escaped = _SPECIAL.sub(r"\\\g<0>", legal(text).replace("\r\n", "\n").replace("\r", "\n"))
    return escaped.replace("\n", "<br>")
