"""`drafter check`: files, folders or filing JSON → a report."""

from __future__ import annotations

import re
import sys
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.options import (
    EXIT_FAILURE,
    EXIT_FINDINGS,
    EXIT_OK,
    FailOn,
    Lang,
    LangOption,
    OutputOption,
    command,
    emit_pieces,
    refuse_office,
    say,
    tell_failed_plugins,
)

if TYPE_CHECKING:
    from drafter.checking.past import Past
    from drafter.checking.report import Summary


class ReportFormat(StrEnum):
    """Formats of a report."""

    text = "text"
    json = "json"
    sarif = "sarif"
    junit = "junit"
    github = "github"
    html = "html"


_SUFFIX_FORMATS = {
    ".html": ReportFormat.html,
    ".htm": ReportFormat.html,
    ".json": ReportFormat.json,
    ".sarif": ReportFormat.sarif,
    ".xml": ReportFormat.junit,
}
"""What a file of that name is expected to hold."""


@command
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="文件、文件夹或申报表 JSON · files or folders")],
    format: Annotated[ReportFormat, typer.Option("--format", help="输出格式 · output format")] = ReportFormat.text,
    output: OutputOption = None,
    annotate: Annotated[
        Path | None,
        typer.Option("--annotate", metavar="DIR", help="写出带批注的副本 · annotated copies of docx/xlsx/pdf"),
    ] = None,
    reconcile: Annotated[bool, typer.Option("--reconcile", help="显示勾稽表 · show the reconciliation table")] = False,
    preview: Annotated[bool, typer.Option("--preview", help="同时运行试行规则 · run preview rules too")] = False,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help="只运行这些规则 · run only these rules")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="不运行这些规则 · leave these rules out")
    ] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="ID", help="按此表式检查 · apply this profile")
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option("--fail-on", help="达到此级别即退出 1，默认 error · severity that fails the run [default: error]"),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="未能判定或待核也退出 2 · anything unjudged or unsure fails")
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", help="不再报已接受的问题；没有则建立 · accepted findings; made if missing"
        ),
    ] = None,
    waivers: Annotated[
        Path | None, typer.Option("--waivers", metavar="FILE", help="豁免文件（TOML） · waivers with reason and expiry")
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="CORPUS", help="与语料库中的往年申报表比较 · compare with past filings"),
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help="并行进程数 · processes to use")] = None,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache", envvar="DRAFTER_NO_CACHE", help="不用读取缓存，每份文件重新读取 · read every file anew"
        ),
    ] = False,
    lang: LangOption = Lang.zh,
) -> None:
    """检查申报表：目标、指标、预算是否一致 · check filings."""
    from drafter.api import CheckOptions
    from drafter.checking.report import Report
    from drafter.cli.accepted import Accepted
    from drafter.cli.config import Configuration
    from drafter.cli.progress import Progress
    from drafter.errors import UsageError
    from drafter.reading import folder_notes
    from drafter.reading.cache import user_cache
    from drafter.run import check_run
    from drafter.writing.report import report_pieces

    refuse_office(
        output,
        (
            "，网页加 --format html，带批注的副本用 --annotate 文件夹",
            "; --format html for a page, --annotate for copies",
        ),
    )
    settings = Configuration(paths)
    common = settings.run
    given = CheckOptions(_codes(select), _codes(ignore), preview, profile, str(lang))
    try:
        given.rules()
    except UsageError:
        # The rule asked for may be one of a plugin that is not there.
        tell_failed_plugins(str(lang))
        raise

    def options_for(document: str) -> CheckOptions:
        return settings.options_for(document, given)

    named = (baseline or common.path("baseline"), waivers or common.path("waivers"))
    for note in folder_notes(paths):
        say(str(lang), *note)
    files = list(_documents(paths, named[0]))
    inputs = (*files, *(path for path in named if path is not None))
    accepted = Accepted.load(*named, protect=tuple(path for path in inputs if Path(path) != named[0]))
    with Progress(str(lang)) as progress, _corpus(against, str(lang)) as past:
        run = check_run(
            files,
            options_for,
            jobs=jobs or common.values.get("jobs", 1),
            cache=user_cache() if common.values.get("cache", True) and not no_cache else None,
            against=past,
            settle=accepted.apply,
            progress=progress.step,
        )
    # Their rules did not run: a clean report must not hide that.
    tell_failed_plugins(str(lang))
    with closing(run):
        accepted.finish(str(lang), waivers=format is not ReportFormat.text)
        pieces = report_pieces(
            Report(summary=run.summary, waivers=accepted.waiver_uses()),
            run.pairs,
            str(format),
            lang=str(lang),
            reconcile=reconcile,
            color=output is None and sys.stdout.isatty(),
            tallies=run.tallies,
        )
        emit_pieces(pieces, output, protect=inputs)
        if output is not None:
            say(str(lang), f"已写入 {output}", f"wrote {output}")
            other = _SUFFIX_FORMATS.get(output.suffix.lower(), format)
            if format is ReportFormat.text and other is not format:
                say(
                    str(lang),
                    f"{output.name} 里是文字；要写成 {other}，请加 --format {other}",
                    f"{output.name} holds text; --format {other} makes it {other}",
                )
        copied = True
        if annotate is not None:
            from drafter.cli.annotate import write_copies

            copied = write_copies(run.documents, annotate, str(lang), inputs)
    least = fail_on or FailOn(common.values.get("fail_on", "error"))
    code = exit_code(run.summary, least, strict=strict or common.values.get("strict", False))
    raise typer.Exit(code if copied else EXIT_FAILURE)


