"""Any langchain chat model as a drafter model: one call path, every output mode, every way an answer can fail."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from drafter.errors import ModelError
from drafter.language.patterns import lazy
from drafter.models.answer_text import json_text
from drafter.models.entry import Reply
from drafter.models.quirks import Mode
from drafter.models.untraced import untraced

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable

    from drafter.models.request import Request

Bind = Callable[["Mode", "Request"], "Runnable[Any, Any]"]
"""Prepares the chat model for an output mode."""
_SECRET = lazy(r"\b(?:sk|ak|key|tok|pk)-[A-Za-z0-9_\-*.]{6,}|(?i:bearer)\s+\S+")


class ChatModel:
    """A chat model behind langchain's interface.

    Args:
        name: The name recorded with every attempt.
        llm: Any `langchain_core.language_models.BaseChatModel`.
        modes: Output modes in the order to try; "text" asks for nothing but what the prompt says.
        bind: Prepares `llm` for a mode; not needed for "text".
    """

    repairs = True

    def __init__(
        self, name: str, llm: Runnable[Any, Any], modes: Sequence[Mode] = ("text",), bind: Bind | None = None
    ) -> None:
        self.name = name
        self._llm = llm
        self._modes = list(modes)
        self._bind = bind
        self._streams = True

    def answer(self, request: Request) -> Reply:
        """Ask once. A mode the endpoint refuses is left for good, and the reply says so.

        Raises:
            ModelError: The endpoint cannot be reached, refuses the key, or fails.
        """
        notes: list[tuple[str, str]] = []
        messages = [(message["role"], message["content"]) for message in request.messages()]
        while True:
            mode = self._modes[0]
            try:
                message = self._invoke(mode, request, messages)
            except Exception as error:  # langchain models raise whatever their provider's client does
                if self._streams and request.listen is not None and _refuses_stream(error):
                    self._streams = False
                    notes.append(("不支持流式返回，改为整段返回", "streaming is not supported, asked for the whole"))
                    continue
                if len(self._modes) == 1 or not _refuses_format(error):
                    raise model_error(self.name, error) from None
                self._modes.pop(0)
                following = self._modes[0]
                notes.append(
                    (f"{mode} 不被支持，改用 {following}", f"{mode} is not supported, went on with {following}")
                )
                continue
            return _reply(message, tuple(notes))

    def _invoke(self, mode: Mode, request: Request, messages: list[tuple[str, str]]) -> AIMessage:
        runnable = self._llm if self._bind is None else self._bind(mode, request)
        with untraced():
            if request.listen is None or not self._streams:
                return cast("AIMessage", runnable.invoke(messages))
            whole = _listened(runnable, messages, request.listen)
        if self._bind is not None and not _reason(whole):
            # Every OpenAI-compatible stream ends with a finish_reason; one without was broken off.
            raise EOFError("the stream ended before the answer did")
        return whole


def _reply(message: AIMessage, notes: tuple[tuple[str, str], ...]) -> Reply:
    usage = message.usage_metadata
    tokens = (usage["input_tokens"], usage["output_tokens"]) if usage else (0, 0)
    text = _text(message)
    reason = _reason(message)
    if reason in ("length", "max_tokens"):
        # Asking again with the same limit would be cut again (pydantic-ai spends four calls on that).
        return Reply("", "truncated", *tokens, notes)
    if reason == "content_filter" or message.additional_kwargs.get("refusal"):
        return Reply("", "refused", *tokens, notes)
    if not text.strip():
        return Reply("", "empty", *tokens, notes)
    return Reply(json_text(text), "answered", *tokens, notes)


def _listened(
    runnable: Runnable[Any, Any], messages: list[tuple[str, str]], listen: Callable[[str], None]
) -> AIMessage:
    """The whole answer, every piece of it told to `listen` as it comes.

    langchain-openai drops a refusal from a stream: such an answer counts as empty.
    """
    from langchain_core.messages import AIMessageChunk

    whole: Any = None
    for chunk in runnable.stream(messages):
        piece = _pieces(chunk)
        if piece:
            listen(piece)
        whole = chunk if whole is None else whole + chunk
    return AIMessageChunk(content="") if whole is None else whole


def _pieces(chunk: Any) -> str:
    calls: list[Any] = getattr(chunk, "tool_call_chunks", None) or []
    return "".join(str(call.get("args") or "") for call in calls) or _content(chunk)


def _reason(message: AIMessage) -> str:
    return str(message.response_metadata.get("finish_reason") or message.response_metadata.get("stop_reason") or "")


def _text(message: AIMessage) -> str:
    for call in message.tool_calls:
        return json.dumps(call["args"], ensure_ascii=False)
    for call in message.invalid_tool_calls:
        return call["args"] or ""
    return _content(message)


def _content(message: AIMessage) -> str:
    content = cast("str | list[Any]", message.content)
    if isinstance(content, str):
        return content
    parts = [part if isinstance(part, str) else str(part.get("text", "")) for part in content]
    return "".join(parts)


def _refuses_stream(error: Exception) -> bool:
    return getattr(error, "status_code", None) in (400, 422, 501) and "stream" in str(error).lower()


def _refuses_format(error: Exception) -> bool:
    """Whether an endpoint objects to the output mode rather than to the request."""
    status = getattr(error, "status_code", None)
    if status not in (400, 404, 415, 422, 501):
        return False
    said = str(error).lower()
    words = (
        "response_format",
        "json_schema",
        "json_object",
        "tool",
        "schema",
        "unavailable",
        "not support",
        "unsupported",
    )
    return any(word in said for word in words)


def model_error(name: str, error: Exception) -> ModelError:
    """What a person needs to know of a failed call, without key, headers or prompt."""
    status = getattr(error, "status_code", None)
    kind = type(error).__name__
    hint, english = _HINTS.get(status or 0, ("", ""))
    if isinstance(error, (EOFError, json.JSONDecodeError)):
        # Half an answer is no JSON: the client's words for it (Expecting value: line 1) help nobody.
        hint, english = "，回答没有传完，连接中断", ", the connection ended in the middle of the answer"
    if not hint and re.search("Connection|Timeout|Protocol", kind):
        hint, english = (
            "，连不上接口，请检查地址和网络",
            ", the endpoint cannot be reached; check address and network",
        )
    said = scrubbed(str(getattr(error, "message", None) or error))[:200]
    code = f" HTTP {status}" if status else ""
    return ModelError(
        f"模型 {name} 调用失败（{kind}{code}{hint}）：{said}", f"model {name} failed ({kind}{code}{english}): {said}"
    )


_HINTS = {
    401: ("，密钥无效或没有设置", ", the key is wrong or missing"),
    403: ("，密钥没有权限", ", the key has no permission"),
    404: ("，没有这个模型或地址不对", ", no such model, or the wrong address"),
    429: ("，请求过多或额度用尽", ", too many requests or no quota left"),
}


def scrubbed(text: str) -> str:
    """A message without anything that is or looks like a key."""
    for variable, value in os.environ.items():
        if len(value) >= 8 and re.search("KEY|TOKEN|SECRET|PASSWORD", variable, re.I):
            text = text.replace(value, "***")
    return _SECRET.sub("***", text)
