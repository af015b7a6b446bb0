"""ARI003: the unit prices and counts of the indicators do not come to the year's budget."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.funding import funding_interval
from drafter.checking.line_checks import agreeing_lines, contradicting_lines
from drafter.checking.lines import agree
from drafter.checking.prices import PricePair
from drafter.checking.show import counted, equation, middle, money, tidy
from drafter.language import Interval


@rule(
    "ARI003",
    "indicator-products",
    title_en="Unit prices times counts of the indicators do not come to the year's budget",
    severity="error",
    status="stable",
    needs=("indicators", "annual_total"),
    explained_by=("MAT001", "ARI002", "ARI004", "ARI007", "VAL005", "ARI001"),
    message=(
        "指标中单价 × 数量合计 {total}，与年度资金总额 {annual_total} 相差 {difference}；请核对单价、数量和预算",
        "unit prices × counts of the indicators come to {total}, but the annual total is {annual_total}: off by "
        "{difference}",
    ),
    variants={
        "over": (
            "指标中单价 × 数量合计 {total}，已超过年度资金总额 {annual_total}，超出 {difference}；"
            "请核对单价、数量和预算",
            "unit prices × counts of the indicators come to {total}, more than the annual total {annual_total}, by "
            "{difference}",
        ),
        "line": (
            "明细“{item}”的{what}是 {value}，指标“{indicator}”却是 {target}，同一项的另一个数相同；"
            "请核对后写成同一个数",
            "the {what_en} of the line “{item}” is {value}, but the indicator “{indicator}” is {target}, "
            "while the other number of the item is the same; make them one number",
        ),
        "count": (
            "明细“{item}”的{what}是 {value}，指标“{indicator}”却是 {target}；请核对后写成同一个数",
            "the {what_en} of the line “{item}” is {value}, but the indicator “{indicator}” is {target}: make them one "
            "number",
        ),
        "slip": (
            "明细“{item}”的{what}是 {value}，指标“{indicator}”却是 {target}，恰差十倍、百倍或更多；请核对小数点和零",
            "the {what_en} of the line “{item}” is {value}, but the indicator “{indicator}” is {target}, which is ten, "
            "a hundred or more times as much or as little; check the point and the zeros",
        ),
        "dearer": (
            "明细“{item}”的{what}是 {value}，指标“{indicator}”却是 {target}；请核对后写成一致",
            "the {what_en} of the line “{item}” is {value}, but the indicator “{indicator}” is {target}; "
            "make them agree",
        ),
        "part": (
            "指标中单价 × 数量合计 {total}，只说明了年度资金总额 {annual_total} 的一部分，"
            "其余 {difference} 没有单价指标支撑；如另有支出可不改",
            "unit prices × counts of the indicators come to {total}, a part of the annual total {annual_total}; "
            "no price indicator stands behind the other {difference}",
        ),
    },
)
def indicator_products(ledger: Ledger) -> Iterator[Emission]:
    """指标单价×数量合计与年度预算不一致

    ## 检查什么
    成本指标里的单价与数量指标按名称一一配对（快递费单价标准 ↔ 快递件数）。所有单价和数量都配上对的，
    各对乘积之和应等于年度资金总额；单价是确定值而乘积已超过总额的是错误，不足总额（可能另有未列单价的支出）
    或单价只是上限的为警告。只配上一部分的，乘积之和不得超过总额，不足总额的只提示尚未说明的部分。
    项目明细与指标写的是同一项、单价和数量只有一个相同的，另一个也应相同（警告）；
    按同一单位计的单价恰差十倍、百倍、千倍、万倍的，也作警告；
    没有数量可比、单位相同而明细单价高于指标上限（或与确定值不同）的一样，整倍数的、几个单价指标相加才是明细单价的除外。
    明细的单价、数量与指标或目标中同一件事的数相同的，在勾稽表中记为一致。
    配对不唯一、单价按月计而月数对不上的，只提示不确定。没有单价指标或没有可配对数量的不适用。

    ## 为什么
    单位成本和数量都是承诺，乘出来就是预算。乘积与总额不符，成本指标、数量指标、预算三者必有一错。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）；上海市成本指标分总成本、单位成本、分项成本。

    ## 错误示例
    ```yaml
    funding: {annual_total: "【15000.00】", current_appropriation: "15000.00"}
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 快递费单价标准, target: "=14.00(元)"}
      - {level1: 产出指标, level2: 数量指标, name: 快递件数, target: "=1000(件)"}
    ```
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "=2.50(元/份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣讲活动场次, target: "=3(场)"}
    funding: {annual_total: "【14000.00】", current_appropriation: "14000.00"}
    ```

    只有一部分数量有单价、乘积不足总额的，是提示：
    ```yaml
    funding: {annual_total: "【16000.00】", current_appropriation: "16000.00"}
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "=2.00(元/份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣讲活动场次, target: "=3(场)"}
    ```

    明细与指标不一致：
    ```yaml
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "【=6000(份)】"}
    ```

    ## 正确示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 快递费单价标准, target: "=14.00(元)"}
      - {level1: 成本指标, level2: 经济成本指标, name: 汇款汇费单价标准, target: "=20.00(元/件)"}
      - {level1: 产出指标, level2: 数量指标, name: 快递件数, target: "=800(件)"}
      - {level1: 产出指标, level2: 数量指标, name: 汇款汇费件数, target: "=140(件)"}
    ```
    只有一部分数量有单价：
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 宣传册印制单价, target: "=2.00(元/份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣传册印制数量, target: "=7000(份)"}
      - {level1: 产出指标, level2: 数量指标, name: 宣讲活动场次, target: "=3(场)"}
    ```
    """
    prices = ledger.prices
    total = prices.total
    agreeing = list(agreeing_lines(ledger))
    yield from agreeing
    if total is None:
        yield from contradicting_lines(ledger) if ledger.line_pairs or agreeing else (NotApplicable(),)
        return
    annual = funding_interval(ledger.filing, "annual_total")
    refs = tuple(Ref(f"indicators[{at}].target") for pair in prices.pairs for at in (pair.price, pair.count))
    agrees, over = agree(total, annual), annual.before(total)
    written, budget = _written(ledger, prices.pairs, total), money(middle(annual))
    place = Ref("funding.annual_total")
    # The sum that does not come to the budget speaks for the line that is not like its row.
    lines = list(contradicting_lines(ledger))
    if agrees or (lines and not over and not prices.complete):
        yield from lines
    if agrees:
        yield Agrees(place, refs, equation(written, budget, True))
    elif not all(pair.sure for pair in prices.pairs):
        beyond = _beyond(ledger, prices.pairs, annual)
        yield beyond or Unsure(place, refs, equation(written, budget, False))
        # What the pairs come to is not sure; that a line has another price than its row is.
        if beyond is None and (over or prices.complete):
            yield from lines
    elif over or prices.complete or not lines:
        part = not over and not prices.complete
        difference = tidy(abs(middle(total) - middle(annual)))
        yield Hit(
            place,
            (*refs, *(ref for line in lines for ref in line.related)),
            arguments={"total": tidy(middle(total)), "annual_total": middle(annual), "difference": difference},
            arithmetic=f"{written} < {budget}" if part else equation(written, budget, False),
            variant="" if prices.complete else "part" if part else "over",
            severity="info" if part else None if _wrong(ledger, prices.pairs, over=over) else "warning",
            group=None,
            reconcile=not part,
        )


def _beyond(ledger: Ledger, pairs: Sequence[PricePair], annual: Interval) -> Hit | None:
    """The pairs that are sure come to more than the whole budget, whatever the others come to."""
    sure = [pair for pair in pairs if pair.sure]
    total: Interval | None = None
    for pair in sure:
        total = pair.product if total is None else total + pair.product
    if total is None or not annual.before(total):
        return None
    return Hit(
        Ref("funding.annual_total"),
        tuple(Ref(f"indicators[{at}].target") for pair in sure for at in (pair.price, pair.count)),
        arguments={
            "total": tidy(middle(total)),
            "annual_total": middle(annual),
            "difference": tidy(middle(total) - middle(annual)),
        },
        arithmetic=equation(_written(ledger, sure, total), money(middle(annual)), False),
        variant="over",
        severity=None if _wrong(ledger, sure, over=True) else "warning",
        group=None,
        reconcile=True,
    )


def _wrong(ledger: Ledger, pairs: Sequence[PricePair], *, over: bool) -> bool:
    """Whether one of the numbers must be wrong, and not only something unsaid.

    A sum below the budget may leave out what has no price of its own (overheads, a service without a count), and a
    ceiling (≤ 2,500 元) is not what will be paid.
    """
    prices = [ledger.quantities[pair.price] for pair in pairs]
    return over and all(price is not None and price.comparator == "=" for price in prices)


def _written(ledger: Ledger, pairs: Sequence[PricePair], total: Interval) -> str:
    terms: list[str] = []
    for pair in pairs:
        price = ledger.quantities[pair.price]
        if price is not None:
            period = f" × {pair.months}" if pair.months != 1 else ""
            terms.append(f"{money(middle(price.interval))} × {counted(middle(pair.times)):,f}{period}")
    return f"{' + '.join(terms)} = {money(middle(total))}"
