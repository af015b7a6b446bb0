"""One indicator from the cells of its row: name without template words, target from one column or three, weight."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, cast

from drafter.filing import Comparator, Indicator, Target
from drafter.language import TargetValue, parse_target, parse_target_parts
from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_value
from drafter.reading.columns import Header
from drafter.reading.content import Cell
from drafter.reading.words import compact, tidy

_TEMPLATE = lazy(r"^(?:三级)?指标\s*[\d一二三四五六七八九十]{1,2}\s*[:：.、]?\s*", needs=("指标",))
_FOOTNOTE = lazy(r"(?:注|备注|说明|填报说明|填表说明|填写说明|填报要求)\s*\d{0,2}\s*[:：]", needs=":：")
_BLANK = lazy(r"^[…\.·\-—/\\_\s□]*$")
_KIND = lazy(r"定性|定量|正向|反向|(?:定性|定量|正向|反向)指标")
_MAX_DIGITS = 20
_SIGN_LOST = frozenset("25ZzSs之乏")
_WEIGHT = lazy(r"^(\d{1,3}(?:\.\d{1,6})?)\s*(?:分|[%％])?$")


class FoundIndicator(NamedTuple):
    """An indicator and the cells it was printed in, by field (`name`, `target`, `level1`, ...)."""

    indicator: Indicator
    cells: dict[str, Cell]


def make_indicator(
    cells: Mapping[str, Cell],
    header: Header,
    levels: tuple[str | None, str | None],
    level_cells: Mapping[str, Cell],
    *,
    certain: bool,
) -> FoundIndicator | None:
    """The indicator of one row; None for a blank row of the template and for a footnote.

    Args:
        cells: The row's cells by column kind; `name` must be there.
        header: The head of the table, for a unit printed in it.
        levels: First and second level in force, as printed.
        level_cells: Where the levels are printed.
        certain: The print shows the levels without doubt.
    """
    name = _TEMPLATE.sub("", tidy(cells["name"].text))
    if not name or _BLANK.match(name) or _FOOTNOTE.match(name):
        return None
    target, target_cell = _target(cells, header)
    note, weight = cells.get("note"), cells.get("weight")
    indicator = Indicator(
        level1=levels[0],
        level2=levels[1],
        name=name,
        certain=certain and not any(cell.lost for cell in cells.values()),
        target=target,
        note=tidy(note.text) if note else None,
        weight=_weight(weight),
    )
    printed = {**level_cells, "name": cells["name"]}
    printed |= {key: cell for key, cell in (("target", target_cell), ("note", note), ("weight", weight)) if cell}
    return FoundIndicator(indicator, printed)


def _target(cells: Mapping[str, Cell], header: Header) -> tuple[Target | None, Cell | None]:
    sign, value, unit = cells.get("sign"), cells.get("value"), cells.get("unit")
    if value is None and (sign is None or not looks_like_value(sign.text)):
        return None, None
    first = value or sign
    if first is None or _BLANK.match(first.text):
        return None, None
    if any(cell is not None and cell.lost for cell in (sign, value, unit)):
        return None, first  # What is left of a clipped number may be another number.
    if sign is None and unit is None:
        column = header.column("value")
        parsed = parse_target(tidy(first.text))
        if parsed.value is not None and parsed.unit is None and column is not None and column.unit:
            parsed = parse_target_parts(None, first.text, column.unit)
    else:
        if _is_digit_for_sign(sign, value):
            return Target(raw=" ".join(tidy(cell.text) for cell in (sign, value, unit) if cell)), first
        sign = sign if sign is None or not _KIND.fullmatch(compact(sign.text)) else None
        parsed = parse_target_parts(*(tidy(cell.text) if cell else None for cell in (sign, value, unit)))
    return _as_target(parsed), first


def _as_target(parsed: TargetValue) -> Target | None:
    if not parsed.raw:
        return None
    if parsed.value is None or len(parsed.value) > _MAX_DIGITS:
        # A number of forty digits is no target anybody set; it stays what it is, a print.
        return Target(raw=parsed.raw, text=parsed.text or parsed.raw)
    comparator = cast("Comparator | None", parsed.comparator)
    return Target(raw=parsed.raw, comparator=comparator, value=parsed.value, unit=parsed.unit)


def _weight(cell: Cell | None) -> Decimal | None:
    match = _WEIGHT.match(compact(cell.text)) if cell else None
    return Decimal(match[1]) if match else None


def _is_digit_for_sign(sign: Cell | None, value: Cell | None) -> bool:
    """Whether a column of signs prints a digit or letter beside a number (符号 2, 指标值 95): ≥ or ≤ was misread."""
    if sign is None or value is None or compact(sign.text) not in _SIGN_LOST:
        return False
    return compact(value.text)[:1].isdigit()
