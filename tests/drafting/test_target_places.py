"""A target of the brief stands under the category its kind of value belongs to, and is spoken of as that kind."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft


def _drafted(name: str, comparator: str, value: object, unit: str | None):
    target = {"name": name, "comparator": comparator, "value": value, "unit": unit}
    items = [{"name": "巡护", "quantity": 60, "unit": "次"}]
    filing = draft(Brief(project_name="林区巡护", year=2027, items=items, targets=[target])).filing
    return next(row.level2 for row in filing.indicators if row.name.startswith(name)), filing.annual_goal or ""


@pytest.mark.parametrize(
    ("name", "comparator", "value", "unit", "level2", "said"),
    [
        ("路况综合指数", ">=", 85, None, "质量指标", "路况综合指数不低于85"),
        ("登记差错率", "<=", 2, "‰", "质量指标", "登记差错率控制在2‰以内"),
        ("森林成灾率", "<=", 3, "‰", "社会效益指标", "森林成灾率控制在3‰以内"),
        ("水稻亩产", ">=", 550, "公斤", "经济效益指标", "水稻亩产不少于550公斤"),
        ("见习留用率", ">=", 35, "%", "社会效益指标", "见习留用率不低于35%"),
        ("游客接待量增长", ">=", 6, "%", "社会效益指标", "游客接待量增长不低于6%"),
        ("平均等候时间下降", ">=", 15, "%", "社会效益指标", "平均等候时间下降不低于15%"),
        ("人员伤亡", "=", 0, "人", "社会效益指标", "不发生人员伤亡"),
        ("隔离带总长度", ">=", 12, "公里", "数量指标", "隔离带总长度不少于12公里"),
    ],
)
def test_a_target_has_its_place_and_its_words(name, comparator, value, unit, level2, said):
    place, goal = _drafted(name, comparator, value, unit)
    assert place == level2
    assert said in goal
