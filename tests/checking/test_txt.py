"""The boundaries of the rules about texts."""

from __future__ import annotations

import pytest

from drafter.checking.words.brackets import unpaired
from tests.checking.rows import filing, run, said

ROW = "产出指标 | 数量指标 | {} | =12(场)"


def goal(code: str, text: str, **fields: str) -> list[str]:
    return said(code, filing(annual_goal=text, **fields))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>培训12场。</p>", True),
        ("培训&nbsp;12场。", True),
        ("**培训12场**。", True),
        ("## 目标\n培训12场。", True),
        ("培训\ufffd12场。", True),
        ("根据关于印发<某行动方案>的通知，培训12场。", False),
        ("满意度>90%，投诉率<1%。", False),
        ("第3#楼维修12间。", False),
    ],
)
def test_markup_is_what_programs_leave(text: str, found: bool) -> None:
    assert bool(goal("TXT001", text)) is found


def test_the_cut_end_of_a_description_is_its_last_word_and_not_the_markup_behind_it() -> None:
    text = "<p>" + "各受理窗口配备自助查询设备并定期更新。" * 4 + "维护人员应当及时到达现场并做好</p>"
    (finding,) = run("TXT002", filing(narrative=text)).findings
    assert finding.primary.text == "好"
    assert "</p>" not in finding.message


def test_markup_in_a_narrative_may_be_the_readers() -> None:
    assert said("TXT001", filing(narrative="<p>依据</p>")) == ["info"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开展培训12场，居民满意度达", ["warning"]),
        ("开展培训12场，合格率达到100", ["warning"]),
        ("开展培训12场，提高能力，", ["warning"]),
        ("开展培训12场，居民满意", ["info"]),
        ("开展培训12场，实", ["warning"]),
        ("开展培训。提高居民的安全意识和自救能", ["warning"]),
        ("开展培训。居民满意度达到90%", ["info"]),
        ("足额缴纳残疾人就业保障金", []),
        ("开展培训12场，居民满意度达90%以上。", []),
        ("开展培训12场（以签到为准）", []),
        ("开展培训12场；提高能力；", []),
        ("强化教育、管理、监督", ["info"]),
        ("服务更加便捷可及", []),
        ("<p>开展培训12场。</p>", []),
    ],
)
def test_a_goal_that_breaks_off(text: str, expected: list[str]) -> None:
    assert goal("TXT002", text) == expected


def test_the_other_goal_shows_what_was_cut() -> None:
    [finding] = run(
        "TXT002", filing(overall_goal="完善便民服务事项宣传网络。", annual_goal="培训12场，完善便民服务事项宣")
    ).findings
    assert finding.severity == "warning" and "宣传网络" in finding.message


def test_clipped_cells_are_one_advice() -> None:
    rows = [ROW.format(name) for name in ("筹集经费（未含", "宣传册、海报及", "数据比对")]
    [finding] = run("TXT002", filing(*rows)).findings
    assert finding.severity == "info" and len(finding.related) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("请填写本年度工作内容。", True),
        ("（请根据实际情况填写）培训12场。", True),
        ("升级系统，须写明拟开发的模块。", True),
        ("明确拟开发子系统及各子系统的模块。", True),
        ("样例：培训12场。", True),
        ("（200字以内）培训12场。", True),
        ("群众只需填写一张表，申请填报由窗口代办。", False),
        ("聘请专家说明政策，邀请居民参与。", False),
        ("供货合同应写明交付日期。", False),
        ("根据文件要求，参照国家标准执行。", False),
    ],
)
def test_instructions_are_words_to_the_clerk(text: str, found: bool) -> None:
    assert bool(goal("TXT003", text)) is found


def test_one_text_for_two_goals_matters_over_several_years() -> None:
    text = "开展便民服务培训12场，居民满意度达90%以上。"
    assert goal("TXT004", text, overall_goal=text) == ["info"]
    assert goal("TXT004", text, overall_goal=text, end_date="2028-12-31") == ["warning"]
    assert goal("TXT004", text, overall_goal="三年建成便民服务网络。") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("（一）培训；（二）宣传。", None),
        ("1）培训；2）宣传。", None),
        ("一）培训；a）宣传。", None),
        ("印制(含折页）7000份", None),
        ("打造“一口式窗口。", "“"),
        ("打造一口式”窗口。", "”"),
        ("打造“一口式“窗口。", "“"),
        ("共12）份", "）"),
        ("《条例》和《办法的要求", "《"),
    ],
)
def test_marks_have_partners(text: str, mark: str | None) -> None:
    found = unpaired(text)
    assert (found.mark if found else None) == mark


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("一级故障故障处理时间", True),
        ("运维服务服务点数量", False),
        ("对报销的的满意度", True),
        ("达到目的的程度", False),
        ("服务改善良", True),
        ("服务改善率", False),
        ("人人知晓率", False),
    ],
)
def test_words_are_written_once(name: str, found: bool) -> None:
    assert bool(said("TXT005", filing(ROW.format(name)))) is found


def test_a_cut_text_explains_its_open_bracket() -> None:
    from drafter.checking import check_filing, select_rules

    report = check_filing(filing(ROW.format("筹集经费（未含")), rules=select_rules(["TXT"]))
    assert [(finding.code, finding.also) for finding in report.findings] == [("TXT002", ["TXT005"])]


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [
        ("项目概况：" + "各街镇窗口配备自助设备并定期更新。" * 4 + "日常维护由中心统一委", ["info"]),
        ("项目概况：" + "各街镇窗口配备自助设备并定期更新。" * 4 + "日常维护由中心统一委托。", []),
        ("项目概况：" + "各街镇窗口配备自助设备并定期更新。" * 4 + "共配备设备46台", []),
        ("项目概况：设备由各街镇保管。日常维护由中心统一委托\n需要说明的其他问题：无", []),
        ("立项依据：" + "《关于配备自助设备的通知》、" * 5 + "《关于做好设备", ["info"]),
    ],
)
def test_a_paragraph_of_the_description_that_fills_its_cell_and_stops_is_noted(
    narrative: str, expected: list[str]
) -> None:
    assert said("TXT002", filing(narrative=narrative)) == expected
