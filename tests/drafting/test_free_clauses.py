"""Free text: no clause with a number vanishes, and lines that are not all of them judge no total."""

from decimal import Decimal

import pytest

from drafter.drafting import draft, load_brief


def _codes(text: str) -> set[str]:
    (filing,) = draft(text).report.documents[0].filings
    return {finding.code for finding in filing.findings}


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("校园绿化养护,面积12000㎡,每平米7.5元/年,预算9万元", 90000),
        ("校园绿化养护,面积12000㎡,每平米7.5元/年,另外补种月季三千株 10元一株,总预算十二万元", 120000),
    ],
)
def test_a_price_of_each_square_metre_a_year_is_that_of_the_area(text, total):
    brief = load_brief(text, ".txt")
    first = brief.items[0]
    assert (first.name, first.quantity, first.unit_price) == ("校园绿化养护", Decimal(12000), Decimal("7.5"))
    assert brief.budget_total == total
    assert not {"ARI002", "DRF003"} & _codes(text)


def test_people_asked_for_at_a_place_are_read_with_their_price():
    text = "2027年窗口请3个文员每人每年8万5，还要做档案整理2000卷15元一卷，预算28.5万，要年底前弄完"
    brief = load_brief(text, ".txt")
    assert [(item.name, item.quantity, item.unit_price) for item in brief.items] == [
        ("文员", 3, 85000),
        ("档案整理", 2000, 15),
    ]
    assert "年底前完成" in [target.value for target in brief.targets]
    assert not {"ARI002", "DRF003"} & _codes(text)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("2027年窗口请3个文员每人每年8万5，还要做档案整理，预算28.5万", "档案整理"),
        ("2027年申请3个名额每个5万，印刷宣传册1000份每份5元，预算15.5万", "3个名额"),
    ],
)
def test_lines_that_are_not_all_never_cut_the_total(text, unread):
    made = draft(text)
    (filing,) = made.report.documents[0].filings
    assert "ARI002" not in {finding.code for finding in filing.findings}
    assert filing.outcomes["ARI002"] == "insufficient"
    assert any(unread in question.message for question in made.questions)


def test_lines_that_are_all_still_judge_the_total():
    assert "ARI002" in _codes("2027年购买电脑20台，每台5000元，预算15万元")


def test_heads_and_days_of_each_session_make_its_price():
    brief = load_brief("2027年举办培训班4期，每期50人，每人每天450元，每期3天，预算27万元", ".txt")
    (item,) = brief.items
    assert (item.quantity, item.unit_price) == (4, 67500)
    assert any("450 × 50 × 3" in question.zh and "每期3天" in question.zh for question in brief.questions)


@pytest.mark.parametrize(
    "text",
    [
        "2027年举办培训班4期，每期50人，每期3天，预算27万元",
        "2027年办培训4期，每期50人，每人每天450元，每期3天，预算20万元",
    ],
)
def test_heads_and_days_that_make_no_price_are_asked_about(text):
    brief = load_brief(text, ".txt")
    assert brief.items[0].unit_price is None
    assert any("每期50人" in question.zh and "每期3天" in question.zh for question in brief.questions)


@pytest.mark.parametrize("region", ["全街道", "全系统", "各乡镇", "全区", "本街道"])
def test_a_region_before_a_count_of_places_is_not_what_is_counted(region):
    text = f"给{region}12个老小区加装充电桩，共计360个充电口，每口850元，预算30.6万元"
    brief = load_brief(text, ".txt")
    assert region not in " ".join([*(item.name for item in brief.items), *(one.name for one in brief.targets)])


@pytest.mark.parametrize(
    "when", ["9月开学前", "8月底开学前", "秋季开学前", "10月国庆节前", "开学前", "汛前", "主汛期前"]
)
def test_a_deadline_keeps_its_month(when):
    brief = load_brief(f"给3所小学更换课桌椅1200套，每套320元，共38.4万元，{when}到位", ".txt")
    assert f"{when}到位" in [target.value for target in brief.targets]


@pytest.mark.parametrize(
    ("text", "name", "verb"),
    [
        ("局档案室要扫描纸质档案45万页，每页0.38元", "局档案室纸质档案扫描", "扫描"),
        ("老旧小区要改造楼道12个，每个2万元", "老旧小区楼道改造", "改造"),
        ("镇卫生院口腔科准备购买牙科椅3台，每台5万元", "牙科椅", "购买"),
        ("信访窗口计划聘请律师3名，每人每年4万元", "律师", "聘请"),
    ],
)
def test_who_wants_something_done_stands_before_it(text, name, verb):
    (item,) = load_brief(text, ".txt").items
    assert (item.name, item.verb) == (name, verb)
    assert item.unit_price is not None


def test_a_room_that_speaks_is_no_project():
    brief = load_brief("局档案室2027年要扫描纸质档案45万页，每页0.38元，预算17.1万元", ".txt")
    assert (brief.implementer, brief.items[0].name) == ("局档案室", "纸质档案扫描")
    assert "档案" in brief.project_name and brief.project_name != "局档案室"
