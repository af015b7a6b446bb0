"""What older forms and other provinces write: prints beside values, calculations in notes, closed lists, scopes."""

from __future__ import annotations

import pytest

from drafter.checking import check_filing
from tests.checking.rows import filing, run, said

_ROW = "产出指标 | 数量指标 | 设备数量 | ≥60(台)"


def test_a_print_of_another_number_says_nothing_of_a_changed_value() -> None:
    funding = {"annual_total": "900000.00", "current_appropriation": "840000.00", "other": "60000.00"}
    printed = {"funding.annual_total": "90万元", "funding.current_appropriation": "84万元", "funding.other": "6万元"}
    assert said("ARI004", filing(_ROW, funding=funding, printed=printed)) == []
    changed = {**funding, "other": "160000.00"}
    assert said("ARI004", filing(_ROW, funding=changed, printed=printed)) == ["error"]


def _line(amount: str, note: str, item: str = "诊疗床", **more: str) -> list[str]:
    one = filing(_ROW, budget_lines=[{"item": item, "amount": amount, "note": note, **more}])
    return said("ARI001", one)


@pytest.mark.parametrize(
    ("amount", "note", "found"),
    [
        ("192000", "3200元/张×60张", []),
        ("192000", "测算：3200元/张*60张", []),
        ("192000", "0.32万元/张×60张", []),
        ("192000", "3200元/张×50张", ["warning"]),
        ("192000", "2300元/张×60张", ["warning"]),
        ("192000", "0.32元/张×60张", ["warning"]),
        # Another number, a share, a price alone: nobody knows what else belongs to it.
        ("192000", "3200元/张×50张，运费32000元", []),
        ("96000", "3200元/张×60张，区财政承担一半", []),
        ("192000", "60张×1批", []),
        # Paid twelve times, which the note need not say.
        ("14400", "400元/月×3人", []),
    ],
)
def test_a_calculation_in_the_note_of_a_line_comes_to_its_amount(amount: str, note: str, found: list[str]) -> None:
    assert _line(amount, note) == found


def test_a_calculation_in_the_name_of_a_line() -> None:
    assert _line("192000", "", "诊疗床（3200元/张×60张）") == []
    assert _line("192000", "", "诊疗床（3200元/张×66张）") == ["warning"]


def test_a_calculation_may_be_that_of_the_price() -> None:
    whole = {"unit_price": "4800", "quantity": "26"}
    assert _line("124800", "400元/月×12个月", **whole) == []
    assert _line("124800", "400元/月×10个月", **whole) == ["warning"]
    report = run("ARI001", filing(_ROW, budget_lines=[
        {"item": "协管员", "amount": "124800", "note": "400元/月×10个月", **whole}
    ]))  # fmt: skip
    assert report.findings[0].primary.path == "budget_lines[0].unit_price"
    assert "单价" in report.findings[0].message


def test_nothing_else_changes_for_a_note_without_a_calculation() -> None:
    one = filing(_ROW, budget_lines=[{"item": "诊疗床", "amount": "192000", "note": "规格1.9×0.9米"}])
    assert all(finding.code != "ARI001" for finding in check_filing(one).findings)


_BINS = "产出指标 | 数量指标 | 分类垃圾桶配置数量 | =3000(组)"
_ROOMS = "产出指标 | 数量指标 | 更换课桌椅数量 | =2400(套)"


@pytest.mark.parametrize(
    ("goal", "row", "found"),
    [
        ("在镇区30个小区、15家单位推行垃圾分类，配置分类垃圾桶3000组。", _BINS, ["info", "info"]),
        ("推行垃圾分类的小区30个，配置分类垃圾桶3000组。", _BINS, ["warning"]),
        ("在镇区30个小区开展宣传，组织活动12场，配置分类垃圾桶3000组。", _BINS, ["warning", "warning"]),
        ("为12所小学（公办8所、民办4所）60间教室更换课桌椅2400套。", _ROOMS, ["warning", "info"]),
        ("新建教室60间，更换课桌椅2400套。", _ROOMS, ["warning"]),
        ("更换课桌椅2400套，配发至18个教学点。", _ROOMS, ["info"]),
        ("更换课桌椅2400套。标准化覆盖到18个教学点。", _ROOMS, ["warning"]),
    ],
)
def test_whose_and_where_the_work_is(goal: str, row: str, found: list[str]) -> None:
    assert said("MAT002", filing(row, annual_goal=goal)) == found


