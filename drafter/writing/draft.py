"""A draft as text: the filing, which targets are proposals, what the brief leaves open, and what the checker says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from drafter.drafting.result import Attempt, Draft, PrecedentRef
from drafter.filing import Filing
from drafter.language.patterns import lazy
from drafter.writing.catalogue import every_rule
from drafter.writing.form.printed import digits, target_text
from drafter.writing.report import render_report
from drafter.writing.report.view import visible
from drafter.writing.words import path_words, word

# 达到 | 100%: a number is read with its sign and its unit sign. No piece is longer than a line.
_PIECE = lazy(r"[≥≤＞＜><=±]?\d{1,20}(?:[,.]\d{1,12}){0,3}[%％‰℃㎡]?|.", re.DOTALL)
_PROPOSED = ("precedent", "profile")
_FUNDING = (
    "project_total", "fiscal_total", "project_other", "annual_total", "current_appropriation", "carryover", "other",
    "upper_level", "own_level", "lower_level", "last_year_budget", "last_year_execution",
)  # fmt: skip
_STATUS = {
    "passed": ("检查通过", "passed the check"),
    "findings": ("检查发现问题，见下", "the check found problems, see below"),
    "failed": ("起草失败", "drafting failed"),
}
_OUTCOME = {
    "answered": ("已回答", "answered"),
    "truncated": ("回答被截断", "the answer was cut"),
    "refused": ("模型拒绝回答", "refused"),
    "empty": ("没有内容", "an empty answer"),
    "invalid": ("回答的格式不对", "an answer of the wrong shape"),
    "unavailable": ("无法使用", "unavailable"),
    "over_budget": ("超出词元预算", "over the token budget"),
}


def render_draft(draft: Draft, *, lang: str = "zh", color: bool = False) -> str:
    """The draft for a terminal. Proposed targets carry ＊; open questions come before the check."""
    lines = [
        *_head(draft.filing, lang),
        *_goals(draft.filing, lang),
        *_indicators(draft, lang),
        *_budget(draft.filing, lang),
        *_questions(draft, lang),
        *_sources(draft, lang),
        f"{'Check: ' if lang == 'en' else '检查：'}{_STATUS[draft.status][1 if lang == 'en' else 0]}",
    ]
    report = render_report(draft.report, "text", lang=lang, color=color, rules=every_rule(), filings=[[draft.filing]])
    return "\n".join(lines) + "\n" + report


def _head(filing: Filing, lang: str) -> Iterator[str]:
    year = "" if filing.year is None else f"（{filing.year}年度）" if lang != "en" else f" ({filing.year})"
    yield f"{visible(filing.form or '')}{year}"
    names = (
        "project_name", "project_nature", "project_category", "department", "implementer", "start_date", "end_date",
    )  # fmt: skip
    values = [(path_words(name, lang), getattr(filing, name)) for name in names]
    values += [
        (path_words(f"funding.{name}", lang), f"{digits(amount)} {'yuan' if lang == 'en' else '元'}")
        for name in _FUNDING
        if (amount := getattr(filing.funding, name)) is not None
    ]
    yield from _table(
        [(f"{name}{':' if lang == 'en' else '：'}", visible(str(value))) for name, value in values if value is not None]
    )


def _goals(filing: Filing, lang: str) -> Iterator[str]:
    for name in ("overall_goal", "annual_goal", "narrative"):
        text = getattr(filing, name)
        if text:
            yield ""
            yield path_words(name, lang)
            for line in text.splitlines():
                yield from _wrapped(visible(line))


def _indicators(draft: Draft, lang: str) -> Iterator[str]:
    filing = draft.filing
    if not filing.indicators:
        return
    proposed = {
        entry.path for entry in draft.provenance if entry.source in _PROPOSED and entry.path.startswith("indicators[")
    }
    yield ""
    yield word("indicators", lang)
    rows: list[tuple[str, ...]] = []
    before: tuple[str | None, str | None] = (None, None)
    for number, indicator in enumerate(filing.indicators):
        levels = (indicator.level1, indicator.level2)
        mark = "＊" if f"indicators[{number}].target" in proposed else ""
        rows.append(
            (
                "" if levels[0] == before[0] else visible(levels[0] or ""),
                "" if levels == before else visible(levels[1] or ""),
                visible(indicator.name),
                visible(target_text(indicator.target)) + mark,
            )
        )
        before = levels
    yield from _table(rows)
    if any(f"indicators[{number}].target" in proposed for number in range(len(filing.indicators))):
        yield (
            "  ＊ proposed from precedents or usual practice; nobody asked for it: please confirm"
            if lang == "en"
            else "  ＊ 参照往年申报或惯例拟定的指标值，简述中没有，请确认"
        )


def _budget(filing: Filing, lang: str) -> Iterator[str]:
    if not filing.budget_lines:
        return
    yield ""
    yield word("budget", lang)
    rows: list[tuple[str, ...]] = [
        tuple(path_words(name, lang) for name in ("item", "amount", "unit_price", "quantity"))
    ]
    for line in filing.budget_lines:
        amounts = ["" if value is None else digits(value) for value in (line.amount, line.unit_price, line.quantity)]
        rows.append((visible(line.item), amounts[0], amounts[1], amounts[2] + visible(line.unit or "")))
    yield from _table(rows)


def _questions(draft: Draft, lang: str) -> Iterator[str]:
    colon = ": " if lang == "en" else "："
    if draft.questions:
        yield ""
        yield "Please confirm" if lang == "en" else "请补充或确认"
        yield from (
            f"  · {path_words(question.field, lang)}{colon}{visible(question.message)}" for question in draft.questions
        )


def _sources(draft: Draft, lang: str) -> Iterator[str]:
    yield ""
    if draft.precedents:
        yield from _precedents(draft.precedents, lang)
    else:
        yield "Precedents: none is similar enough" if lang == "en" else "没有足够相似的往年申报，未作参考"
    yield from attempts_of(draft, lang)


def attempts_of(draft: Draft, lang: str) -> Iterator[str]:
    """A line for each call of a model: how it ended and what it cost."""
    call = "Attempt" if lang == "en" else "模型调用"
    # The embedded model is no call anybody pays for or waits on.
    for number, attempt in enumerate((one for one in draft.attempts if one.model != "embedded"), 1):
        said = list(_attempt(attempt, lang))
        yield f"{call} {number}: {', '.join(said)}" if lang == "en" else f"{call} {number}：{'，'.join(said)}"


def _attempt(attempt: Attempt, lang: str) -> Iterator[str]:
    """The model, how it ended and why, and the tokens where any were used."""
    yield visible(attempt.model)
    yield _OUTCOME.get(attempt.outcome, (attempt.outcome, attempt.outcome))[lang == "en"]
    yield from map(visible, attempt.notes)
    if attempt.input_tokens or attempt.output_tokens:
        unit = "tokens" if lang == "en" else "词元"
        yield f"{attempt.input_tokens} + {attempt.output_tokens} {unit}"


def _precedents(precedents: Sequence[PrecedentRef], lang: str) -> Iterator[str]:
    """What the draft looked at: what offices filed, and apart from it the patterns written as examples."""
    for kind, zh, en in (("filing", "参考的往年申报", "Precedents"), ("model", "参考的范例", "Patterns")):
        named = [
            visible(one.project_name or one.id)
            + (f"（{one.year}）" if one.year is not None and kind == "filing" else "")
            for one in precedents
            if one.kind == kind
        ]
        if named:
            yield f"{en}: {', '.join(named)}" if lang == "en" else f"{zh}：{'、'.join(named)}"


def _wrapped(text: str, width: int = 76) -> Iterator[str]:
    """Text in lines of a terminal; closing punctuation hangs rather than starting a line, a number stays whole."""
    line, used = "", 0
    for piece in _PIECE.findall(text):
        size = _width(piece)
        if used + size > width and piece not in "，。；：、）”》%":
            yield f"  {line}"
            line, used = "", 0
        line, used = line + piece, used + size
    yield f"  {line}"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with aligned columns; a Chinese character is two wide."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [text + " " * (width - _width(text)) for text, width in zip(row, widths, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
