import json

import pytest

from drafter.checking import find_rule, rule
from drafter.errors import UsageError
from drafter.writing.pages import render_page


def test_a_page_shows_the_rule_and_what_its_examples_give():
    text = render_page(find_rule("ARI001"))
    assert text.startswith("ARI001  unit-price-total\n明细行单价×数量与金额不一致\n错误 · 正式 · 自规则版本 2026.1")
    assert "检查什么" in text and "```" not in text and "## " not in text
    assert "→ 错误 ARI001: 单价 2.00 × 数量 7,000 = 14,000.00，与金额 14,500.00 相差 500.00" in text
    assert text.count("→ 未发现问题") == 2


def test_a_page_in_english_has_english_heads_and_results():
    text = render_page(find_rule("unit-price-total"), lang="en")
    assert "What it checks" in text and "→ error ARI001: unit price 2.00 × quantity 7,000" in text


def test_markdown_keeps_the_fences():
    text = render_page(find_rule("ARI001"), "markdown")
    assert text.startswith("# ARI001 明细行单价×数量与金额不一致\n")
    examples = json.loads(render_page(find_rule("ARI001"), "json"))["examples"]
    assert text.count("```yaml") == len(examples) and text.count("```") == 2 * len(examples) and "## 错误示例" in text


def test_json_has_the_page_the_messages_and_the_findings():
    data = json.loads(render_page(find_rule("ARI001"), "json"))
    assert (data["code"], data["name"], data["severity"]) == ("ARI001", "unit-price-total", "error")
    kinds = [example["kind"] for example in data["examples"]]
    assert kinds == sorted(kinds) and set(kinds) == {"bad", "good"}
    assert all(bool(example["findings"]) == (example["kind"] == "bad") for example in data["examples"])
    bad = data["examples"][0]
    assert bad["path"] == bad["findings"][0]["primary"]["path"] == "budget_lines[0].amount"
    assert data["messages"][""]["en"].startswith("unit price")


def test_a_plugins_page_without_examples_is_shown_as_it_stands():
    @rule("XYZ001", "some-name", title_en="Some", severity="info", message=("一", "one"))
    def bare(ledger):
        """某条规则

        ## 检查什么
        随便。
        """
        yield from ()

    assert "随便。" in render_page(bare) and "试行" in render_page(bare)
    assert json.loads(render_page(bare, "json"))["examples"] == []


def test_an_unknown_format_names_the_known():
    with pytest.raises(UsageError, match="markdown"):
        render_page(find_rule("ARI001"), "pdf")
