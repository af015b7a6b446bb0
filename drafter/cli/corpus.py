"""`drafter corpus`: the filings of the past, added, listed, searched, exported."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.options import EXIT_FAILURE, EXIT_OK, Lang, LangOption, OutputOption, command, emit, refuse_blank, say

if TYPE_CHECKING:
    from drafter.corpus import Corpus
    from drafter.corpus.store import Added

app = typer.Typer(
    name="corpus",
    help="往年申报表语料库 · the corpus of past filings.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class ListFormat(StrEnum):
    """Formats of what a corpus says."""

    text = "text"
    json = "json"


class ExportFormat(StrEnum):
    """Formats a corpus is exported in."""

    jsonl = "jsonl"
    yaml = "yaml"
    csv = "csv"


CorporaOption = Annotated[
    list[str] | None,
    typer.Option(
        "--corpus",
        metavar="PATH",
        help="语料库，可多次给出；starter 为自带语料，默认两者都用 · corpora; `starter` is the one shipped",
    ),
]
OneCorpusOption = Annotated[
    Path | None,
    typer.Option("--corpus", metavar="PATH", help="语料库文件；默认是自己的语料库 · corpus file, your own by default"),
]
FormatOption = Annotated[ListFormat, typer.Option("--format", help="输出格式 · output format")]
OfficeOption = Annotated[str | None, typer.Option("--office", help="单位名称中的文字 · part of the office's name")]
YearOption = Annotated[int | None, typer.Option("--year", help="预算年度 · budget year")]


@app.command()
@command
def add(
    paths: Annotated[list[str], typer.Argument(metavar="FILES|FOLDERS...", help="文件、文件夹 · files or folders")],
    corpus: OneCorpusOption = None,
    lang: LangOption = Lang.zh,
) -> None:
    """添加往年申报表，去除个人信息 · add past filings, without personal data."""
    from drafter.cli.corpus_words import added_words
    from drafter.corpus.adding import add_paths
    from drafter.corpus.store import Store

    count = 0

    def progress(one: Added) -> None:
        nonlocal count
        count += 1
        names = {"added": ("新增", "new"), "version": ("新版本", "new version"), "duplicate": ("已有", "known")}
        zh, en = names[one.status]
        title = f"{one.record.project or '—'} {one.record.year or '—'}"
        say(str(lang), f"{count} {zh} {one.record.id} {title}", f"{count} {en} {one.record.id} {title}")

    file = _own(corpus)
    with Store(file, create=True) as store:
        report = add_paths(store, paths, progress)
    for document, zh, en in report.failed:
        say(str(lang), f"{document}：{zh}", f"{document}: {en}")
    emit(added_words(report, file, str(lang)))
    raise typer.Exit(EXIT_FAILURE if report.failed else EXIT_OK)


@app.command("list")
@command
def list_(
    corpus: CorporaOption = None,
    office: OfficeOption = None,
    year: YearOption = None,
    versions: Annotated[bool, typer.Option("--versions", help="包括旧版本 · older versions too")] = False,
    format: FormatOption = ListFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """列出申报表 · list the filings."""
    from drafter.cli.corpus_words import entry, line

    with _open(corpus, lang) as opened:
        found = [
            (record, label)
            for record, label in opened.records(versions=versions)
            if (year is None or record.year == year)
            and (not office or (record.kind == "filing" and office in record.office))
        ]
    if format is ListFormat.json:
        emit(_json([entry(record, label) for record, label in found]))
        return
    if not found:
        say(str(lang), "没有找到申报表。", "No filing was found.")
        return
    emit("\n".join(line(record, label, str(lang)) for record, label in found))


@app.command()
@command
def show(
    identity: Annotated[str, typer.Argument(metavar="ID", help="编号或其开头 · id or its beginning")],
    corpus: CorporaOption = None,
    format: FormatOption = ListFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """显示一份申报表 · show one filing."""
    from drafter.cli.corpus_words import entry, shown

    with _open(corpus, lang) as opened:
        record, label = opened.get(identity)
    if format is ListFormat.json:
        emit(_json({**entry(record, label), **record.to_json(), "removed": dict(record.removed)}))
        return
    emit(shown(record, label, str(lang)))


@app.command()
@command
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="项目名称 · project name")],
    purpose: Annotated[str, typer.Option("--purpose", help="项目目的 · its purpose")] = "",
    task: Annotated[list[str] | None, typer.Option("--task", help="任务，可多次给出 · a task, repeatable")] = None,
    office: Annotated[str, typer.Option("--office", help="申报单位 · who files it")] = "",
    year: YearOption = None,
    top_k: Annotated[int, typer.Option("--top-k", min=1, max=100, help="最多几份 · how many at most")] = 5,
    corpus: CorporaOption = None,
    format: FormatOption = ListFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """查找与项目相近的申报表 · find filings like a project."""
    from drafter.cli.corpus_words import entry, hit_words
    from drafter.corpus import Query
    from drafter.corpus.builtin import retrieve

    refuse_blank(name, "要查找的项目名称", "the name of the project to look for")
    query = Query(name, purpose, tuple(task or ()), office, year)
    with _open(corpus, lang) as opened:
        hits = retrieve(query, opened.sources, top_k)
    if format is ListFormat.json:
        english = lang is Lang.en
        emit(
            _json(
                [
                    {**entry(hit.record, hit.corpus), "score": str(hit.score), "own": hit.own,
                     "why": [reason.en if english else reason.zh for reason in hit.why]}
                    for hit in hits
                ]
            )
        )  # fmt: skip
        return
    if not hits:
        say(str(lang), "没有找到足够相近的申报表。", "No filing is like it enough to be a precedent.")
        return
    emit("\n".join(hit_words(hit, str(lang)) for hit in hits))


@app.command()
@command
def prices(
    item: Annotated[str, typer.Argument(metavar="ITEM", help="事项，如 保安 · what is paid for")],
    unit: Annotated[str | None, typer.Option("--unit", help="计价单位，如 人 · per one of what")] = None,
    corpus: CorporaOption = None,
    format: FormatOption = ListFormat.text,
    lang: LangOption = Lang.zh,
) -> None:
    """往年申报表里的单价 · unit prices seen in past filings."""
    from drafter.cli.corpus_words import price_json, price_words

    refuse_blank(item, "要查单价的事项", "what is paid for")
    with _open(corpus, lang) as opened:
        ranges = opened.prices(item, unit)
    if format is ListFormat.json:
        emit(_json([price_json(one) for one in ranges]))
        return
    if not ranges:
        say(str(lang), f"没有找到“{item}”的单价。", f"No unit price of “{item}” was found.")
        return
    emit("\n".join(price_words(one, str(lang)) for one in ranges))


@app.command()
@command
def stats(corpus: CorporaOption = None, format: FormatOption = ListFormat.text, lang: LangOption = Lang.zh) -> None:
    """语料库概况 · what the corpora hold."""
    from drafter.cli.corpus_words import stats_words
    from drafter.corpus.statistics import statistics

    with _open(corpus, lang) as opened:
        found = statistics(opened)
    emit(_json(found) if format is ListFormat.json else stats_words(found, str(lang)))


@app.command()
@command
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="编号 · ids")],
    corpus: OneCorpusOption = None,
    lang: LangOption = Lang.zh,
) -> None:
    """从自己的语料库中删除 · remove filings from your own corpus."""
    from drafter.corpus import Corpus

    with Corpus([_own(corpus)]) as opened:
        chosen = [opened.get(identity)[0].id for identity in ids]
        gone = opened.stores[0].remove(chosen)
    names = "、".join(f"{record.id} {record.project}" for record in gone)
    say(str(lang), f"已删除 {len(gone)} 份：{names}", f"removed {len(gone)}: {names}")


@app.command()
@command
def export(
    corpus: CorporaOption = None,
    format: Annotated[ExportFormat, typer.Option("--format", help="输出格式 · output format")] = ExportFormat.jsonl,
    output: OutputOption = None,
    versions: Annotated[bool, typer.Option("--versions", help="包括旧版本 · older versions too")] = False,
    lang: LangOption = Lang.zh,
) -> None:
    """导出；jsonl 和 yaml 可再添加 · export; jsonl and yaml can be added again."""
    from drafter.corpus.exporting import export as pieces

    with _open(corpus, lang) as opened:
        text = pieces((record for record, _ in opened.records(versions=versions)), str(format))
        if output is not None:
            from drafter.writing.atomic import write_bytes

            write_bytes(output, text, protect=_files(opened))
            return
        for piece in text:
            sys.stdout.write(piece)


def _own(path: Path | None) -> Path:
    """The corpus file to change.

    Raises:
        UsageError: It is the starter corpus, or a file of records.
    """
    from drafter.corpus.corpus import STARTER
    from drafter.corpus.paths import corpus_file, default_corpus
    from drafter.corpus.record_files import SUFFIXES
    from drafter.errors import UsageError

    if path is None:
        return default_corpus()
    if str(path) == STARTER or path.suffix.lower() in SUFFIXES:
        raise UsageError(
            f"{path} 不能修改；请指定语料库文件，例如 --corpus 往年.sqlite",
            f"{path} cannot be changed; name a corpus file, such as --corpus past.sqlite",
        )
    return corpus_file(path)


def _open(paths: list[str] | None, lang: Lang) -> Corpus:
    from drafter.corpus import Corpus

    return Corpus(paths or (), notice=lambda zh, en: say(str(lang), zh, en))


def _files(opened: Corpus) -> list[Path]:
    """The corpus files of a run, which an export must not replace."""
    return [store.path for store in opened.stores]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
