"""An OpenAI-compatible endpoint behind a scripted transport: every output mode, every way an answer can fail."""

import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from drafter.errors import ModelError
from drafter.models.chat import ChatModel
from drafter.models.entry import ModelOptions
from drafter.models.openai_compatible import inlined, open_openai, probe_openai
from drafter.models.proposal import Proposal, Repair
from drafter.models.quirks import quirk_for, quirks
from drafter.models.request import Request

ANSWER = {"goal": ["一句"], "indicators": [{"category": "数量指标", "name": "人数", "target": "={F1}"}]}


class Server:
    """Answers with what it is told; keeps the requests."""

    def __init__(self, *replies: Callable[[dict[str, Any]], httpx2.Response]) -> None:
        self.replies = list(replies)
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(json.loads(request.content))
        self.headers.append(dict(request.headers))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return reply(self.bodies[-1])


def says(
    content: str | None = None, finish: str = "stop", **message: Any
) -> Callable[[dict[str, Any]], httpx2.Response]:
    body = {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [
            {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
        ],
        "usage": {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366},
    }
    return lambda request: httpx2.Response(200, json=body)


def fails(status: int, message: str, **headers: str) -> Callable[[dict[str, Any]], httpx2.Response]:
    error = {"error": {"message": message, "type": "invalid_request_error", "code": None}}
    return lambda request: httpx2.Response(status, json=error, headers=headers)


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ChatModel]:
    """Open a model whose client talks to a `Server`."""

    def opened(server: Server, base_url: str = "http://model.invalid/v1", name: str = "openai:m") -> ChatModel:
        from drafter.models import openai_compatible

        original = openai_compatible._chat

        def chat(name: str, base_url: str, key: str, options: ModelOptions) -> Any:
            llm = original(name, base_url, key, options)
            client = httpx2.Client(transport=httpx2.MockTransport(server))
            return type(llm)(**{**_arguments(name, base_url, key), "http_client": client})

        monkeypatch.setattr(openai_compatible, "_chat", chat)
        return open_openai(ModelOptions(name, base_url))

    return opened


def _arguments(name: str, base_url: str, key: str) -> dict[str, Any]:
    return {"model": name, "base_url": base_url, "api_key": key, "max_retries": 2, "use_responses_api": False}


def _request() -> Request:
    messages = [{"role": "system", "content": "规则 json"}, {"role": "user", "content": "简述"}]
    return Request(None, (), (), None, lambda: messages, Proposal.model_json_schema)


def test_a_good_answer_with_its_usage(serve):
    server = Server(says(json.dumps(ANSWER, ensure_ascii=False)))
    reply = serve(server).answer(_request())
    assert json.loads(reply.text) == ANSWER
    assert (reply.outcome, reply.input_tokens, reply.output_tokens) == ("answered", 321, 45)
    assert server.bodies[0]["response_format"] == {"type": "json_object"}
    assert [message["role"] for message in server.bodies[0]["messages"]] == ["system", "user"]
    assert server.bodies[0]["messages"][0]["content"] == "规则 json"


