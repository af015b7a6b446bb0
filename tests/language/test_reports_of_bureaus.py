"""Shapes of self-assessments and yearly reports: what stands behind a number there, and bounds that are not shared."""

from __future__ import annotations

import pytest

from drafter.language import extract


def _read(text: str) -> list[tuple[str, str | None, str]]:
    return [(mention.number, mention.unit, mention.comparator) for mention in extract(text)]


def _entities(text: str) -> list[str | None]:
    return [mention.entity for mention in extract(text)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("新设6个免费义诊点", ["免费义诊点"]),
        ("客商8家入驻园区", ["客商"]),
        ("破除堵点,新建8处免费停车位全部启用", ["免费停车位"]),
        ("确认4家有场地、有执照的民宿", ["民宿"]),
        ("走访5家有机肥企业", ["有机肥企业"]),
        ("培训18名村(居)网格员参加比武", ["村(居)网格员"]),
        ("全县11个乡(镇)完成改造", ["乡(镇)"]),
        ("眼下这9公里的管道工程已开工", ["管道工程"]),
        ("通过上门、代办两种方式受理", ["方式"]),
        ("遴选市级9个示范园", ["市级示范园"]),
        ("评出州级7个样板村", ["州级样板村"]),
        ("走访26家200人以上企业", ["企业", "企业"]),
        ("改造14个30户以上的村落", ["村落", "村落"]),
        ("第三批市级示范社区15个", ["市级示范社区"]),
        ("引导120家商户参保", ["商户"]),
        ("配合7处站点建立台账", ["站点"]),
        ("含2个年初结转项目", ["年初结转项目"]),
        ("办结率始终保持100%", ["办结率"]),
        ("冬小麦可完成播种6万亩", ["冬小麦"]),
        ("奖补资金按照应补尽补的原则安排90万元", ["奖补资金安排"]),
        ("按照亩均60元的标准已兑付", ["标准"]),
        ("门诊人次1.6亿,比上年增加300万人次", ["门诊人次", "门诊人次"]),
        ("街道将30名网格员分成5个小队", ["网格员分成", "小队"]),
        ("学校把2间库房改为教室", ["库房改为教室"]),
        ("队员分成两组深入村屯", ["队员分成"]),
        ("全市税收7亿元,完成年度任务的61%,同比增长12%", ["全市税收", "年度任务", "全市税收"]),
        ("辖区9个500强企业项目", ["500强企业项目"]),
        ("案件中共涉及30种案由", ["案由"]),
        ("今年教育投入累计8800万元", ["教育投入"]),
        ("清理管道占压等9处重大隐患", ["重大隐患"]),
        ("年度预算安排:35万元", ["年度预算安排"]),
        ('创建"最美庭院"9个', ['"最美庭院"']),
    ],
)
def test_what_a_number_is_of(text: str, entities: list[str | None]) -> None:
    assert _entities(text) == entities


def test_a_verb_whose_object_is_not_known_takes_no_noun_of_the_clause_before() -> None:
    assert _entities("打通堵点,新建3处共12间") != ["堵点", "堵点"]
    assert _entities("改善环境,增设5个均可移动的装置")[0] != "环境"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("围绕3方面12项问题整改", [("3", "方面", "="), ("12", "项", "=")]),
        ("惠及300余户、900人", [("300", "户", ">"), ("900", "人", "=")]),
        ("排查800多公里460个排口", [("800", "公里", ">"), ("460", "个", "=")]),
        ("硬化率分别达到80%和65%", [("80", "%", ">="), ("65", "%", ">=")]),
        ("连续两年农户率先签约", [("2", "年", "=")]),
        ("硬化率分别为80%以上和65%", [("80", "%", ">="), ("65", "%", "=")]),
    ],
)
def test_what_is_printed_is_read(text: str, read: list[tuple[str, str | None, str]]) -> None:
    assert _read(text) == read


def test_a_year_that_is_a_base_is_no_duration() -> None:
    assert _read("一年超过200天驻村") == [("200", "天", ">")]


@pytest.mark.parametrize(
    "text",
    [
        "推进隐患整治2024行动",
        "臭氧日最大8小时平均浓度达标",
        "一方面改善条件",
        "手册做到人手一册",
        "厨房推行6t管理",
        "为家乡尽一份责任、献一份爱心",
        "沿湖滨街道上三路、江边路清扫",
    ],
)
def test_what_is_no_quantity_stays_silent(text: str) -> None:
    assert _read(text) == []
