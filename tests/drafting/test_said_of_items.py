"""What a goal says of an item is what is done with it: a vaccine is given, a road marking is no road to be kept up."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft


@pytest.mark.parametrize(
    ("project", "item", "quantity", "unit", "said", "counted"),
    [
        ("流感疫苗接种", "流感疫苗", 12000, "剂", "接种流感疫苗12000剂", "流感疫苗接种数量"),
        ("流感疫苗接种", "接种服务", 12000, "人次", "提供接种服务12000人次", "接种服务人次"),
        ("进口货物查验辅助服务", "集装箱查验作业", 2400, "箱", "完成集装箱查验作业2400箱", "集装箱查验作业数量"),
        ("道路交通标线施划", "热熔标线", 26000, "平方米", "施划热熔标线26000平方米", "热熔标线面积"),
        ("道路交通标线施划", "旧标线清除", 5000, "平方米", "完成旧标线清除5000平方米", "旧标线清除面积"),
        ("馆藏档案修裱", "破损档案修裱", 6000, "页", "完成破损档案修裱6000页", "破损档案修裱数量"),
        ("老年人用餐补贴", "老年人用餐补贴", 96000, "人次", "按96000人次发放老年人用餐补贴", "老年人用餐补贴人次"),
    ],
)
def test_an_item_has_its_own_verb_and_name(project, item, quantity, unit, said, counted):
    result = draft(Brief(project_name=project, year=2027, items=[{"name": item, "quantity": quantity, "unit": unit}]))
    assert said in (result.filing.annual_goal or "")
    assert counted in [row.name for row in result.filing.indicators]


@pytest.mark.parametrize(
    ("project", "item", "own", "foreign"),
    [
        ("诉前调解工作经费", "特邀调解员", "调解协议规范率", "法律意见采纳率"),
        ("病媒生物防制", "公共区域消杀", "消杀用药安全事故发生数", "监测数据准确率"),
        ("道路交通标线施划", "热熔标线", "标志标线施工质量验收合格率", "病害处置及时率"),
    ],
)
def test_a_field_of_its_own_has_its_own_indicators(project, item, own, foreign):
    names = [
        row.name for row in draft(Brief(project_name=project, year=2027, items=[{"name": item}])).filing.indicators
    ]
    assert own in names and foreign not in names


def test_work_paid_in_one_sum_is_in_the_goal():
    items = [
        {"name": "快充桩", "quantity": 40, "unit": "台", "unit_price": 65000},
        {"name": "电力增容", "amount": 200000},
    ]
    assert "电力增容" in (draft(Brief(project_name="充电桩建设", year=2027, items=items)).filing.annual_goal or "")
