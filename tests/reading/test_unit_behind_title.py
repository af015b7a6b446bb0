"""The money unit printed on the line of the title or of the year, where no cell of its own holds it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import drafter
from drafter.reading.words import compact, unit_behind

_HEADS = (
    "项目支出绩效目标表\n（2027年度）单位：万元",
    "项目支出绩效目标表\n（2027年度） 金额单位：万元",
    "项目支出绩效目标表\n2027年度（单位：万元）",
    "项目支出绩效目标表（2027年）单位：万元",
    "项目支出绩效目标表（单位：万元）\n（2027年度）",
)


@pytest.mark.parametrize("head", _HEADS)
def test_a_unit_on_the_line_of_title_or_year_is_the_unit_of_the_form(head: str, tmp_path: Path) -> None:
    text = f"{head}\n项目名称：泵站维修\n资金总额：1260.00\n财政拨款：1260.00\n"
    path = tmp_path / "form.txt"
    path.write_text(text, encoding="utf-8")
    filing = drafter.read(path).filings[0].filing
    assert filing.funding.annual_total == Decimal(12_600_000)
    assert filing.year == 2027


@pytest.mark.parametrize("text", ["实施单位：某区水务局", "单位：万元", "（2027年度）单位：个", "（2027年度）"])
def test_a_line_without_a_unit_of_money_behind_it_stays_whole(text: str) -> None:
    assert unit_behind(compact(text)) == (compact(text), None)
