"""Drafting as a LangChain runnable."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from langchain_core.callbacks import CallbackManagerForChainRun, dispatch_custom_event
from langchain_core.runnables import Runnable, RunnableConfig, RunnableSerializable
from pydantic import ConfigDict, Field

from drafter.brief import Brief
from drafter.drafting import Draft, Step, Watch, draft, load_brief
from drafter.models.chat import ChatModel
from drafter.models.untraced import untraced

BriefInput: TypeAlias = Brief | str | dict[str, Any]
"""A brief, free text, or the data of a brief file ({"project_name": …, "budget_total": "13.2万元"})."""


class DrafterRunnable(RunnableSerializable[BriefInput, Draft]):
    """A brief goes in, a checked `Draft` comes out; it composes with `|`, `batch` and `ainvoke` as any runnable.

    Raises on `invoke`: `InputError` (brief or profile cannot be used), `UsageError` (no such model), `ModelError`.
    `astream_events` shows each step as a custom event `drafter_step` (the fields of `drafter.drafting.Step`).
    Do not wrap it in `with_retry`: the repair loop is bounded inside, and a retry would repeat a rule's crash as well.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    model: str = "embedded"
    """Name of a drafter model (`drafter models` lists them)."""
    llm: Runnable[Any, Any] | None = Field(default=None, exclude=True)
    """A LangChain chat model to use instead of `model`; it is asked for JSON by the prompt alone."""
    year: int | None = None
    top_k: int = 5
    max_repairs: int = 2
    token_budget: int | None = None
    profile: str | None = None
    base_url: str | None = None
    lang: str = "zh"

    def invoke(self, input: BriefInput, config: RunnableConfig | None = None, **kwargs: Any) -> Draft:
        """Draft one brief. The keywords of `drafter.draft` (`year=2027`, `based_on=filing`) override the fields."""

        def run(brief: BriefInput, run_manager: CallbackManagerForChainRun, config: RunnableConfig) -> Draft:
            del run_manager  # langchain passes a config to functions that take both
            return self._draft(brief, **{"watch": _dispatcher(config), **kwargs})

        with untraced():
            return self._call_with_config(run, input, config)

    async def ainvoke(self, input: BriefInput, config: RunnableConfig | None = None, **kwargs: Any) -> Draft:
        """Draft one brief in a worker thread, so that an event loop stays free while a model answers."""
        with untraced():
            return await super().ainvoke(input, config, **kwargs)

    def _draft(self, brief: BriefInput, **overrides: Any) -> Draft:
        if isinstance(brief, dict):
            # The way of a brief file: units such as 万元 are understood, an unknown key is an error that names it.
            brief = load_brief(json.dumps(brief, ensure_ascii=False, default=str), ".json")
        names = ("year", "top_k", "max_repairs", "token_budget", "profile", "base_url", "lang")
        settings: dict[str, Any] = {name: getattr(self, name) for name in names}
        model = self.model if self.llm is None else ChatModel(self.llm.get_name(), self.llm)
        chosen: dict[str, Any] = {"model": model, **settings, **overrides}
        return draft(brief, **chosen)


def _dispatcher(config: RunnableConfig) -> Watch | None:
    """Tells the steps to those who listen to this run; None where nobody does, so that models need not stream."""
    callbacks = config.get("callbacks")
    handlers = callbacks if isinstance(callbacks, list) else callbacks.handlers if callbacks else []
    if all(handler.ignore_custom_event for handler in handlers):
        return None

    def tell(step: Step) -> None:
        dispatch_custom_event("drafter_step", step._asdict(), config=config)

    return tell