def test_a_refused_output_mode_is_left_for_good_and_recorded(serve, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test-secret-value")
    refusal = fails(400, "This response_format type is unavailable now")
    server = Server(refusal, refusal, says(json.dumps(ANSWER)), says(json.dumps(ANSWER)))
    model = serve(server, "https://api.openai.com/v1")
    reply = model.answer(_request())
    assert reply.outcome == "answered"
    assert [zh for zh, _ in reply.notes] == [
        "json_schema 不被支持，改用 json_object",
        "json_object 不被支持，改用 text",
    ]
    schema = server.bodies[0]["response_format"]["json_schema"]["schema"]
    assert "$defs" not in json.dumps(schema) and "indicators" in schema["properties"]
    assert "response_format" not in server.bodies[2]
    assert model.answer(_request()).notes == ()
    assert len(server.bodies) == 4


@pytest.mark.parametrize(
    ("message", "outcome"),
    [
        (says('{"goal": ["为', finish="length"), "truncated"),
        (says(None, refusal="不能协助"), "refused"),
        (says("", finish="content_filter"), "refused"),
        (says(""), "empty"),
        (says(None), "empty"),
    ],
)
def test_an_answer_that_is_none_is_said_with_its_tokens(serve, message, outcome):
    reply = serve(Server(message)).answer(_request())
    assert (reply.outcome, reply.text, reply.input_tokens) == (outcome, "", 321)


@pytest.mark.parametrize(
    "printed",
    [
        "```json\n{}\n```",
        '<think>{{"goal": 1}}</think>{}',
        "好的：{} 完毕",
        "```\n{}\n```\n说明文字",
    ],
)
def test_wrapping_around_the_answer_is_taken_off(serve, printed):
    text = printed.replace("{}", json.dumps(ANSWER, ensure_ascii=False)).replace("{{", "{").replace("}}", "}")
    assert json.loads(serve(Server(says(text))).answer(_request()).text) == ANSWER


def test_a_forced_tool_call_is_read_like_any_answer():
    from langchain_core.language_models.fake_chat_models import FakeMessagesListChatModel
    from langchain_core.messages import AIMessage

    call = {"name": "submit", "args": ANSWER, "id": "1", "type": "tool_call"}
    llm = FakeMessagesListChatModel(responses=[AIMessage(content="", tool_calls=[call])])
    assert json.loads(ChatModel("m", llm).answer(_request()).text) == ANSWER


def test_429_is_retried_by_the_client_and_then_answered(serve):
    server = Server(fails(429, "slow down", **{"retry-after": "0"}), says(json.dumps(ANSWER)))
    assert serve(server).answer(_request()).outcome == "answered"
    assert len(server.bodies) == 2


@pytest.mark.parametrize("status", [401, 403, 404, 500])
def test_a_failing_endpoint_is_an_error_without_the_key(serve, monkeypatch, status):
    key = "sk-very-secret-key-123456"
    monkeypatch.setenv("OPENAI_API_KEY", key)
    server = Server(fails(status, f"Incorrect API key provided: {key}. Authorization: Bearer {key}"))
    with pytest.raises(ModelError) as caught:
        serve(server).answer(_request())
    said = caught.value.zh + caught.value.en + repr(caught.value) + str(caught.value.__context__ or "")
    assert key not in caught.value.zh + caught.value.en + str(caught.value)
    assert str(status) in said
    assert caught.value.__cause__ is None


def test_a_connection_that_breaks_is_an_error_that_says_so(serve):
    def broken(body):
        raise httpx2.ConnectError("connection refused")

    with pytest.raises(ModelError) as caught:
        serve(Server(broken)).answer(_request())
    assert "连不上" in caught.value.zh


def test_a_provider_that_needs_a_key_says_which_variable(monkeypatch):
    monkeypatch.delenv("DEEPSEEK_API_KEY", raising=False)
    with pytest.raises(ModelError) as caught:
        open_openai(ModelOptions("openai:deepseek-chat", "https://api.deepseek.com"))
    assert "DEEPSEEK_API_KEY" in caught.value.zh


def test_the_key_of_one_provider_is_not_sent_to_another(serve, monkeypatch):
    monkeypatch.setenv("DEEPSEEK_API_KEY", "sk-deepseek-secret")
    server = Server(says(json.dumps(ANSWER)))
    serve(server).answer(_request())
    assert "sk-deepseek-secret" not in json.dumps(server.headers)


def test_quirks_are_data_and_the_last_fits_every_server():
    assert quirk_for("https://api.deepseek.com/v1", "deepseek-chat").modes[0] == "json_object"
    assert quirk_for("https://dashscope.aliyuncs.com/compatible-mode/v1", "qwen-max").extra == {
        "enable_thinking": False
    }
    assert quirk_for("http://127.0.0.1:8000/v1", "any").id == "compatible"
    assert quirk_for("https://evil.example/api.openai.com", "m").id == "compatible"
    assert quirk_for(None, "gpt").id == "openai"
    assert quirks()[-1].host == ".*"


def test_an_inlined_schema_has_no_references():
    for model in (Proposal, Repair):
        text = json.dumps(inlined(model.model_json_schema()), ensure_ascii=False)
        assert "$ref" not in text and "$defs" not in text


def test_doctor_probes_key_provider_and_modes(serve, monkeypatch):
    server = Server(says('{"ok": true}'), says("not json"))
    serve(server)
    probes = probe_openai(ModelOptions("openai:m", "http://model.invalid/v1"))
    assert [(probe.name, probe.works) for probe in probes] == [
        ("key", True),
        ("provider", True),
        ("json_object", True),
        ("text", False),
    ]


def test_nothing_is_traced(serve, monkeypatch):
    from langsmith import utils

    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "ls-key")
    utils.get_env_var.cache_clear()
    seen: list[bool] = []

    def reply(body):
        from langsmith.utils import tracing_is_enabled

        seen.append(bool(tracing_is_enabled()))
        return says(json.dumps(ANSWER))(body)

    serve(Server(reply)).answer(_request())
    utils.get_env_var.cache_clear()
    assert seen == [False]
