"""`drafter draft`: a brief → a checked draft, on screen and in a file."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.check import exit_code
from drafter.cli.options import EXIT_FAILURE, FailOn, Lang, LangOption, command, emit, say

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.drafting import Draft
    from drafter.filing import Filing


class OutputSuffix(StrEnum):
    """Formats the drafts of a folder are written in."""

    docx = "docx"
    xlsx = "xlsx"
    md = "md"
    html = "html"
    json = "json"


class DraftFormat(StrEnum):
    """Formats of a draft on stdout."""

    text = "text"
    json = "json"


ModelOption = Annotated[
    str,
    typer.Option("--model", metavar="NAME", help="模型，embedded 不需要网络和密钥 · model, embedded needs no network"),
]
BasedOnOption = Annotated[
    str | None, typer.Option("--based-on", metavar="FILING", help="从上年申报表延续 · roll last year's filing forward")
]
YearOption = Annotated[int | None, typer.Option("--year", help="预算年度 · budget year")]
TopKOption = Annotated[int, typer.Option("--top-k", min=0, max=20, help="参考的往年申报表数 · precedents to use")]


@command
def draft(
    brief: Annotated[
        str,
        typer.Argument(
            metavar="BRIEF",
            help="项目简述 .yaml .json .txt .md 或其文件夹，- 为标准输入 · the brief, or a folder of them",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="写成 .docx .xlsx .md .html .json；简述是文件夹时为文件夹 · write the form",
        ),
    ] = None,
    to: Annotated[
        OutputSuffix | None,
        typer.Option("--to", help="文件夹的草稿写成什么，默认 docx · format of a folder's drafts [default: docx]"),
    ] = None,
    format: Annotated[
        DraftFormat, typer.Option("--format", help="标准输出的格式 · format on stdout")
    ] = DraftFormat.text,
    model: ModelOption = "embedded",
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="OpenAI 兼容接口地址 · OpenAI-compatible endpoint")
    ] = None,
    based_on: BasedOnOption = None,
    year: YearOption = None,
    top_k: TopKOption = 5,
    max_repairs: Annotated[int, typer.Option("--max-repairs", min=0, help="最多修改次数 · repairs at most")] = 2,
    token_budget: Annotated[int, typer.Option("--token-budget", min=1, help="词元预算 · tokens at most")] = 20000,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="ID", help="使用此表式 · use this profile")
    ] = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="达到此级别即退出 1 · severity that fails the run")
    ] = FailOn.error,
    log: Annotated[
        Path | None,
        typer.Option(
            "--log", envvar="DRAFTER_LOG", metavar="FILE.jsonl", help="运行记录，不指定则不记 · run log, off by default"
        ),
    ] = None,
    lang: LangOption = Lang.zh,
) -> None:
    """按项目简述起草并检查 · draft from a brief, checked."""
    from drafter.cli.progress import DraftProgress
    from drafter.drafting import draft as make_draft
    from drafter.drafting import log_run

    def make(path: str) -> Draft:
        loaded = load(path)
        with DraftProgress(str(lang)) as progress:
            result = make_draft(
                loaded,
                model=model,
                year=year,
                base_url=base_url,
                based_on=last_year(based_on, loaded) if based_on else None,
                top_k=top_k,
                max_repairs=max_repairs,
                token_budget=token_budget,
                profile=profile,
                lang=str(lang),
                watch=progress if model != "embedded" and DraftProgress.wanted() else None,
            )
        if log is not None:
            log_run(log, result, loaded)
        return result

    def code(result: Draft) -> int:
        return EXIT_FAILURE if result.status == "failed" else exit_code(result.report.summary, fail_on)

    if Path(brief).is_dir():
        raise typer.Exit(_folder(Path(brief), output, to or OutputSuffix.docx, make, code, format, str(lang)))
    if to is not None and output is None:
        say(
            str(lang),
            f"--to 用于简述文件夹；一份简述写成文件用 -o，如 -o 申报表.{to}",
            f"--to is for a folder of briefs; for one name the file: -o form.{to}",
        )
    if output is not None:
        from drafter.writing.writer import writer_to

        # A model's answer costs minutes and money; a wrong suffix is known before.
        writer_to(output)
    result = make(brief)
    if result.status == "failed":
        raise typer.Exit(_failed(result, output, format, str(lang)))
    show(result, format, str(lang))
    if output is not None:
        from drafter.writing import write_filing

        write_filing(
            result.filing, output, protect=tuple(Path(name) for name in (brief, based_on) if name and name != "-")
        )
        say(str(lang), f"已写入 {output}", f"wrote {output}")
    raise typer.Exit(code(result))


def _failed(result: Draft, output: Path | None, format: DraftFormat, lang: str) -> int:
    """Say why there is no draft. A form that holds only what the brief says would be taken for one: none is written."""
    if format is DraftFormat.json:
        show(result, format, lang)
    else:
        from drafter.writing.draft import attempts_of

        for line in attempts_of(result, lang):
            say(lang, line, line)
    say(lang, "错误：起草失败，没有得到草稿", "error: drafting failed, there is no draft")
    if output is not None:
        say(lang, f"没有写入 {output}", f"{output} was not written")
    return EXIT_FAILURE


def _folder(
    folder: Path,
    output: Path | None,
    to: OutputSuffix,
    make: Callable[[str], Draft],
    code: Callable[[Draft], int],
    format: DraftFormat,
    lang: str,
) -> int:
    from drafter.cli.draft_folder import briefs_in, draft_all, outputs_for, report_all
    from drafter.cli.progress import Progress

    briefs = briefs_in(folder, output)
    outputs = outputs_for(briefs, folder, output, f".{to}") if output is not None else {}
    with Progress(lang, ("已起草", "drafted")) as progress:
        drafted = draft_all(briefs, make, outputs, progress.show)
        return report_all(drafted, code, format is DraftFormat.json, lang)


_DOCUMENTS = (".docx", ".doc", ".wps", ".xlsx", ".xls", ".et", ".pdf", ".html", ".htm")
"""Suffixes of forms: who gives one for a brief is told what a brief is, and not that a Word file is no text."""


def load(brief: str) -> Brief:
    """The brief of a file or of stdin.

    Raises:
        InputError: The brief cannot be read or is invalid.
    """
    from drafter.cli.options import read_text
    from drafter.drafting import load_brief
    from drafter.errors import InputError

    suffix = ".txt" if brief == "-" else Path(brief).suffix.lower()
    if suffix in _DOCUMENTS:
        raise InputError(
            f"{brief} 不是简述：简述用 .yaml、.json、.txt 或 .md，可把内容粘贴成一段文字；"
            "要检查申报表用 drafter check，要沿用往年的申报表用 --based-on",
            f"{brief} is no brief: write one as .yaml, .json, .txt or .md, its words pasted as text; "
            "drafter check checks a form, --based-on rolls a past one forward",
        )
    return load_brief(read_text(brief), suffix)


def last_year(path: str, brief: Brief) -> Filing:
    """The filing to roll forward: the only one of the document, or the one of the brief's project name.

    It comes without personal data: people whom the document's forms name as contacts are in none of its texts.

    Raises:
        InputError: The document cannot be read, or holds several filings and none of that name.
    """
    from drafter.errors import InputError
    from drafter.personal.cleaning import cleaned, personal_of
    from drafter.reading import read

    document = read(path)
    if document.status != "read" or not document.filings:
        zh, en = document.reason or ("没有申报表", "no filing")
        raise InputError(f"{path}：{zh}", f"{path}: {en}")
    filings = [located.filing for located in document.filings]
    named = [filing for filing in filings if filing.project_name == brief.project_name]
    if len(named) == 1:
        return cleaned(named[0], personal_of(document))
    if len(filings) == 1:
        return cleaned(filings[0], personal_of(document))
    names = "、".join(filing.project_name or "—" for filing in filings)
    raise InputError(
        f"{path} 有 {len(filings)} 份申报表，没有一份名为 {brief.project_name}；有：{names}",
        f"{path} holds {len(filings)} filings, none named {brief.project_name}; there are: {names}",
    )


def show(result: Draft, format: DraftFormat, lang: str) -> None:
    """Print a draft: the form as text, what it is based on, what is open, and the check."""
    if format is DraftFormat.json:
        emit(result.model_dump_json(by_alias=True, indent=2))
        return
    from drafter.writing.draft import render_draft

    emit(render_draft(result, lang=lang))
