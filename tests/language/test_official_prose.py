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
    ("text", "number"),
    [("码头泊位1 046个", "1046"), ("公路里程8 036.5万公里", "80365000"), ("航标12\u2009460座", "12460")],
)
def test_thousands_set_apart_by_a_blank_are_one_number_where_nothing_else_can_be_meant(text: str, number: str) -> None:
    assert [one.number for one in extract(text)] == [number]
    assert [one.number for one in extract("路灯 2 300元")] == ["300"]


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
        "建成县城半小时、乡镇一小时服务圈",
        "今年是转型的关键一年",
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


def _entities(text: str) -> list[str | None]:
    return [one.entity for one in extract(text) if one.kind not in ("date", "year")]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("又加装了24台梯控，", ["梯控"]),
        ("还化解两起信访，先后排查出45起隐患", ["信访", "隐患"]),
        ("与交警联合在6个路口设岗", ["路口设岗"]),
        ("机关设办公室、法规科、信访科3个科室，", ["科室"]),
        ("行业组织45个，社会组织320个", ["行业组织", "社会组织"]),
        ("R&D经费32万元", ["R&D经费"]),
        ("内设5个科室，内设机构3个", ["科室", "内设机构"]),
        ("收入：86.4万元。支出：79万元。", ["收入", "支出"]),
    ],
)
def test_a_verb_a_place_and_a_list_of_names_are_not_what_is_counted(text: str, entities: list[str]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("管网投资24亿元，为年计划的81%，同比增长6%", ["管网投资"] * 3),
        ("航道里程260公里，是1998年的1.6倍。", ["航道里程"] * 2),
        ("行政案件64件，同比下降4%，同比减少3件", ["行政案件"] * 3),
        ("示范企业增加一倍，达到80家", ["示范企业"] * 2),
        ("接待费12万元，与2026年预算相比减少3万元", ["接待费"] * 2),
        ("码头38座，航标260个，分别是1998年的3倍和5倍", ["码头", "航标"] * 2),
    ],
)
def test_what_is_compared_with_has_not_the_number(text: str, entities: list[str]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    "text", ["城乡收入比，由2.05:1降为2.02:1。", "专利占比，由同期的54%升至59%。", "培训费：合计5万元。"]
)
def test_a_noun_before_a_mark_is_found_whatever_the_sentence_before_says(text: str) -> None:
    assert _entities("全年完成培训36场。" + text)[1:] == _entities(text)
    assert None not in _entities(text)
