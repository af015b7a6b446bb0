"""Briefs from more than thirty fields: every draft is clean and complete, and every digit of it has a source."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.drafting import Draft, draft, load_brief
from drafter.filing import Filing

from .proof import worth

BRIEFS = sorted((Path(__file__).parent / "briefs").glob("*.yaml"))
DIGITS = re.compile(r"\d+(?:\.\d+)?")
EMPTY_PHRASES = ("稳步提升", "有效提升", "成效明显", "逐步提高", "进一步完善", "继续提高")


def _draft(path: Path) -> Draft:
    return draft(load_brief(path.read_text(encoding="utf-8"), path.suffix))


def _texts(filing: Filing) -> dict[str, str]:
    texts = {"annual_goal": filing.annual_goal or ""}
    for index, row in enumerate(filing.indicators):
        texts[f"indicators[{index}].name"] = row.name
        texts[f"indicators[{index}].target"] = row.target.raw if row.target else ""
    return texts


def _cells(filing: Filing) -> dict[str, Decimal]:
    cells = {f"funding.{name}": value for name, value in vars(filing.funding).items() if value is not None}
    for index, line in enumerate(filing.budget_lines):
        for name in ("amount", "unit_price", "quantity"):
            if (value := getattr(line, name)) is not None:
                cells[f"budget_lines[{index}].{name}"] = value
    return cells


def test_there_are_thirty_fields():
    assert len(BRIEFS) >= 30


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_the_draft_has_neither_error_nor_warning_and_asks_nothing(path: Path):
    result = _draft(path)
    findings = result.report.documents[0].filings[0].findings
    assert [(one.code, one.message) for one in findings if one.severity != "info"] == []
    assert result.status == "passed"
    assert result.questions == []


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_digit_of_the_draft_has_provenance(path: Path):
    result = _draft(path)
    for place, text in _texts(result.filing).items():
        for match in DIGITS.finditer(text):
            covered = [
                entry
                for entry in result.provenance
                if entry.path == place
                and entry.span is not None
                and entry.span[0] <= match.start()
                and match.end() <= entry.span[1]
            ]
            assert covered, (place, match[0], text)
            assert text[covered[0].span[0] : covered[0].span[1]] == covered[0].number
    for place, value in _cells(result.filing).items():
        assert [Decimal(entry.number) for entry in result.provenance if entry.path == place] == [value], place


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_no_number_is_invented(path: Path):
    """What is not in the brief nor its product or sum is a percentage or a promised zero, and is marked a proposal."""
    brief = load_brief(path.read_text(encoding="utf-8"), path.suffix)
    known = {Decimal(digits) for digits in DIGITS.findall(path.read_text(encoding="utf-8").replace(",", ""))}
    known |= {value for item in brief.items for value in (item.quantity, item.unit_price, item.amount) if value}
    known |= {item.quantity * item.unit_price for item in brief.items if item.quantity and item.unit_price}
    known |= {brief.budget_total or Decimal(0)}
    result = _draft(path)
    for row in result.filing.indicators:
        if row.target and row.target.value and worth(row.target) not in known:
            assert row.target.unit == "%" or Decimal(row.target.value) == 0, row
            assert row.note == "建议值", row
    assert all(value in known for value in _cells(result.filing).values())


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_fact_of_the_brief_is_in_the_draft(path: Path):
    brief = load_brief(path.read_text(encoding="utf-8"), path.suffix)
    filing = _draft(path).filing
    targets = {worth(row.target) for row in filing.indicators if row.target and row.target.value}
    for item in brief.items:
        if item.quantity is not None:
            assert item.quantity in targets, item
    for target in brief.targets:
        assert target.value in targets, target
    assert [line.item for line in filing.budget_lines] == [item.name for item in brief.items]
    for task in brief.tasks:
        assert set(task) <= set("".join(_texts(filing).values())), task


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_the_goal_is_prose_an_office_would_sign(path: Path):
    filing = _draft(path).filing
    goal = filing.annual_goal or ""
    assert 1 <= goal.count("。") <= 4
    assert not [phrase for phrase in EMPTY_PHRASES if phrase in goal]
    assert not re.search(r"，，|、、|。。|，。|、，|[{}]|等等|的的", goal)
    assert 50 <= len(goal) <= 260
    names = [row.name for row in filing.indicators]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_category_of_the_form_is_there(path: Path):
    filing = _draft(path).filing
    assert {row.level1 for row in filing.indicators} == {"成本指标", "产出指标", "效益指标", "满意度指标"}
    assert {"数量指标", "质量指标", "时效指标"} <= {row.level2 for row in filing.indicators}


SHORT = (Path(__file__).parent / "short_briefs.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", SHORT, ids=lambda text: text[15:27])
def test_thirty_more_briefs_of_one_line_each_draft_clean(text: str):
    result = draft(load_brief(text, ".yaml"))
    findings = result.report.documents[0].filings[0].findings
    assert [(one.code, one.message) for one in findings if one.severity != "info"] == []
    assert (result.status, result.questions) == ("passed", [])
    assert not re.search(r"，，|、、|。。|，。|[{}]|数量数量|人次人次", result.filing.annual_goal or "")