def _documents(paths: list[str], baseline: Path | None) -> Iterator[str]:
    """The files to check. Those of a folder leave out what earlier runs wrote there: a baseline, reports."""
    from drafter.reading import names_of

    for name in paths:
        found = list(names_of([name]))
        if Path(name).is_dir():
            found = [one for one in found if not _is_left(Path(one), baseline)]
        yield from found or [name]


def _is_left(file: Path, baseline: Path | None) -> bool:
    return (baseline is not None and _same(file, baseline)) or _is_ours(file)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _is_ours(file: Path) -> bool:
    mark = _MARKS.get(file.suffix.lower())
    if mark is None:
        return False
    try:
        with file.open("rb") as stream:
            return re.search(mark, stream.read(1024)) is not None
    except OSError:
        return False


_MARKS = {
    ".json": rb'^\s*\{\s*"schema": "drafter\.(?:report|baseline)/',
    ".html": rb'<meta name="generator" content="drafter">',
}


@contextmanager
def _corpus(against: list[str] | None, lang: str) -> Generator[Past | None]:
    """The corpora to compare with, None where none is named."""
    if not against:
        yield None
        return
    from drafter.corpus import Corpus
    from drafter.corpus.past import CorpusPast

    with Corpus(against, notice=lambda zh, en: say(lang, zh, en)) as corpus:
        yield CorpusPast(corpus)


def exit_code(summary: Summary, fail_on: FailOn, *, strict: bool = False) -> int:
    """0, 1 or 2 as the contract says: 2 outranks 1."""
    if summary.unreadable or summary.crashed or (strict and (summary.insufficient or summary.unsure or summary.notes)):
        return EXIT_FAILURE
    return EXIT_FINDINGS if _fails(summary, fail_on) else EXIT_OK


def _fails(summary: Summary, fail_on: FailOn) -> bool:
    counts = {"error": summary.errors, "warning": summary.warnings, "info": summary.infos}
    levels = list(counts)
    return fail_on is not FailOn.never and any(counts[level] for level in levels[: levels.index(fail_on) + 1])


def _codes(entries: list[str] | None) -> tuple[str, ...]:
    return tuple(code.strip() for entry in entries or [] for code in entry.split(",") if code.strip())
