"""drafter inside LangChain: what goes in, what comes out, and that no tracer sees it."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from drafting.scripted import GOOD
from langchain_core.language_models.fake_chat_models import FakeMessagesListChatModel
from langchain_core.messages import AIMessage, ToolMessage
from langchain_core.runnables import RunnableLambda

from drafter import CheckOptions, Draft, check
from drafter.brief import Brief
from drafter.corpus import Corpus, Query
from drafter.errors import InputError
from drafter.langchain import CorpusRetriever, DrafterRunnable, check_tool, draft_tool

GUARDS: dict[str, Any] = {
    "project_name": "政务大厅安保服务",
    "implementer": "某区行政服务中心",
    "year": 2027,
    "budget_total": "39.6万元",
    "items": [{"name": "保安员", "quantity": 6, "unit": "人", "unit_price": 66000}],
}


def call(name: str, **arguments: Any) -> dict[str, Any]:
    return {"name": name, "args": arguments, "id": "call-1", "type": "tool_call"}


def filing_data() -> dict[str, Any]:
    return DrafterRunnable().invoke(GUARDS).filing.model_dump(mode="json")


def test_data_a_brief_and_free_text_are_drafted() -> None:
    drafts = DrafterRunnable().batch(
        [GUARDS, Brief(project_name="城区路灯更新", year=2027), "2027年更新路灯120盏，每盏850元，预算10.2万元"]
    )
    assert [type(one) for one in drafts] == [Draft] * 3
    assert drafts[0].filing.funding.annual_total == 396000
    assert drafts[2].filing.funding.annual_total == 102000


def test_a_wrong_key_is_an_error_that_names_it() -> None:
    with pytest.raises(InputError, match="budgett"):
        DrafterRunnable().invoke({**GUARDS, "budgett": 1})


def test_it_composes_and_takes_keywords_of_draft_over_its_fields() -> None:
    chain = DrafterRunnable(year=2026) | RunnableLambda(lambda made: made.filing.year)
    assert chain.invoke({**GUARDS, "year": None}) == 2026
    assert DrafterRunnable(year=2026).invoke({**GUARDS, "year": None}, year=2028).filing.year == 2028


def test_async_gives_what_sync_gives() -> None:
    runnable = DrafterRunnable()
    assert asyncio.run(runnable.ainvoke(GUARDS)).filing == runnable.invoke(GUARDS).filing


def test_a_chat_model_of_langchain_drafts() -> None:
    llm = FakeMessagesListChatModel(responses=[AIMessage(content=json.dumps(GOOD, ensure_ascii=False))])
    brief = {**GUARDS, "purpose": "维护办事大厅的安全和秩序", "tasks": ["入口安检"]}
    made = DrafterRunnable(llm=llm).invoke(brief)
    assert [attempt.model for attempt in made.attempts] == ["FakeMessagesListChatModel"]
    assert "保安员到岗率达到100%" in (made.filing.annual_goal or "")


def test_the_checking_tool_gives_text_and_the_findings_as_artifact() -> None:
    data = filing_data()
    data["budget_lines"][0]["amount"] = "369000"
    message = check_tool().invoke(call("check_filing", filing=data))
    assert isinstance(message, ToolMessage)
    expected = [one.model_dump(mode="json") for one in _findings(data)]
    assert message.artifact == expected
    assert "ARI001" in {one["code"] for one in message.artifact}
    assert "ARI001 error budget_lines[0].amount" in str(message.content)
    assert "budget_lines[0].amount = 396000" in str(message.content)


def _findings(data: dict[str, Any]) -> list[Any]:
    from drafter import Filing

    return check(Filing.model_validate(data)).documents[0].filings[0].findings


def test_the_checking_tool_says_when_there_is_nothing_and_in_english_on_demand() -> None:
    message = check_tool(CheckOptions(select=("ARI001",), lang="en")).invoke(call("check_filing", filing=filing_data()))
    assert (message.content, message.artifact) == ("0 findings", [])


def test_input_that_is_no_filing_is_answered_with_the_field_and_nothing_of_the_input() -> None:
    message = check_tool().invoke(call("check_filing", filing={"yaer": 2027, "funding": {"annual_total": 12.5}}))
    assert message.status == "error"
    assert "filing.yaer" in str(message.content)
    assert "filing.funding.annual_total" in str(message.content)
    assert "errors.pydantic.dev" not in str(message.content)


def test_the_drafting_tool_gives_a_filing_the_checking_tool_takes() -> None:
    message = draft_tool().invoke(call("draft_filing", brief={**GUARDS, "budget_total": 396000}))
    filing = json.loads(str(message.content).splitlines()[0])
    assert message.artifact["schema"] == "drafter.draft/1"
    assert check_tool().invoke(call("check_filing", filing=filing)).status == "success"


def test_the_retriever_finds_documents_of_a_project_with_their_source() -> None:
    documents = CorpusRetriever(paths=("starter",), k=3).invoke("窗口服务人员购买")
    with Corpus(["starter"]) as corpus:
        hits = corpus.search(Query("窗口服务人员购买"), 3)
    assert [(one.id, one.metadata["score"]) for one in documents] == [(hit.record.id, str(hit.score)) for hit in hits]
    assert len(documents) == 3
    for one in documents:
        assert one.id
        assert one.metadata["project_name"] in one.page_content
        assert one.metadata["why"]


def test_k_of_the_call_wins_over_the_field_also_in_a_thread(tmp_path: Any) -> None:
    from drafter.corpus import Store
    from drafter.corpus.starter import starter_records

    with Store(tmp_path / "corpus.sqlite", create=True) as store:
        for _ in store.add(record.record for record in starter_records()):
            pass
    retriever = CorpusRetriever(paths=(str(tmp_path),), k=4)
    assert len(retriever.invoke("政府购买保安服务", k=1)) == 1
    assert len(asyncio.run(retriever.ainvoke("政府购买保安服务", k=2))) == 2


def test_nothing_like_the_query_gives_no_document() -> None:
    assert CorpusRetriever(paths=("starter",)).invoke("qwertz") == []


@pytest.mark.parametrize("asynchronous", [False, True])
def test_nothing_is_traced_whatever_the_environment_says(monkeypatch: Any, asynchronous: bool) -> None:
    from langchain_core.tracers.langchain import LangChainTracer

    seen: list[str] = []
    monkeypatch.setattr(LangChainTracer, "__init__", lambda self, *a, **k: seen.append("tracer"))
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "none")
    checked = call("check_filing", filing=filing_data())
    if asynchronous:
        asyncio.run(DrafterRunnable().ainvoke(GUARDS))
        asyncio.run(check_tool().ainvoke(checked))
        asyncio.run(CorpusRetriever(paths=("starter",)).ainvoke("保安"))
    else:
        DrafterRunnable().invoke(GUARDS)
        check_tool().invoke(checked)
        CorpusRetriever(paths=("starter",)).invoke("保安")
    assert seen == []


def test_the_schema_a_model_sees_is_in_chinese_and_says_how_numbers_are_written() -> None:
    schema = check_tool().get_input_jsonschema()
    assert "数字写成字符串" in schema["properties"]["filing"]["description"]
    assert DrafterRunnable().get_input_jsonschema()
