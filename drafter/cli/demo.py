"""`drafter demo`: the main job on bundled input, without key or network."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from drafter.cli.options import Lang, LangOption, command, emit

DEMO_FILE = Path("drafter-demo.docx")
DEFECTS = Path(__file__).parent.parent / "examples" / "filing_with_defects.json"


@command
def demo(lang: LangOption = Lang.zh) -> None:
    """演示：起草一份、检查一份 · draft one filing, check another."""
    from drafter.api import CheckOptions, check
    from drafter.drafting import draft, example_brief, load_brief
    from drafter.filing import FilingDocument
    from drafter.reading import read
    from drafter.writing import write_filing
    from drafter.writing.draft import render_draft
    from drafter.writing.report import render_report

    language, english = str(lang), lang is Lang.en
    emit("1. Drafting the example brief\n" if english else "一、按示例简述起草\n")
    result = draft(load_brief(example_brief(), ".yaml"), lang=language)
    emit(render_draft(result, lang=language))
    file = _free(DEMO_FILE)
    write_filing(result.filing, file)
    if file != DEMO_FILE:
        emit(f"\n{DEMO_FILE} is there already and stays" if english else f"\n{DEMO_FILE} 已经存在，保留不动")
    emit(f"\nWrote {file}; open it in Word\n" if english else f"\n已写入 {file}，可用 Word 打开\n")
    emit("2. Checking a filing that has defects\n" if english else "二、检查一份有问题的申报表\n")
    document = read(DEFECTS)
    shown = FilingDocument.model_validate_json(DEFECTS.read_text(encoding="utf-8"))
    report = check(document, CheckOptions(lang=language))
    report.documents[0].document = shown.document
    emit(render_report(report, "text", lang=language, filings=[shown.filings]))


def _free(path: Path) -> Path:
    """The path, or the first numbered one beside it that is free: an earlier file may hold somebody's work."""
    names = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())