def test_a_total_whose_parts_all_have_a_row() -> None:
    rows = [
        f"产出指标 | 数量指标 | {name}抽检批次 | ={count}(批次)" for name, count in (("农产品", 700), ("餐具", 350))
    ]
    rows.append("产出指标 | 数量指标 | 快速检测批次 | ≥5000(批次)")
    goal = "完成监督抽检{}批次，其中农产品700批次、餐具350批次；快速检测5000批次。"
    assert said("MAT002", filing(*rows, annual_goal=goal.format(1050))) == []
    assert said("MAT002", filing(*rows[1:], annual_goal=goal.format(1050))) == ["warning"]
    assert said("MAT002", filing(*rows, annual_goal=goal.format(1500))) == ["warning"]


def test_what_is_named_and_what_is_counted_make_the_number_of_a_row() -> None:
    row = "产出指标 | 数量指标 | 开放场馆数量 | =20(个)"
    assert said("MAT001", filing(row, annual_goal="保障文化馆、图书馆和18个乡镇场馆开放。")) == []
    assert said("MAT001", filing(row, annual_goal="保障文化馆、图书馆和28个乡镇场馆开放。")) == ["error"]


def test_a_number_said_twice_in_the_words_of_its_row() -> None:
    row = "产出指标 | 数量指标 | 记账户数量 | =260(户)"
    assert said("MAT002", filing(row, annual_goal="组织260户居民家庭开展记账，慰问记账户260户。")) == []
    assert said("MAT002", filing(row, annual_goal="改造危房260户，慰问记账户260户。")) == ["warning"]


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("2025年受理诉求65.3万件，今年预计受理诉求68万件。", []),
        ("2026年受理诉求65.3万件，受理诉求68万件。", ["warning"]),
    ],
)
def test_the_year_before_this_one_promises_nothing(goal: str, found: list[str]) -> None:
    assert said("MAT002", filing("产出指标 | 数量指标 | 受理诉求数量 | =68(万件)", annual_goal=goal)) == found


def test_a_row_without_a_unit_is_no_time_of_the_goal() -> None:
    row = "产出指标 | 质量指标 | 系统可用率 | ≥99.9"
    assert said("MAT001", filing(row, annual_goal="15秒内接通，保障系统稳定可用。")) == []


@pytest.mark.parametrize(
    ("words", "target", "found"),
    [
        ("人均补贴1500元", "≤1500(元/人)", []),
        ("人均补贴1800元", "≤1500(元/人)", ["warning"]),
        ("每户每月发放记账补贴120元", "=120(元/户·月)", []),
        ("每户每月发放记账补贴120元", "=210(元/户·月)", ["warning"]),
        ("每户每年发放记账补贴120元", "=120(元/户·月)", ["warning"]),
        ("每户每年发放记账补贴1440元", "=120(元/户·月)", []),
        ("记账补贴标准120元/户·月", "=102(元/户·月)", ["warning"]),
    ],
)
def test_prices_per_the_same_things(words: str, target: str, found: list[str]) -> None:
    row = f"产出指标 | 成本指标 | 记账补贴标准 | {target}"
    assert said("ARI009", filing(row, annual_goal=f"做好调查，{words}。")) == found


def test_of_several_prices_per_one_thing_the_odd_one_is_told() -> None:
    goal = "补助标准：县级馆每个20万元，乡镇站每个5万元。"
    rows = [
        f"产出指标 | 成本指标 | {name}补助标准 | ={price}(万元/个)" for name, price in (("县级馆", 20), ("乡镇站", 15))
    ]
    report = run("ARI009", filing(*rows, annual_goal=goal))
    assert [(one.primary.text, one.arguments["item"]) for one in report.findings] == [("5万元", "乡镇站补助标准")]
    assert said("ARI009", filing(rows[0], rows[1].replace("15", "5"), annual_goal=goal)) == []


