"""ARI009: a unit price times a count in the text does not come to the amount."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.funding import funding_interval
from drafter.checking.growth import Growth, growths
from drafter.checking.lines import agree
from drafter.checking.money_work import money_work
from drafter.checking.paced_rows import row_work
from drafter.checking.priced_lists import list_work, priced_lists
from drafter.checking.show import counted, equation, middle, money
from drafter.checking.text_counts import count_work
from drafter.checking.text_products import TextProduct, text_products
from drafter.language import Interval, Mention

_PATHS = ("annual_goal", "narrative")


@rule(
    "ARI009",
    "text-product",
    title_en="A unit price times a count in the text does not come to the amount",
    severity="warning",
    status="stable",
    explained_by=("MAT001", "ARI001", "ARI002", "ARI003"),
    message=(
        "文本写“{price}”“{count}”，{written} 元，与所写“{amount}”相差 {difference} 元；请核对单价、数量和金额",
        "the text says “{price}” and “{count}”, {written} yuan, but “{amount}”: off by {difference} yuan; "
        "check all three",
    ),
    variants={
        "list": (
            "文本写“{amount}”，所列各项单价 × 数量合计 {written} 元，相差 {difference} 元；请核对各项单价、数量和金额",
            "the text says “{amount}”, but its items come to {written} yuan: off by {difference} yuan; check them all",
        ),
        "budget": (
            "文本写“{price}”“{count}”，{written} 元，已超过年度资金总额 {amount} 元，超出 {difference} 元；请核对",
            "the text says “{price}” and “{count}”, {written} yuan, more than the annual total {amount} by "
            "{difference} yuan",
        ),
        "written": (
            "{field}写“{formula}”，按所列的数相乘为 {product}，与“{result}”不符，相差 {difference}；请核对算式中的各数",
            "{field_en} writes “{formula}”, which comes to {product} and not to “{result}”: off by {difference}; "
            "check the numbers",
        ),
        "added": (
            "{field}所列算式的结果合计 {product}，与所写“{result}”不符；请核对后写成一致的数",
            "the results of the calculations in {field_en} come to {product} and not to “{result}”; make them agree",
        ),
        "counts": (
            "文本写{factors}，{written}，与所写“{total}”不符；请核对后写成一致的数",
            "the text says {factors}: {written}, but “{total}”; make them agree",
        ),
        "row": (
            "目标写{factors}，{written}，指标“{indicator}”的值却是 {total}；请核对后写成一致的数",
            "the goal says {factors}: {written}, but the indicator “{indicator}” is {total}; make them agree",
        ),
        "growth": (
            "文本写“{now}”比“{before}”{direction} {rate}，按这两个数算为 {share}%；请核对后写成一致的数",
            "the text says that “{now}” is {rate} {direction_en} than “{before}”; the two numbers come to {share}%",
        ),
        "item": (
            "{field}写“{said}”，“{item}”一项却是 {value} 元；请核对后写成同一个数",
            "{field_en} says “{said}”, but “{item}” is {value} yuan: make them one number",
        ),
        "period": (
            "{field}写“{said}”，“{item}”是“{value}”，金额相同而按年、按月不同；请核对后写成一致",
            "{field_en} says “{said}”, “{item}” is “{value}”: one amount, but paid as often as not the other says",
        ),
    },
)
def text_product(ledger: Ledger) -> Iterator[Emission]:
    """文本单价×数量与金额不一致

    ## 检查什么
    目标或说明文本在一句话里写明单价（每人、每名、每件若干元）、数量和合计金额的，单价×数量（×月数、天数）应等于合计金额，
    以万元写的按印出的小数位四舍五入后相等；没有写合计金额的，乘积不得超过年度资金总额。
    目标给某一项写的单价或金额（终端每套4200元、培训费42万元），与项目明细中同一项的数也应相同；没有明细的与单价指标比较，按同样的人、户、月、年计的单价（人均1500元、每户每月120元）与单价指标也比较，金额相同而一处按月、一处按年的也报；
    指标名称里还有目标没有说到的事项（目标说伙食费，指标是住宿费），或者目标另有一处就是指标的数的，不比较。
    数量没有写明、按月或按次计而未写期数、由几方分担、合计里另有别的支出的，不下结论。
    几项各有数量和单价的（省级6名、每名1.2万元，市级10名、每名0.8万元，共15.2万元；简易1600件、一般450件，分别按每件50元、150元补贴），
    各项单价×数量之和应等于所写合计；“其中”没有列全而合计更大的，不下结论。
    写出算式的（18个×每月1次×12个月=216次，13.2万元（2人×5500元×12个月）），按所列的数核对；目标、说明、指标值、备注里的都看，
    一句里列出几个算式再写合计的，合计也核对。
    用话说的也一样：“对18个社区每月巡查1次，全年巡查216次”“12所学校每校4场，共48场”“为30个社区各配备2名，共60名”，每月按12个月、每季按4个季度计，
    写出两年的数和增幅的（1262万元，较上年的1188万元增长6.3%），增幅按印出的小数位核对。
    乘积不写在目标里而写在指标里的（培训2期、每期80人，指标“培训人次”160人次），差一个数字、颠倒两个数字的也提示。
    计划期不满一年、合计的说法不同、句中另有增减，或按期走访的户、家可能重复的，只提示不确定；每周、每日一年多少次各有算法，不核对。

    ## 为什么
    标准、人数、金额是同一笔钱的三个数，对不上时审核人不知道标准错了还是人数错了。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）；支出标准是成本指标的取值依据。

    ## 错误示例
    ```yaml
    annual_goal: 为300名高龄老人发放慰问金，每人【200元】，共计7万元。
    indicators: []
    ```
    ```yaml
    annual_goal: 为300名高龄老人发放慰问金，每人【200元】。
    funding: {annual_total: "50000.00", current_appropriation: "50000.00"}
    indicators: []
    ```
    几项各有单价：
    ```yaml
    annual_goal: 补助省级传承人6名、每名1.2万元，市级传承人10名、每名0.8万元，共计【18.2万元】。
    indicators: []
    ```
    数量的算式：
    ```yaml
    annual_goal: 巡查18个社区×每月1次×12个月=【210次】。
    indicators: []
    ```
    ```yaml
    annual_goal: 对18个社区每月巡查1次，全年巡查【210次】。
    indicators: []
    ```

    ```yaml
    annual_goal: 举办防灾培训2期，每期【80人】。
    indicators:
      - {level1: 产出指标, level2: 数量指标, name: 防灾培训人次, target: 180人次}
    ```

    增幅：
    ```yaml
    annual_goal: 发放慰问金60000元，较上年的50000元增长【25%】。
    indicators: []
    ```

    ## 正确示例
    ```yaml
    annual_goal: 为300名高龄老人发放慰问金，每人200元，共计6万元。
    funding: {annual_total: "60000.00", current_appropriation: "60000.00"}
    ```
    数量相乘相符：
    ```yaml
    annual_goal: 对18个社区每月巡查1次，全年巡查216次；培训6期，每期50人，共培训300人次。
    indicators: []
    ```
    只说标准、不说人数：
    ```yaml
    annual_goal: 按每名党员200元的标准安排活动经费。
    ```
    """
    judged = False
    wrong: set[tuple[str, tuple[int, int] | None]] = set()
    written: set[tuple[str, int]] = set()
    for one in count_work(ledger):
        judged = True
        written |= {(ref.path, ref.span[1]) for ref in (one.primary, *one.related) if ref.span}
        yield one
    for one in row_work(ledger, {end for path, end in written if path == "annual_goal"}):
        judged = True
        yield one
    for path in _PATHS:
        whole = {
            frozenset(part.start for part in one.claim.parts)
            for one in ledger.sum_checks(path)
            if one.verdict == "agrees"
        }
        listed = priced_lists(ledger.text(path), ledger.mentions(path), whole)
        judged = judged or bool(listed)
        for one in listed:
            yield from list_work(path, one)
        written |= {(path, price.end) for one in listed for _, price in one.items}
        parts = {part.start for claim in ledger.sums(path) for part in claim.parts}
        for found in text_products(ledger.text(path), ledger.mentions(path), parts):
            product = found.product
            # What is written out is judged as it is written.
            if product is None or (path, found.price.end) in written:
                continue
            judged = True
            for one in _judge(ledger, path, found, product):
                wrong |= (
                    {(ref.path, ref.span) for ref in (one.primary, *one.related)} if isinstance(one, Hit) else set()
                )
                yield one
        for grown in growths(ledger.text(path), ledger.mentions(path)):
            judged = True
            yield _growth(path, grown)
    for one in money_work(ledger, wrong):
        judged = True
        yield one
    if not judged:
        yield NotApplicable()


def _growth(path: str, found: Growth) -> Emission:
    place, refs = _ref(path, found.rate), (_ref(path, found.now), _ref(path, found.before))
    written = f"{found.now.text} ÷ {found.before.text} − 1 = {'−' if found.down else ''}{found.share}%"
    if found.agrees:
        return Agrees(place, refs, written)
    return Hit(
        place,
        refs,
        arguments={
            "now": found.now.text,
            "before": found.before.text,
            "rate": found.rate.text,
            "share": found.share,
            "direction": "下降" if found.down else "增长",
            "direction_en": "less" if found.down else "more",
        },
        arithmetic=f"{written} ≠ {found.rate.text}",
        variant="growth",
        group=None,
        reconcile=True,
    )


def _judge(ledger: Ledger, path: str, found: TextProduct, product: Interval) -> Iterator[Emission]:
    written = f"{_written(found)} = {money(middle(product))}"
    refs = tuple(_ref(path, one) for one in (found.count, found.months, found.amount) if one is not None)
    place = _ref(path, found.price)
    arguments = {"price": found.price.text, "count": found.count.text, "product": middle(product), "written": written}
    stated = found.amount.interval if found.amount is not None else None
    if stated is not None and found.amount is not None:
        each = [one.interval for one in found.things if one.interval is not None]
        of_each = next((one for one in each if agree(product * one, stated)), None)
        if of_each is not None:
            written = f"{_written(found)} × {counted(of_each.low):,f} = {money(middle(product * of_each))}"
            yield Agrees(place, refs, equation(written, found.amount.text, True))
        elif agree(product, stated):
            yield Agrees(place, refs, equation(written, found.amount.text, True))
        elif found.open_period or found.shared or found.amount.comparator == "~":
            yield Unsure(place, refs, f"{written} ? {found.amount.text}")
        else:
            difference = abs(middle(product) - middle(stated))
            yield Hit(
                place,
                refs,
                arguments={**arguments, "amount": found.amount.text, "difference": difference},
                arithmetic=equation(written, found.amount.text, False),
                group=None,
                reconcile=True,
            )
        return
    if ledger.filing.funding.annual_total is None:
        return
    annual = funding_interval(ledger.filing, "annual_total")
    total = Ref("funding.annual_total")
    if agree(product, annual):
        yield Agrees(place, (*refs, total), equation(written, money(middle(annual)), True))
    elif annual.before(product) and found.shared:
        yield Unsure(place, (*refs, total), f"{written} ? {money(middle(annual))}")
    elif annual.before(product):
        yield Hit(
            place,
            (*refs, total),
            arguments={**arguments, "amount": middle(annual), "difference": middle(product) - middle(annual)},
            arithmetic=f"{written} > {money(middle(annual))}",
            variant="budget",
            group=None,
            reconcile=True,
        )


def _written(found: TextProduct) -> str:
    intervals = [found.price.interval, found.times, found.paid]
    numbers = [middle(one) for one in intervals if one is not None]
    year = ["12"] if found.whole_year else []
    return " × ".join([money(numbers[0]), *(f"{counted(one):,f}" for one in numbers[1:]), *year])


def _ref(path: str, mention: Mention) -> Ref:
    return Ref(path, (mention.start, mention.end))
