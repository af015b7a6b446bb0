"""Free text: the years a thing is of are neither budget year nor period; who speaks and 对…实施 make no name."""

import datetime as dt
import re
from decimal import Decimal

import pytest

from drafter.brief import Brief
from drafter.drafting import draft, load_brief


def _told(text: str) -> str:
    return "；".join(question.message for question in draft(text).questions)


def _period(brief: Brief) -> tuple[dt.date | None, dt.date | None]:
    return brief.start_date, brief.end_date


@pytest.mark.parametrize(
    ("text", "year", "said"),
    [
        (
            "县档案馆2027年对馆藏1995—2008年土地登记档案进行数字化加工，扫描20万页，每页0.8元，预算16万元",
            2027,
            "1995—2008年",
        ),
        ("市总工会2027年组织2022—2025年新入职司机健康体检300人次，每人次400元，预算12万元", 2027, "2022—2025年"),
        ("2027年区园林局对2012年至2019年间建成的街心花园9座实施养护，每座2万元，预算18万元", 2027, "2012年至2019年间"),
    ],
)
def test_years_that_say_which_things_are_meant_are_no_period_and_are_told(text: str, year: int, said: str) -> None:
    brief = load_brief(text, ".txt")
    assert (brief.year, *_period(brief)) == (year, None, None)
    assert said in _told(text)


def test_a_period_of_months_settles_the_year_beside_the_years_of_the_records() -> None:
    text = "县档案馆拟于2027年4月至10月对馆藏1995—2008年土地登记档案进行数字化加工，扫描20万页，每页0.8元，预算16万元"
    made = draft(text)
    brief = load_brief(text, ".txt")
    assert (brief.year, *_period(brief)) == (2027, dt.date(2027, 4, 1), dt.date(2027, 10, 31))
    assert made.filing.project_name == "馆藏土地登记档案数字化加工"
    assert not {"1995", "2008"} & set(re.findall(r"\d+", made.filing.annual_goal or "1995"))


@pytest.mark.parametrize(
    "text",
    [
        "2026年至2028年实施河道整治，2027年整治河道12公里，每公里30万元，预算360万元",
        "河道整治，项目周期为2026—2028年，2027年整治河道12公里，每公里30万元，预算360万元",
    ],
)
def test_years_said_of_the_project_stay_its_period(text: str) -> None:
    assert _period(load_brief(text, ".txt")) == (dt.date(2026, 1, 1), dt.date(2028, 12, 31))


def test_what_was_done_in_years_before_is_no_item_of_this_year() -> None:
    brief = load_brief(
        "老旧电梯更新，2024年至2025年已更新电梯30台，2027年计划更新电梯12台，每台20万元，预算240万元", ".txt"
    )
    assert [(item.quantity, item.unit) for item in brief.items] == [(Decimal(12), "台")]


def test_months_of_the_work_are_its_period_and_not_its_last_month_alone() -> None:
    text = "区妇联2027年举办家庭教育讲座24场，每场2000元，6月至11月完成，预算4.8万元"
    brief = load_brief(text, ".txt")
    assert _period(brief) == (dt.date(2027, 6, 1), dt.date(2027, 11, 30))
    assert not [target for target in brief.targets if "月" in str(target.value)]


@pytest.mark.parametrize(("said", "name"), [("参赛人数", "参赛人次"), ("接待读者人数", "接待读者人次")])
def test_a_number_of_people_counted_in_visits_is_named_once(said: str, name: str) -> None:
    brief = load_brief(f"2027年举办体育比赛12场，每场5万元，{said}不少于4800人次，预算60万元", ".txt")
    assert (name, Decimal(4800), "人次") in [(one.name, one.value, one.unit) for one in brief.targets]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本镇2027年开展残疾人家庭无障碍改造，改造52户，每户6000元，预算31.2万元", "残疾人家庭无障碍改造"),
        ("本镇拟于2027年4月启动残疾人家庭无障碍改造，改造52户，每户6000元，预算31.2万元", "残疾人家庭无障碍改造"),
        ("2027年启动古树名木保护，保护古树62株，每株500元，预算3.1万元", "古树名木保护"),
        ("区教育局对新任教师开展轮训，2027年培训教师420人，每人1500元，预算63万元", "新任教师轮训"),
    ],
)
def test_who_speaks_and_that_it_begins_are_no_part_of_the_name(text: str, name: str) -> None:
    assert load_brief(text, ".txt").project_name == name


def test_the_month_a_project_begins_in_is_told() -> None:
    assert "4月启动" in _told("本镇拟于2027年4月启动残疾人家庭无障碍改造，改造52户，每户6000元，预算31.2万元")


def test_the_office_is_found_behind_the_purpose_and_the_year() -> None:
    brief = load_brief("为迎接区运动会，2027年区体育局计划举办健身赛事12场，每场5万元，预算60万元", ".txt")
    assert (brief.implementer, brief.year, brief.items[0].name) == ("区体育局", 2027, "健身赛事")


@pytest.mark.parametrize(
    ("said", "name"), [("对管网35公里开展检测", "管网检测"), ("对绿地35公里定期实施养护", "绿地养护")]
)
def test_what_work_is_done_to_is_named_with_the_work(said: str, name: str) -> None:
    item = load_brief(f"区水务局2027年{said}，每公里8000元，预算28万元", ".txt").items[0]
    assert (item.name, item.quantity, item.unit) == (name, Decimal(35), "公里")
