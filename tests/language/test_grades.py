"""Nouns of grades, shares and comparisons, and what a bound or a date before an event says."""

from __future__ import annotations

import pytest

from drafter.language import extract


def _entities(text: str) -> list[str | None]:
    return [mention.entity for mention in extract(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("镇属9家幼儿园供餐", ["幼儿园供餐"]),
        ("委托检测机构对全县310座水塔开展检测", ["水塔"]),
        ("河东岸两座码头", ["码头"]),
        ("保障车辆及14名驾驶员", ["驾驶员"]),
        ("护岸6处", ["护岸"]),
        ("驻地党支部12个", ["驻地党支部"]),
        ("采购8GB内存条40根", ["采购", "内存条"]),
        ("为区粮库添置多参数测温仪5台", ["多参数测温仪"]),
    ],
)
def test_places_and_what_is_joined_to_the_number_name_nothing_counted(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("扶持省级工坊3家、市级8家", ["省级工坊", "市级工坊"]),
        ("改建冷库12座，其中一类5座、二类7座", ["冷库", "一类冷库", "二类冷库"]),
        ("发放驻村津贴（一档900元、二档600元）", ["一档驻村津贴", "二档驻村津贴"]),
        ("补助中央30万元、省级20万元", ["补助中央", "省级"]),
        ("三等奖6个", ["三等奖"]),
    ],
)
def test_a_grade_is_of_what_stands_before_it(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("出栏率≥60%，成活率较上年（88%）提高3个百分点", ["出栏率", "成活率", "成活率"]),
        ("签约率达40%，高于全省平均水平2个百分点", ["签约率", "签约率"]),
        ("水质优于III类比例达95%", ["水质优于III类比例"]),
        ("工期300天，完成总进尺的45%", ["工期", "总进尺"]),
        ("工期300天，支付至结算价的97%", ["工期", "结算价"]),
        ("佣金按2%计提6万元", ["佣金", "佣金"]),
        ("本年度新建苗圃18处", ["苗圃"]),
        ("药品抽检800批次，达到2批次/千人", ["药品抽检", "药品抽检"]),
        ("及时响应率、按期修复率分别达到98%、95%", ["及时响应率", "按期修复率"]),
    ],
)
def test_what_is_compared_shared_and_said_of_a_year_is_no_name(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("不超过批复概算3200万元", ["批复概算"]),
        ("社区（村）45个", ["社区"]),
        ("本轮换届涉及：村（社）45个", ["村（社）"]),
        ("面向登记失业人员800人", ["登记失业人员"]),
        ("救助标准甲、乙、丙档分别为900元、600元、300元", ["救助标准甲档", "救助标准乙档", "救助标准丙档"]),
        ("管护补助按省级3万元、市级1万元", ["管护补助按省级", "管护补助按市级"]),
        ("会议费90万元，较2025年（100万元）下降10%", ["会议费", None, "会议费", "会议费"]),
        ("返修率较2025年（3.1%）下降1个百分点", [None, "返修率", "返修率"]),
        ("腊八前后组织1.2万人次灯会", ["灯会"]),
    ],
)
def test_names_in_brackets_between_a_bound_and_its_number_and_in_a_list(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("超过服务年限的8台", "="),
        ("达到验收标准的30处", "="),
        ("超过去年的120人次", ">"),
        ("不少于规定的12次", ">="),
        ("10月8日供暖前", "<="),
        ("3月1日开学前", "<="),
        ("3月1日开学", "="),
    ],
)
def test_what_a_bound_describes_and_what_a_date_is_before(text: str, comparator: str) -> None:
    assert [mention.comparator for mention in extract(text)] == [comparator]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("护林员共计40人（男28人、女12人）", ["护林员", "男", "女"]),
        ("检修水表900块，较上年实际完成860块增加40块", ["水表", "水表", "水表"]),
        ("特困老人每人500元×30人", ["特困老人", "特困老人"]),
        ("护理费500元×30人", ["护理费", None]),
        ("折页2万册@0.8元，小计1.6万元", ["折页", "折页", None]),
        ("课酬按高级300元/课时、中级220元/课时", ["课酬按高级", "课酬按中级"]),
        ("保障全县12所小学供餐", ["小学供餐"]),
        ("26个自然村全部通水", ["自然村"]),
        ("入园幼儿（3—6岁）900名", ["入园幼儿", "入园幼儿"]),
        ("高龄老人（80周岁以上）640名", ["高龄老人", "高龄老人"]),
        ("户外屏（4.5米）8块", ["户外屏", "户外屏"]),
    ],
)
def test_who_is_paid_what_is_priced_and_what_changed(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


def test_numbers_behind_one_word_of_a_list_share_its_bound() -> None:
    assert [one.comparator for one in extract("甲、乙两区保证率分别达到98%、90%")][-2:] == [">=", ">="]


def test_a_vaccine_is_no_bound() -> None:
    assert [(one.comparator, one.entity) for one in extract("百白破2.8万剂次")] == [("=", "百白破")]
