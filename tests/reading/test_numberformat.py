"""What a spreadsheet prints for a number, and that no print names another number."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.reading.numberformat import BUILTIN, render, render_text

ACCOUNTING = '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        ("0.95", "0%", "95%"),
        ("0.954", "0.0%", "95.4%"),
        ("95", '0"%"', "95%"),
        ("66.004", "#,##0.00", "66.00"),
        ("720000", "#,##0.00", "720,000.00"),
        ("66", '0.00"万元"', "66.00万元"),
        ("123456", '0"."0,', "12.3"),  # the Chinese way to print tens of thousands
        ("720000", '0!.0000"万元"', "72.0000万元"),
        ("1234567", "#,##0,", "1,235"),
        ("1020", '"="0"件"', "=1020件"),
        ("0.95", '"≥"0%', "≥95%"),
        ("0", ACCOUNTING, "-"),
        ("-66", ACCOUNTING, "¥-66.00"),
        ("-1234.5", "#,##0.00;[Red]#,##0.00", "-1,234.50"),  # red only in print
        ("-1234.5", "#,##0.00_);(#,##0.00)", "-1,234.50"),
        ("-0.4", "0", "0"),
        ("0", "0.00;-0.00;", ""),  # zeros hidden by the format
        ("12.5", '[>=10]0.0"大";0"小"', "12.5大"),
        ("3", '[>=10]0.0"大";0"小"', "3小"),
        ("5", "000", "005"),
        ("0.5", "#.##", ".5"),
        ("20260101", "0000-00-00", "2026-01-01"),
        ("1234", "[$¥-804]#,##0.00", "¥1,234.00"),
        ("2026", 'General"年"', "2026年"),
        ("12345678901234", "General", "12345678901234"),
        ("123456789.12", "General", "123456789.12"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.3333333333333333", "General", "0.3333333333"),
        ("1E+5", "General", "100000"),
        ("46023", "yyyy-mm-dd", "2026-01-01"),
        ("46023", 'yyyy"年"m"月"d"日"', "2026年1月1日"),
        ("46023", '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "2026年1月1日"),
        ("46023", 'yyyy"年"m"月"', "2026年1月"),
        ("46023", BUILTIN[14], "2026/1/1"),
        ("46023", "m/d/yyyy", "2026-01-01"),
        ("46023", "dd/mm/yy", "2026-01-01"),
        ("46023", "d-mmm-yy", "2026-01-01"),
        ("46023.5", "yyyy/m/d h:mm", "2026/1/1 12:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.25", "h:mm AM/PM", "6:00 上午"),
    ],
)
def test_a_number_prints_as_its_format_says(value: str, code: str, printed: str) -> None:
    assert render(Decimal(value), code) == printed


@pytest.mark.parametrize("value", ["-1", "2958466", "1E+30"])
def test_what_is_no_date_prints_hashes(value: str) -> None:
    assert render(Decimal(value), "yyyy-mm-dd") is None


def test_days_may_count_from_1904() -> None:
    assert render(Decimal(44561), "yyyy-mm-dd", since_1904=True) == "2026-01-01"


def test_a_text_format_adds_its_words() -> None:
    assert render_text("疫苗采购", '"项目："@') == "项目：疫苗采购"
    assert render_text("疫苗采购", "@") == "疫苗采购"
    assert render_text("疫苗采购", "0.00") == "疫苗采购"


@given(st.decimals(-(10**12), 10**12, places=2))
def test_two_decimals_keep_an_amount_exactly(amount: Decimal) -> None:
    printed = render(amount, "#,##0.00")
    assert printed is not None
    assert Decimal(printed.replace(",", "")) == amount


@given(st.decimals(-(10**9), 10**9, places=4), st.integers(0, 4))
def test_a_print_is_the_nearest_number_of_its_decimals(amount: Decimal, places: int) -> None:
    printed = render(amount, "0." + "0" * places if places else "0")
    assert printed is not None
    assert abs(Decimal(printed) - amount) <= Decimal("0.5").scaleb(-places)


@given(st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31)))
def test_every_day_prints_itself(day: dt.date) -> None:
    serial = (day - dt.date(1899, 12, 30)).days
    assert render(Decimal(serial), "yyyy-mm-dd") == day.isoformat()


@given(st.text(max_size=300), st.decimals(allow_nan=True, allow_infinity=True))
def test_no_format_code_breaks_the_reader(code: str, value: Decimal) -> None:
    assert isinstance(render(value, code), str | None)
    assert isinstance(render_text("字", code), str)
