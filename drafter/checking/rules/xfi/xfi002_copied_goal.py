"""XFI002: another filing's goal text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.past import PastFiling
from drafter.checking.past_digest import digest, goal
from drafter.checking.rules.xfi.compare import alike, one_subject, subject
from drafter.checking.rules.xfi.passages import pasted, steps, topic
from drafter.filing import Filing
from drafter.language import extract

SAME = 0.85
"""Our own figure: no rule of the authorities says how much alike is a copy."""
_SHORT = 20
"""Shorter texts (足额缴纳残疾人保障金) say the same because there is one way to say it."""
_FIELDS = {"overall_goal": ("项目总目标", "the overall goal"), "annual_goal": ("年度目标", "the annual goal")}
_SHOWN = 24
_GOAL = Ref("annual_goal")
_NONE: Mapping[str, str] = {}


@rule(
    "XFI002",
    "copied-goal",
    title_en="Another filing's goal text",
    severity="warning",
    status="stable",
    needs=("annual_goal", "past"),
    message=(
        "年度目标与“{project}”（{year}年，{source}）的几乎相同，而两个项目内容不同；请写本项目要达到的目标",
        "the annual goal is almost that of “{project}” ({year}, {source}), another project; "
        "say what this project is to achieve",
    ),
    variants={
        "rolled": (
            "年度目标与本项目 {year} 年（{source}）的相同，连数字也没有变化；请确认已按本年度任务更新",
            "the annual goal is that of the same project for {year} ({source}), figures included; "
            "make sure it was brought up to date",
        ),
        "passage": (
            "{field}里的“{passage}”与“{project}”（{year}年，{source}）的目标逐字相同，说的是那个项目的内容；如是误贴，应删去",
            "“{passage}” in {field_en} stands word for word in the goal of “{project}” ({year}, {source}) and is about "
            "that project; delete it if it was pasted by mistake",
        ),
    },
)
def copied_goal(ledger: Ledger) -> Iterator[Emission]:
    """目标文本跨项目或跨年雷同

    ## 检查什么
    年度目标与另一个内容不同的项目有八成五以上的文字相同，作警告；与本单位同一项目上年的相同、数字也没有更新，作
    建议。

    目标里有 16 字以上与另一项目的目标逐字相同，其中的实义字眼在那个项目的名称、指标、明细里有两个以上，在本项目里一个
    也没有的，作建议。

    八成五、16 字、两个是本工具自定的界限。不足 20 字的目标（足额缴纳残疾人保障金）只有一种写法，不比；超过 4000 字的只
    看是否完全相同；名称相近的项目看作内容相同。

    ## 为什么
    绩效目标要说明本项目本年度做什么、做到什么程度，抄来的文本说的是别的项目或别的年份。

    ## 依据
    绩效目标应指向明确、细化量化、与计划期内的任务相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    project_name: 档案数字化加工
    annual_goal: 【为方便居民了解服务事项，年内印制宣传册7000份，验收合格率达100%，居民满意度达90%以上。】
    others:
      - {}
    ```

    ```yaml
    project_name: 档案数字化加工
    annual_goal: 【及时检修路灯灯杆和照明线路，消除隐患，】完成档案数字化加工20000卷，查档群众满意度达90%以上。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 档案数字化加工数量, target: "=20000(卷)"}
    others:
      - project_name: 路灯灯杆检修
        annual_goal: 及时检修路灯灯杆和照明线路，消除隐患，检修灯杆1200根。
    ```

    ## 正确示例
    ```yaml
    project_name: 档案数字化加工
    annual_goal: 年内完成档案数字化加工20000卷，扫描合格率达100%，查阅等候时间明显缩短，查档群众满意度达90%以上。
    others:
      - {}
    ```
    """
    past, filing = ledger.past, ledger.filing
    mine = goal(filing)
    if past is None or len(mine.text) < _SHORT:
        yield NotApplicable()
        return
    before = past.previous(filing)
    if before is not None and alike(mine, before.fact(digest).goal, SAME) and _same_numbers(filing, before.filing):
        yield _hit(before, "rolled")
        return
    name = subject(filing)
    others = past.similar(filing)
    for other in others:
        if alike(mine, other.fact(digest).goal, SAME) and not one_subject(name, other):
            yield _hit(other, "")
            return
    yield from _pasted(ledger, name, others)


def _pasted(ledger: Ledger, name: frozenset[str], others: Sequence[PastFiling]) -> Iterator[Hit]:
    """The first passage of each goal that was another project's."""
    own = topic(ledger.filing)
    for path, (zh, en) in _FIELDS.items():
        text = ledger.text(path)
        known = steps(text)
        for other in others if own and known else ():
            span = pasted(text, own, known, other)
            # Most share no passage: that is seen before their names are compared.
            if span is None or one_subject(name, other):
                continue
            passage = text[slice(*span)]
            shown = passage if len(passage) <= _SHOWN else passage[: _SHOWN - 1] + "…"
            yield _hit(other, "passage", Ref(path, span), {"field": zh, "field_en": en, "passage": shown})
            break


def _same_numbers(filing: Filing, last: Filing) -> bool:
    return _numbers(filing.annual_goal or "") == _numbers(last.annual_goal or "")


def _numbers(text: str) -> list[str]:
    return sorted(f"{one.number}{one.unit}" for one in extract(text) if one.kind not in ("year", "date"))


def _hit(other: PastFiling, variant: str, at: Ref = _GOAL, more: Mapping[str, str] = _NONE) -> Hit:
    return Hit(
        at,
        arguments={
            **more,
            "project": other.filing.project_name or "—",
            "year": other.filing.year or "—",
            "source": other.source,
        },
        variant=variant,
        severity="info" if variant else None,
    )
