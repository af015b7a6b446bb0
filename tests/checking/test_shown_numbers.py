"""Numbers as messages and the reconciliation table write them: as printed, and never two numbers called equal."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

import drafter
from drafter.checking.show import equation, money
from drafter.cli.main import app

_FORM = """财政项目支出绩效目标申报表（2027年度）
项目名称：泵站维修
年度资金申请总额：84万元
其中：财政拨款 84万元
年度总体目标：2027年维修泵站6座，每座补贴14万元，泵站完好率达到100%。
绩效指标
产出指标 数量指标 维修泵站数量 =6座
产出指标 质量指标 泵站完好率 100%
成本指标 经济成本指标 每座补贴标准 ≤14万元
"""


@pytest.mark.parametrize(
    ("left", "right", "written"),
    [
        ("300,000 + 50,000 = 350,000", "350,000.00", "300,000 + 50,000 = 350,000.00"),
        ("300,000 + 50,000 = 350,000", "352,000", "300,000 + 50,000 = 350,000 ≈ 352,000"),
        ("7,000 × 24 = 168,000", "17万元", "7,000 × 24 = 168,000 = 17万元"),
        ("168,000", "170,000", "168,000 ≈ 170,000"),
        ("168,000", "168,000.00", "168,000 = 168,000.00"),
    ],
)
def test_two_numbers_that_agree_by_their_rounding_are_not_written_as_equal(left: str, right: str, written: str) -> None:
    assert equation(left, right, True) == written


def test_a_single_zero_behind_the_point_is_left_out() -> None:
    shown = [money(Decimal(one)) for one in ("352000.0", "352000.5", "352000.00", "352000")]
    assert shown == ["352,000", "352,000.5", "352,000.00", "352,000"]


def test_no_arithmetic_shows_the_edge_of_a_printed_precision(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(_FORM, encoding="utf-8")
    report = drafter.check(path)
    written = [row.arithmetic or "" for row in report.documents[0].filings[0].reconciliation]
    assert any("140,000 × 6 = 840,000" in one for one in written), written
    assert not any("135,000" in one or "835,000" in one for one in written), written


def test_a_suggested_amount_stands_in_the_unit_of_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "form.txt"
    path.write_text(_FORM.replace("年度资金申请总额：84万元", "年度资金申请总额：48.5万元"), encoding="utf-8")
    result = CliRunner().invoke(app, ["check", str(path)])
    assert "把年度资金申请总额改为 84.0 万元" in result.output
