"""The noun behind a number whose verb looks like a noun, and other nouns that stand further away."""

from __future__ import annotations

import pytest

from drafter.language import extract


def _entities(text: str) -> list[str | None]:
    return [mention.entity for mention in extract(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("接入六个部门的数据", ["部门"]),
        ("平台支撑九个场景的应用", ["场景"]),
        ("研发五套模型", ["模型"]),
        ("系统对接8个委办局", ["委办局"]),
        ("完成等保测评2个系统", ["系统"]),
        ("补贴面向75岁以上失能老人", ["失能老人"]),
        ("服务对象为6—12岁儿童", ["儿童"]),
        ("1.6万名65岁以上老人免费体检", ["老人", "老人"]),
        ("组建一支40人的应急队伍", ["应急队伍"]),
        ("帮助1500名登记失业人员实现就业", ["登记失业人员"]),
        ("联合7个部门开展整治", ["部门"]),
        ("为23个乡镇卫生院配备设备", ["乡镇卫生院"]),
        ("向2.1万名低保对象发放价格补贴", ["低保对象"]),
        ("抽检六大类食品", ["食品"]),
    ],
)
def test_what_is_counted_stands_behind(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("校车3辆报废", "校车"),
        ("案件12件移送法院", "案件"),
        ("宣讲12场走进企业", "宣讲"),
        ("复印机12台投入使用", "复印机"),
        ("居民小区6个街道统筹", "居民小区"),
        ("垃圾中转站14座日转运能力提升", "垃圾中转站"),
        ("护林员12名企业自聘", "护林员"),
        ("适龄青年18周岁登记率", "适龄青年"),
        ("费用每座4.5万元", "费用"),
        ("基站补贴按每座800元执行", "基站补贴"),
        ("劝导员每村2名", "劝导员"),
        ("面向重点群体发放消费券50万张", "消费券"),
    ],
)
def test_a_noun_before_the_number_keeps_it(text: str, entity: str) -> None:
    assert _entities(text) == [entity]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("飞防作业两期，累计50架次", ["飞防作业", "飞防作业"]),
        ("编印手册三种，共8000册", ["手册", "手册"]),
        ("购置课桌20张、椅子50把，共70件", ["课桌", "椅子", None]),
        ("学员500人，共6期", ["学员", None]),
        ("困难老人慰问金40万元，惠及800人", ["困难老人慰问金", "困难老人"]),
        ("助餐补贴40万元，惠及800人", ["助餐补贴", None]),
        ("宣传册2000本×5元", ["宣传册", "宣传册"]),
        ("印刷费：海报500张×6元，计3000元", ["海报", "海报", "印刷费"]),
        ("接待游客80万人次，旅游收入9亿元，同比分别增长7%和9%", ["游客", "旅游收入", "游客", "旅游收入"]),
        ("分解率99.5%，较2025年提高0.3个百分点", ["分解率", None, "分解率"]),
        ("日供水能力由3万立方米扩大到4万立方米，扩大了三分之一", ["日供水能力", "日供水能力", "日供水能力"]),
    ],
)
def test_the_noun_of_the_quantity_before(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("招募一支队伍", ["1"]),
        ("购置一套系统", ["1"]),
        ("组建一个领导小组", ["1"]),
        ("坚持一个中心", []),
        ("建立一个机制", []),
        ("开展一项工作", []),
        ("采购一封信信封2000个", ["2000"]),
        ("推行一户式管理", []),
        ("推广两桶一袋投放法", []),
        ("三餐两点食谱每周公示", []),
        ("采购两辆五座轿车", ["2"]),
        ("公证事项最多跑一次", []),
        ("每周跑一次", ["1"]),
        ("比对七人普底册", []),
        ("演练科目含六米拉梯", []),
        ("发展六次产业", []),
        ("走航监测VOCs260小时", ["260"]),
        ("修复古籍一千二百叶", ["1200"]),
        ("三叶草种植", []),
        ("三类指标：产出、效益、满意度", ["3"]),
        ("三类人员持证上岗", []),
        ("五大类别划分", []),
        ("购置三人沙发5张、四人桌8张", ["5", "8"]),
        ("配备七座车3辆、四门冰柜2台", ["3", "2"]),
        ("新建3座车库、12座车站", ["3", "12"]),
        ("监测五日生化需氧量", []),
        ("承办五项全能和三项赛", []),
        ("承办三项赛事", ["3"]),
        ("开展四个意识宣传", []),
        ("开展三次防火宣传", ["3"]),
    ],
)
def test_what_is_an_amount_and_what_a_name(text: str, numbers: list[str]) -> None:
    assert [mention.number for mention in extract(text)] == numbers


@pytest.mark.parametrize(
    ("text", "unit", "comparator"),
    [
        ("覆盖12个街镇以上", "个", ">="),
        ("覆盖12街镇以上", "街镇", ">="),
        ("采血2.6万单位以上", "单位", ">="),
        ("整治水体13条段", "条段", "="),
        ("交货期30个日历日内", "个日历日", "<="),
        ("耕地质量提升0.3个等级", "个等级", "="),
        ("担保贷款最高额度30万元", "元", "<="),
        ("装备于2027年5月底前列装", None, "<="),
        ("每季度末月25日前报送", None, "<="),
        ("2027Q2完成", None, "="),
    ],
)
def test_units_and_bounds(text: str, unit: str | None, comparator: str) -> None:
    (mention,) = extract(text)
    assert (mention.unit, mention.comparator) == (unit, comparator)
