"""The embedded draft of the example brief: complete, sourced, clean."""

from drafter.drafting import draft, example_brief, load_brief


def test_the_example_brief_drafts_without_findings_and_every_number_is_sourced():
    result = draft(load_brief(example_brief()))
    assert result.status == "passed"
    assert [f.code for f in result.report.documents[0].filings[0].findings if f.severity != "info"] == []
    assert "2027年" in (result.filing.annual_goal or "")
    assert "保安2人" in (result.filing.annual_goal or "")
    assert {row.level1 for row in result.filing.indicators} == {"成本指标", "产出指标", "效益指标", "满意度指标"}
    assert result.questions == []
