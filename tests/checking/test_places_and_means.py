"""Where, for whom and with what work is done is not how much of it is done; what follows a harm is work on it."""

import pytest

from tests.checking.rows import filing, said

_SENSORS = "产出指标|数量指标|安装监测探头|≥240台套"


@pytest.mark.parametrize(
    "rows",
    [
        (_SENSORS, "产出指标|数量指标|接入码头数量|＝6个"),
        (_SENSORS,),
    ],
)
def test_a_number_of_places_contradicts_no_number_of_things(rows: tuple[str, ...]) -> None:
    goal = "完成机房扩容和6个货运码头监测探头安装。"
    assert said("MAT001", filing(*rows, annual_goal=goal)) == []


def test_a_number_of_the_things_still_contradicts_it() -> None:
    assert said("MAT001", filing(_SENSORS, annual_goal="完成机房扩容和200台套监测探头安装。")) != []
    assert said("MAT001", filing("产出指标|数量指标|安装监测探头|＝240个", annual_goal="安装监测探头200套。")) == [
        "error"
    ]


@pytest.mark.parametrize(
    ("goal", "row"),
    [
        ("在三个街道新建滨水休闲骑行步道1.8公里。", "新建骑行步道长度|≥1.8公里"),
        ("为24所幼儿园配置绘本3.6万册。", "配置绘本册数|≥3.6万册"),
    ],
)
def test_where_the_work_is_done_is_only_a_hint_once_its_amount_has_a_row(goal: str, row: str) -> None:
    assert said("MAT002", filing(f"产出指标|数量指标|{row}", annual_goal=goal)) == ["info"]
    other = filing("产出指标|数量指标|发放宣传单|＝500份", annual_goal=goal)
    assert said("MAT002", other) == ["warning", "warning"]


def test_with_what_the_work_is_done_is_only_a_hint() -> None:
    row = "产出指标|数量指标|巡测道路里程|≥900公里"
    goal = "使用4套车载和2套便携式雷达设备开展巡测，全年巡测道路900公里。"
    assert said("MAT002", filing(row, annual_goal=goal)) == ["info", "info"]
    assert "warning" in said("MAT002", filing(row, annual_goal="采购4套车载雷达设备，全年巡测道路900公里。"))


@pytest.mark.parametrize(
    ("name", "target"),
    [("项目预算控制数", "≤320万元"), ("投资控制数", "≤96万元"), ("编制控制数", "≤40人"), ("财政拨款决算数", "≤70万元")],
)
def test_a_ceiling_is_in_whatever_it_limits(name: str, target: str) -> None:
    assert said("VAL003", filing(f"成本指标|经济成本指标|{name}|{target}")) == []


@pytest.mark.parametrize("name", ["巡检点位数", "参展作品数量"])
def test_a_number_of_things_is_in_no_money(name: str) -> None:
    assert said("VAL003", filing(f"产出指标|数量指标|{name}|=320万元")) == ["warning"]


@pytest.mark.parametrize(
    "row",
    [
        "不合格样品复检率|≥90%", "违规线索移送率|＝100%", "投诉件督办率|≥95%", "疫情点位拔除数|≥12(个)",
        "隐患销号率|≥98%", "病害植株铲除数量|≥400株",
    ],
)  # fmt: skip
def test_what_is_done_about_a_harm_may_have_a_floor(row: str) -> None:
    assert said("VAL006", filing(f"产出指标|质量指标|{row}")) == []


@pytest.mark.parametrize("row", ["复检不合格率|≥5%", "疫情发生数|≥12(个)"])
def test_a_harm_itself_may_not(row: str) -> None:
    assert said("VAL006", filing(f"产出指标|质量指标|{row}")) == ["warning"]
