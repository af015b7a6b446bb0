"""Policies, programmes and documents with a numeral in their name, and the same words as amounts."""

from __future__ import annotations

import pytest

from drafter.language import extract


def printed(text: str) -> list[str]:
    return [mention.text for mention in extract(text)]


@pytest.mark.parametrize(
    "text",
    [
        "严格执行三项制度，对照五条标准，用好四张清单，围绕六个方面，运用三种形态",
        "落实土十条和水十条，按照国九条要求，结合沪八条开展宣讲",
        "推进428行动计划，实施623人才工程，依据（2026）苏05行终9号判决",
        "2023年第6号公告，5‰人口变动抽样",
        "围绕两个维护开展宣讲，开展五个严禁检查，坚持三个第一，做到四个只增不减",
        "一次核查、全程跟踪，一户多宅，一人多岗，一次都不跑",
        "两年起步、三年成势，五天四检，九十年代管网",
        "三轮保洁车，四轮代步车，两轮、三轮电动车",
        "103路、旅游5线公交车",
        "一期完工，二期扩建热网并改造换热机组，三期暂缓实施",
        "南线总渠二期，供热管线三期",
        "劣五类水体，八类刑事案件，十八项核心制度，24小时动态血压",
        "负3层停车场，8字形路口，800米体测，5V5友谊赛",
        "清污分流三期软件部署，公益林四期抚育，民国十九年县图，三元及四元二次电池",
        "82315部队官兵，四公里立交，八公里站",
        "八月十五茶会，三个课堂，六个100%抑尘",
        "走访四公里社区居委会、五公里村，三方面谈，实现三个紧密衔接，三项岗位人员持证",
    ],
)
def test_names_with_a_numeral_are_silent(text: str) -> None:
    assert printed(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("建立三项制度，出台十条措施，落实12项措施", ["三项", "十条", "12项"]),
        ("落实两个标准化泵站，聚焦两个行动小组", ["两个", "两个"]),
        ("供气管线30条，供水管线3条", ["30条", "3条"]),
        ("打印12行动态信息，选派三个第一书记", ["12行", "三个"]),
        ("开展三轮环卫检查，组织两轮车辆抽查", ["三轮", "两轮"]),
        ("举办三期软件培训，农业教育两期，每份三元材料费", ["三期", "两期", "三元"]),
        ("三月三场演出，合作两年见效益", ["三月", "三场", "两年"]),
        ("新建三个课堂，开展一次培训、全员覆盖", ["三个", "一次"]),
        ("践行三个面向覆盖社区25个", ["25个"]),
        ("合同期30年代管理费5万元", ["30年", "5万元"]),
        ("硬化三公里村主干道，新修两公里社区内道路", ["三公里", "两公里"]),
        ("涵盖三方面试点任务，新增三项岗位补贴", ["三方面", "三项"]),
        ("建设三个紧密型县域医共体", ["三个"]),
        ("改造前16路，扩容后32路，六月六辆车上线", ["16路", "32路", "六月", "六辆"]),
    ],
)
def test_the_same_words_are_amounts_where_they_count(text: str, found: list[str]) -> None:
    assert printed(text) == found


@pytest.mark.parametrize("text", ["新建一家多功能养老院", "采购3台多参数监护仪", "建2个多层车库"])
def test_many_at_the_head_of_a_noun_makes_no_amount_vague(text: str) -> None:
    (mention,) = extract(text)
    assert mention.comparator == "="
    assert mention.entity is not None
    assert mention.entity.startswith("多")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("配发呼吸器Ⅱ型60台", "呼吸器Ⅱ型"),
        ("采购Ⅲ型救援衣200件", "Ⅲ型救援衣"),
        ("Ⅰ.公益岗位开发50个", "公益岗位开发"),
        ("“五乱”问题清理整治70个", "“五乱”问题"),
        ("管线占压隐患整改7处", "管线占压隐患整改"),
        ("占道经营整治35处", "占道经营整治"),
        ("巡查频次每月不少于4次", "巡查频次"),
        ("三比三看擂台赛12场", "三比三看擂台赛"),
        ("二、误工标准：每人200元", "误工标准"),
    ],
)
def test_the_noun_is_whole(text: str, entity: str) -> None:
    assert extract(text)[-1].entity == entity


def test_an_amount_for_each_is_of_the_allowance_before() -> None:
    assert extract("交通补贴发放88人，按每人每月320元标准执行")[-1].entity == "交通补贴"
