"""A scripted stand-in for an OpenAI-compatible server. The model's name selects what it does; it understands nothing.

It answers over real HTTP on this machine, so that cassettes hold what a client really sends and gets.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

PORT = 18765
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
_LIE = json.loads(json.dumps(GOOD))
_LIE["indicators"][1]["target"] = "=8人"
# What a weak model makes of a precedent: its project, its count, its place.
_COPY = {
    "goal": ["2026年计划印刷宣传册7000份，宣传活动覆盖14个街镇，宣传对象满意度达90%。"],
    "indicators": [{"category": "数量指标", "name": "宣传册印刷数量", "target": "=7000份"}],
}
_FIX = {"goal": None, "indicators": [{"index": 1, "indicator": GOOD["indicators"][1]}]}
_KEEP = {"goal": None, "indicators": [{"index": 1, "indicator": _LIE["indicators"][1]}]}


def _text(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    calls: ClassVar[dict[str, int]] = {}

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        name = body["model"]
        number = self.calls[name] = self.calls.get(name, 0) + 1
        if self._failed(name, number, body):
            return
        match name:
            case "fenced":
                self._say(f"好的，答案如下：\n```json\n{_text(GOOD)}\n```")
            case "thinking":
                self._say(f"<think>先看事实，{{F3}} 是 6 人。</think>\n{_text(GOOD)}")
            case "repaired":
                self._say(_text(_LIE if number == 1 else _FIX))
            case "never-repaired":
                self._say(_text(_LIE if number == 1 else _KEEP))
            case "copying":
                self._say(_text(_COPY if number == 1 else {"goal": _COPY["goal"], "indicators": []}))
            case _ if body.get("stream"):
                self._stream(_text(GOOD), finish="stop")
            case _ if "tools" in body:
                arguments = {"name": "submit", "arguments": _text(GOOD)}
                self._say(None, tool_calls=[{"id": "call", "type": "function", "function": arguments}])
            case _:
                self._say(_text(GOOD))

    def _failed(self, name: str, number: int, body: dict[str, Any]) -> bool:
        """Everything that is no answer. False where the model does answer."""
        match name:
            case "cut":
                self._say(_text(GOOD)[:60], finish="length")
            case "refused":
                self._say(None, refusal="抱歉，不能协助。")
            case "empty":
                self._say("")
            case "busy" if number == 1:
                self._send(429, {"error": {"message": "Too many requests", "type": "rate_limit"}}, {"retry-after": "0"})
            case "no-schema" if "response_format" in body and body["response_format"]["type"] == "json_schema":
                message = "This response_format type is unavailable now"
                self._send(400, {"error": {"message": message, "type": "invalid_request_error"}})
            case "no-stream" if body.get("stream"):
                self._send(400, {"error": {"message": "stream is not supported", "type": "invalid_request_error"}})
            case "gone":
                # The server dies in the middle of the answer; nothing said how long the answer would be.
                self._begin("application/json")
                self.wfile.write(
                    _text({"id": "stand-in", "choices": [{"message": {"content": _text(GOOD)}}]})[:90].encode()
                )
                self.close_connection = True
            case "gone-streaming":
                self._stream(_text(GOOD)[:90], finish=None)
            case "broken":
                # The connection ends in the middle of the answer.
                self.send_response(200)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", "5000")
                self.end_headers()
                self.wfile.write(b'{"id": "1", "choices": [')
                self.close_connection = True
            case _:
                return False
        return True

    def _say(self, content: str | None, finish: str = "stop", **message: Any) -> None:
        choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
        usage = {"prompt_tokens": 900, "completion_tokens": 200, "total_tokens": 1100}
        completion = {"id": "stand-in", "object": "chat.completion", "created": 1, "model": "stand-in"}
        self._send(200, {**completion, "choices": [choice], "usage": usage})

    def _stream(self, content: str, finish: str | None) -> None:
        """The answer in pieces of forty characters; without `finish` the server is gone before it is whole."""
        completion = {"id": "stand-in", "object": "chat.completion.chunk", "created": 1, "model": "stand-in"}
        pieces = [content[at : at + 40] for at in range(0, len(content), 40)]
        deltas: list[dict[str, Any]] = [{"role": "assistant", "content": ""}, *({"content": piece} for piece in pieces)]
        events = [{**completion, "choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas]
        if finish:
            events.append({**completion, "choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
            usage = {"prompt_tokens": 900, "completion_tokens": 200, "total_tokens": 1100}
            events.append({**completion, "choices": [], "usage": usage})
        self._begin("text/event-stream")
        said = "".join(f"data: {_text(event)}\n\n" for event in events)
        self.wfile.write(f"{said}{'data: [DONE]' if finish else ''}\n\n".encode())
        self.close_connection = True

    def _begin(self, content_type: str) -> None:
        self.send_response(200)
        self.send_header("content-type", content_type)
        self.send_header("connection", "close")
        self.end_headers()

    def _send(self, status: int, data: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        payload = _text(data).encode()
        self.send_response(status)
        for name, value in {
            "content-type": "application/json",
            "content-length": str(len(payload)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@contextmanager
def serving() -> Iterator[str]:
    """Run the stand-in; gives its base URL."""
    _Handler.calls.clear()
    server = ThreadingHTTPServer(("127.0.0.1", PORT), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{PORT}/v1"
    finally:
        server.shutdown()
        server.server_close()