def test_what_a_line_confirms_a_row_may_contradict() -> None:
    rows = ["产出指标 | 成本指标 | 乡镇站补助标准 | =15(万元/个)"]
    lines = [{"item": "乡镇站补助", "unit_price": "50000", "quantity": "18", "unit": "个", "amount": "900000"}]
    one = filing(*rows, annual_goal="乡镇站每个补助5万元。", budget_lines=lines, funding={"annual_total": "900000"})
    assert said("ARI009", one) == ["warning"]


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("适配辅具860件，其中轮椅320件、助听器190件、其他类350件。", []),
        ("适配辅具860件，其中轮椅320件、助听器19件、其他类350件。", ["warning"]),
        ("适配辅具860件，其中轮椅320件、助听器19件。", []),
        ("组织260户家庭开展收支记账（城镇110户，农村150户）。", []),
        ("组织260户家庭开展收支记账（城镇101户，农村150户）。", ["warning"]),
        ("组织260户家庭开展收支记账（每户记账101天，农村150户）。", []),
    ],
)
def test_parts_that_leave_none_out(goal: str, found: list[str]) -> None:
    assert said("ARI008", filing(_ROW, annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("total", "found"),
    [
        ("合计26.92万元", []),
        ("合计26.29万元", ["warning"]),
        ("合计269200元", []),
        ("其中区财政承担20万元，合计26.29万元", []),
        ("", []),
    ],
)
def test_what_several_calculations_come_to(total: str, found: list[str]) -> None:
    text = f"冰箱9800元/台×18台=176400元，终端1450元/套×64套=92800元，{total}。"
    assert said("ARI009", filing(_ROW, narrative=text)) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("县级馆每个20万元，乡镇站每个5万元，共计130万元。", []),
        ("县级馆每个20万元，乡镇站每个5万元，共计103万元。", ["warning"]),
        ("县级馆每个20万元，乡镇站每个5万元，共计95万元。", []),
        ("县级馆每个20万元，培训费共计103万元。", []),
    ],
)
def test_what_closes_a_sentence_and_names_nothing_is_the_budget_but_for_a_digit(goal: str, found: list[str]) -> None:
    assert said("ARI012", filing(_ROW, annual_goal=goal, funding={"annual_total": "1300000"})) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [("总投资2250万元", []), ("项目总投资2520万元", ["warning"]), ("总投资3000万元", []), ("带动总投资2520万元", [])],
)
def test_what_the_years_of_a_project_cost(words: str, found: list[str]) -> None:
    funding = {"project_total": "22500000", "annual_total": "9000000"}
    dates = {"start_date": "2025-01-01", "end_date": "2027-12-31"}
    one = filing(_ROW, overall_goal=f"三年建成农田1.5万亩，{words}。", funding=funding, **dates)
    assert said("ARI012", one) == found


@pytest.mark.parametrize(
    ("goal", "name", "found"),
    [
        ("适配后30日内回访率不低于95%。", "适配后30日内回访率", []),
        ("适配后30日内回访率不低于95%。", "适配后60日内回访率", ["warning"]),
        ("热线15秒接通率不低于95%。", "15秒接通率", []),
        ("热线15秒接通率不低于95%。", "20秒接通率", ["warning"]),
        ("热线15秒接通率不低于95%。", "接通率", []),
    ],
)
def test_times_within_the_name_of_a_row(goal: str, name: str, found: list[str]) -> None:
    assert said("MAT001", filing(f"产出指标 | 质量指标 | {name} | ≥95(%)", annual_goal=goal)) == found


@pytest.mark.parametrize(
    ("goal", "target", "found"),
    [
        ("古树名木每月巡查1次。", "=12(次)", []),
        ("古树名木每月巡查1次。", "≥12(次)", []),
        ("古树名木每月巡查1次。", "=1(次)", []),
        ("古树名木每月巡查1次。", "=6(次)", ["warning"]),
        ("古树名木每季度巡查2次。", "=6(次)", ["warning"]),
        ("古树名木每月巡查1次。", "=24(次)", []),
        ("每株古树名木每月巡查1次。", "=6(次)", []),
        ("汛期古树名木每周巡查1次。", "=6(次)", []),
    ],
)
def test_what_is_done_every_month_comes_to_the_row_of_the_year(goal: str, target: str, found: list[str]) -> None:
    assert said("MAT001", filing(f"产出指标 | 数量指标 | 古树名木巡查次数 | {target}", annual_goal=goal)) == found


def test_a_project_of_half_a_year_has_fewer_months() -> None:
    row = "产出指标 | 数量指标 | 古树名木巡查次数 | =6(次)"
    assert said("MAT001", filing(row, annual_goal="古树名木每月巡查1次。", start_date="2026-07-01")) == []


_OLD = [f"产出指标 | 数量指标 | {name}人数 | ={count}(人)" for name, count in (("80至89岁老人", 680), ("百岁老人", 20))]


