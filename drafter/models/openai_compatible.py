"""OpenAI-compatible endpoints through langchain-openai. Imported only when such a model is opened."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from drafter.errors import ModelError
from drafter.models.chat import ChatModel, model_error
from drafter.models.entry import ModelOptions, Probe
from drafter.models.quirks import OPENAI, Mode, Quirk, quirk_for
from drafter.models.request import Request
from drafter.models.untraced import untraced

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

PREFIX = "openai:"


def open_openai(options: ModelOptions, modes: Sequence[Mode] | None = None) -> ChatModel:
    """Open `openai:NAME`.

    Args:
        options: Name, endpoint, limits.
        modes: Output modes to try instead of those the endpoint is known to take.

    Raises:
        ModelError: No key in the environment for an endpoint that needs one.
    """
    name = options.name.removeprefix(PREFIX)
    base_url = options.base_url or os.environ.get("OPENAI_BASE_URL") or OPENAI
    quirk = quirk_for(base_url, name)
    llm = _chat(name, base_url, _key(quirk), options)

    def bind(mode: Mode, request: Request) -> Runnable[Any, Any]:
        return llm.bind(extra_body=_body(mode, request.answer_schema(), quirk, options.max_output_tokens))

    return ChatModel(options.name, llm, modes or quirk.modes, bind)


def _chat(name: str, base_url: str, key: str, options: ModelOptions) -> Any:
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    return ChatOpenAI(
        model=name,
        base_url=base_url,
        api_key=SecretStr(key),
        timeout=options.timeout,
        max_retries=2,
        # The Responses API is chosen silently for some names, and compatible servers have none.
        use_responses_api=False,
        stream_usage=True,
    )


def _key(quirk: Quirk) -> str:
    found = next((os.environ[name] for name in quirk.key if os.environ.get(name)), None)
    if found is not None:
        return found
    if quirk.id == "compatible":
        # A server on the own network often wants none, and the client insists on one.
        return "none"
    names = " 或 ".join(quirk.key)
    raise ModelError(
        f"没有找到密钥：请设置环境变量 {names}", f"no key: set the environment variable {' or '.join(quirk.key)}"
    )


def _body(mode: Mode, schema: dict[str, object], quirk: Quirk, limit: int) -> dict[str, Any]:
    """What is added to the request. `extra_body` gives an ordinary message back in every case, also when it is cut."""
    body: dict[str, Any] = dict(quirk.extra or {})
    if quirk.limit:
        body[quirk.limit] = limit
    if mode == "json_schema":
        body["response_format"] = {"type": "json_schema", "json_schema": {"name": "answer", "schema": inlined(schema)}}
    elif mode == "json_object":
        body["response_format"] = {"type": "json_object"}
    elif mode == "tool":
        function = {"name": "submit", "parameters": inlined(schema)}
        body["tools"] = [{"type": "function", "function": function}]
        body["tool_choice"] = {"type": "function", "function": {"name": "submit"}}
    return body


def inlined(schema: dict[str, object]) -> dict[str, object]:
    """A JSON Schema without `$defs`: some servers turn nested references into strings (pydantic-ai#10243)."""
    definitions = cast("dict[str, object]", schema.get("$defs", {}))

    def resolve(node: object) -> object:
        if isinstance(node, dict):
            fields = cast("dict[str, object]", node)
            reference = fields.get("$ref")
            if isinstance(reference, str):
                return resolve(definitions[reference.rsplit("/", 1)[-1]])
            return {key: resolve(value) for key, value in fields.items() if key not in ("$defs", "title")}
        if isinstance(node, list):
            return [resolve(value) for value in cast("list[object]", node)]
        return node

    return cast("dict[str, object]", resolve(schema))


def probe_openai(options: ModelOptions) -> list[Probe]:
    """Try an endpoint: is there a key, does it answer, which output modes does it take."""
    name = options.name.removeprefix(PREFIX)
    base_url = options.base_url or os.environ.get("OPENAI_BASE_URL") or OPENAI
    quirk = quirk_for(base_url, name)
    try:
        key = _key(quirk)
    except ModelError as error:
        return [Probe("key", False, (error.zh, error.en))]
    found = next((variable for variable in quirk.key if os.environ.get(variable)), None)
    said = (f"使用 {found}", f"using {found}") if found else ("未设置，按无密钥的接口试", "none set, tried without")
    probes = [Probe("key", True, said), Probe("provider", True, (f"按 {quirk.id} 处理", f"treated as {quirk.id}"))]
    llm = _chat(name, base_url, key, options)
    schema: dict[str, object] = {
        "type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"], "additionalProperties": False,
    }  # fmt: skip
    probes += [_try(llm, mode, schema, quirk, name) for mode in quirk.modes]
    return probes


def _try(llm: Any, mode: Mode, schema: dict[str, object], quirk: Quirk, name: str) -> Probe:
    import json

    from drafter.models.answer_text import json_text

    question = [("system", 'Answer with the json object {"ok": true} and nothing else.'), ("user", "json")]
    try:
        with untraced():
            message = llm.bind(extra_body=_body(mode, schema, quirk, 200)).invoke(question)
        answer = json.loads(json_text(str(message.content)))
    except json.JSONDecodeError:
        return Probe(mode, False, ("答案不是 json", "the answer is no json"))
    except Exception as error:  # whatever the client raises is the result of the probe
        failure = model_error(name, error)
        return Probe(mode, False, (failure.zh, failure.en))
    works = answer == {"ok": True}
    return Probe(mode, works, ("可用", "works") if works else ("答案不合格式", "the answer does not fit the schema"))
