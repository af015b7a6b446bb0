"""The rules a draft is judged by beyond those of any filing: every number sourced, every fact there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.checking.report import FilingReport, Finding, PlaceRef, Severity
from drafter.drafting.draft_checks import (
    Hit,
    Judged,
    copied,
    foreign_category,
    misplaced,
    missing,
    unbalanced,
    unknown_noun,
    unknown_reference,
    unsourced,
)


class DraftRule(NamedTuple):
    """A rule of the family DRF, in the catalogue beside those of the checker.

    Attributes:
        code: Stable code, never reused.
        name: Kebab-case name of the defect.
        title: One line in Chinese; `title_en` in English.
        severity: As for other rules.
        message: (Chinese, English) templates over the hit's arguments.
        page: What it checks, why, and what to do.
        check: Yields (path, printed text, span, arguments).
    """

    code: str
    name: str
    title: str
    title_en: str
    severity: Severity
    message: tuple[str, str]
    page: str
    check: Callable[[Judged], Iterator[Hit]]


DRAFT_RULES: tuple[DraftRule, ...] = (
    DraftRule(
        "DRF001", "unsourced-number", "数值没有来源", "A number without a source", "error",
        ("“{number}”在简述里找不到，也不是惯例值", "{number!r} is neither in the brief nor a conventional value"),
        "目标、指标和预算里的每个数都要来自简述、由简述算得，或为惯例值（百分比、零）；没有来源的数一律报错。"
        "简述是 300人，草稿写“近300人”“不足300人”“超过300人”，说的是另一个数，同样报错。",
        unsourced,
    ),
    DraftRule(
        "DRF002", "brief-fact-missing", "简述中的数值未写入", "A fact of the brief is missing", "warning",
        ("简述中的“{fact}”没有写进目标或指标", "{fact!r} of the brief is in neither goal nor indicators"),
        "简述给出的数量和目标值都要在目标文本或指标里出现一次。", missing,
    ),
    DraftRule(
        "DRF003", "items-versus-budget", "简述明细与预算不符", "The brief's items do not add up to its budget", "error",
        ("明细合计 {total} 元，预算 {budget} 元，相差 {difference} 元，请核对简述",
         "the items add up to {total}, the budget is {budget}: {difference} apart; check the brief"),
        "简述的明细金额合计与预算总额不等。起草不替人改数，矛盾原样列出。", unbalanced,
    ),
    DraftRule(
        "DRF004", "fact-under-other-name", "数值写到了别的事项名下", "A number under another item's name", "error",
        ("“{fact}”写在了“{name}”之下，该指标说的是“{other}”",
         "{fact!r} stands under {name!r}, which is about {other!r}"),
        "一个事项的数量或单价不得写进另一事项的指标。", misplaced,
    ),
    DraftRule(
        "DRF005", "unknown-reference", "引用了不存在的事实", "A reference to no fact", "error",
        ("没有编号为 {reference} 的事实", "there is no fact {reference}"),
        "模型只能引用给出的事实编号。", unknown_reference,
    ),
    DraftRule(
        "DRF006", "category-not-of-form", "指标类别不属于本表式", "A category the form does not have", "error",
        ("本表式没有“{category}”这一类别", "the form has no category {category!r}"),
        "二级指标名称须取自所填表式。", foreign_category,
    ),
    DraftRule(
        "DRF007", "copied-precedent", "照抄了先例的目标", "Words copied from a precedent", "warning",
        ("“{text}”照抄自“{project}”的目标", "{text!r} is copied from the goal of {project!r}"),
        "先例只供借鉴写法；目标里与先例连续相同、而简述中没有的长句，说的是别的项目。沿用本项目上年的目标不在此列。",
        copied,
    ),
    DraftRule(
        "DRF008", "fact-under-unknown-noun", "数值写在简述没有的名称下", "A number under an unknown noun", "info",
        ("拿不准：“{fact}”写在了“{name}”之下，是否同一事项请核对",
         "unsure: {fact!r} stands under {name!r}; check that both are the same thing"),
        "数值是简述的，名称却不是：可能只是换了叫法，也可能张冠李戴。程序判断不了，请经办人核对。",
        unknown_noun,
    ),
)  # fmt: skip

# What the checker says about the same contradiction in the filing itself; the finding about the brief is named there.
_EXPLAINED = {"DRF003": ("ARI002",)}


def judge(judged: Judged, report: FilingReport, lang: str = "zh") -> FilingReport:
    """Append the findings and outcomes of the draft rules to a filing's report."""
    findings = list(report.findings)
    outcomes = dict(report.outcomes)
    for rule in DRAFT_RULES:
        hits = list(rule.check(judged))
        outcomes[rule.code] = "finding" if hits else "clean"
        explainer = next((one for one in findings if one.code in _EXPLAINED.get(rule.code, ())), None)
        if hits and explainer is not None:
            explainer.also.append(rule.code)
            continue
        findings += [_finding(rule, hit, lang) for hit in hits]
    findings.sort(key=lambda finding: ("error", "warning", "info").index(finding.severity))
    return report.model_copy(update={"findings": findings, "outcomes": outcomes})


def _finding(rule: DraftRule, hit: Hit, lang: str) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=rule.message[1 if lang == "en" else 0].format(**hit.arguments),
        primary=PlaceRef(path=hit.path, text=hit.text, span=hit.span),
        arguments=hit.arguments,
        arithmetic=hit.arithmetic,
        fingerprint=fingerprint(rule.code, hit.path, hit.text),
    )


def fingerprint(code: str, path: str, text: str) -> str:
    """The same for the same finding in every run."""
    import hashlib

    return hashlib.sha256(f"{code}\n{path}\n{text}".encode()).hexdigest()[:16]


def blocking(findings: Sequence[Finding]) -> list[Finding]:
    """The findings a draft should not be handed over with: errors and warnings."""
    return [finding for finding in findings if finding.severity != "info"]
