"""Loading a brief: YAML, JSON or free text, as a clerk writes it. What is doubtful becomes a question."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NoReturn, cast

from drafter.brief import Brief
from drafter.drafting.brief_errors import Problems, combined, explained
from drafter.drafting.brief_fields import resolved
from drafter.drafting.large_numbers import large_numbers
from drafter.drafting.result import Asked
from drafter.errors import InputError

if TYPE_CHECKING:
    from pydantic import ValidationError

LARGEST = 200_000
"""Characters a brief may have; a longer one is a mistake."""
_FREE = (".txt", ".md", "")


_ASKED = "_asked"
_WRITTEN = "_written"


class ReadBrief(Brief):
    """A brief as it was read, with the questions its wording raises (a structured brief without any has none)."""

    @property
    def questions(self) -> tuple[Asked, ...]:
        """The questions; no field, as they are no part of what a brief says."""
        return vars(self).get(_ASKED, ())

    @property
    def written(self) -> tuple[str, ...]:
        """Its counts in 万 and 亿 as they stand in its text (400万尾), for the print."""
        return vars(self).get(_WRITTEN, ())


# Any of these is something to draft from, or to roll last year's filing forward with.
_SAYS = {"items", "targets", "tasks", "purpose", "budget_total", "year", "start_date", "implementer"}


def _tells_work(text: str) -> bool:
    """Whether words name something done, or a field label says that they are a project's name."""
    from drafter.drafting.free_verbs import VERB
    from drafter.models.embedded.kinds import kinds

    if re.search(r"名称\s*[:：]|项目|工程|工作|经费|服务|建设|课题|资金|^\s*#", text, re.MULTILINE) or VERB.search(
        text
    ):
        return True
    return any(word in text for kind in kinds() for word in kind.words)


def load_brief(text: str, suffix: str = ".yaml") -> ReadBrief:
    """Read a brief.

    Args:
        text: The text of the file.
        suffix: `.yaml`, `.yml`, `.json`, or `.txt`, `.md`, "" for free text. What is plainly YAML or JSON
            (it comes through a pipe) is read as that.

    Raises:
        InputError: It cannot be understood; the message names the line, or every key and value to mend.
    """
    if len(text) > LARGEST:
        raise InputError(
            f"简述有 {len(text)} 字，超过 {LARGEST} 字", f"the brief has {len(text)} characters, over {LARGEST}"
        )
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise InputError("简述是空的", "the brief is empty")
    suffix = suffix.lower()
    if suffix in _FREE:
        suffix = _structured(text) or suffix
    if suffix in _FREE:
        from drafter.drafting.free_naming import NAMELESS
        from drafter.drafting.free_text import brief_from_text

        fields, questions = brief_from_text(text)
        said = {key for key, value in fields.items() if value}
        nothing = not _SAYS & said and fields["project_name"] == NAMELESS
        # 今天天气不错 is a name of nothing that is done.
        idle = not (_SAYS - {"year"}) & said and fields["project_name"] != NAMELESS and not _tells_work(text)
        if nothing or idle:
            raise InputError(
                f"没有读出是什么项目：“{text.strip()[:40]}”。请写明做什么、做多少、多少钱",
                f"no project in {text.strip()[:40]!r}: say what is to be done, how much of it, for how much money",
            )
        brief = _validated(fields, questions)
    elif suffix == ".json":
        brief = _read(_json(text))
    elif suffix in (".yaml", ".yml"):
        from drafter.drafting.brief_yaml import load_yaml

        brief = _read(load_yaml(text))
    else:
        raise InputError(
            f"不认识的简述格式 {suffix}；用 .yaml、.json、.txt 或 .md",
            f"brief format {suffix} is unknown; use .yaml, .json, .txt, .md",
        )
    vars(brief)[_WRITTEN] = tuple(large_numbers(text))
    return brief


