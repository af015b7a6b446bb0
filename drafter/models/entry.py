"""The model as a plugin sees it: an entry with a name, opened with options, answering requests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, Protocol

from drafter.models.request import Request

Outcome = Literal["answered", "truncated", "refused", "empty"]


class Reply(NamedTuple):
    """What came back from one call.

    Attributes:
        text: The answer as JSON text, already free of fences and thinking; empty unless `answered`.
        outcome: Whether there is an answer, and if not, why.
        input_tokens: Tokens the provider counted for the request; 0 when none were used.
        output_tokens: Tokens the provider counted for the answer.
        notes: What had to be given up on the way ("json_schema 不被支持，改用 json_object"), as (Chinese, English).
    """

    text: str
    outcome: Outcome = "answered"
    input_tokens: int = 0
    output_tokens: int = 0
    notes: tuple[tuple[str, str], ...] = ()


class Model(Protocol):
    """Something that answers a request. It may raise `drafter.errors.ModelError`; nothing else is caught."""

    name: str
    repairs: bool
    """Whether it reads messages, costs tokens and may answer otherwise when asked again."""

    def answer(self, request: Request) -> Reply:
        """Answer with a `Proposal` as JSON text, or with a `Repair` where the messages ask for one."""
        ...


class ModelOptions(NamedTuple):
    """How a model is opened. Keys are never options: they come from the environment only.

    Attributes:
        name: The full name asked for ("openai:deepseek-chat").
        base_url: The endpoint, or None for the provider's own.
        timeout: Seconds one call may take.
        max_output_tokens: Limit of one answer.
    """

    name: str
    base_url: str | None = None
    timeout: float = 120.0
    max_output_tokens: int = 4096


class ModelEntry(NamedTuple):
    """A model offered by a plugin through the hook `models`.

    Attributes:
        name: The name users give ("embedded"), or a prefix with a colon ("openai:") that takes any model name after it.
        title: One line for people, (Chinese, English).
        open: Makes the model; heavy imports belong in here.
        network: Whether it leaves this machine.
        probe: For `drafter doctor`: tries the model and says what works; None when there is nothing to try.
    """

    name: str
    title: tuple[str, str]
    open: Callable[[ModelOptions], Model]
    network: bool = True
    probe: Callable[[ModelOptions], list[Probe]] | None = None


class Probe(NamedTuple):
    """One thing `drafter doctor` tried: its name, whether it works, and one line about it, (Chinese, English)."""

    name: str
    works: bool
    message: tuple[str, str]
