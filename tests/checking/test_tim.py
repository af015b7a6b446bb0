"""The boundaries of the rules about dates and years."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.checking.rows import filing, run, said

ROW = "产出指标 | 时效指标 | 完成时间 | "


def test_dates_are_in_order_and_on_the_calendar() -> None:
    assert said("TIM001", filing(start_date="2026-12-31", end_date="2026-01-01")) == ["error"]
    assert said("TIM001", filing(start_date="2026-01-01", end_date="2026-01-01")) == []
    unread = filing(start_date=None, printed={"start_date": "2026年2月30日"})
    assert said("TIM001", unread) == ["warning"]
    for period in ("2027年1月", "2027年", "长期"):
        whole = filing(start_date=None, printed={"start_date": period})
        assert said("TIM001", whole) == []
        assert run("TIM001", whole).outcomes["TIM001"] == "insufficient"
    assert run("TIM001", filing(start_date=None)).outcomes["TIM001"] == "insufficient"


def test_the_year_lies_in_the_plan() -> None:
    assert said("TIM002", filing(year=2025)) == ["error"]
    assert said("TIM002", filing(end_date="2027-06-30")) == ["info"]
    assert said("TIM002", filing(end_date="2027-06-30", project_nature="阶段性项目")) == []


@pytest.mark.parametrize(
    "goal",
    [
        "截至2025年底建成充电桩3000个，2026年计划新增500个。",
        "按照2025年9月至2026年6月学年安排，开展课后服务30校。",
        "贯彻落实2021—2025年规划，完成年度任务。",
        "在2024年工作基础上，继续推进社区服务。",
        "根据2023年中央文件精神，完成农村厕所改造200座。",
        "对2025年竣工项目支付工程尾款，支付及时率达100%。",
        "事故起数与2025年相比下降5%。",
        "清偿2024年及以前年度欠款，清偿率达100%。",
        "2025年底前已完成主体结构，2026年完成装修。",
        "向2025年毕业的高校毕业生发放补贴300人。",
        "完成2025年度部门决算编制，报送及时率达100%。",
        "2025年全区发放补贴1200万元，惠及3000人。2026年继续发放。",
        "为2025年9月1日前入园的幼儿提供保险2000份。",
        "2025年入学的新生体检率达到100%。",
        "支付2025年第四季度物业费，服务满意度达90%。",
        "足额缴纳2025年的残疾人就业保障金。",
    ],
)
def test_a_past_year_may_belong_there(goal: str) -> None:
    assert said("TIM003", filing(annual_goal=goal)) == []


@pytest.mark.parametrize(
    "goal",
    [
        "2025年计划开展培训12期。",
        "力争2025年满意度达到95%。",
        "2025年11月底前完成全部工程。",
        "2025年全年开展巡查120次，群众满意度达90%。",
        "2025年印制宣传册7000份，居民满意度达90%以上。",
        "通过项目实施，2025年新增绿地20公顷。",
        "2025 年系统重大故障率为 0%，监管对象满意度达95%。",
    ],
)
def test_a_goal_for_a_past_year_is_stale(goal: str) -> None:
    assert said("TIM003", filing(annual_goal=goal)) == ["warning"]


def test_a_wrong_form_year_explains_stale_goals() -> None:
    from drafter.checking import check_filing, select_rules

    wrong = filing(year=2027, annual_goal="2026年计划开展培训12期。")
    report = check_filing(wrong, rules=select_rules(["TIM"]))
    assert [(finding.code, finding.also) for finding in report.findings] == [("TIM002", ["TIM003"])]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"annual_goal": "2027年计划培训12期。"}, ["warning"]),
        ({"annual_goal": "本年培训12期，到2030年全部轮训。"}, []),
        ({"project_name": "2025年便民服务"}, ["info"]),
        ({"project_name": "便民服务（2025—2027年）"}, []),
        ({"project_name": "2025年道路大修工程尾款"}, []),
        ({"project_name": "落实沪府发〔2025〕3号"}, []),
        ({"overall_goal": "（2021年—2023年）建成网络。"}, ["warning"]),
        ({"overall_goal": "（2025年—2027年）建成网络。"}, []),
    ],
)
def test_years_of_name_goal_and_form_agree(fields: dict[str, str], expected: list[str]) -> None:
    assert said("TIM004", filing(**fields)) == expected


@pytest.mark.parametrize(
    ("nature", "name", "expected"),
    [
        ("经常性项目", "资金监管系统（2026年升级改造）", ["info"]),
        ("经常性项目", "程序升级改造和日常维护", []),
        ("一次性项目", "公园绿地日常养护", ["info"]),
        ("一次性项目", "信息系统开发、升级、建设", []),
        ("阶段性项目", "新建道路", []),
    ],
)
def test_nature_and_name(nature: str, name: str, expected: list[str]) -> None:
    assert said("TIM005", filing(project_nature=nature, project_name=name)) == expected


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("2026年11月底前", False),
        ("2027年1月15日前", True),
        ("2025年11月底前", True),
        ("第四季度前完成", False),
        ("每月10日前", False),
        ("次年1月底前", False),
        ("12月31日", False),
        ("3月至11月", False),
        ("验收后30日内", False),
    ],
)
def test_deadlines_lie_in_the_plan(target: str, found: bool) -> None:
    assert bool(said("TIM006", filing(ROW + target))) is found


def test_a_deadline_without_a_year_is_judged_in_one_year_plans_only() -> None:
    assert said("TIM006", filing(ROW + "10月底前", end_date="2026-08-31")) == ["warning"]
    assert said("TIM006", filing(ROW + "10月底前", end_date="2027-08-31")) == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("产出指标 | 数量指标 | 线路租赁时间 | =24个月", True),
        ("产出指标 | 数量指标 | 线路租赁时间 | =12个月", False),
        ("产出指标 | 数量指标 | 服务期限 | =1年", False),
        ("产出指标 | 数量指标 | 服务期限 | ≤3年", False),
        ("效益指标 | 可持续影响指标 | 设备质保期限 | ≥3年", False),
    ],
)
def test_a_service_is_no_longer_than_the_plan(row: str, found: bool) -> None:
    one = filing(row)
    assert one.end_date == dt.date(2026, 12, 31)
    assert bool(said("TIM006", one)) is found


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        ("项目2026年1月启动，11月完成。", []),
        ("项目计划于2026年6月启动，并于当年完成。", ["info"]),
        ("2024年5月开工，2026年12月竣工。", ["info"]),
        ("2027年3月启动。", ["warning"]),
        ("2026年1月启动采购，2026年4月启动安装。", []),
        ("2026年1月启动一期，2027年3月启动二期。", ["info"]),
        ("2026年3月至5月开始布展。", []),
        ("贯穿2026年全年度，按季度结算。", []),
    ],
)
def test_the_months_of_a_schedule_are_those_of_the_plan(schedule: str, expected: list[str]) -> None:
    assert said("TIM004", filing(narrative=f"项目概况：略。\n项目实施计划：{schedule}")) == expected
    assert said("TIM004", filing(narrative=f"项目概况：{schedule}")) == []