@pytest.mark.parametrize(
    ("parts", "found"),
    [("80至89岁680人、100岁以上20人", []), ("80至89岁860人、100岁以上20人", ["ARI008", "MAT001"])],
)
def test_ages_say_of_whom_a_part_is(parts: str, found: list[str]) -> None:
    goal = f"为高龄老人700人发放津贴，其中{parts}，按月打卡发放。"
    report = check_filing(filing(*_OLD, annual_goal=goal))
    told = {code for one in report.findings if one.severity != "info" for code in (one.code, *one.also)}
    assert sorted(told & {"ARI008", "MAT001"}) == found


def test_the_row_of_a_part_is_not_that_of_the_total() -> None:
    goal = "为高龄老人700人发放津贴，其中80至89岁680人、100岁以上20人。"
    assert said("MAT001", filing(_OLD[1], annual_goal=goal)) == []
    assert said("MAT001", filing(_OLD[0], _OLD[1].replace("20", "25"), annual_goal=goal)) == []
    whole = "产出指标 | 数量指标 | 高龄老人发放人数 | =800(人)"
    assert said("MAT001", filing(whole, *_OLD, annual_goal=goal)) == ["error"]


def test_a_rate_is_told_by_its_unit() -> None:
    row = "产出指标 | 质量指标 | 错发冒领率 | ≤3({})"
    goal = "津贴发放准确率99.5%，错发冒领控制在3‰以内。"
    assert said("MAT001", filing(row.format("‰"), annual_goal=goal)) == []
    assert said("MAT001", filing(row.format("%"), annual_goal=goal)) == ["warning"]


def test_the_only_area_of_goal_and_table_with_the_wan_left_out() -> None:
    row = "产出指标 | 数量指标 | 物业服务面积 | =4.6({}平方米)"
    goal = "保障办公楼4.6万平方米的保洁和安保。"
    assert said("MAT001", filing(row.format("万"), annual_goal=goal)) == []
    assert said("MAT001", filing(row.format(""), annual_goal=goal)) == ["warning"]
    assert said("MAT001", filing(row.format("").replace("4.6", "5.2"), annual_goal=goal)) == []


@pytest.mark.parametrize(("target", "found"), [("2026年11月底前", []), ("2027年11月底前", ["warning"])])
def test_the_one_deadline_a_year_later(target: str, found: list[str]) -> None:
    row = f"产出指标 | 时效指标 | 年度建设任务完成时间 | {target}"
    assert said("MAT001", filing(row, annual_goal="11月底前完成当年各项建设任务。")) == found


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("改造老旧小区14个、96栋楼。", ["info"]),
        ("改造老旧小区14个，新建水塔96座。", ["warning"]),
        ("改造老旧小区14个、水塔96座。", ["warning"]),
    ],
)
def test_another_measure_of_what_has_its_row(goal: str, found: list[str]) -> None:
    assert said("MAT002", filing("产出指标 | 数量指标 | 改造老旧小区数 | =14(个)", annual_goal=goal)) == found


def test_sessions_and_those_who_came() -> None:
    row = "产出指标 | 数量指标 | 食品安全培训人次 | =126(人次)"
    assert said("MAT002", filing(row, annual_goal="食品安全培训2期126人次。")) == ["info"]


@pytest.mark.parametrize(
    ("goal", "target", "found"),
    [
        ("全年不发生食物中毒事件。", "=0(起)", []),
        ("全年不发生食物中毒事件。", "=1(起)", ["warning"]),
        ("全年不发生食物中毒事件。", "≤2(起)", ["warning"]),
        ("全年尽量不发生食物中毒事件。", "≤2(起)", []),
        ("全年不发生学生走失。", "≤2(起)", []),
    ],
)
def test_what_may_not_happen_is_a_harm(goal: str, target: str, found: list[str]) -> None:
    assert said("MAT007", filing(f"效益指标 | 社会效益指标 | 食物中毒事件发生数 | {target}", annual_goal=goal)) == found


def test_general_words_that_are_a_whole_name() -> None:
    row = "产出指标 | 成本指标 | 户均改造成本 | ≤8000(元/户)"
    assert said("ARI009", filing(row, annual_goal="户均改造成本8000元；完成年度任务。")) == []
    assert said("ARI009", filing(row, annual_goal="户均改造成本800元；完成年度任务。")) == ["warning"]


def test_a_note_that_says_how_many_days_is_held_to_them() -> None:
    whole = {"unit_price": "800", "quantity": "105", "item": "膳食补助"}
    assert _line("84000", "4元/天×200天", **whole) == []
    assert _line("84000", "4元/天×20天", **whole) == ["warning"]
