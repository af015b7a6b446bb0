"""What the products of a filing's texts come to: calculations written out, and counts multiplied in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from drafter.checking.count_products import count_products
from drafter.checking.counted_in_words import CountProduct
from drafter.checking.emit import Agrees, Hit, Ref, Unsure
from drafter.checking.formulas import Formula, Number, formula_sums, formulas
from drafter.checking.show import count, counted, tidy
from drafter.language import Mention

if TYPE_CHECKING:
    from drafter.checking.ledger import Ledger

_GOALS = ("annual_goal", "overall_goal", "narrative")
_NAMES = {
    "annual_goal": ("年度目标", "the annual goal"),
    "overall_goal": ("项目总目标", "the overall goal"),
    "narrative": ("说明", "the explanation"),
}
_YEAR = 12
_LONG = 40
"""Characters that are quoted whole."""

Judged: TypeAlias = Agrees | Hit | Unsure


def count_work(ledger: Ledger) -> Iterator[Judged]:
    """Every product the filing writes out or says in words, judged."""
    for path, text, names in _texts(ledger):
        written = formulas(text)
        for found in written:
            yield _formula(path, text, found, names)
        if path in _GOALS:
            for parts, total, value in formula_sums(text, written):
                yield _added(path, parts, total, value, names)
    whole = _whole_year(ledger)
    for path in _GOALS:
        for product in count_products(ledger.text(path), ledger.mentions(path)):
            sure = product.sure and (whole or product.periods == 1)
            yield _words(path, ledger.text(path), product, sure=sure)


def _texts(ledger: Ledger) -> Iterator[tuple[str, str, tuple[str, str]]]:
    for path in _GOALS:
        yield path, ledger.text(path), _NAMES[path]
    for at, row in enumerate(ledger.filing.indicators):
        if row.target is not None:
            yield f"indicators[{at}].target", row.target.raw, ("指标值", "the target")
        if row.note:
            yield f"indicators[{at}].note", row.note, ("指标备注", "the note of an indicator")
    for at, line in enumerate(ledger.filing.budget_lines):
        if line.note:
            yield f"budget_lines[{at}].note", line.note, ("明细备注", "the note of a line")


def _formula(path: str, text: str, found: Formula, names: tuple[str, str]) -> Judged:
    running = path in _GOALS
    place = Ref(path, found.result.span if running else None)
    refs = tuple(Ref(path, one.span) for one in found.factors) if running else ()
    product = f"{_shown(found.product, found.result.unit)}{found.result.unit}"
    arithmetic = f"{' × '.join(one.text for one in found.factors)} = {product}"
    if found.agrees:
        return Agrees(place, refs, arithmetic)
    arithmetic = f"{arithmetic} ≠ {found.result.text}"
    if found.loose:
        return Unsure(place, refs, arithmetic)
    spans = [one.span for one in (*found.factors, found.result)]
    return Hit(
        place,
        refs,
        arguments={
            "field": names[0], "field_en": names[1], "product": product, "result": found.result.text,
            "formula": text[min(span[0] for span in spans) : max(span[1] for span in spans)],
            "difference": f"{_shown(abs(found.product - found.result.value), found.result.unit)}{found.result.unit}",
        },
        arithmetic=arithmetic,
        group=None,
        reconcile=True,
        variant="written",
    )  # fmt: skip


def _added(path: str, parts: Sequence[Formula], total: Number, value: Decimal, names: tuple[str, str]) -> Judged:
    product = f"{_shown(value, total.unit)}{total.unit}"
    arithmetic = f"{' + '.join(one.result.text for one in parts)} = {product} ≠ {total.text}"
    return Hit(
        Ref(path, total.span),
        tuple(Ref(path, one.result.span) for one in parts),
        arguments={"field": names[0], "field_en": names[1], "product": product, "result": total.text},
        arithmetic=arithmetic,
        group=None,
        reconcile=True,
        variant="added",
    )


def _shown(value: Decimal, unit: str) -> str:
    """A product in the unit its result is printed in: 13.2 万元, and not 132,000."""
    scale = {"万": Decimal(10**4), "亿": Decimal(10**8), "千": Decimal(1000), "百": Decimal(100)}.get(
        unit[:1], Decimal(1)
    )
    return count(tidy(value / scale))


def _words(path: str, text: str, found: CountProduct, *, sure: bool) -> Judged:
    place, refs = _ref(path, found.total), tuple(_ref(path, one) for one in (*found.times, found.rate))
    times = [f"{counted(Decimal(one.number)):,f}" for one in found.times]
    shown = [f"({' + '.join(times)})"] if len(times) > 1 else times
    shown += [count(Decimal(found.rate.number))] + ([str(found.periods)] if found.periods > 1 else [])
    written = f"{' × '.join(shown)} = {count(found.product)}"
    if found.agrees:
        return Agrees(place, refs, written)
    if not sure:
        return Unsure(place, refs, f"{written} ? {found.total.text}")
    return Hit(
        place,
        refs,
        arguments={
            "factors": _quoted(text, found),
            "written": written,
            "total": found.total.text,
        },
        arithmetic=f"{written} ≠ {count(Decimal(found.total.number))}",
        variant="counts",
        group=None,
        reconcile=True,
    )


def _quoted(text: str, found: CountProduct) -> str:
    """The words from the first factor to the total; of a long sentence only the numbers."""
    factors = sorted((*found.times, found.rate), key=lambda one: one.start)
    start = factors[0].start
    if factors[0] is found.rate:
        start = max(text.rfind("每", 0, start), start - _LONG // 2)
    whole = text[start : found.total.end]
    return f"“{whole}”" if len(whole) <= _LONG else "".join(f"“{one.text}”" for one in factors)


def _whole_year(ledger: Ledger) -> bool:
    start, end = ledger.filing.start_date, ledger.filing.end_date
    return start is None or end is None or (end.year - start.year) * _YEAR + end.month - start.month + 1 == _YEAR


def _ref(path: str, mention: Mention) -> Ref:
    return Ref(path, (mention.start, mention.end))
