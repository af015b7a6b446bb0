"""What clerks write in a hurry: 二 for 两, spelled-out numerals before a rare classifier, 限, 依次, 单台, 另有…在建."""

from __future__ import annotations

import pytest

from drafter.language import extract


def said(text: str) -> list[tuple[str, str | None, str, str | None]]:
    return [(one.number, one.unit, one.comparator, one.entity) for one in extract(text)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("采购二艘趸船、二辆勘察车", [("2", "艘"), ("2", "辆")]),
        ("巡护站配除颤仪二台、担架二副。", [("2", "台"), ("2", "副")]),
        ("签发原产地证六百票，", [("600", "票")]),
        ("骨灰楼新增壁葬一千三百龛。", [("1300", "龛")]),
    ],
)
def test_numerals_that_only_count_are_read_before_any_classifier(text: str, counts: list[tuple[str, str]]) -> None:
    assert [(one.number, one.unit) for one in extract(text)] == counts


@pytest.mark.parametrize(
    "text", ["二期工程、二号门、二类费", "省视二台联播", "千万别", "由规划一科牵头、四所配合、二组承办"]
)
def test_the_second_one_a_channel_and_a_body_that_acts_are_no_counts(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("评优名额限2名", "<="),
        ("每户限领3份", "<="),
        ("服务期限3年", "="),
        ("每人不限3次", "="),
        ("每户不限领2件", "="),
        ("物流综合指数控制在2.15以内", "<="),
        ("年处理量6.5万吨上下波动", "="),
        ("年处理量6.5万吨上下", "~"),
    ],
)
def test_bounds_of_few_letters(text: str, comparator: str) -> None:
    assert [one.comparator for one in extract(text)] == [comparator]


def test_a_verb_behind_a_value_without_unit_is_no_unit() -> None:
    assert extract("土壤pH值由5.6升至6.3") == []
    assert [(one.number, one.unit) for one in extract("桶装水2升至5升")] == [("2~5", "升")]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("加固码头系船柱26座，另有9座在建。", ["码头系船柱", "码头系船柱"]),
        ("复检压力容器64台，其中11台更换安全阀。", ["压力容器", "压力容器"]),
        ("支付至合同总价的三分之二", ["合同总价"]),
        ("老城片区19条弄堂完成改造", ["弄堂"]),
        ("26个村平均补助3万元", ["村", "补助"]),
        ("大修水泵、闸门依次为6台、9扇", ["水泵", "闸门"]),
    ],
)
def test_the_noun_is_not_the_state_or_the_place_beside_the_number(text: str, entities: list[str]) -> None:
    found = [one.entity or "" for one in extract(text)]
    assert len(found) == len(entities)
    assert all(
        own and (own in one or one in own) and "在建" not in one for own, one in zip(entities, found, strict=True)
    )


def test_one_of_each_names_nothing_alone() -> None:
    assert said("采购执法记录仪，单台不高于900元") == [("900", "元", "<=", "执法记录仪")]


@pytest.mark.parametrize(
    "text",
    [
        "四站合一、两院协同",
        "六百年古镇展陈",
        "四类桥复核完毕",
        "二期主体封顶",
        "廿四番花信",
        "一个窗口一本簿、一辆车一本账",
    ],
)
def test_bodies_that_join_and_what_only_describes_are_silent(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("举报奖励每件20元封顶200元", ["=", "<="]),
        ("举报奖励每件20元封顶，合计200元", ["<=", "="]),
        ("单个标段保证金以6万元为上限", ["<="]),
        ("押金以300元为限", ["<="]),
        ("财政出资占60%为主", ["="]),
    ],
)
def test_a_ceiling_is_of_the_number_it_names(text: str, comparators: list[str]) -> None:
    assert [one.comparator for one in extract(text)] == comparators


def test_the_day_up_to_which_was_counted_is_no_part_of_the_noun() -> None:
    assert said("截至上季末登记调解员73名") == [("73", "名", "=", "登记调解员")]
    assert said("截至目前入库编织袋5.2万条") == [("52000", "条", "=", "入库编织袋")]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("外聘调解员（专职6名、兼职9名）共15名", ["专职", "兼职", "外聘调解员"]),
        ("支付尾款（合同价的3%）4.2万元", ["合同价", "尾款"]),
        ("回访对象（3—6岁）360名", ["回访对象", "回访对象"]),
        ("每名社工最多联系12位独居老人", ["独居老人"]),
    ],
)
def test_behind_a_bracket_the_noun_before_it_goes_on_and_behind_a_verb_stand_the_people(
    text: str, entities: list[str]
) -> None:
    assert [one.entity for one in extract(text)] == entities


def test_one_to_twelve_before_the_word_for_a_ratio_is_no_time_of_day() -> None:
    assert [one.number for one in extract("夜班护理按1:15配比")] == ["1:15"]
