"""XFI001: another project's indicator set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.past import PastFiling
from drafter.checking.past_digest import BETWEEN, digest
from drafter.checking.rules.xfi.compare import about, one_subject, shared_weight, subject, value_rows
from drafter.filing import Filing

SHARED = Fraction(4, 5)
"""Our own figure: no rule of the authorities says how much alike is a copy."""
_LEAST = 5
"""Fewer rows are too few to call a copy."""


@rule(
    "XFI001",
    "copied-indicators",
    title_en="Another project's indicators",
    severity="info",
    status="stable",
    needs=("indicators", "past"),
    explained_by=("MAT005",),
    message=(
        "{count} 项指标连同指标值与“{project}”（{year}年，{source}）相同，而项目内容不同；请按本项目设置指标",
        "{count} indicators and their values are those of “{project}” ({year}, {source}), another project; "
        "set indicators for what this one delivers",
    ),
    variants={
        "foreign": (
            "{count} 项指标连同指标值与“{project}”（{year}年，{source}）相同，且与本项目的名称和目标不符；"
            "疑似照搬，请按本项目设置指标",
            "{count} indicators and their values are those of “{project}” ({year}, {source}) "
            "and do not fit this project's name and goal: copied?",
        )
    },
)
def copied_indicators(ledger: Ledger) -> Iterator[Emission]:
    """指标集跨项目照搬

    ## 检查什么
    两个内容不同的项目，三级指标连同指标值有八成以上相同（越少见的指标分量越重）。同一项目的往年申报表、名称
    相近的项目不在此列。指标与本项目名称和目标大多不沾边，却与另一项目相符的，作警告。

    八成是本工具自定的界限。少于 5 项的表、没有指标值的行不比；名称中一半以上的字相连相同的（政府购买辅助服务、政府购买
    辅助服务（保安））看作内容相近；“不沾边”指与另一项目相符的行比与本项目相符的多出三成以上。

    ## 为什么
    照搬的指标不能衡量本项目做了什么、效果如何，审核时按“相关性”扣分。

    ## 依据
    绩效目标应与部门职能和项目内容高度相关、指向明确（财预〔2015〕88号；财预〔2021〕101号）。

    ## 错误示例
    ```yaml
    project_name: 老旧泵站改造
    annual_goal: 改造老旧泵站3座，汛期前投入使用。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 【宣传册印制数量】, target: "=7000(份)"}
      - {level1: 产出指标, level2: 质量指标, name: 宣传册验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 印制完成时间, target: 9月底前}
      - {level1: 效益指标, level2: 社会效益指标, name: 服务事项知晓率, target: "≥80(%)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    others:
      - {}
    ```

    ## 正确示例
    ```yaml
    project_name: 老旧泵站改造
    annual_goal: 改造老旧泵站3座，汛期前投入使用。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 泵站改造数量, target: "=3(座)"}
      - {level1: 产出指标, level2: 质量指标, name: 工程验收合格率, target: "=100(%)"}
      - {level1: 产出指标, level2: 时效指标, name: 改造完成时间, target: 5月底前}
      - {level1: 效益指标, level2: 社会效益指标, name: 积水点减少数量, target: "≥4(处)"}
      - {level1: 满意度指标, level2: 服务对象满意度指标, name: 居民满意度, target: "≥90(%)"}
    others:
      - {}
    ```
    """
    past = ledger.past
    mine = value_rows(ledger.filing)
    if past is None or len(mine) < _LEAST:
        yield NotApplicable()
        return
    name = subject(ledger.filing)
    others = past.similar(ledger.filing)
    printed: Counter[str] = Counter()
    for other in others:
        rows = frozenset(_rows(other))
        common = mine.keys() & rows
        if len(common) < _LEAST or one_subject(name, other):
            continue
        if not printed:
            for one in others:
                printed.update(_rows(one))
        if shared_weight(mine.keys(), rows, printed) >= SHARED:
            yield _hit(ledger.filing, other, sorted(mine[row] for row in common))
            return


def _rows(other: PastFiling) -> list[str]:
    return other.fact(digest).rows.split(BETWEEN)


def _hit(filing: Filing, other: PastFiling, rows: list[int]) -> Hit:
    own = about([filing.project_name or "", filing.annual_goal or ""], filing.indicators)
    theirs = about([other.filing.project_name or "", other.filing.annual_goal or ""], filing.indicators)
    foreign = theirs - own >= Decimal("0.3")
    return Hit(
        Ref(f"indicators[{rows[0]}].name"),
        tuple(Ref(f"indicators[{row}].name") for row in rows[1:]),
        arguments={
            "count": len(rows),
            "project": other.filing.project_name or "—",
            "year": other.filing.year or "—",
            "source": other.source,
        },
        variant="foreign" if foreign else "",
        severity="warning" if foreign else None,
        group=None,
    )
