from drafter.checking.report import DocumentReport, FilingReport, Report, summarise
from drafter.drafting.result import Attempt, Draft, PrecedentRef, Provenance, Question
from drafter.writing.draft import render_draft

from .conftest import GOAL, make_filing


def make_draft() -> Draft:
    documents = [DocumentReport(document="", filings=[FilingReport(index=0, project_name="甲", year=2026)])]
    return Draft(
        status="passed",
        filing=make_filing(),
        report=Report(documents=documents, summary=summarise(documents)),
        provenance=[
            Provenance(path="indicators[1].target", number="2", source="brief", reference="items[0]", quote="保安2人"),
            Provenance(path="indicators[6].target", number="90", source="precedent", reference="p1", quote="≥90(%)"),
        ],
        questions=[Question(field="year", message="没有写预算年度\x1b[31m")],
        precedents=[PrecedentRef(id="p1", project_name="保安服务", year=2025, score="0.9")],
        attempts=[Attempt(model="embedded", seconds="0.1")],
    )


def test_the_draft_shows_the_filing_and_marks_proposals_only():
    text = render_draft(make_draft())
    lines = text.splitlines()
    assert lines[0] == "财政项目支出绩效目标申报表（2026年度）"
    assert GOAL in text.replace("\n  ", "") and "132,000.00 元" in text
    proposed = [line for line in lines if line.endswith("＊")]
    assert len(proposed) == 1 and "用工单位满意度" in proposed[0]
    assert "＊ 参照往年申报或惯例拟定" in text


def test_open_questions_precedents_and_the_check_are_told():
    text = render_draft(make_draft())
    assert "请补充或确认\n  · 年度：没有写预算年度\\u001b[31m" in text
    assert "参考的往年申报：保安服务（2025）" in text
    assert "检查：检查通过" in text and "共检查 1 个文件、1 个项目" in text


def test_columns_line_up_for_wide_characters():
    lines = render_draft(make_draft()).splitlines()
    start = lines.index("绩效指标") + 1
    rows = lines[start : start + 7]
    columns = {len(row[: row.index(name)].encode("gb18030")) for row, name in zip(rows, [
        "保安服务单价", "保安人数", "资质达标率", "到岗及时性", "大厅安全事故数量", "考核机制", "用工单位满意度",
    ], strict=True)}  # fmt: skip
    assert len(columns) == 1


def test_a_number_with_its_signs_is_never_broken_between_lines():
    for indent in range(1, 12):
        goal = "甲" * 34 + "一" * indent + "达到100%，资金≤432,000.00元，事故≥12.5‰，其余照旧。"
        draft = make_draft()
        draft = draft.model_copy(update={"filing": draft.filing.model_copy(update={"annual_goal": goal})})
        lines = render_draft(draft).splitlines()
        for whole in ("100%", "≤432,000.00", "≥12.5‰"):
            assert any(whole in line for line in lines)


def test_in_english():
    text = render_draft(make_draft(), lang="en")
    assert "Please confirm" in text and "Check: passed the check" in text


def test_a_model_that_was_unavailable_says_why_and_counts_no_tokens():
    failed = Attempt(model="qwen", seconds="0.1", outcome="unavailable", notes=["连接不上 http://localhost:1/v1"])
    answered = Attempt(model="qwen", seconds="0.1", input_tokens=900, output_tokens=80)
    draft = make_draft().model_copy(update={"attempts": [failed, answered]})
    lines = [line for line in render_draft(draft).splitlines() if line.startswith("模型调用")]
    assert lines == [
        "模型调用 1：qwen，无法使用，连接不上 http://localhost:1/v1",
        "模型调用 2：qwen，已回答，900 + 80 词元",
    ]
    english = render_draft(draft, lang="en")
    assert "qwen, unavailable, " in english and "900 + 80 tokens" in english and "0 + 0" not in english


def test_what_the_writer_adds_in_english_has_the_marks_of_english():
    text = render_draft(make_draft(), lang="en")
    ours = [line for line in text.splitlines() if line.startswith(("  project name", "Precedents", "Attempt"))]
    assert ours and not any("：" in line or "、" in line for line in ours), ours
