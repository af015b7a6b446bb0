"""Two numbers that may both be meant, weaker limits, totals told in parts, paces beside totals, rounded money."""

from __future__ import annotations

import pytest

from drafter.filing import Filing
from tests.checking.rows import filing, run, said

_QUALITY = "产出指标|质量指标|"
_COUNT = "产出指标|数量指标|"


@pytest.mark.parametrize(
    ("goal", "row", "found"),
    [
        ("数据有效率不低于92%。", _QUALITY + "数据有效率|≥93%", ["info"]),
        ("数据有效率达92%。", _QUALITY + "数据有效率|≥93%", ["warning"]),
        ("数据有效率不低于99.59%。", _QUALITY + "数据有效率|≥99.95%", ["warning"]),
        ("数据有效率不低于62%。", _QUALITY + "数据有效率|≥93%", ["warning"]),
        ("培训渔民120人以上。", _COUNT + "培训渔民人数|≥130人", ["warning"]),
        ("数据有效率力争达到98%。", _QUALITY + "数据有效率|≥95%", ["info"]),
        ("数据有效率达到98%。", _QUALITY + "数据有效率|≥95%", ["warning"]),
        ("力争减少损失9000万元。", "效益指标|经济效益指标|减少损失金额|≥9000元", ["warning"]),
        # A limit is no rounding of another.
        ("登记差错率控制在0.9‰以内。", _QUALITY + "登记差错率|≤1‰", ["warning"]),
        ("登记差错率控制在0.9‰以内。", _QUALITY + "登记差错率|≤0.8‰", ["info"]),
        ("登记渔船2.45万艘以上。", _COUNT + "登记渔船数量|≥2.4万艘", ["warning"]),
        ("登记渔船2.4万艘以上。", _COUNT + "登记渔船数量|≥24000艘", []),
    ],
)
def test_what_a_row_may_ask_and_what_a_goal_hopes_for(goal: str, row: str, found: list[str]) -> None:
    assert said("MAT001", filing(row, annual_goal=goal)) == found


def test_a_goal_below_its_row_is_to_be_raised() -> None:
    one = filing(_QUALITY + "数据有效率|≥93%", annual_goal="数据有效率不低于92%。")
    [finding] = run("MAT001", one).findings
    assert finding.suggestion is None or finding.suggestion.path == "annual_goal"
    assert "宜把目标写到与指标一致" in finding.message


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("运维浮标12个，其中国家浮标2个由上级承担，本项目保障市级浮标6个、乡镇浮标4个。", []),
        ("运维浮标13个，其中国家浮标2个由上级承担，本项目保障市级浮标6个、乡镇浮标4个。", ["warning"]),
        ("市级浮标6个、乡镇浮标4个，举办讲座3至5场/月、全年50场。", []),
        ("市级浮标6个、乡镇浮标4个，举办讲座50场，走访3至5户/月。", ["warning"]),
    ],
)
def test_what_other_numbers_say_too(goal: str, found: list[str]) -> None:
    rows = [_COUNT + name for name in ("市级浮标数量|=6个", "乡镇浮标数量|=4个", "讲座场次|≥50场")]
    assert said("MAT002", filing(*rows, annual_goal=goal)) == found


def test_places_in_a_list_before_those_who_are_served() -> None:
    goal = "向全区128个行政村、46个社区的6200名信息员发布短信。"
    assert said("MAT002", filing(_COUNT + "信息员服务人数|≥6200人", annual_goal=goal)) == ["info", "info"]


def test_what_was_done_until_a_date_is_no_deadline() -> None:
    row = "产出指标|时效指标|建设任务完成时间|2026年12月底前"
    goal = "截至2025年底已建成渔港39座。2026年完成建设任务。"
    assert said("MAT001", filing(row, annual_goal=goal)) == []
    assert said("MAT001", filing(row, annual_goal="2026年10月底前完成建设任务。")) == ["warning"]


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        (("1005000", "100.5万元", "600000", "60万元", "400000", "40万元"), ["warning"]),
        (("1005000", "100.5万元", "605000", "60.5万元", "400000", "40万元"), []),
        (("1000000", "100万元", "600000", "60万元", "400000", "40万元"), []),
    ],
)
def test_whole_wan_beside_decimals_are_no_roundings(amounts: tuple[str, ...], found: list[str]) -> None:
    total, total_print, first, first_print, other, other_print = amounts
    one = Filing.model_validate(
        {
            **filing(_COUNT + "浮标数量|=6个").model_dump(exclude_none=True),
            "funding": {"annual_total": total, "current_appropriation": first, "other": other},
            "printed": {
                "funding.annual_total": total_print,
                "funding.current_appropriation": first_print,
                "funding.other": other_print,
            },
        }
    )
    assert said("ARI004", one) == found
