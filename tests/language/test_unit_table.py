"""Every unit of the table is reachable from text, and converts by the values of the standards."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from drafter.language import extract, lookup
from drafter.language.data import rows
from drafter.language.unit_reading import entry_at
from drafter.language.units import table

# 千瓦 after 12 would be 12 thousand 瓦 to a hasty reader; these are the values of GB 3100 and of the metric system.
KNOWN = {
    ("公里", "米"): 1000,
    ("千米", "公里"): 1,
    ("里", "米"): 500,
    ("海里", "米"): 1852,
    ("厘米", "米"): Fraction(1, 100),
    ("毫米", "厘米"): Fraction(1, 10),
    ("公顷", "平方米"): 10_000,
    ("平方公里", "公顷"): 100,
    ("公顷", "亩"): 15,
    ("亩", "平方米"): Fraction(2000, 3),
    ("平方公里", "平方米"): 1_000_000,
    ("立方米", "升"): 1000,
    ("升", "毫升"): 1000,
    ("吨", "千克"): 1000,
    ("公斤", "千克"): 1,
    ("斤", "千克"): Fraction(1, 2),
    ("千克", "克"): 1000,
    ("克", "毫克"): 1000,
    ("亿元", "万元"): 10_000,
    ("万元", "元"): 10_000,
    ("元", "角"): 10,
    ("小时", "分钟"): 60,
    ("分钟", "秒"): 60,
    ("天", "小时"): 24,
    ("周", "天"): 7,
    ("年", "个月"): 12,
    ("季度", "个月"): 3,
    ("%", "‰"): 10,
    ("‰", "‱"): 10,
    ("成", "%"): 10,
    ("‰", "/10万"): 100,
    ("兆瓦", "千瓦"): 1000,
    ("千瓦时", "度"): 1,
    ("兆瓦时", "千瓦时"): 1000,
    ("千伏", "伏"): 1000,
    ("TB", "GB"): 1024,
    ("GB", "MB"): 1024,
    ("Gbps", "Mbps"): 1000,
    ("兆帕", "千帕"): 1000,
    ("毫克/立方米", "微克/立方米"): 1000,
}


# 12月 is December; 月 is listed for 元/月. 成 is worked out to per cent.
@pytest.mark.parametrize("name", sorted(set(table()) - {"月", "成"}))
def test_every_unit_of_the_table_is_read_with_its_dimension(name: str) -> None:
    text = f"共计12{name}"
    [mention] = extract(text)
    unit, entry = lookup(mention.unit), entry_at(name, 0)
    assert unit is not None
    assert entry is not None
    # 元整 and 块钱 are reported as 元.
    assert mention.unit == entry.canonical
    assert (mention.number, unit.dimension, unit.factor) == ("12", table()[name].dimension, table()[name].factor)
    assert (mention.start, mention.end, mention.kind) == (2, len(text), table()[name].kind)


@pytest.mark.parametrize(("unit", "to"), KNOWN)
def test_units_convert_by_the_values_of_the_standards(unit: str, to: str) -> None:
    one, other = lookup(unit), lookup(to)
    assert one is not None
    assert other is not None
    assert one.dimension == other.dimension
    assert Fraction(one.factor) / Fraction(other.factor) == KNOWN[unit, to]


def test_every_factor_is_exact_and_every_dimension_has_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for unit in table().values():
        kinds.setdefault(unit.dimension, set()).add(unit.kind)
        assert unit.factor > 0
        assert unit.factor == Decimal(str(unit.factor))
    assert all(len(of) == 1 for of in kinds.values())


def test_the_table_says_where_its_units_come_from() -> None:
    from drafter.language import data

    source = data.__file__.replace("data.py", "units.tsv")
    with Path(source).open(encoding="utf-8") as file:
        head = [line for line in file if line.startswith("#")]
    assert any("Sources:" in line and "GB 3100" in line for line in head)
    assert rows("units.tsv")
