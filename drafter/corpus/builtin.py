"""Ways of finding precedents, ours and those of plugins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

from drafter.corpus.query import Hit, Query
from drafter.corpus.retrieval import search
from drafter.corpus.source import Source
from drafter.errors import DrafterError
from drafter.plugins import PluginRegistry, default_registry, hookimpl

Retrieve: TypeAlias = Callable[[Query, Sequence[Source], int], list[Hit]]
"""Finds at most so many filings like a project in some corpora, best first."""


class RetrieverEntry(NamedTuple):
    """A way of finding precedents, such as one by embeddings.

    Attributes:
        name: What to call it.
        zh: What it does, in Chinese; `en` in English.
        retrieve: The function.
    """

    name: str
    zh: str
    en: str
    retrieve: Retrieve


@hookimpl
def retrievers(register: Callable[[Any], None]) -> None:
    """Register the retriever that needs no model."""
    register(
        RetrieverEntry(
            "words",
            "按名称和用词的相近程度，不需要模型",
            "by likeness of names and wording; needs no model",
            search,
        )
    )


def all_retrievers(registry: PluginRegistry | None = None) -> list[RetrieverEntry]:
    """The retrievers installed, ours first."""
    return (registry or default_registry()).collect("retrievers")


def retrieve(query: Query, sources: Sequence[Source], k: int, registry: PluginRegistry | None = None) -> list[Hit]:
    """At most `k` filings like a project, best first, in the way installed.

    A plugin's way comes before ours, the first by name where there are several. Where it fails, ours is used, and a
    warning is logged (`logging`, "drafter.corpus"; without a handler it goes to standard error).
    """
    ours, *plugins = all_retrievers(registry)
    if plugins:
        try:
            return plugins[0].retrieve(query, sources, k)[:k]
        except DrafterError:
            # The corpus itself is the matter: ours would say the same.
            raise
        except Exception as error:
            _warn(plugins[0].name, error)
    return ours.retrieve(query, sources, k)[:k]


def _warn(name: str, error: Exception) -> None:
    import logging

    said = f"{type(error).__name__}: {error}"
    logging.getLogger("drafter.corpus").warning("检索插件 %s 出错（%s），改用自带的检索", name, said)
