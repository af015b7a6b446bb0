"""Rule pages for people and programs, with what the examples give when they are run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from drafter.checking.engine import check_filing
from drafter.checking.pages import Example, check_example, examples
from drafter.checking.report import Finding
from drafter.checking.rule import Rule
from drafter.errors import UsageError
from drafter.language.patterns import lazy
from drafter.writing.words import word

PAGE_FORMATS = ("text", "markdown", "json")

_HEADING = lazy(r"## *(.+?)\s*$")
_ENGLISH = {
    "检查什么": "What it checks",
    "为什么": "Why",
    "依据": "Basis",
    "错误示例": "Bad example",
    "正确示例": "Good example",
}


@dataclass(frozen=True, slots=True)
class _Run:
    """An example and what the rule said of it."""

    example: Example
    findings: Sequence[Finding]


def render_page(rule: Rule, format: str = "text", *, lang: str = "zh") -> str:
    """A rule's page in one of `PAGE_FORMATS`. The page itself is Chinese; its frame and results follow `lang`.

    Raises:
        UsageError: No such format.
    """
    if format == "json":
        return _json(rule, lang)
    if format == "markdown":
        return _markdown(rule, lang)
    if format != "text":
        known = " ".join(PAGE_FORMATS)
        raise UsageError(f"没有 {format} 这种格式；可用：{known}", f"no format {format!r}; known: {known}")
    return _text(rule, lang)


def _text(rule: Rule, lang: str) -> str:
    lines = [f"{rule.code}  {rule.name}", _title(rule, lang), _facts(rule, lang)]
    fenced = False
    for line in _body(rule, lang):
        heading = _HEADING.match(line)
        if line.startswith("```"):
            fenced = not fenced
        elif heading and not fenced:
            lines.append(_translated(heading[1], lang))
        else:
            lines.append(f"    {line}" if fenced else f"  {line}" if line else "")
    return "\n".join(lines) + "\n"


def _markdown(rule: Rule, lang: str) -> str:
    lines = [f"# {rule.code} {_title(rule, lang)}", "", f"`{rule.name}` · {_facts(rule, lang)}"]
    for line in _body(rule, lang):
        heading = _HEADING.match(line)
        lines.append(f"## {_translated(heading[1], lang)}" if heading else line)
    return "\n".join(lines) + "\n"


def _json(rule: Rule, lang: str) -> str:
    data: dict[str, Any] = {
        "code": rule.code,
        "name": rule.name,
        "title": rule.title,
        "title_en": rule.title_en,
        "severity": rule.severity,
        "status": rule.status,
        "since": rule.since,
        "needs": list(rule.needs),
        "explained_by": list(rule.explained_by),
        "messages": {name: {"zh": zh, "en": en} for name, (zh, en) in rule.messages.items()},
        "page": rule.page,
        "examples": [
            {
                "kind": run.example.kind,
                "source": run.example.source,
                "path": run.example.path,
                "span": run.example.span,
                "findings": [finding.model_dump(mode="json") for finding in run.findings],
            }
            for run in _runs(rule, lang)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _title(rule: Rule, lang: str) -> str:
    return rule.title_en if lang == "en" else rule.title


def _facts(rule: Rule, lang: str) -> str:
    severity = word(rule.severity, lang)
    if lang == "en":
        return f"{severity} · {rule.status} · since rule set {rule.since}"
    status = "试行（加 --preview 才运行）" if rule.status == "preview" else "正式"
    return f"{severity} · {status} · 自规则版本 {rule.since}"


def _translated(heading: str, lang: str) -> str:
    return _ENGLISH.get(heading, heading) if lang == "en" else heading


def _body(rule: Rule, lang: str) -> list[str]:
    """The page after its title, each example followed by what the rule says of it."""
    runs = iter(_runs(rule, lang))
    lines: list[str] = []
    inside, fenced = False, False
    for line in rule.page.splitlines()[1:]:
        lines.append(line)
        if heading := _HEADING.match(line):
            inside = heading[1] in ("错误示例", "正确示例")
        elif line.startswith("```"):
            fenced = not fenced
            if inside and not fenced and (run := next(runs, None)) is not None:
                lines += ["", *(f"→ {told}" for told in _told(run, lang)), ""]
    return [line for line, before in zip(lines, ["x", *lines], strict=False) if line or before]


def _told(run: _Run, lang: str) -> list[str]:
    if not run.findings:
        return [word("clean", lang)]
    return [f"{word(finding.severity, lang)} {finding.code}: {finding.message}" for finding in run.findings]


def _runs(rule: Rule, lang: str) -> list[_Run]:
    """The examples of a page, run. A plugin's page without proper examples is shown as it stands."""
    try:
        found = examples(rule)
    except ValueError:
        return []
    return [_Run(example, _findings(rule, example, lang)) for example in found]


def _findings(rule: Rule, example: Example, lang: str) -> Sequence[Finding]:
    if example.others:
        return check_example(rule, example).findings
    return check_filing(example.filing, rules=[rule], lang=lang).findings
