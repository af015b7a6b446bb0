"""A scripted chat model: says what a test tells it to, through langchain's own interface."""

import json
from typing import Any

from langchain_core.language_models.fake_chat_models import FakeMessagesListChatModel
from langchain_core.messages import AIMessage

from drafter.models.chat import ChatModel
from drafter.models.request import Request

USAGE = {"input_tokens": 100, "output_tokens": 50, "total_tokens": 150}

GUARDS = """
project_name: 政务大厅安保服务
implementer: 某区行政服务中心
year: 2027
budget_total: 396000
purpose: 维护办事大厅的安全和秩序
tasks: [入口安检]
items:
  - {name: 保安员, quantity: 6, unit: 人, unit_price: 66000}
"""

# F1 year, F2 budget, F3 six guards, F4 their price.
GOOD = {
    "goal": [
        "为维护办事大厅的安全和秩序，{F1}计划聘用保安员{F3}，做好入口安检。",
        "保安员到岗率达到100%，人员按合同约定时间到岗，全年不发生安全责任事故，用工单位满意度不低于90%。",
    ],
    "indicators": [
        {"category": "经济成本指标", "name": "保安员人均费用标准", "target": "≤{F4}"},
        {"category": "数量指标", "name": "保安员人数", "target": "={F3}"},
        {"category": "质量指标", "name": "保安员到岗率", "target": "=100%"},
        {"category": "时效指标", "name": "保安员到岗及时性", "target": "按合同约定时间到岗"},
        {"category": "社会效益指标", "name": "安全责任事故发生数", "target": "=0起"},
        {"category": "服务对象满意度指标", "name": "用工单位满意度", "target": "≥90%"},
    ],
}


class Recorded(ChatModel):
    """A chat model that keeps the messages it was sent."""

    def __init__(self, llm: FakeMessagesListChatModel) -> None:
        super().__init__("scripted", llm)
        self.requests: list[list[dict[str, str]]] = []

    def answer(self, request: Request):
        self.requests.append([dict(message) for message in request.messages()])
        return super().answer(request)


def scripted(*answers: Any) -> Recorded:
    """A model that gives these answers one after the other; anything but a message or text is sent as JSON."""
    messages = [
        answer
        if isinstance(answer, AIMessage)
        else AIMessage(
            content=answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False),
            usage_metadata=USAGE,
        )
        for answer in answers
    ]
    return Recorded(FakeMessagesListChatModel(responses=messages))


def changed(index: int | None = None, **fields: Any) -> dict[str, Any]:
    """The good answer with one indicator, or the goal, changed."""
    answer = json.loads(json.dumps(GOOD))
    if index is None:
        answer.update(fields)
    else:
        answer["indicators"][index].update(fields)
    return answer
