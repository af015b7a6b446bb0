"""MAT005: the indicators are about something else, and fit another filing better."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.naming import tokens
from drafter.checking.past import project_key
from drafter.checking.phase import mismatch
from drafter.checking.words import is_budget_execution, is_management
from drafter.filing import Filing

_FEWEST = 3
"""Output rows with words of their own, below which nothing is said about the topic."""
_LITTLE = 15
_MORE = 40
"""Per cent of the rows' words found in their own filing, and in the other: far apart, so that chance does not do."""
_SIMILAR = 20
_READ = 5000
"""Characters of a goal that are looked at for words."""


@rule(
    "MAT005",
    "off-topic",
    title_en="The indicators are about something else, and fit another filing better",
    severity="warning",
    status="stable",
    needs=("annual_goal", "indicators", "past"),
    message=(
        "产出指标（{names}）与本项目的名称和目标几乎没有共同字眼，却与“{project}”（{source}）相符，可能是照搬",
        "the output indicators ({names}) share hardly a word with this project's name and goal, but fit “{project}” "
        "({source}): they may have been copied from there",
    ),
)
def off_topic(ledger: Ledger) -> Iterator[Emission]:
    """指标与项目主题不符

    ## 检查什么
    把产出指标名称中的实义字眼与本项目名称、目标比较；几乎没有共同之处（不到 15%），而与同一文件或语料中的另一个
    项目明显相符（40% 以上）的，提示可能照搬。完成率、及时性、管理、服务这类通用字眼不计；
    说同一事物的不同叫法（残保金、残疾人保障金）算相同。没有其他项目可比的不适用。

    ## 为什么
    照搬别的项目的指标，看起来齐全，考核的却不是这个项目。

    ## 依据
    指标应与项目内容高度相关（财预〔2015〕88号 审核要点“相关性”）。

    ## 错误示例
    ```yaml
    project_name: 社区图书借阅
    annual_goal: 采购图书、期刊，开展亲子阅读，方便读者借阅。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【路灯灯杆检修完成率】, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 路灯线路验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 路灯故障修复及时性, target: 及时}
    others:
      - project_name: 路灯设施维护
        annual_goal: 检修路灯灯杆和线路，及时修复路灯故障。
    ```

    ## 正确示例
    ```yaml
    project_name: 社区图书借阅
    annual_goal: 采购图书、期刊，开展亲子阅读，方便读者借阅。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 图书采购完成率, target: "=100(%)"}
      - {level1: 产出指标, level2: 质量指标, name: 亲子阅读活动验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 期刊上架及时性, target: 及时}
    others:
      - project_name: 路灯设施维护
        annual_goal: 检修路灯灯杆和线路，及时修复路灯故障。
    ```
    """
    past = ledger.past
    outputs = [at for at, kind in enumerate(ledger.kinds) if kind == "output"]
    words = {at: _words(ledger.filing.indicators[at].name) for at in outputs}
    telling = [at for at in outputs if words[at] and not _of_any_project(ledger.filing.indicators[at].name)]
    # Indicators of the other phase are MAT006's to speak of: they too fit another project better.
    if past is None or len(telling) < _FEWEST or mismatch(ledger) is not None:
        yield NotApplicable()
        return
    rows = [words[at] for at in telling]
    own = _covered(rows, ledger.filing)
    if own >= _LITTLE:
        return
    others = {(one.source, one.filing.index): one for one in past.siblings(ledger.filing)[:_SIMILAR]}
    others |= {(one.source, one.filing.index): one for one in past.similar(ledger.filing, _SIMILAR)}
    mine = project_key(ledger.filing)
    fitting = [(_covered(rows, one.filing), one) for one in others.values() if project_key(one.filing) != mine]
    share, best = max(fitting, key=lambda one: (one[0], one[1].source), default=(0, None))
    if best is None or share < _MORE:
        return
    yield Hit(
        Ref(f"indicators[{telling[0]}].name"),
        (*(Ref(f"indicators[{at}].name") for at in telling[1:]), Ref("annual_goal")),
        arguments={
            "names": "、".join(ledger.filing.indicators[at].name for at in telling[:4]),
            "project": best.filing.project_name or "",
            "source": best.source,
        },
        group=None,
    )


def _of_any_project(name: str) -> bool:
    """预算执行率 and 制度健全性 fit every project and tell none: other rules speak of them."""
    return is_budget_execution(name) or is_management(name)


def _words(name: str) -> frozenset[str]:
    return frozenset(token.text for token in tokens(name) if token.sort in ("same", "plain") and len(token.text) > 1)


def _covered(rows: Iterable[frozenset[str]], filing: Filing) -> int:
    """Per cent of the words of the rows that a filing's name and goal say."""
    said = _said(f"{filing.project_name or ''}。{filing.annual_goal or ''}。{filing.overall_goal or ''}")
    every = [word for row in rows for word in row]
    return 100 * sum(word in said for word in every) // max(1, len(every))


def _said(text: str) -> set[str]:
    """The words of a running text, and every pair of its characters: a clause hides where its words end."""
    clauses = re.split(r"[，,。；;、：:！!？?（）()\s]", text[:_READ])
    words = {token.text for clause in clauses for token in tokens(clause)}
    return words | {clause[at : at + 2] for clause in clauses for at in range(len(clause) - 1)}
