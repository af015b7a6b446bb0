"""Goals of several sentences: sums with parts of other years, units printed once, nouns that no word list had."""

from __future__ import annotations

import pytest

from drafter.language import extract


def _entities(text: str) -> list[str | None]:
    return [mention.entity for mention in extract(text) if mention.kind not in ("date", "year")]


def _quantities(text: str) -> list[tuple[str, str | None, str]]:
    return [(mention.number, mention.unit, mention.comparator) for mention in extract(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("铺设步行道12公里，其中2026年铺设4公里、2027年铺设8公里", ["步行道"] * 3),
        ("整治鱼塘3.2万亩，其中2027年新建0.8万亩、改造提升6500亩", ["鱼塘"] * 3),
        ("栽植香樟1200株，其中上半年栽植500株、下半年补植700株", ["香樟"] * 3),
        ("签约项目25个，其中10亿元以上3个、5亿元以上8个", ["签约项目", None, "签约项目", None, "签约项目"]),
        ("救助老人120名，其中80岁以上45人", ["老人"] * 3),
        ("采购仪器36台，其中单价100万元以上4台", ["仪器", "单价", "仪器"]),
        ("采购仪器36台。单价100万元以上4台", ["仪器", "单价", "单价"]),
        ("2027年维修12台，2028年采购8台", ["维修", "采购"]),
        ("再融资债券3亿元，再改造平房60间", ["再融资债券", "平房"]),
        ("3间教室改造为实验室", ["教室"]),
        ("租期21年，20年6月期满", ["租期", None]),
        ("整修塘坝46口，其中2027年上半年整修20口、下半年整修26口", ["塘坝"] * 3),
        ("2027年维修12台，2028年维修8台", ["维修", "维修"]),
        ("应建凉亭60座，已建45座，年内再建15座", ["应建凉亭"] * 3),
        ("新建驿站15座、改造8座", ["驿站", "驿站"]),
        ("维修水泵12台，更换3台", ["水泵", "水泵"]),
        ("维修12台，更换3台", ["维修", "维修"]),
    ],
)
def test_a_verb_alone_is_of_the_things_counted_before(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("培训管理人员60人、技术人员120人，其余60人自愿报名", ["管理人员", "技术人员", None]),
        ("首付款30%，进度款65%，余5%为质保金", ["首付款", "进度款", None]),
        ("耕地120亩、林地60亩、其他35亩", ["耕地", "林地", None]),
        ("6月30日和12月31日前分别完成50%和100%", [None, None]),
        ("在上年基础上增加20个", [None]),
        ("计划建成45公里", [None]),
        ("自合同签订之日起60日内交货", ["交货"]),
        ("验收合格后7日内支付", [None]),
        ("博士后10名", ["博士后"]),
    ],
)
def test_what_names_nothing_is_no_entity(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("为全县在校学生4.86万名免除书本费", ["全县在校学生"]),
        ("对全区1240家企业开展评估", ["企业"]),
        ("面向基层招收40名左右的定向护理生", ["定向护理生"]),
        ("每2年开展1次评估", ["评估"]),
        ("每季度不少于2次督查", ["督查"]),
        ("全县60个行政村中有45个实现增收", ["行政村", "行政村"]),
        ("2027年前三季度运营补贴1880万元", ["运营补贴"]),
        ("建成区监控探头30个", ["建成区监控探头"]),
        ("近六成行政村、三分之一企业达标", ["行政村", "企业"]),
        ("提高10%企业负担", [None]),
        ("30%人员为女性", ["人员"]),
        ("资产总额￥1,286,000.00元", ["资产总额"]),
        ("35家县属企业和8家参股企业", ["县属企业", "参股企业"]),
        ("巡查42座污水处理厂、318座提升泵站", ["污水处理厂", "提升泵站"]),
        ("对讲机120部", ["对讲机"]),
        ("学员和教师各占一半", ["学员和教师"]),
        ("举办1次启动仪式", ["启动仪式"]),
        ("占道经营投诉下降一半", ["占道经营投诉"]),
        ("系统可支持不少于2000个并发", ["并发"]),
        ("为45所学校更换课桌", ["学校"]),
        ("60%以上的社区建成便民网点", ["社区"]),
        ("新建2座库容500万立方米的水库", ["水库", "库容"]),
        ("2027年拟增编外人员3人", ["编外人员"]),
        ("人均避难面积1.9平方米，可容纳8万人", ["避难面积", None]),
        ("工期为2027年4月—2028年10月，共19个月", ["工期"]),
        ("承办赛事15项，其中国际级1项、国家级4项", ["赛事", "国际级赛事", "国家级赛事"]),
        ("查处案件12起，涉及金额达460万元", ["查处案件", "涉及金额"]),
        ("涉及单位30家", ["涉及单位"]),
        ("审批由法定20个工作日压缩到承诺8个工作日", ["审批", "审批"]),
    ],
)
def test_the_noun_in_hard_places(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("救助残疾儿童210名，每人每年最高补助2.4万元", ["残疾儿童", "补助"]),
        ("每户最高奖励3万元", ["奖励"]),
        ("研发费用每家最高补助10万元", ["研发费用"]),
        ("补助按投资额的20%给予，最高不超过300万元", ["补助", "补助"]),
    ],
)
def test_a_highest_payment_is_of_what_is_paid(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        (
            "分别压缩至3个、5个、4个工作日以内",
            [("3", "个工作日", "="), ("5", "个工作日", "="), ("4", "个工作日", "<=")],
        ),
        ("分别提高2个和5个百分点", [("2", "个百分点", "="), ("5", "个百分点", "=")]),
        ("建设3个、5个服务站", [("3", "个", "="), ("5", "个", "=")]),
        ("增速提高0.5个—1个百分点", [("0.5~1", "个百分点", "range")]),
        ("办理用时1个至2个工作日", [("1~2", "个工作日", "range")]),
        ("建设1个到2个示范点", [("1~2", "个", "range")]),
        ("专家费800元/人·半天", [("800", "元/人·半天", "=")]),
        ("每周坐诊2个半天", [("2", "个半天", "=")]),
        ("采集血小板4500个治疗量", [("4500", "个治疗量", "=")]),
        ("编印史料两辑", [("2", "辑", "=")]),
        ("公交车12标台", [("12", "标台", "=")]),
        ("11月15日供暖季前通气", [("--11-15", None, "<=")]),
        ("27年12月底前完工", [("--12-31", None, "<=")]),
    ],
)
def test_units_printed_once_and_units_of_a_trade(text: str, quantities: list[tuple[str, str | None, str]]) -> None:
    assert _quantities(text) == quantities


def test_what_a_list_is_compared_with_is_not_its_last_name() -> None:
    last = extract("伤亡人数、事故起数较前三年平均数分别下降5%、3%")[-2:]
    assert [mention.entity for mention in last] == ["伤亡人数", "事故起数"]
