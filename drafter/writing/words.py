"""The words of reports in both languages: key → (Chinese, English)."""

from __future__ import annotations

from drafter.language.patterns import lazy

WORDS: dict[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "stable": ("正式", "stable"),
    "preview": ("试行", "preview"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "agrees": ("一致", "agrees"),
    "contradicts": ("矛盾", "contradicts"),
    "uncovered": ("未覆盖", "uncovered"),
    "unsure": ("待核", "unsure"),
    "clean": ("未发现问题", "clean"),
    "nothing_new": ("没有新问题", "nothing new"),
    "insufficient": ("信息不足", "insufficient"),
    "not_applicable": ("不适用", "not applicable"),
    "finding": ("有问题", "finding"),
    "suppressed": ("已接受", "accepted before"),
    "waiver": ("豁免", "waiver"),
    "baseline": ("基线", "baseline"),
    "unused": ("未用到", "unused"),
    "expired": ("已过期", "expired"),
    "crashed": ("规则出错", "crashed"),
    "unreadable": ("无法读取", "unreadable"),
    "no_form": ("没有申报表", "no form found"),
    "where": ("位置", "where"),
    "compare": ("对照", "against"),
    "arithmetic": ("算式", "arithmetic"),
    "suggestion": ("建议", "suggestion"),
    "also": ("同时涉及", "also breaks"),
    "unnamed": ("（无项目名称）", "(no project name)"),
    "nothing": ("（空白）", "(blank)"),
    "reconciliation": ("勾稽表", "reconciliation table"),
    "documents": ("文件", "documents"),
    "filings": ("项目", "filings"),
    "findings": ("检查结果", "findings"),
    "status": ("状态", "status"),
    "number": ("数字", "number"),
    "indicators": ("绩效指标", "indicators"),
    "budget": ("预算明细", "budget lines"),
    "funding": ("项目资金", "funding"),
    "goals": ("绩效目标", "goals"),
    "level1": ("一级指标", "level 1"),
    "level2": ("二级指标", "level 2"),
    "name": ("三级指标", "indicator"),
    "target": ("指标值", "target"),
    "judged": ("判断规则", "rules judged"),
    "not_judged": ("未作判断", "not judged"),
    "by_rule": ("按规则", "by rule"),
    "by_unit": ("按单位", "by office"),
    "count": ("数量", "count"),
    "report_title": ("绩效目标申报表检查报告", "Performance filing check report"),
    "ruleset": ("规则版本", "rule set"),
    "only_findings": ("只看有问题的项目", "only filings with findings"),
    "show": ("显示", "show"),
}

_FIELDS: dict[str, tuple[str, str]] = {
    "form": ("表名", "form"),
    "year": ("年度", "year"),
    "project_name": ("项目名称", "project name"),
    "project_nature": ("项目性质", "project nature"),
    "project_category": ("项目类别", "project category"),
    "department": ("主管部门", "department"),
    "implementer": ("实施单位", "implementer"),
    "start_date": ("计划开始日期", "start date"),
    "end_date": ("计划完成日期", "end date"),
    "overall_goal": ("项目总目标", "overall goal"),
    "annual_goal": ("年度总体目标", "annual goal"),
    "narrative": ("项目说明", "narrative"),
    "funding": ("项目资金", "funding"),
    "project_total": ("项目资金总额", "project total"),
    "fiscal_total": ("财政资金", "fiscal total"),
    "project_other": ("项目其他资金", "other project funds"),
    "annual_total": ("年度资金申请总额", "annual total"),
    "current_appropriation": ("当年财政拨款", "current appropriation"),
    "carryover": ("上年结转资金", "carryover"),
    "other": ("其他资金", "other funds"),
    "upper_level": ("上级财政拨款", "upper level"),
    "own_level": ("本级财政安排", "own level"),
    "lower_level": ("下级财政配套", "lower level"),
    "last_year_budget": ("上年预算额", "last year's budget"),
    "last_year_execution": ("上年预算执行数", "last year's execution"),
    "budget_total": ("预算总额", "budget"),
    "purpose": ("项目目的", "purpose"),
    "tasks": ("任务", "task"),
    "items": ("明细", "item"),
    "targets": ("目标值", "target"),
    "value": ("指标值", "value"),
    "comparator": ("比较符", "comparator"),
    "brief": ("简述", "brief"),
    "indicators": ("指标", "indicator"),
    "level1": ("一级指标", "level 1"),
    "level2": ("二级指标", "level 2"),
    "name": ("名称", "name"),
    "target": ("指标值", "target"),
    "weight": ("权重", "weight"),
    "note": ("备注", "note"),
    "budget_lines": ("预算明细", "budget line"),
    "item": ("项目明细", "item"),
    "amount": ("金额", "amount"),
    "unit_price": ("单价", "unit price"),
    "quantity": ("数量", "quantity"),
    "notes": ("备注", "notes"),
    "unit": ("单位", "unit"),
}
_STEP = lazy(r"([a-z_0-9]+)(?:\[(\d+)\])?")


def word(key: str, lang: str) -> str:
    """The word of a key in Chinese or English."""
    return WORDS[key][1 if lang == "en" else 0]


def path_words(path: str, lang: str) -> str:
    """A field path in words: `budget_lines[0].amount` → 预算明细第1行 金额; an unknown step stays as it is."""
    parts: list[str] = []
    for name, index in _STEP.findall(path):
        words = _FIELDS.get(name, (name, name))[1 if lang == "en" else 0]
        if name == "funding" and path != "funding":
            continue
        if index:
            # Rows are of a table; a brief has a first, second, third item.
            counter = "行" if name in ("indicators", "budget_lines") else "项"
            words += f" {int(index) + 1}" if lang == "en" else f"第{int(index) + 1}{counter}"
        parts.append(words)
    return " ".join(parts)