def _read(data: dict[str, Any]) -> ReadBrief:
    problems = Problems()
    fields = resolved(data, problems)
    return _validated(fields, list(_doubtful_shares(fields)), problems)


def _doubtful_shares(fields: Mapping[str, Any]) -> Iterator[Asked]:
    """Rates without a unit that may be a share of one: 满意率 0.9 is 90% or less than one per cent."""
    targets = cast("list[dict[str, Any]]", fields.get("targets", []))
    for index, target in enumerate(targets):
        value, name = target.get("value"), str(target.get("name"))
        if not isinstance(value, Decimal) or not 0 < value < 1 or target.get("unit"):
            continue
        if name.endswith(("率", "度", "比例")):
            share = f"{(value * 100).normalize():f}%"
            zh = f"“{name}”的 {value} 没有单位，是否指 {share}？请写明"
            yield Asked(f"targets[{index}].value", zh, f"{name}: {value} has no unit; is it {share}?")


def _structured(text: str) -> str | None:
    """The format of a structured brief that came through a pipe or in a text file; no sentence has its keys."""
    if text.lstrip().startswith("{") and '"project_name"' in text:
        return ".json"
    return ".yaml" if re.search(r"^project_name\s*:", text, re.MULTILINE) else None


def _json(text: str) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        doubled = next((key for key in keys if keys.count(key) > 1), None)
        if doubled is not None:
            raise InputError(f"{doubled} 写了两次", f"{doubled} is given twice")
        return dict(pairs)

    def refuse(constant: str) -> NoReturn:
        raise InputError(f"{constant} 不是数", f"{constant} is no number")

    try:
        data = json.loads(text, parse_float=str, parse_int=str, parse_constant=refuse, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        raise InputError(
            f"简述第 {error.lineno} 行第 {error.colno} 列不是有效的 JSON", f"the brief is no valid JSON: {error}"
        ) from error
    except RecursionError as error:
        raise InputError("简述的 JSON 嵌套过深", "the JSON of the brief is nested too deep") from error
    return cast("dict[str, Any]", data)


def _validated(
    fields: dict[str, Any], questions: Iterable[Asked] = (), problems: Sequence[InputError] = ()
) -> ReadBrief:
    """The brief of these fields; what is wrong with them is said beside the problems their reading found."""
    try:
        brief = ReadBrief.model_validate(fields)
    except ValueError as error:
        raise combined([*problems, *explained(cast("ValidationError", error))]) from error
    if problems:
        raise combined(problems)
    vars(brief)[_ASKED] = tuple(questions)
    return brief


def example_brief() -> str:
    """A commented brief to start from, as `drafter new` writes it."""
    return _EXAMPLE


_EXAMPLE = """\
# 项目简述。只有 project_name 必填，其余知道多少写多少；没写的，起草时会列成问题。
project_name: 政府购买辅助服务（保安）
implementer: 某区医疗保险事务中心        # 实施单位
# department: 某区医疗保障局             # 主管部门
# project_nature: 经常性项目             # 经常性项目、一次性项目、阶段性项目
# project_category: 特定目标类
year: 2027                              # 预算年度
# start_date: 2027-01-01                # 不写时为年度首日
# end_date: 2027-12-31                  # 不写时为年度末日

budget_total: 132000                    # 单位元；也可写 13.2万元
# current_appropriation: 132000         # 当年财政拨款；不写时为总额减去结转和其他资金
# carryover: 0                          # 上年结转
# other: 0                              # 其他资金

purpose: 维护办事大厅的安全和秩序         # 为了什么
tasks: [大厅秩序维护, 安全巡查]            # 做哪些事

items:                                  # 明细：数量 × 单价，或只写金额
  - {name: 保安, quantity: 2, unit: 人, unit_price: 66000}

targets:                                # 已经明确要达到的结果；没有的类别由起草补上并标为建议值
  - {name: 用工单位满意度, comparator: ">=", value: 90, unit: "%"}
"""
