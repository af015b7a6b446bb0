"""A count said of each place, places that are no thing, and days in brackets: what a clerk types on one line."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief


def _items(text: str) -> list[tuple[str, Decimal | None, str | None, Decimal | None]]:
    return [(one.name, one.quantity, one.unit, one.unit_price) for one in load_brief(text, ".txt").items]


@pytest.mark.parametrize(
    ("text", "item", "covered"),
    [
        ("2027年9所小学各配备净水机3台，每台2600元，预算7.02万元", ("净水机", 27, "台", 2600), "覆盖小学9所"),
        ("2027年在11个乡镇各建1套雨量站，每套2万元，预算22万元", ("雨量站", 11, "套", 20000), "覆盖乡镇11个"),
        ("2027年在6个社区各设置公示栏2块，每块900元，预算1.08万元", ("公示栏", 12, "块", 900), "覆盖社区6个"),
        ("2027年给7个村各举办3场义诊，每场2000元，预算4.2万元", ("义诊", 21, "场", 2000), "覆盖村7个"),
    ],
)
def test_a_count_of_each_place_is_multiplied_and_asked_about(text, item, covered):
    made = draft(text)
    assert _items(text) == [item]
    assert covered in (made.filing.annual_goal or "")
    assert any(" × " in question.message for question in made.questions)


def test_a_place_of_a_long_name():
    text = "2027年为7个乡镇卫生院各配备B超机1台、呼吸机2台，B超机每台18万元，呼吸机每台9万元，合计252万元"
    assert _items(text) == [("B超机", 7, "台", 180000), ("呼吸机", 14, "台", 90000)]


def test_one_count_of_two_things_for_each_place():
    text = "2027年给5个村各配备果皮箱10个、保洁车1辆，果皮箱每个150元，保洁车每辆2万元，预算10.75万元"
    assert _items(text) == [("果皮箱", 50, "个", 150), ("保洁车", 5, "辆", 20000)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "2027年保安、保洁各4人，每人每年3.5万元，预算28万元",
            [("保安", 4, "人", 35000), ("保洁", 4, "人", 35000)],
        ),
        (
            "2027年采购扫描仪、碎纸机各6台，扫描仪每台3000元，碎纸机每台800元，预算2.28万元",
            [("扫描仪", 6, "台", 3000), ("碎纸机", 6, "台", 800)],
        ),
    ],
)
def test_one_count_of_each_thing_in_a_row(text, items):
    assert _items(text) == items


@pytest.mark.parametrize("where", ["主干道两侧", "景区周边", "国道沿线"])
def test_where_things_stand_is_no_thing(where):
    text = f"2027年对{where}320块大型户外广告牌做安全鉴定，每块700元，共22.4万元"
    assert _items(text) == [("大型户外广告牌安全鉴定", 320, "块", 700)]


def test_boards_are_counted_and_yuan_are_spent():
    assert _items("2027年对360块交通指示牌做检测，每块50元，共1.8万元")[0][1:] == (360, "块", 50)
    assert [one.amount for one in load_brief("2027年活动花450块做展板，预算450元", ".txt").items] == [450]


def test_what_is_worked_on_belongs_to_the_places_that_are_counted():
    text = "2027年对6所中学的体育馆地面做翻新改造，面积共0.9万平方米，每平方米200元，总投资180万元"
    assert "覆盖中学6所" in (draft(text).filing.annual_goal or "")
    assert _items(text)[0][1:] == (9000, "平方米", 200)


def test_work_on_the_homes_of_people_is_done_for_them():
    text = "2027年给80名失能老人家庭做适老化改造，每户4000元，预算32万元"
    assert _items(text) == [("失能老人家庭适老化改造", 80, "名", 4000)]
    assert "为失能老人家庭80名实施适老化改造" in (draft(text).filing.annual_goal or "")


def test_light_verbs_belong_to_no_thing():
    text = "2027年对全县28个水位站点进行维护，每点1800元，预算5.04万元"
    assert _items(text) == [("水位站点维护", 28, "个", 1800)]
    assert "维护水位站点28个" in (draft(text).filing.annual_goal or "")


def test_what_work_touches_is_said_with_its_noun():
    text = "2027年农村沟渠清淤，涉及5个镇18条沟渠，清淤土方9万方，每方20元，预算180万元"
    goal = draft(text).filing.annual_goal or ""
    assert "涉及镇5个、沟渠18条" in goal


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("汛期（6月1日）前完成", "6月1日前完成"),
        ("暑假期间（8月20日前）完工", "8月20日前完工"),
        ("三季度出检测报告", "三季度出具检测报告"),
        ("10月底拿出成果", "10月底形成成果"),
        ("11月提交验收资料清单", "11月提交验收资料清单"),
    ],
)
def test_by_when_something_is_handed_in(said, value):
    brief = load_brief(f"2027年水闸安全检测，检测水闸8座，每座2万元，预算16万元。{said}。", ".txt")
    assert value in [target.value for target in brief.targets]
    assert not brief.notes


def test_places_of_two_kinds_are_not_multiplied_by_one_of_them():
    text = "2027年为4个街道、21个社区各配备灭火箱3个，每个200元，预算1.5万元"
    assert 63 not in [quantity for _, quantity, _, _ in _items(text)]
