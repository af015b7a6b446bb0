"""What langchain-tests asks of every retriever and tool. Not collected here: see run_standard_tests.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_tests.integration_tests import RetrieversIntegrationTests, ToolsIntegrationTests
from langchain_tests.unit_tests import ToolsUnitTests

from drafter.langchain import CorpusRetriever, check_tool, draft_tool

if TYPE_CHECKING:
    from langchain_core.tools import BaseTool

BRIEF = {"project_name": "城区路灯更新", "year": 2027, "budget_total": 102000}
FILING = {"project_name": "城区路灯更新", "year": 2027, "funding": {"annual_total": "102000.00"}}


class TestRetriever(RetrieversIntegrationTests):
    @property
    def retriever_constructor(self) -> type[CorpusRetriever]:
        return CorpusRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"paths": ("starter",)}

    @property
    def retriever_query_example(self) -> str:
        return "政府购买保安服务"


class Checking:
    @property
    def tool_constructor(self) -> BaseTool:
        return check_tool()

    @property
    def tool_invoke_params_example(self) -> dict[str, Any]:
        return {"filing": FILING}


class Drafting:
    @property
    def tool_constructor(self) -> BaseTool:
        return draft_tool()

    @property
    def tool_invoke_params_example(self) -> dict[str, Any]:
        return {"brief": BRIEF}


class TestCheckingUnit(Checking, ToolsUnitTests):
    pass


class TestCheckingIntegration(Checking, ToolsIntegrationTests):
    pass


class TestDraftingUnit(Drafting, ToolsUnitTests):
    pass


class TestDraftingIntegration(Drafting, ToolsIntegrationTests):
    pass
