"""A filing of another project is no basis of a draft without a word."""

import pytest

from drafter.brief import Brief
from drafter.drafting import draft
from drafter.filing import Filing

_GUARDS = Filing.model_validate(
    {
        "project_name": "2026年某区政务大厅安保服务项目",
        "year": 2026,
        "annual_goal": "2026年聘用保安6人，做好大厅安保工作，满意度不低于90%。",
        "indicators": [
            {"level2": "数量指标", "name": "保安人数", "target": {"raw": "=6人", "value": "6", "unit": "人"}},
            {"level2": "质量指标", "name": "保安到岗率", "target": {"raw": "=100%", "value": "100", "unit": "%"}},
        ],
        "budget_lines": [{"item": "保安", "quantity": "6", "unit": "人", "unit_price": "66000", "amount": "396000"}],
        "funding": {"annual_total": "396000"},
    }
)


def _said(name, *items):
    brief = Brief(project_name=name, year=2027, items=[dict(item) for item in items])
    result = draft(brief, based_on=_GUARDS, retrieve=lambda *_: [])
    return [one.message for one in result.questions if "像是另一个项目" in one.message]


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("河道疏浚工程", [{"name": "河道疏浚", "quantity": 12, "unit": "公里"}]),
        ("图书馆文献购置", []),
        ("2027年某区宣传服务项目", [{"name": "宣传册", "quantity": 5000, "unit": "册"}]),
    ],
)
def test_the_filing_of_another_project_is_said(name, items):
    (message,) = _said(name, *items)
    assert name in message and "政务大厅安保服务" in message


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("2027年政务大厅安保", [{"name": "保安", "quantity": 8, "unit": "人"}]),
        ("2027年某区大厅安保服务项目", [{"name": "电脑", "quantity": 2, "unit": "台"}]),
        ("秩序维护外包", [{"name": "保安", "quantity": 8, "unit": "人"}]),
        ("2027年项目", []),
    ],
)
def test_the_same_project_under_a_new_name_is_not(name, items):
    assert _said(name, *items) == []
