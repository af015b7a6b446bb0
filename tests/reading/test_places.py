"""Forms of other provinces: levels side by side, values of several years, sources of money, kinds beside levels."""

from __future__ import annotations

import layouts
import places
import pytest
from builders import to_docx
from forms import filings, money, one, rows, unsure

from drafter.reading import read_bytes


def test_levels_side_by_side_give_a_filing_a_project() -> None:
    found = filings(layouts.exact(places.SIDE_BY_SIDE))
    assert [(filing.project_name, filing.implementer, filing.year) for filing in found] == [
        ("法律援助办案补贴", "某县司法局", 2025),
        ("人民调解以案定补", "某县司法局", 2025),
    ]
    assert [money(filing) for filing in found] == [{"annual_total": "400000.0"}, {"annual_total": "220000.0"}]
    assert rows(found[1]) == [
        ("成本指标", None, "每件补贴标准", "≤200元"),
        ("产出指标", None, "调解纠纷数", "≥1100件"),
        ("满意度指标", None, "当事人满意", None),
    ]
    assert filings(layouts.lines(places.SIDE_BY_SIDE)) == []


@pytest.mark.parametrize("carrier", ["exact", "tabs", "lines"])
def test_of_the_values_of_several_years_the_one_of_the_year_is_the_target(carrier: str) -> None:
    filing = one(getattr(layouts, carrier)(places.YEARS_BEFORE))
    assert (filing.year, filing.implementer) == (2024, "某县公路事业中心")
    assert [row[2:] for row in rows(filing)] == [
        ("养护里程", "310公里"),
        ("优良路率", "≥83%"),
        ("沿线群众满意度", "≥90%"),
    ]


@pytest.mark.parametrize("carrier", ["exact", "tabs", "lines"])
def test_the_kind_of_an_indicator_is_no_level(carrier: str) -> None:
    filing = one(getattr(layouts, carrier)(places.KIND_BESIDE_LEVEL))
    assert [(row.level1, row.name) for row in filing.indicators] == [
        ("产出指标", "话务座席数"),
        ("产出指标", "按时办结率"),
        ("满意度指标", "来电人满意率"),
    ]
    targets = [row.target for row in filing.indicators if row.target]
    assert [(target.comparator, target.value, target.unit) for target in targets] == [
        ("=", "60", "个"),
        (">=", "98", "%"),
        (">=", "92", "%"),
    ]
    assert unsure(filing) == []


@pytest.mark.parametrize("carrier", ["exact", "tabs"])
def test_sources_are_the_parts_of_the_total_that_their_sum_repeats(carrier: str) -> None:
    filing = one(getattr(layouts, carrier)(places.SOURCES))
    assert money(filing) == {
        "project_total": "2400000",
        "annual_total": "800000",
        "current_appropriation": "700000",
        "other": "100000",
    }
    assert len(filing.indicators) == 2  # The footnote is none.


def test_a_monitoring_table_is_named_as_what_it_is() -> None:
    document = read_bytes(to_docx(places.MONITORING), "a.docx")
    assert document.status == "no_form"
    assert document.reason is not None and "监控" in document.reason[0]
