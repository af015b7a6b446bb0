"""A sentence about one thing speaks of it by name, and counts nothing."""

import pytest

from drafter.api import check
from drafter.filing import Filing


def _messages(code: str, **fields: object) -> list[str]:
    filing = Filing.model_validate({"form": "申报表", "project_name": "阅览室开放", "year": 2027, **fields})
    documents = check(filing).documents
    return [one.message for one in documents[0].filings[0].findings if one.code == code]


def test_the_only_line_is_called_so():
    funding = {"annual_total": "9000.00", "current_appropriation": "9000.00"}
    one = {"item": "书架", "amount": "8000.00"}
    [single] = _messages("ARI002", funding=funding, budget_lines=[one])
    assert single.startswith("明细只有一行，金额 8,000.00")
    [two] = _messages("ARI002", funding=funding, budget_lines=[one, {"item": "座椅", "amount": "500.00"}])
    assert two.startswith("明细 2 行合计 8,500.00")


@pytest.mark.parametrize("more", [0, 1])
def test_a_vague_value_alone_is_named(more: int):
    rows = [
        {
            "level1": "效益指标",
            "level2": "社会效益指标",
            "name": f"阅读氛围{at}",
            "target": {"raw": "稳步提升", "text": "稳步提升"},
        }
        for at in range(1 + more)
    ]
    [message] = _messages("VAL008", indicators=rows)
    assert ("项指标中有" in message) == bool(more)
    assert "阅读氛围0" in message
