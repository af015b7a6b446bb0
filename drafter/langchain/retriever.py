"""The corpus as a LangChain retriever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables.config import run_in_executor
from pydantic import Field

from drafter.corpus import Corpus, Hit, Query
from drafter.corpus.builtin import retrieve
from drafter.models.untraced import untraced

if TYPE_CHECKING:
    from langchain_core.callbacks import AsyncCallbackManagerForRetrieverRun, CallbackManagerForRetrieverRun
    from langchain_core.runnables import RunnableConfig


class CorpusRetriever(BaseRetriever):
    """Past filings like a project, as documents, best first; `k` is a field and a keyword of `invoke`.

    A document's `page_content` is the filing's name, goal and indicators; its `metadata` holds project_name, year,
    office, kind, score (0 to 1, a string), corpus, document and why. There may be fewer than `k`: below the floor of
    likeness nothing is a precedent. A plugin's retriever is used before ours. Personal data was removed when a filing
    entered the corpus.
    """

    paths: tuple[str, ...] = ()
    """Corpora to search, as for `drafter.corpus.Corpus`; empty means the user's own and the starter corpus."""
    k: int = Field(default=5, ge=1)

    def invoke(self, input: str, config: RunnableConfig | None = None, **kwargs: Any) -> list[Document]:
        """The filings most like a project named or described in words; `k=`, `office=`, `year=` may be given."""
        with untraced():
            return super().invoke(input, config, **kwargs)

    async def ainvoke(self, input: str, config: RunnableConfig | None = None, **kwargs: Any) -> list[Document]:
        """The same in a worker thread."""
        with untraced():
            return await super().ainvoke(input, config, **kwargs)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        k: int | None = None,
        office: str = "",
        year: int | None = None,
    ) -> list[Document]:
        del run_manager
        return self._search(query, self.k if k is None else k, office, year)

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,
        k: int | None = None,
        office: str = "",
        year: int | None = None,
    ) -> list[Document]:
        del run_manager
        return await run_in_executor(None, self._search, query, self.k if k is None else k, office, year)

    def _search(self, query: str, k: int, office: str, year: int | None) -> list[Document]:
        # Opened for each search: an SQLite connection stays in its thread, and `ainvoke` may use another every time.
        with Corpus(self.paths) as corpus:
            return [_document(hit) for hit in retrieve(Query(query, office=office, year=year), corpus.sources, k)]


def _document(hit: Hit) -> Document:
    record, filing = hit.record, hit.record.filing
    rows = [f"{row.name}：{row.target.raw}" if row.target else row.name for row in filing.indicators]
    parts: Sequence[str | None] = (record.project, filing.overall_goal, filing.annual_goal, "\n".join(rows))
    return Document(
        id=record.id,
        page_content="\n".join(part for part in parts if part),
        metadata={
            "project_name": record.project, "year": record.year, "office": record.office, "kind": record.kind,
            "score": str(hit.score), "corpus": hit.corpus, "document": record.document,
            "why": [reason.zh for reason in hit.why],
        },
    )  # fmt: skip
