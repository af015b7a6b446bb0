"""The example agent drafts, is caught by the checker, repairs, and is believed only after a clean check."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

from docs_runner import REPOSITORY
from langchain_core.messages import AIMessage, ToolMessage


def example() -> Any:
    spec = importlib.util.spec_from_file_location("agent_example", REPOSITORY / "docs" / "examples" / "agent.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # pydantic looks a class's annotations up there
    spec.loader.exec_module(module)
    return module


def test_the_agent_drafts_checks_and_repairs(capsys: Any) -> None:
    messages = example().main()
    tools = [message for message in messages if isinstance(message, ToolMessage)]
    assert [message.name for message in tools] == ["draft_filing", "check_filing", "check_filing"]
    assert [finding["code"] for finding in tools[1].artifact] == ["MAT001"]
    assert tools[2].artifact == []
    assert messages[-1].content == "申报表已起草，目标已改写，检查没有错误。"
    assert "目标写“保安员8人”" in capsys.readouterr().out


def test_an_agent_that_does_not_repair_reports_the_error() -> None:
    agent = example()
    script = [agent.draft, agent.reword_wrongly, lambda messages: AIMessage(agent.finish(messages).content)]
    tools = [agent.draft_tool(), agent.check_tool()]
    assert agent.run_agent(agent.StandInChatModel(script=script), tools)[-1].content == "检查仍有错误，请人工处理。"
