"""Every rule's page is a test: its bad examples are found at the marked place, its good ones are silent."""

from __future__ import annotations

import pytest

from drafter.checking import Hit, Ledger, Ref, Rule, rule
from drafter.checking.pages import examples, run_page
from drafter.checking.rules import catalogue

HEADINGS = ("## 检查什么", "## 为什么", "## 依据", "## 错误示例", "## 正确示例")


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.code)
def test_the_examples_of_a_page_do_what_they_say(one: Rule) -> None:
    assert run_page(one) == []


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: one.code)
def test_a_page_has_its_headings_in_order_and_both_kinds_of_examples(one: Rule) -> None:
    places = [one.page.find(heading) for heading in HEADINGS]
    assert -1 not in places and places == sorted(places)
    assert {example.kind for example in examples(one)} == {"bad", "good"}


def test_codes_and_names_are_unique_and_explanations_name_rules_that_exist() -> None:
    rules = catalogue()
    codes = [one.code for one in rules]
    assert len(set(codes)) == len(codes)
    assert len({one.name for one in rules}) == len(codes)
    for one in rules:
        assert set(one.explained_by) <= set(codes), one.code
        assert one.code not in one.explained_by


def _rule(page: str) -> Rule:
    def function(ledger: Ledger):
        if ledger.filing.year == 2020:
            yield Hit(Ref("year"), suggestion=("year", "2020"))

    function.__doc__ = page
    return rule("ZZZ001", "old-year", title_en="Old", severity="error", message=("旧", "old"))(function)


def test_the_runner_finds_pages_that_do_not_do_what_they_say() -> None:
    good = "## 正确示例\n```yaml\nyear: 2026\n```\n"
    marked = _rule("旧年\n\n## 错误示例\n```yaml\nyear: 2026\nproject_name: 【甲】\n```\n" + good)
    assert any("should give one finding, gave 0" in problem for problem in run_page(marked))
    elsewhere = _rule("旧年\n\n## 错误示例\n```yaml\nyear: 2020\nproject_name: 【甲】\n```\n" + good)
    problems = run_page(elsewhere)
    assert any("marked project_name" in problem for problem in problems)
    assert any("does not silence" in problem for problem in problems)
    loud = _rule(
        "旧年\n\n## 错误示例\n```yaml\nyear: 2026\nproject_name: 【甲】\n```\n## 正确示例\n```yaml\nyear: 2020\n```\n"
    )
    assert any("should be silent" in problem for problem in run_page(loud))


def test_a_page_without_a_good_example_or_with_two_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no good example"):
        examples(_rule("旧年\n\n## 错误示例\n```yaml\nproject_name: 【甲】\n```\n"))
    with pytest.raises(ValueError, match="marks one place"):
        examples(_rule("旧年\n\n## 错误示例\n```yaml\nproject_name: 【甲】\ndepartment: 【乙】\n```\n"))
