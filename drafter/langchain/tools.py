"""Checking and drafting as LangChain tools: a text for the model, the data as artifact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from langchain_core.tools import StructuredTool
from pydantic import BaseModel, Field, ValidationError

from drafter.api import CheckOptions, check
from drafter.brief import Brief
from drafter.filing import Filing
from drafter.langchain.runnable import DrafterRunnable
from drafter.models.untraced import untraced
from drafter.writing.report.view import plural

if TYPE_CHECKING:
    from langchain_core.messages import ToolCall
    from langchain_core.runnables import RunnableConfig

    from drafter.checking.report import FilingReport

ToolInput: TypeAlias = "str | dict[str, Any] | ToolCall"


class _UntracedTool(StructuredTool):
    """A tool whose runs no tracing service sees."""

    def invoke(self, input: ToolInput, config: RunnableConfig | None = None, **kwargs: Any) -> Any:
        with untraced():
            return super().invoke(input, config, **kwargs)

    async def ainvoke(self, input: ToolInput, config: RunnableConfig | None = None, **kwargs: Any) -> Any:
        with untraced():
            return await super().ainvoke(input, config, **kwargs)


class CheckInput(BaseModel):
    """What the checking tool takes."""

    filing: Filing = Field(description="申报表，drafter.filing/1 的结构；金额单位为元，数字写成字符串")


class DraftInput(BaseModel):
    """What the drafting tool takes."""

    brief: Brief | str = Field(description="项目简述：结构化的简述，或一段话；金额单位为元，数字写成字符串")


def check_tool(options: CheckOptions | None = None) -> StructuredTool:
    """The checker as a tool `check_filing`: text for the model, the findings as artifact.

    The artifact is a list of findings in the shape of the report's JSON, empty when there is none. The text also says
    what could not be judged and what crashed. Input that is no filing gives a text that names the fields, no exception.
    """
    chosen = options or CheckOptions()

    def run(filing: Filing) -> tuple[str, list[dict[str, Any]]]:
        (document,) = check(filing, chosen).documents
        (report,) = document.filings
        return "\n".join(_said(report, chosen.lang)), [one.model_dump(mode="json") for one in report.findings]

    return _tool(
        run, "check_filing", CheckInput, chosen.lang,
        "检查一份绩效目标申报表：目标、指标、预算之间的数是否一致，是否缺项。返回问题及其字段路径和建议值。",
    )  # fmt: skip


def draft_tool(drafter: DrafterRunnable | None = None) -> StructuredTool:
    """Drafting as a tool `draft_filing`: the filing as JSON and what is open as text, the whole draft as artifact.

    The artifact is the draft in the shape of `drafter draft --format json`.
    """
    runnable = drafter or DrafterRunnable()

    def run(brief: Brief | str) -> tuple[str, dict[str, Any]]:
        made = runnable.invoke(brief)
        (report,) = made.report.documents[0].filings
        filing = made.filing.model_dump_json(exclude_none=True, exclude_defaults=True)
        asked = [f"- {question.field}: {question.message}" for question in made.questions]
        text = "\n".join([filing, *asked, *_said(report, runnable.lang)])
        return text, made.model_dump(mode="json", by_alias=True)

    return _tool(
        run, "draft_filing", DraftInput, runnable.lang,
        "按项目简述起草一份绩效目标申报表，返回申报表 JSON、待补充的问题和检查结果。数字只来自简述或由简述算出。",
    )  # fmt: skip


def _tool(run: Any, name: str, schema: type[BaseModel], lang: str, description: str) -> StructuredTool:
    def invalid(error: Any) -> str:
        return _invalid(error, lang)

    return _UntracedTool.from_function(
        run, name=name, description=description, args_schema=schema, response_format="content_and_artifact",
        handle_validation_error=invalid,
    )  # fmt: skip


def _invalid(error: ValidationError, lang: str) -> str:
    """The fields that are wrong, without the input: pydantic's own text cuts Chinese in the middle and adds links."""
    lines = [
        f"- {'.'.join(str(step) for step in one['loc'])}: {one['msg']}" for one in error.errors(include_url=False)[:20]
    ]
    return "\n".join(["the input does not fit:" if lang == "en" else "输入不合要求：", *lines])


def _said(report: FilingReport, lang: str) -> Iterator[str]:
    english = lang == "en"
    count = len(report.findings)
    yield plural(count, "finding") if english else f"发现 {count} 处问题" if count else "没有发现问题"
    for one in report.findings:
        mend = f" → {one.suggestion.path} = {one.suggestion.value}" if one.suggestion else ""
        yield f"- {one.code} {one.severity} {one.primary.path}: {one.message}{mend}"
    for crash in report.crashes:
        yield f"- {crash.code} crashed: {crash.error}"
    lacking = [code for code, outcome in report.outcomes.items() if outcome == "insufficient"]
    if lacking:
        yield f"{'not judged' if english else '未能判定'}: {'、'.join(lacking)}"
    unsure = sum(row.status == "unsure" for row in report.reconciliation)
    if unsure:
        yield f"{plural(unsure, 'number')} unsure" if english else f"{unsure} 个数是否对应不能确定"
