"""`drafter draft FOLDER`: every brief of a folder, a line and a file each; a bad one is counted and stops nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.cli.options import EXIT_FAILURE, emit, say
from drafter.errors import DrafterError, InputError, UsageError

if TYPE_CHECKING:
    from drafter.drafting import Draft

_BRIEFS = (".yaml", ".yml", ".json", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one brief: the draft and where it was written, or why there is none."""

    brief: Path
    draft: Draft | None = None
    output: Path | None = None
    reason: tuple[str, str] = ("", "")


def briefs_in(folder: Path, output: Path | None) -> list[Path]:
    """The briefs below a folder in path order; hidden files and what lies in the output folder are none.

    Raises:
        InputError: There is none.
    """
    written = output.resolve() if output is not None and output.resolve() != folder.resolve() else None
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _BRIEFS
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and not (written is not None and written in path.resolve().parents)
        and path.is_file()
    )
    if not found:
        kinds = " ".join(_BRIEFS)
        raise InputError(f"{folder} 里没有项目简述（{kinds}）", f"{folder} holds no brief ({kinds})")
    return found


def outputs_for(briefs: list[Path], folder: Path, output: Path, suffix: str) -> dict[Path, Path]:
    """The file each draft goes to: the brief's place and name below the output folder; a.yaml and a.txt keep both.

    Raises:
        UsageError: The output is a file, or would lie among the briefs and be taken for one in the next run.
    """
    if output.suffix and not output.is_dir():
        raise UsageError(
            f"{output} 是一个文件名；整个文件夹的草稿要写入文件夹，格式用 --to",
            f"{output} names a file; drafts of a folder go to a folder, choose the format with --to",
        )
    if suffix in _BRIEFS and output.resolve() == folder.resolve():
        raise UsageError(
            f"{suffix} 会被当作简述，请用 -o 指定另一个文件夹",
            f"{suffix} files would be taken for briefs; name another folder with -o",
        )
    plain = [brief.relative_to(folder).with_suffix("") for brief in briefs]
    names: dict[Path, Path] = {}
    for brief, name in zip(briefs, plain, strict=True):
        own = name if plain.count(name) == 1 else brief.relative_to(folder)
        names[brief] = output / own.with_name(f"{own.name}{suffix}")
    return names


def draft_all(
    briefs: list[Path], make: Callable[[str], Draft], outputs: dict[Path, Path], progress: Callable[[int, int], None]
) -> Iterator[Drafted]:
    """Draft one brief after the other and write what comes of it."""
    for done, brief in enumerate(briefs, start=1):
        try:
            result = make(str(brief))
            # What a failed run has is no draft, and a file of it would be taken for one.
            complete = result.status != "failed" and brief in outputs
            written = _write(result, outputs[brief], briefs) if complete else None
            yield Drafted(brief, result, written)
        except DrafterError as error:
            yield Drafted(brief, reason=(error.zh, error.en))
        except Exception as error:  # a defect of ours in one brief must not take the others with it
            kind = type(error).__name__
            yield Drafted(brief, reason=(f"程序内部错误（{kind}）", f"internal error ({kind})"))
        progress(done, len(briefs))


def _write(draft: Draft, output: Path, briefs: list[Path]) -> Path:
    from drafter.writing import write_filing

    output.parent.mkdir(parents=True, exist_ok=True)
    return write_filing(draft.filing, output, protect=briefs)


def report_all(drafted: Iterator[Drafted], code: Callable[[Draft], int], as_json: bool, lang: str) -> int:
    """Print a line for each brief and the counts (or one JSON array); gives the exit code of the whole run."""
    codes: list[int] = []
    # Counted as the lines say: what --fail-on lets through still has its warnings.
    counts = {"passed": 0, "findings": 0, "failed": 0}
    rows: list[dict[str, Any]] = []
    for one in drafted:
        codes.append(code(one.draft) if one.draft is not None else EXIT_FAILURE)
        counts[one.draft.status if one.draft is not None else "failed"] += 1
        if as_json:
            rows.append(_row(one, lang))
        else:
            emit(_line(one, lang))
    passed, rest, failed = counts.values()
    if as_json:
        emit(json.dumps(rows, ensure_ascii=False, indent=2))
    zh = f"共 {len(codes)} 份简述：通过 {passed}，有问题 {rest}，失败 {failed}"
    say(lang, zh, f"{len(codes)} briefs: {passed} passed, {rest} with findings, {failed} failed")
    return max(codes)


def _line(one: Drafted, lang: str) -> str:
    english = lang == "en"
    if one.draft is None:
        return f"{one.brief}: failed: {one.reason[1]}" if english else f"{one.brief}：失败：{one.reason[0]}"
    summary, open_ = one.draft.report.summary, len(one.draft.questions)
    notes = [note for attempt in one.draft.attempts for note in attempt.notes] if one.draft.status == "failed" else []
    if english:
        said = [f"{summary.errors} errors", f"{summary.warnings} warnings", f"{open_} questions", *notes]
    else:
        said = [f"错误 {summary.errors}", f"警告 {summary.warnings}", f"待确认 {open_}", *notes]
    words = {"passed": ("通过", "passed"), "findings": ("有问题", "findings"), "failed": ("失败", "failed")}
    status = words[one.draft.status][english]
    where = f" → {one.output}" if one.output is not None else ""
    return f"{one.brief}: {status} ({', '.join(said)}){where}" if english else (
        f"{one.brief}：{status}（{'，'.join(said)}）{where}"
    )  # fmt: skip


def _row(one: Drafted, lang: str) -> dict[str, Any]:
    row: dict[str, Any] = {"brief": str(one.brief), "output": str(one.output) if one.output is not None else None}
    if one.draft is None:
        return {**row, "status": "failed", "reason": one.reason[lang == "en"], "draft": None}
    return {
        **row,
        "status": one.draft.status,
        "reason": None,
        "draft": one.draft.model_dump(mode="json", by_alias=True),
    }
