"""Precedents come from a plugin's retriever where one is installed, else from ours."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from drafter.brief import Brief
from drafter.corpus import Hit, Query, Reason, Record, RetrieverEntry
from drafter.corpus.source import Source
from drafter.drafting.grounding import from_corpora
from drafter.plugins import PluginRegistry, hookimpl

BRIEF = Brief(project_name="政府购买辅助服务（保安）", year=2027)


def test_without_a_plugin_ours_finds() -> None:
    found = from_corpora(BRIEF, 2, PluginRegistry(third_party=False))
    assert len(found) == 2 and "保安" in (found[0].filing.project_name or "")


@pytest.mark.parametrize("score", [Decimal(1), Decimal(87), Decimal(-3), Decimal("NaN")])
def test_a_plugins_retriever_comes_before_ours_and_keeps_to_k_whatever_its_scores(score: Decimal) -> None:
    asked: list[tuple[str, int]] = []

    def retrieve(query: Query, sources: Sequence[Source], k: int) -> list[Hit]:
        asked.append((query.name, len(sources)))
        records = [Record(f"theirs{at}", "filing", {"project_name": "别处的项目"}) for at in range(k + 3)]
        return [Hit(record, score, (Reason("向量", "vectors"),), "theirs") for record in records]

    class Plugin:
        @hookimpl
        def retrievers(self, register: Any) -> None:
            register(RetrieverEntry("vectors", "向量", "vectors", retrieve))

    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "a-plugin")
    found = from_corpora(BRIEF, 2, registry)
    assert [one.id for one in found] == ["theirs0", "theirs1"]
    assert all(0 <= one.score < Decimal("0.2") for one in found)
    assert asked[0][0] == BRIEF.project_name and asked[0][1] >= 1


def _found(name: str, *items: str) -> list[str]:
    brief = Brief(project_name=name, year=2027, items=[{"name": item} for item in items])
    return [one.filing.project_name or "" for one in from_corpora(brief, 5, PluginRegistry(third_party=False))]


def test_a_project_of_another_kind_that_shares_common_words_is_no_precedent() -> None:
    """服务, 系统, 工作经费 and 个人 are in the names of half of all filings."""
    assert not [name for name in _found("保安服务项目", "保安") if "系统" in name or "热线" in name]
    assert "党建工作经费" not in _found("诉前调解工作经费", "特邀调解员")
    assert "网络信息系统运行与维护" not in _found("春节走访慰问困难群众", "困难家庭慰问")
    assert _found("病媒生物防制", "公共区域消杀") == []


def test_one_theme_under_another_kind_and_one_kind_under_another_name_are_precedents() -> None:
    assert "河道保洁与水质监测" in _found("中小河道疏浚工程", "河道疏浚")
    assert "党建工作经费" in _found("党员教育培训", "党员教育活动")
