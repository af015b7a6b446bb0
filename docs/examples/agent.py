"""An agent that drafts, checks and repairs through drafter's tools.

    python docs/examples/agent.py

The model is a stand-in: it follows a script, so that the example runs without key and network. It does what models do:
it rewords the goal and gets a number wrong. Put any LangChain chat model in its place (`ChatOpenAI(...)`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from drafter.langchain import check_tool, draft_tool

if TYPE_CHECKING:
    from langchain_core.tools import BaseTool

TASK = "2027年为政务大厅聘用保安员6人，每人每年6.6万元，预算39.6万元，用工单位满意度不低于90%。"
RULES = "先用 draft_filing 起草，再把目标改写得通顺；改完必须用 check_filing 检查，有错误就按提示改好再查。"
MOST_TURNS = 8


def main() -> list[BaseMessage]:
    """Run the agent and print what was said."""
    messages = run_agent(StandInChatModel(script=[draft, reword_wrongly, repair, finish]), [draft_tool(), check_tool()])
    for message in messages[2:]:
        print(shown(message))
    return messages


def run_agent(model: BaseChatModel, tools: Sequence[BaseTool]) -> list[BaseMessage]:
    """Ask the model, run the tools it calls, go on until it calls none. `langchain.agents` does the same."""
    by_name = {tool.name: tool for tool in tools}
    bound = model.bind_tools(list(tools))
    messages: list[BaseMessage] = [SystemMessage(RULES), HumanMessage(TASK)]
    for _ in range(MOST_TURNS):
        answer = bound.invoke(messages)
        messages.append(answer)
        if not answer.tool_calls:
            return messages
        messages += [by_name[call["name"]].invoke(call) for call in answer.tool_calls]
    raise RuntimeError(f"the model called tools in {MOST_TURNS} turns and came to no end")


def draft(messages: Sequence[BaseMessage]) -> AIMessage:
    """First turn: have the filing drafted."""
    return tool_call("draft_filing", brief=messages[1].content)


def reword_wrongly(messages: Sequence[BaseMessage]) -> AIMessage:
    """Second turn: reword the goal, and promise more guards than the brief pays for."""
    filing = filing_of(messages)
    filing["annual_goal"] = "2027年聘用保安员8人，维护政务大厅秩序，保安员到岗率达到100%，用工单位满意度不低于90%。"
    return tool_call("check_filing", filing=filing)


def repair(messages: Sequence[BaseMessage]) -> AIMessage:
    """Third turn: read the findings, put the number right, check again."""
    filing = last_call(messages)["args"]["filing"]
    wrong = [finding for finding in messages[-1].artifact if finding["primary"]["path"] == "annual_goal"]
    for finding in wrong:
        start, end = finding["primary"]["span"]
        agreed = finding["related"][0]["text"].translate({ord(sign): None for sign in "=()"})
        filing["annual_goal"] = filing["annual_goal"][:start] + agreed + filing["annual_goal"][end:]
    return tool_call("check_filing", filing=filing)


def finish(messages: Sequence[BaseMessage]) -> AIMessage:
    """Last turn: report what the checker said last."""
    errors = [finding for finding in messages[-1].artifact if finding["severity"] == "error"]
    return AIMessage("检查仍有错误，请人工处理。" if errors else "申报表已起草，目标已改写，检查没有错误。")


class StandInChatModel(BaseChatModel):
    """A stand-in for a chat model: each turn is a function of the messages so far."""

    script: list[Callable[[Sequence[BaseMessage]], AIMessage]]

    @property
    def _llm_type(self) -> str:
        return "stand-in"

    def bind_tools(self, tools: Any, **kwargs: Any) -> Any:
        """Nothing to bind: the script knows its tools."""
        del tools, kwargs
        return self

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        del args, kwargs
        turn = sum(isinstance(message, AIMessage) for message in messages)
        return ChatResult(generations=[ChatGeneration(message=self.script[turn](messages))])


def tool_call(name: str, **arguments: Any) -> AIMessage:
    """A message that calls one tool."""
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": f"{name}-call"}])


def filing_of(messages: Sequence[BaseMessage]) -> dict[str, Any]:
    """The filing that the drafting tool answered with."""
    answer = next(
        message for message in messages if isinstance(message, ToolMessage) and message.name == "draft_filing"
    )
    return json.loads(str(answer.content).splitlines()[0])


def last_call(messages: Sequence[BaseMessage]) -> dict[str, Any]:
    """The latest call of a tool, its arguments free to change."""
    answer = next(message for message in reversed(messages) if isinstance(message, AIMessage))
    return json.loads(json.dumps(answer.tool_calls[0]))


def shown(message: BaseMessage) -> str:
    """One message as a line or a few."""
    if isinstance(message, AIMessage):
        return "模型 → " + ("、".join(call["name"] for call in message.tool_calls) or str(message.content))
    lines = [line for line in str(message.content).splitlines() if not line.startswith("{")]
    return "\n".join(f"  {message.name}: {line}" for line in lines)


if __name__ == "__main__":
    main()
