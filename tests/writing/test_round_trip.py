"""What we write, we read back the same: the filing is the one currency, whatever carries it."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.checking import check_filing
from drafter.filing import BudgetLine, Filing, Funding
from drafter.reading import read
from drafter.writing import write_filing

from .conftest import make_filing

SUFFIXES = (".docx", ".xlsx", ".html", ".md", ".json")
PROFILES = ("shanghai-2026", "shanghai-2025", "shanghai-2023", "shanghai-district-2020", "shanghai-city-2020")
SEEDS = os.environ.get("DRAFTER_FILINGS")


def again(filing: Filing, path: Path) -> Filing:
    document = read(write_filing(filing, path))
    assert document.status == "read", document.reason
    assert len(document.filings) == 1
    return document.filings[0].filing


def full(profile: str) -> Filing:
    """A filing in which every field is filled that a form can carry."""
    filing = make_filing(profile)
    filing.funding = Funding(
        project_total="300000.00", fiscal_total="250000.00", project_other="50000.00", annual_total="132000.00",
        current_appropriation="120000.00", carryover="2000.00", other="10000", upper_level="70000.5",
        own_level="30000.00", lower_level="20000.00", last_year_budget="100000.00", last_year_execution="99000.00",
    )  # fmt: skip
    filing.overall_goal = "三年内形成稳定的秩序维护机制，持续保障群众办事。"
    filing.narrative = "项目概况：为办事大厅提供秩序维护服务。\n依据：窗口管理办法。\n必要性：人流量大，需专人维护。"
    filing.project_nature = "一次性项目"
    filing.budget_lines.append(BudgetLine(item="服装费", amount="1200.00", unit_price="600.00", quantity="2.00"))
    filing.indicators[0].note = "合同价"
    return filing


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("profile", PROFILES)
def test_a_usual_filing_comes_back_the_same(tmp_path, profile, suffix):
    filing = make_filing(profile)
    filing.year = {"shanghai-2023": 2023, "shanghai-2025": 2025}.get(profile, filing.year)
    assert again(filing, tmp_path / f"a{suffix}") == filing


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("profile", ["shanghai-2026", "shanghai-district-2020"])
def test_a_filing_with_every_field_comes_back_digit_by_digit(tmp_path, profile, suffix):
    filing = full(profile)
    assert again(filing, tmp_path / f"a{suffix}").model_dump_json() == filing.model_dump_json()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("profile", ["shanghai-2026", "shanghai-district-2020"])
@pytest.mark.parametrize("at", [0, 1, 2], ids=["first", "between", "last"])
def test_an_item_nobody_priced_comes_back_and_leaves_the_sum_unjudged(tmp_path, profile, suffix, at):
    filing = make_filing(profile)
    filing.budget_lines[0].amount = Decimal("100000.00")
    filing.budget_lines.append(BudgetLine(item="服装费", amount="1200.00", unit_price="600.00", quantity="2.00"))
    filing.budget_lines.insert(at, BudgetLine(item="垃圾外运"))
    back = again(filing, tmp_path / f"a{suffix}")
    assert back.budget_lines == filing.budget_lines
    report = check_filing(back)
    assert "ARI002" not in [finding.code for finding in report.findings]
    assert "ARI002" in [unjudged.code for unjudged in report.insufficient]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("item", ["其他", "2.垃圾外运", "垃圾外运（含处置）", "树"])
def test_an_item_nobody_priced_comes_back_whatever_its_name(tmp_path, suffix, item):
    filing = make_filing()
    filing.budget_lines.append(BudgetLine(item=item, unit="车", note="待询价"))
    assert again(filing, tmp_path / f"a{suffix}").budget_lines == filing.budget_lines


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_money_printed_in_another_unit_comes_back_with_its_print(tmp_path, suffix):
    filing = make_filing()
    filing.funding = Funding(annual_total="132000.00")
    filing.printed = {"funding.annual_total": "13.20万元"}
    assert again(filing, tmp_path / f"a{suffix}") == filing


def test_weights_of_indicators_come_back(tmp_path):
    filing = make_filing()
    for number, indicator in enumerate(filing.indicators):
        indicator.weight = (number + 1) * 2
    filing = Filing.model_validate(filing.model_dump())
    assert again(filing, tmp_path / "a.docx") == filing


@pytest.mark.skipif(not SEEDS, reason="DRAFTER_FILINGS names no folder of real filings")
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_real_filings_come_back_the_same(tmp_path, suffix):
    differing: list[str] = []
    count = 0
    for source in sorted(Path(SEEDS or ".").glob("*.txt")):
        for located in read(source).filings:
            count += 1
            # A printed form shows the profile by the words of its office, and has no way to say "not certain".
            filing = located.filing.model_copy(deep=True, update={"index": 0, "profile": None})
            for indicator in filing.indicators:
                indicator.certain = True
            path = tmp_path / f"{source.stem}{located.filing.index}{suffix}"
            document = read(write_filing(located.filing, path))
            found = [one.filing.model_copy(update={"profile": None}) for one in document.filings]
            if found != [filing]:
                differing.append(f"{source.name} {filing.project_name}")
    assert count >= 39
    assert differing == []
