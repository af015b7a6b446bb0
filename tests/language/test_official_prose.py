"""What published official prose holds and filings seldom do: notices, bulletins, court and traffic reports."""

from __future__ import annotations

import pytest

from drafter.language import extract


def _read(text: str) -> list[tuple[str, str | None, str]]:
    return [(one.number, one.unit, one.comparator) for one in extract(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("贷款利率下调15个基点", [("15", "个基点", "=")]),
        ("传送带速度1.2 m/s，悬浮物18 mg/L", [("1.2", "m/s", "="), ("18", "mg/L", "=")]),
        ("巡检车行驶速度0~60 km/h", [("0~60", "km/h", "range")]),
    ],
)
def test_basis_points_and_units_of_letters_for_each_other_are_read_whole(
    text: str, found: list[tuple[str, str | None, str]]
) -> None:
    assert _read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "响应文件须于2027年4月8日14点30分（北京时间）前送达",
        "响应文件须于2027年4月8日下午2:30前送达",
        "响应文件须于2027年4月8日上午9:00（北京时间）之前送达",
    ],
)
def test_a_deadline_with_its_hour_is_a_deadline(text: str) -> None:
    assert _read(text) == [("2027-04-08", None, "<=")]


def test_the_end_of_a_year_is_its_last_day_also_with_the_character_for_year_twice() -> None:
    assert _read("2027年年末存量1260套")[0] == ("2027-12-31", None, "=")


@pytest.mark.parametrize(
    "text",
    [
        "本县是前三名",
        "学习十九大和二十届二中三中全会精神",
        "学习二十届三中、四中全会精神",
        "调整26路、338路等公交线路",
        "调整公交（16路、21路、338路）",
    ],
)
def test_ranks_sessions_and_bus_lines_are_no_quantities(text: str) -> None:
    assert _read(text) == []


def test_more_than_what_is_reached_is_more() -> None:
    assert _read("受训人员达600余人次") == [("600", "人次", ">")]
    assert _read("受训人员达600人次") == [("600", "人次", ">=")]


@pytest.mark.parametrize(
    "text",
    [
        "新建泵站3座，改建闸门12扇，投资1,260万元，同比增长8.5%。",
        "建成车位1,200个，其中充电位300个。",
        "到账5,000元，1,000元待拨",
    ],
)
def test_a_comma_of_ascii_parts_clauses_as_the_wide_one_does(text: str) -> None:
    typed = text.replace("，", ",")
    assert [one._replace() for one in extract(typed)] == extract(text)
