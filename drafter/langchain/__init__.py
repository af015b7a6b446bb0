"""drafter inside LangChain: drafting as a runnable, drafting and checking as tools, the corpus as a retriever.

Needs langchain-core only. Nothing here is traced by LangSmith, whatever the environment says: briefs and filings do not
leave the machine because another tool's variable is set. A tracer handed over in a `config` is the caller's own doing.
"""

from drafter.langchain.retriever import CorpusRetriever
from drafter.langchain.runnable import BriefInput, DrafterRunnable
from drafter.langchain.tools import check_tool, draft_tool

__all__ = ["BriefInput", "CorpusRetriever", "DrafterRunnable", "check_tool", "draft_tool"]
