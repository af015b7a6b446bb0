"""Precedents come from a plugin's retriever where one is installed, else from ours."""

from collections.abc import Sequence
from typing import Any

from drafter.brief import Brief
from drafter.corpus import Hit, Query, Reason, Record, RetrieverEntry
from drafter.corpus.source import Source
from drafter.drafting.grounding import from_corpora
from drafter.plugins import PluginRegistry, hookimpl

BRIEF = Brief(project_name="政府购买辅助服务（保安）", year=2027)


def test_without_a_plugin_ours_finds() -> None:
    found = from_corpora(BRIEF, 2, PluginRegistry(third_party=False))
    assert len(found) == 2 and "保安" in (found[0].filing.project_name or "")


def test_a_plugins_retriever_comes_before_ours_and_keeps_to_k() -> None:
    asked: list[tuple[str, int]] = []

    def retrieve(query: Query, sources: Sequence[Source], k: int) -> list[Hit]:
        asked.append((query.name, len(sources)))
        records = [Record(f"theirs{at}", "filing", {"project_name": "别处的项目"}) for at in range(k + 3)]
        return [Hit(record, 1, (Reason("向量", "vectors"),), "theirs") for record in records]

    class Plugin:
        @hookimpl
        def retrievers(self, register: Any) -> None:
            register(RetrieverEntry("vectors", "向量", "vectors", retrieve))

    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "a-plugin")
    assert [one.id for one in from_corpora(BRIEF, 2, registry)] == ["theirs0", "theirs1"]
    assert asked[0][0] == BRIEF.project_name and asked[0][1] >= 1
