"""Rows of the funding block whose label nobody listed: a text and an amount behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.labels import Label, strip_numbering
from drafter.reading.lexicon import lexicon
from drafter.reading.pairs import Pair
from drafter.reading.words import compact

_AMOUNT = lazy(r"[￥¥]?-?[\d,，]{1,20}(?:[.．]\d{1,6})?(?:亿元|百万元|万元|千元|元|万)?")
_NAME = lazy(r"(?=.*[^\W\da-zA-Z_]{2})[^\d:。；，]{2,30}")
_BOTH = lazy(
    r"(?P<name>[^\d:。；，]{2,30}):(?P<amount>[￥¥]?-?[\d,，]{1,20}(?:[.．]\d{1,6})?(?:亿元|百万元|万元|千元|元|万)?)"
)
_OF_MONEY = lazy(r"资金|经费|预算|投入")

Amounts = tuple[Label, Cell, str | None, Cell]


def names_money(label: Label) -> bool:
    """Whether a label heads the funding block: 项目资金, 资金来源, 经费来源."""
    return label.kind == "section" and _OF_MONEY.search(label.name) is not None and "绩效" not in label.name


def unknown_amounts(pairs: Sequence[Pair]) -> Iterator[Amounts]:
    """Amounts of a row of the funding block that stand behind a text which is no known label."""
    for pair in pairs:
        of_money = pair.label is None or pair.label.kind == "funding" or names_money(pair.label)
        if not of_money:
            continue
        # The first cell behind a funding label is its value, whatever it says.
        own = pair.label is not None and pair.label.kind == "funding" and pair.label.inline is None
        cells = pair.values[1:] if own else pair.values
        yield from _told(cells)
        for name, value in pairwise(cells):
            text = strip_numbering(compact(name.text)).rstrip(":")
            if _is_source(text) and _AMOUNT.fullmatch(compact(value.text)):
                yield Label("funding", "", text), name, value.text, value


def _told(cells: Sequence[Cell]) -> Iterator[Amounts]:
    """社会共建款：140万元 in one cell."""
    for cell in cells:
        match = _BOTH.fullmatch(strip_numbering(compact(cell.text)))
        if match is not None and _is_source(match["name"]):
            yield Label("funding", "", match["name"]), cell, match["amount"], cell


def _is_source(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and text not in lexicon().totals
