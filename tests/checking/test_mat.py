"""Goal and table where the pages do not reach: the published filings, lost values, every pair of comparators, swaps."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.checking import check_filing, select_rules
from drafter.checking.mend import target_data
from drafter.checking.past_records import PastRecords
from drafter.checking.report import FilingReport
from drafter.filing import Filing
from tests.checking.evaluate_digits import corpus_filings

CORPUS = corpus_filings()


def filing(goal: str, *rows: str, **more: Any) -> Filing:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    indicators = [
        {"level1": "产出指标", "level2": "数量指标", "name": name, "target": target_data(target)}
        for name, target in cells
    ]
    return Filing.model_validate({"annual_goal": goal, "indicators": indicators, **more})


def check(goal: str, *rows: str, code: str, **more: Any) -> FilingReport:
    return check_filing(filing(goal, *rows, **more), rules=select_rules([code], preview=True))


def findings(report: FilingReport) -> list[tuple[str, str]]:
    return [(one.severity, one.primary.text) for one in report.findings]


def test_the_three_promises_of_a_publicity_project_have_no_indicator_each() -> None:
    report = check_filing(CORPUS["minhang_2026_07_publicity"], rules=select_rules(["MAT"]))
    assert [(one.code, one.severity, one.primary.text) for one in report.findings] == [
        ("MAT002", "warning", "6900份"),
        ("MAT002", "warning", "2块"),
        ("MAT002", "warning", "3个"),
    ]
    agreed = {row.primary.text for row in report.reconciliation if row.status == "agrees"}
    assert {"7000份", "100%", "90%"} <= agreed and any(text.startswith("14个") for text in agreed)


@pytest.mark.parametrize("name", [name for name in CORPUS if name.startswith("minhang_2026")])
def test_numbers_of_real_goals_and_their_indicators_never_contradict(name: str) -> None:
    report = check_filing(CORPUS[name], rules=select_rules(["MAT001"]))
    assert not report.findings


def test_a_value_the_layout_lost_is_insufficient_and_no_finding() -> None:
    for name in ("minhang_2026_06_government-employees", "minhang_2026_05_institution-information"):
        report = check_filing(CORPUS[name], rules=select_rules(["MAT002"]))
        assert not report.findings, name
    assert report.outcomes["MAT002"] in ("insufficient", "clean")
    lost = {"name": "雇员人数", "certain": False, "target": None}
    other = {"name": "雇员到岗率", "target": target_data("=100(%)")}
    data = Filing.model_validate({"annual_goal": "招录雇员13人，到岗率达100%。", "indicators": [lost, other]})
    report = check_filing(data, rules=select_rules(["MAT002"]))
    assert report.outcomes == {"MAT002": "insufficient"} and report.insufficient[0].path == "indicators[0].target"


def test_a_blank_that_was_never_filled_in_covers_its_promise() -> None:
    blank = {"name": "雇员人数", "certain": True, "target": None}
    other = {"name": "雇员到岗率", "target": target_data("=100(%)")}
    data = Filing.model_validate({"annual_goal": "招录雇员13人，到岗率达100%。", "indicators": [blank, other]})
    assert not check_filing(data, rules=select_rules(["MAT002"])).findings


@pytest.mark.parametrize(
    ("said", "target", "expected"),
    [
        ("达90%", "≥90(%)", "agrees"),
        ("90%以上", "≥90.00(%)", "agrees"),
        ("超过90%", "≥90(%)", "agrees"),
        ("为90%", "=90(%)", "agrees"),
        ("达90%", "≥85(%)", "warning"),
        ("达90%", "≥95(%)", "warning"),
        ("达90%", "=95(%)", "warning"),
        ("达90%", "=85(%)", "error"),
        ("为90%", "=80(%)", "error"),
        ("达90%", "≤90(%)", "error"),
        ("不超过5%", "≤5(%)", "agrees"),
        ("不超过5%", "≤8(%)", "warning"),
        ("不超过5%", "≥5(%)", "error"),
        ("约90%", "≥85(%)", "unsure"),
        ("达90%", "≥90.4(%)", "info"),
    ],
)
def test_every_pair_of_signs_is_judged(said: str, target: str, expected: str) -> None:
    report = check(f"培训合格率{said}。", f"培训合格率 | {target}", code="MAT001")
    [row] = [row for row in report.reconciliation if row.related]
    severities = [one.severity for one in report.findings]
    assert (severities or [row.status]) == [expected]


@pytest.mark.parametrize(
    ("said", "target", "found"),
    [
        ("培训2.5万人次", "=25000(人次)", False),
        ("培训2.5万人次", "=25400(人次)", False),
        ("培训2.5万人次", "=26000(人次)", True),
        ("培训2.5万人次", "=2.5(万人次)", False),
        ("培训一百二十人次", "=120(人次)", False),
        ("培训3,000人次", "=3000.00(人次)", False),
        ("培训3000人次", "=3000", False),
        ("培训3000人次", "=300(人次)", True),
    ],
)
def test_numbers_agree_as_far_as_they_are_printed(said: str, target: str, found: bool) -> None:
    report = check(f"全年{said}。", f"培训人次 | {target}", code="MAT001")
    assert bool(report.findings) is found


def test_the_message_says_both_places_and_the_row_is_suggested() -> None:
    [finding] = check("年内培训600人次。", "培训人次 | ≥500(人次)", code="MAT001").findings
    assert "600人次" in finding.message and "≥500(人次)" in finding.message
    assert finding.suggestion and finding.suggestion.value == "≥600(人次)"
    assert finding.related[0].path == "indicators[0].target"


def test_a_row_that_allows_the_promise_and_less_is_looser_and_one_that_excludes_it_contradicts() -> None:
    severities = {}
    for target in ("≥1150(人)", "≥1250(人)", "≤1250(人)", "≤1150(人)", "=1150(人)"):
        [finding] = check("年内培训1200人。", f"培训人数 | {target}", code="MAT001").findings
        severities[target] = finding.severity
    assert severities == {
        "≥1150(人)": "warning",
        "≥1250(人)": "error",
        "≤1250(人)": "warning",
        "≤1150(人)": "error",
        "=1150(人)": "error",
    }


def test_background_paces_and_parts_need_no_indicator() -> None:
    goal = "全区现有社区26个，去年举办8场；每月巡查2次，培训600人次（其中干部200人次、骨干400人次）。"
    assert findings(check(goal, "培训人次 | =600(人次)", code="MAT002")) == []


def test_a_promise_is_found_once_though_the_goal_says_it_twice() -> None:
    goal = "印制手册300本，培训600人次。全年印制手册300本。"
    assert findings(check(goal, "培训人次 | =600(人次)", code="MAT002")) == [("warning", "300本")]


def test_a_table_without_any_value_is_insufficient() -> None:
    rows = [{"name": "培训人次", "target": None}, {"name": "合格率", "target": None}]
    data = Filing.model_validate({"annual_goal": "培训600人次，合格率95%。", "indicators": rows})
    report = check_filing(data, rules=select_rules(["MAT001", "MAT002"]))
    assert report.outcomes == {"MAT001": "insufficient", "MAT002": "insufficient"}


def test_a_monstrous_goal_is_compared_as_far_as_it_is_and_the_rest_is_said() -> None:
    goal = "".join(f"甲{at}培训{at}人次，" for at in range(1500))
    report = check(goal, "培训人次 | =600(人次)", code="MAT001")
    assert report.outcomes["MAT001"] in ("insufficient", "finding")
    assert any("太多" in one.reason for one in report.insufficient)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("culture_01", "street_lighting_01"),
        ("water_01", "training_01"),
        ("schools_01", "sanitation_02"),
        ("policing_02", "elderly_01"),
        ("agriculture_02", "archives_01"),
    ],
)
def test_the_indicators_of_another_project_are_off_topic(one: str, other: str) -> None:
    past = PastRecords()
    swapped = CORPUS[one].model_copy(update={"indicators": CORPUS[other].indicators})
    for at, data in enumerate((swapped, CORPUS[other], CORPUS["legal_01"])):
        past.add("一份文件", data.model_copy(update={"index": at}))
    rules = select_rules(["MAT005"], preview=True)
    assert [found.code for found in check_filing(swapped, rules=rules, past=past).findings] == ["MAT005"]
    assert not check_filing(CORPUS[other], rules=rules, past=past).findings


def test_a_set_of_three_rows_that_a_neighbour_prints_too_and_is_nearer_to() -> None:
    past = PastRecords()
    neighbours = [data for name, data in CORPUS.items() if name.startswith("minhang_2020")]
    party = next(one for one in neighbours if one.project_name == "党建工作经费")
    legal = next(one for one in neighbours if one.project_name == "法律顾问费")
    swapped = legal.model_copy(update={"indicators": party.indicators})
    for at, data in enumerate((swapped, *(one for one in neighbours if one is not legal))):
        past.add("一份文件", data.model_copy(update={"index": at}))
    [found] = check_filing(swapped, rules=select_rules(["MAT005"], preview=True), past=past).findings
    assert "就是“党建工作经费”" in found.message


def test_no_filing_of_the_corpus_is_off_topic_beside_all_others() -> None:
    past = PastRecords()
    for at, (name, data) in enumerate(CORPUS.items()):
        past.add(name.rsplit("_", 1)[0], data.model_copy(update={"index": at}))
    rules = select_rules(["MAT005"], preview=True)
    assert [name for name, data in CORPUS.items() if check_filing(data, rules=rules, past=past).findings] == []


def test_a_list_of_examples_is_no_list_to_be_held_to() -> None:
    goal = "举办文化活动60场，包括文艺演出、书画展览、戏曲讲座等活动。"
    assert not check(goal, "活动场次 | =60(场)", code="MAT004").findings


def test_a_zero_promise_about_the_grave_says_nothing_about_the_small() -> None:
    assert not check("避免重大故障，全年巡检24次。", "设备故障次数 | ≤3(次)", code="MAT007").findings


@pytest.mark.parametrize(
    ("goal", "target", "status"),
    [
        ("30亩", "=20000(平方米)", "agrees"),
        ("2公顷", "=30(亩)", "agrees"),
        ("1.2万亩", "=8(平方公里)", "agrees"),
        ("30亩", "=26000(平方米)", "contradicts"),
        # 667 平方米 to the 亩, as is usual: neither right nor wrong.
        ("1500.5亩", "=1000833.5(平方米)", "unsure"),
        ("1000833.5平方米", "=1500.5(亩)", "unsure"),
        ("500件", "=500(件次)", "unsure"),
        ("500人", "=800(人次)", "unsure"),
    ],
)
def test_areas_compare_in_whatever_unit_and_what_is_mixed_up_is_unsure(goal: str, target: str, status: str) -> None:
    thing = {"件": "信访件办理", "人": "技能培训"}.get(goal[-1], "绿地养护")
    report = check(f"完成{thing}{goal}。", f"{thing}数量|{target}", code="MAT001")
    assert [row.status for row in report.reconciliation] == [status]


@pytest.mark.parametrize(
    ("goal", "outcome"),
    [
        ("优化零星报销和零售药店结算的经办流程，提高服务质量。", "finding"),
        ("根据《小区改造办法》，不断提高居民的获得感。", "finding"),
        ("2024年完成了体验馆的建设任务，今后将不断优化服务。", "finding"),
        ("持续推进便民“15分钟服务圈”建设，加强队伍培训。", "finding"),
        ("确保政策稳步推进，提高群众的满意度", "finding"),
        ("推进综合服务楼建设，改善办公条件。", "clean"),
        ("实现全年零事故，提高服务质量。", "clean"),
        ("升级便民服务，包括网办程序、电子书系统、播放设备。", "clean"),
        (
            "不断优化营商环境，增强居民的获得感，" + "完善覆盖全区的服务网络，" * 4 + "缓解困难群众的就医压力",
            "insufficient",
        ),
    ],
)
def test_words_that_promise_no_result_do_not_make_a_goal_measurable(goal: str, outcome: str) -> None:
    assert check(goal, "窗口数量 | =3(个)", code="MAT012").outcomes == {"MAT012": outcome}


def test_a_goal_that_is_a_numbered_list_of_things_to_make_is_held_to_it() -> None:
    goal = "1.改造公厕无障碍设施；2.新装除臭系统；3.更换节水器具，降低水耗；4.增设第三卫生间。"
    assert [f.code for f in check(goal, "保洁员人数 | =42(人)", code="MAT004").findings] == ["MAT004"]
    rows = ("无障碍设施改造数量 | =12(处)", "除臭系统安装数量 | =10(套)", "节水器具更换数量 | =300(件)")
    assert not check(goal, *rows, code="MAT004").findings
    duties = "1.做好公厕保洁；2.开展日常巡查；3.落实投诉处理；4.组织人员培训。"
    assert check(duties, "保洁员人数 | =42(人)", code="MAT004").outcomes["MAT004"] == "not_applicable"


def test_the_number_of_things_just_named_is_only_advised_on() -> None:
    goal = "开办电工、焊工、叉车三个工种培训班24期，学员满意度达90%以上。"
    rows = ("培训班期数 | =24(期)", "学员满意度 | ≥90(%)")
    assert [one.severity for one in check(goal, *rows, code="MAT002").findings] == ["info"]
    five = check(goal.replace("三个", "五个"), *rows, code="MAT002")
    assert [one.severity for one in five.findings] == ["warning"]


def test_a_tender_for_works_is_still_preparation() -> None:
    goal = "今年完成实训基地可行性研究报告编制、初步设计批复和施工招标。"
    dates = {"start_date": "2026-03-01", "end_date": "2028-10-31"}
    report = check(goal, "单体工程验收合格率 | =100(%)", code="MAT010", **dates)
    assert [one.code for one in report.findings] == ["MAT010"]


RESTORED = ("古籍修复数量 | =300(册)", "读者满意度 | ≥90(%)")


@pytest.mark.parametrize(
    "again",
    [
        "修复册数由250册增加到300册",
        "修复册数从上年的250册提高至300册以上",
        "修复古籍由250册增至300册",
        "全年修复300册",
        "古籍修复方面，年内完成300册",
        "在古籍修复工作中，全年完成300册以上",
    ],
)
@pytest.mark.parametrize("mark", ["。", "，"])
def test_the_number_of_a_row_told_once_more_needs_no_second_row(again: str, mark: str) -> None:
    report = check_filing(filing(f"完成古籍修复300册{mark}{again}，读者满意度达90%以上。", *RESTORED))
    assert [one.code for one in report.findings if one.code in ("MAT001", "MAT002", "ARI008")] == []


@pytest.mark.parametrize(
    "other",
    [
        "馆藏图书由250册增加到300册",
        "年修复能力由250册增加到300册",
        "民国文献修复册数由250册增加到300册",
        "修复300册档案",
        "另修复300册",
        "采购新书300册",
        "档案修复方面，年内完成300册",
        "另在古籍修复方面，年内完成300册",
    ],
)
def test_the_same_number_of_another_thing_still_needs_its_row(other: str) -> None:
    assert findings(check(f"完成古籍修复300册。{other}。", *RESTORED, code="MAT002")) == [("warning", "300册")]


def test_another_number_than_the_row_has_is_not_its_number_told_again() -> None:
    goal = "完成古籍修复300册。修复册数由250册增加到320册。"
    assert findings(check(goal, *RESTORED, code="MAT002")) == [("warning", "320册")]


def test_a_numbered_list_at_the_end_of_a_text_without_a_full_stop_is_read() -> None:
    goal = "建设业务系统，包括：1.审核模块、2.打款模块、3.清算模块、4.统计模块"
    report = check(goal, "功能模块开发数量 | =3(个)", code="MAT004")
    assert not report.crashes
    assert [found.code for found in report.findings] == ["MAT004"]
