"""Rule pages as tests. Plugin authors run theirs with `run_page`: the bad examples are found, the good ones are silent.

An example is a fenced YAML fragment of a filing laid over a small filing without defects (`BASE`). In a bad example
【】 marks the place of the finding: a whole field, or the words of a goal text. A target may be written as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from drafter.checking.engine import check_filing
from drafter.checking.mend import mended, target_data
from drafter.checking.past_records import PastRecords
from drafter.checking.report import FilingReport, Finding
from drafter.checking.rule import Rule
from drafter.filing import Filing
from drafter.language.patterns import lazy

_SECTION = lazy(r"^## *(错误示例|正确示例)\s*$", re.MULTILINE)
_HEADING = lazy(r"^## ", re.MULTILINE)
_FENCE = lazy(r"```yaml\n(.*?)```", re.DOTALL)
_MARK = lazy(r"【(.*?)】", re.DOTALL)
_TEXTS = ("annual_goal", "overall_goal", "narrative")

BASE = """
form: 财政项目支出绩效目标申报表
profile: shanghai-2026
year: 2026
project_name: 便民服务宣传
project_nature: 经常性项目
project_category: 特定目标类
department: 某区民政局
implementer: 某区社区服务中心
start_date: 2026-01-01
end_date: 2026-12-31
funding: {annual_total: "14000.00", current_appropriation: "14000.00", carryover: "0.00", other: "0.00"}
annual_goal: 为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。
indicators:
  - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "=2.00(元/份)"}
  - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
  - {level1: 产出指标, level2: 质量指标, name: 宣传册验收合格率, target: "=100(%)"}
  - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 9月底前}
  - {level1: 效益指标, level2: 社会效益指标, name: 服务事项知晓率, target: "≥80(%)"}
  - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
budget_lines:
  - {item: 宣传册印制, unit_price: "2.00", quantity: "7000", unit: 份, amount: "14000.00"}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a page: the filing, other filings beside it, and for a bad one the marked place."""

    kind: Literal["bad", "good"]
    filing: Filing
    others: tuple[Filing, ...]
    path: str | None
    span: tuple[int, int] | None
    source: str


def examples(rule: Rule) -> list[Example]:
    """The examples of a rule's page.

    Raises:
        ValueError: The page has no bad or no good example, or a bad one marks not exactly one place.
    """
    found = list(_examples(rule.page))
    for kind in ("bad", "good"):
        if not any(example.kind == kind for example in found):
            raise ValueError(f"{rule.code}: the page has no {kind} example")
    return found


def run_page(rule: Rule) -> list[str]:
    """What is wrong with a rule's page: empty when every example does what it says."""
    problems: list[str] = []
    for number, example in enumerate(examples(rule), 1):
        problems += [f"{rule.code} example {number} ({example.kind}): {problem}" for problem in _run(rule, example)]
    return problems


def check_example(rule: Rule, example: Example) -> FilingReport:
    """Run one rule on one example."""
    return check_filing(example.filing, rules=[rule], past=_past(example))


def _past(example: Example) -> PastRecords | None:
    """The example and its others as the filings of one document."""
    if not example.others:
        return None
    past = PastRecords()
    for number, filing in enumerate((example.filing, *example.others)):
        past.add("示例", filing.model_copy(update={"index": number}))
    return past


def _run(rule: Rule, example: Example) -> Iterator[str]:
    report = check_example(rule, example)
    if report.crashes:
        yield f"crashed: {report.crashes[0].error}"
    if example.kind == "good":
        if report.findings:
            yield f"should be silent, said: {report.findings[0].message}"
        return
    if len(report.findings) != 1:
        yield f"should give one finding, gave {len(report.findings)}"
        return
    finding = report.findings[0]
    if finding.primary.path != example.path or (example.span is not None and finding.primary.span != example.span):
        yield f"marked {example.path} {example.span}, found {finding.primary.path} {finding.primary.span}"
    if finding.suggestion is not None and _still_found(rule, example, finding):
        yield f"the suggestion {finding.suggestion.value} does not silence it"


def _still_found(rule: Rule, example: Example, finding: Finding) -> bool:
    suggestion = finding.suggestion
    if suggestion is None:
        return False
    filing = mended(example.filing, {suggestion.path: suggestion.value})
    return bool(check_example(rule, Example("good", filing, example.others, None, None, example.source)).findings)


def _examples(page: str) -> Iterator[Example]:
    sections = list(_SECTION.finditer(page))
    for section in sections:
        following = _HEADING.search(page, section.end())
        body = page[section.end() : following.start() if following else len(page)]
        for fence in _FENCE.finditer(body):
            yield _example("bad" if section[1] == "错误示例" else "good", fence[1])


def _example(kind: Literal["bad", "good"], source: str) -> Example:
    import yaml  # a page is read by people and tests, never by a check

    data: dict[str, Any] = yaml.safe_load(BASE)
    fragment: dict[str, Any] = yaml.safe_load(source) or {}
    others = cast("list[dict[str, Any]]", fragment.pop("others", []))
    marks: list[tuple[str, tuple[int, int] | None]] = []
    cleaned = cast("dict[str, Any]", _unmark(fragment, "", marks))
    if kind == "bad" and len(marks) != 1:
        raise ValueError(f"a bad example marks one place with 【】, this one {len(marks)}: {source[:60]}")
    path, span = marks[0] if marks else (None, None)
    return Example(
        kind, _filing(data, cleaned), tuple(_filing(yaml.safe_load(BASE), one) for one in others), path, span, source
    )


def _filing(base: dict[str, Any], fragment: Mapping[str, Any]) -> Filing:
    data = {**base, **fragment}
    for row in data.get("indicators", []):
        if isinstance(row.get("target"), str):
            row["target"] = target_data(row["target"])
    return Filing.model_validate(data)


def _unmark(value: Any, path: str, marks: list[tuple[str, tuple[int, int] | None]]) -> Any:
    if isinstance(value, dict):
        items = cast("dict[str, Any]", value)
        return {key: _unmark(item, f"{path}.{key}" if path else key, marks) for key, item in items.items()}
    if isinstance(value, list):
        rows = cast("list[Any]", value)
        return [_unmark(item, f"{path}[{position}]", marks) for position, item in enumerate(rows)]
    if isinstance(value, str) and (mark := _MARK.search(value)):
        span = (mark.start(), mark.end() - 2) if path in _TEXTS and mark[0] != value else None
        marks.append((path, span))
        # A field marked while blank is a field that is not there.
        return _MARK.sub(lambda found: found[1], value) or None
    return value
