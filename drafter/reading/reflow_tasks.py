"""The tasks of a department in a text with one cell a line: names and contents, then the amounts of each task."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from drafter.reading.align import looks_like_number
from drafter.reading.columns import Column, Header, budget_column
from drafter.reading.content import Cell
from drafter.reading.headers import budget_header
from drafter.reading.labels import find_label
from drafter.reading.lexicon import lexicon
from drafter.reading.rows import Row
from drafter.reading.tasks import WHOLE, refine_tasks
from drafter.reading.tokens import Token
from drafter.reading.words import compact

_MOST = 1_000
_FEWEST = 2


def task_rows(tokens: Sequence[Token]) -> tuple[int, int, list[Row]] | None:
    """The first token of the tasks, the one after them, and their rows on a grid; None where there are none.

    A blank cell leaves no trace in such a text. The total comes first and is never blank; where the texts of a task
    are not as many as its head names, only the head is given: what belongs together cannot be told.
    """
    for start, token in enumerate(tokens):
        if "任务" not in token.text or budget_column(token.text) != "item" or not _is_line(token):
            continue
        end = next((at for at in range(start, len(tokens)) if not _is_head(tokens[at])), len(tokens))
        cells = [one.cell._replace(column=at) for at, one in enumerate(tokens[start:end])]
        found = _head(cells, start)
        if found is None:
            continue
        header, head = found
        body, used = _body(tokens[end:], header, numbered=start > 0 and compact(tokens[start - 1].text) == "序号")
        return start, end + used, [*head, *body]
    return None


def amounts_below_heads(tokens: Sequence[Token], at: int) -> tuple[list[Row], int] | None:
    """Labels of money that follow each other, then their amounts: the rows, and the token after them; None elsewhere.

    No row is given where there are not as many amounts as labels: a blank cell leaves no trace.
    """
    end = next((place for place in range(at, len(tokens)) if not _is_money(tokens[place])), len(tokens))
    after = next((place for place in range(end, len(tokens)) if not _is_amount(tokens[place])), len(tokens))
    labels, amounts = tokens[at:end], tokens[end:after]
    if len(labels) < _FEWEST or len(amounts) < _FEWEST:
        return None
    if len(labels) != len(amounts):
        return [], after
    pairs = [token.cell for pair in zip(labels, amounts, strict=True) for token in pair]
    cells = tuple(cell._replace(column=column) for column, cell in enumerate(pairs))
    return [Row(cells, len(cells), table=0)], after


def _is_amount(token: Token) -> bool:
    return _is_line(token) and looks_like_number(token.text)


def _is_money(token: Token) -> bool:
    label = find_label(token.text) if _is_line(token) else None
    return label is not None and label.kind == "funding" and label.inline is None


def _is_line(token: Token) -> bool:
    return token.starts_line and token.ends_line


def _is_head(token: Token) -> bool:
    if not _is_line(token):
        return False
    return _is_money(token) or budget_column(token.text) is not None or compact(token.text) in WHOLE


def _head(cells: Sequence[Cell], table: int) -> tuple[Header, list[Row]] | None:
    """The header, and the head as the one row or the two rows it was."""
    whole = budget_header(Row(tuple(cells), len(cells), True, table=table))
    amount = whole.column("amount") if whole is not None else None
    if whole is None or amount is None:
        return None
    upper, lower = cells[: amount.end], cells[amount.end :]
    parts = tuple(cell._replace(column=amount.start + at) for at, cell in enumerate(lower))
    first = Row((*upper[:-1], upper[-1]._replace(colspan=max(len(parts), 1))), len(cells), True, table=table)
    header = budget_header(first)
    if header is None or not parts:
        return None if header is None else (header, [first])
    second = Row(parts, len(cells), True, table=table)
    finer = refine_tasks(header, second)
    return None if finer is None else (finer, [first, second])


def _body(tokens: Sequence[Token], header: Header, *, numbered: bool) -> tuple[list[Row], int]:
    """The rows of the tasks up to their total, and how many tokens they take."""
    money = [one for one in header.columns if one.kind == "amount" or one.kind.startswith("funding.")]
    named = [one for one in header.columns if one.kind in ("item", "content", "note") and one.start < money[0].start]
    lines = [list(line) for _, line in groupby(tokens[:_MOST], key=lambda token: token.cell.row)]
    lines = lines[: next((at for at, line in enumerate(lines) if _ends(line[0].cell.text)), len(lines))]
    rows: list[Row] = []
    used = 0
    runs = [
        (number, list(run)) for number, run in groupby(lines, key=lambda line: looks_like_number(line[0].cell.text))
    ]
    if runs and runs[0][0]:
        used += sum(map(len, runs.pop(0)[1]))
    for (_, texts), (_, numbers) in zip(runs[::2], runs[1::2], strict=False):
        used += sum(map(len, (*texts, *numbers)))
        if numbered and len(numbers) > 1 and numbers[-1][0].cell.text.strip() == str(len(rows) + 2):
            numbers = numbers[:-1]
        total = len(texts) == 1 and compact(texts[0][0].cell.text) in lexicon().totals
        if (len(texts) != len(named) and not total) or len(numbers) > len(money):
            return [], used
        # Of fewer amounts than columns only the first is sure to stand in its own.
        placed = [
            *zip(texts, named, strict=False),
            *zip(numbers, money if len(numbers) == len(money) else money[:1], strict=False),
        ]
        rows.append(_row(placed, header))
        if total:
            break
    return rows, used


def _row(placed: Sequence[tuple[list[Token], Column]], header: Header) -> Row:
    cells = tuple(line[0].cell._replace(column=column.start) for line, column in placed)
    return Row(cells, header.columns[-1].end, True, table=header.table)


def _ends(text: str) -> bool:
    label = find_label(text)
    return label is not None and label.kind in ("goal", "field", "section", "personal", "narrative")
