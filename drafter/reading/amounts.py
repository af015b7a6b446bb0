"""Several amounts printed in one cell (年度资金总额：100 其中：财政拨款 80), taken apart by their labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from drafter.language.patterns import lazy
from drafter.reading.content import Cell
from drafter.reading.labels import find_label
from drafter.reading.lexicon import lexicon

_LONGEST = 400
_LONGEST_ONE = 40
_ONE = lazy(r"(?P<label>[^\d\s][^:：]*?)\s+(?P<amount>\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|千元|元)?)")
_COVERED = 0.6
_LEFT_OVER = 2


@cache
def _names() -> list[str]:
    labels = lexicon().labels.items()
    listed = (name for name, (kind, _) in labels if kind == "funding" or (kind == "section" and name.endswith("资金")))
    return sorted(listed, key=len, reverse=True)


@cache
def _pattern() -> re.Pattern[str]:
    label = "|".join(re.escape(name).replace(r"\(", "[(（]").replace(r"\)", "[)）]") for name in _names())
    return re.compile(
        rf"(?P<label>{label})\s*(?P<unit>[(（](?:亿元|万元|千元|元)[)）])?\s*(?P<colon>[:：])?\s*"
        r"(?P<amount>[￥¥]?[-－]?\d[\d,，]*(?:[.．]\d+)?\s*(?:亿元|万元|千元|元)?)?(?=[^\d]|$)"
    )


@cache
def _letters() -> frozenset[str]:
    """The characters of labels, of amounts, and of what may stand between, but for digits and blanks."""
    return frozenset("".join(_names()) + "亿万千元￥¥-－" + ":：;；,，、。()（）一二三四五六七八九十.．其中")


@cache
def _ends() -> frozenset[str]:
    names = (name for name, (kind, _) in lexicon().labels.items() if kind == "funding")
    return frozenset(max(re.split(r"[()]", name), key=len)[-2:] for name in names)


def take_apart(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The cells, those that hold several labelled amounts replaced by one cell for each of them, at the same place."""
    for cell in cells:
        yield from _parts(cell) or (_with_colon(cell),)


def _with_colon(cell: Cell) -> Cell:
    """A cell of one label and its amount (预算数 146.50) with the colon that is not printed."""
    match = _ONE.fullmatch(cell.text.strip()) if len(cell.text) <= _LONGEST_ONE and cell.text.strip()[-1:] else None
    label = find_label(match["label"]) if match is not None else None
    if match is None or label is None or label.kind != "funding" or label.inline is not None:
        return cell
    return cell._replace(text=f"{match['label']}：{match['amount']}")


def _parts(cell: Cell) -> list[Cell]:
    text = cell.text
    if len(text) > _LONGEST or not _may_be_amounts(text):
        return []
    found = list(_pattern().finditer(text))
    if len(found) < 2 or not any(match["amount"] for match in found):
        return []
    if not all(match["amount"] or match["colon"] for match in found):
        return []
    # Labels and amounts make up the cell; a sentence that mentions money is left alone.
    covered = sum(len(match[0].strip()) for match in found)
    rest = re.sub(r"[\s:：;；,，、。()（）一二三四五六七八九十\d.．]|其中|中", "", _pattern().sub("", text))
    if len(rest) > _LEFT_OVER or covered < len(text.strip()) * _COVERED:
        return []
    return [cell._replace(text=f"{match['label']}{match['unit'] or ''}：{match['amount'] or ''}") for match in found]


def _may_be_amounts(text: str) -> bool:
    """Whether the cell may hold what is looked for: the pattern of four hundred labels is long to compile."""
    shortest = len(_names()[-1])
    if not any(char.isdigit() for char in text[shortest:]) or sum(map(text.count, _ends())) < 2:
        return False  # an amount stands behind a label, and two labels have two ends, of fifty in all
    others = (char for char in text if not (char in _letters() or char.isdigit() or char.isspace()))
    return len(list(others)) <= _LEFT_OVER
