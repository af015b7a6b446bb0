"""ARI012: an amount is in 万元 where it should be in 元, or the other way round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.funding import addend_lines, funding_interval, funding_value
from drafter.checking.line_parts import digit_slip
from drafter.checking.lines import agree, line_interval
from drafter.checking.show import count, middle, money
from drafter.checking.slips import shifted, transposed
from drafter.checking.stated_funding import StatedFunding, stated_funding, stated_investment
from drafter.checking.wholes import SEVERAL, wholes
from drafter.checking.words.clauses import CLAUSE, SENTENCE, WORDS, said_before
from drafter.language import Interval, Mention
from drafter.language.patterns import lazy

_GIVEN = lazy(
    r"(?:本年度?|当年|今年|年内|\d{4}年度?)(?:计划|拟|预计)?(?:共|总共)?(?:安排|投入|投资|下达|完成投资|支出|申请|需)$"
)
_YEAR = lazy(r"\s*(\d{4})年度?")
# 县级馆每个20万元，乡镇站每个5万元，共计130万元: what closes the sentence and names nothing.
_ALL = lazy(r"[，,；;](?:合计|共计|总计|共需|总共)(?:资金|经费|补助)?[ ]?$")
_PLAIN = lazy(r"[\s“”\"]|项目|专项|资金|经费|预算|共计?|合计|总计|为$")
_FACTOR = Decimal(10000)
_NEAR = (Decimal("0.995"), Decimal("1.005"))
_BUDGET = lazy(
    r"(?:(?:本年度?|年度|当年|今年|\d{4}年度?)[^，,。；;\d]{0,8}(?:预算|资金|经费)|申请(?:预算|资金|经费)|预算(?:总额|金额|安排|资金)|(?:不超过|控制在)(?:年度|项目|全年)?预算)"
    r"[^，,。；;\d]{0,6}$"
)
# Who says what this year takes of it speaks of several years, whatever the dates (总投资1200万元，本年安排300万元).
_SHARE = lazy(
    r"(?:本年度?|今年|当年|年内|本期)[^，,。；;\d]{0,6}(?:安排|投资|投入|支付|支出|拨付)",
    needs=("本年", "今年", "当年", "年内", "本期"),
)
_PROJECTS = lazy(r"项目[^，。；;\d]{0,8}\d+\s*个|\d+\s*个[^，。；;\d]{0,8}项目|部门预算|各项目|所有项目|全部项目")
_LABELS = {
    "upper_level": ("上级财政资金", "the money from higher levels"),
    "project_total": ("项目资金总额", "the project's total"),
    "own_level": ("本级财政资金", "the money of this level"),
    "last_year_budget": ("上年预算", "last year's budget"),
    "last_year_execution": ("上年执行数", "last year's execution"),
}
_ALL_COST = lazy(
    r"(?:本|该)?(?:项目|工程)?(?:本?年度?|当年)?(?:总(?:成本|投资|费用|投入|造价)|(?:成本|投资|费用)总额|投资额)(?:控制数?|额)?"
)
_TOTAL_COST = lazy(r"总成本|总费用|总投入|成本总额|项目成本|预算控制|总额|总造价")


@rule(
    "ARI012",
    "unit-slip",
    title_en="An amount is in 万元 where it should be in 元, or the other way round",
    severity="warning",
    status="stable",
    needs=("annual_total",),
    message=(
        "“{shown}”与年度资金总额 {annual_total} 元恰差一万倍左右，元与万元可能写混；请核对单位",
        "“{shown}” and the annual total {annual_total} yuan are about ten thousand times apart: "
        "元 and 万元 may be mixed up; check the unit",
    ),
    variants={
        "cost": (
            "指标“{indicator}”写 {shown}，与年度资金总额 {annual_total} 元差了位数或颠倒了数字；请核对",
            "the indicator “{indicator}” is {shown}: a digit less than the annual total {annual_total} yuan, "
            "or two that changed places; check it",
        ),
        "differs": (
            "文本写年度预算“{shown}”，换算后与年度资金总额 {annual_total} 元不符；请核对后写成一致",
            "the text gives the year's budget as “{shown}”, which is not the annual total {annual_total} yuan; "
            "make them agree",
        ),
        "field": (
            "文本写“{words}”，与资金表中的{label} {value} 元不符；请核对后写成一致",
            "the text says “{words}”, but {label_en} in the funding table is {value} yuan; make them agree",
        ),
    },
)
def unit_slip(ledger: Ledger) -> Iterator[Emission]:
    """单位口径不明或换算不符

    ## 检查什么
    应当与年度资金总额相当的数（项目资金总额、当年财政拨款、明细合计、总成本指标、文本所写年度预算），
    与总额相差约一万倍（±0.5%）的，多半是元与万元写混。文本写明“本年度预算……万元”的，换算成元后应等于总额；
    单年项目的目标写“全年预算”“总投资”“总投入”“费用共计”“不超过预算”的也一样；“总投资”“总投入”可能含企业自筹、
    社会资金，或目标另写有与总额相等的一笔钱的，不比较。文本只写了一处上级补助、本级配套、上年预算或上年执行数的，
    与资金表中的同一栏比较。

    “项目总成本”“年度总投资”比年度资金总额小、只差十倍百倍或颠倒两个数字的，也提示。
    文本写中央、省级补助而资金表只有上级一栏的，两处只差一个数字，或本级的数相符时，才比较。

    ±0.5% 是本工具自定的界限，没有文件规定：换算时四舍五入（1.39 万元与 13,880 元）差不到这么多，而真正不同的两笔钱
    恰好相差一万倍的极少。“费用共计”前面多于两个字的（培训费用共计），看作其中一项，不与总额比较；“两项合计”只在与总额差一个数字时才报；
    所需资金由几级分担、其中一级的数就是总额的，不比较。
    句末“……，共计130万元”、总目标所写“总投资2250万元”，只在与年度资金总额、项目资金总额差一个数字或颠倒两个数字时才报。

    ## 为什么
    元与万元写混，数额差一万倍；逐项看都“像”，合起来才看得出。

    ## 依据
    申报表金额单位为元；绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 项目总成本, target: "【≤14000(万元)】"}
    ```
    ```yaml
    annual_goal: 本年度预算安排【1.4元】，用于印制宣传册7000份。
    ```
    ```yaml
    annual_goal: 本年度预算安排【1.5万元】，用于印制宣传册7000份。
    ```

    ```yaml
    annual_goal: 所需资金由上级补助【1.5万元】，用于印制宣传册7000份。
    funding: {annual_total: "14000.00", upper_level: "10000.00", own_level: "4000.00"}
    ```

    ## 正确示例
    ```yaml
    annual_goal: 本年度预算安排1.4万元，用于印制宣传册7000份。
    indicators:
      - {level1: 成本指标, level2: 经济成本指标, name: 项目总成本, target: "≤1.4(万元)"}
    ```
    """
    annual = funding_value(ledger.filing, "annual_total")
    if annual is None or annual <= 0:
        yield NotApplicable()
        return
    total = line_interval(ledger.filing, "funding.annual_total", annual)
    for ref, shown, interval in _comparable(ledger):
        if _slipped(interval, annual):
            yield _hit(ref, shown, interval, annual, "")
    yield from _whole_cost(ledger, annual)
    yield from _stated(ledger, annual, total)
    yield from _fields(ledger, "overall_goal", stated_investment(ledger, "overall_goal"))
    for path in ("annual_goal", "narrative") if _one_year(ledger) else ():
        yield from _fields(ledger, path, stated_funding(ledger, path))


def _fields(ledger: Ledger, path: str, stated: Iterable[StatedFunding]) -> Iterator[Emission]:
    """Each field of the funding block that a text gives once."""
    for said in stated:
        value = middle(funding_interval(ledger.filing, said.field))
        ref, field = Ref(path, (said.mention.start, said.mention.end)), Ref(f"funding.{said.field}")
        if said.agrees:
            yield Agrees(ref, (field,), f"{said.mention.text} = {money(value)}")
            continue
        before = said_before(ledger.text(path), said.mention.start, WORDS, 60)
        label, label_en = _LABELS[said.field]
        yield Hit(
            ref,
            (field,),
            arguments={
                "words": before[-12:] + said.mention.text, "label": label, "label_en": label_en, "value": value,
            },
            arithmetic=f"{said.mention.text} ≠ {money(value)}",
            variant="field",
            group=None,
            reconcile=True,
        )  # fmt: skip


def _whole_cost(ledger: Ledger, annual: Decimal) -> Iterator[Hit]:
    """项目总成本 ≤24万元 beside 2,400,000: all that a year's project costs is no tenth of its budget."""
    for position, (row, quantity) in enumerate(zip(ledger.filing.indicators, ledger.quantities, strict=True)):
        if quantity is None or quantity.dimension != "money" or not _ALL_COST.fullmatch(row.name):
            continue
        value = quantity.single or middle(quantity.interval)
        if 0 < value < annual and (shifted(value, annual) or transposed(value, annual)):
            shown = row.target.raw if row.target else ""
            yield Hit(
                Ref(f"indicators[{position}].target"),
                (Ref("funding.annual_total"),),
                arguments={"indicator": row.name, "shown": shown, "annual_total": annual},
                arithmetic=f"{shown} ≠ {money(annual)}",
                variant="cost",
                group=None,
                reconcile=True,
            )


def _comparable(ledger: Ledger) -> Iterator[tuple[Ref, str, Interval]]:
    """Amounts that are of the size of the annual total."""
    filing = ledger.filing
    for name in ("project_total", "current_appropriation"):
        value = funding_value(filing, name)
        if value:
            yield Ref(f"funding.{name}"), money(value), line_interval(filing, f"funding.{name}", value)
    addends, _ = addend_lines(filing)
    amounts = [filing.budget_lines[position].amount for position in addends]
    if amounts and None not in amounts:
        lines = sum((amount for amount in amounts if amount is not None), Decimal(0))
        yield Ref(f"budget_lines[{addends[0]}].amount"), money(lines), Interval.point(lines)
    for position, (row, quantity) in enumerate(zip(filing.indicators, ledger.quantities, strict=True)):
        if quantity is not None and quantity.dimension == "money" and _TOTAL_COST.search(row.name):
            yield Ref(f"indicators[{position}].target"), row.target.raw if row.target else "", quantity.interval


def _stated(ledger: Ledger, annual: Decimal, total: Interval) -> Iterator[Emission]:
    for path in ("annual_goal", "narrative"):
        text = ledger.text(path)
        stated = [
            one
            for one in ledger.mentions(path)
            if one.kind == "money"
            and (
                _BUDGET.search(text[max(0, one.start - 40) : one.start])
                or _of_project(ledger, text[max(0, one.start - 60) : one.start])
            )
            and not _of_all(text, one.start)
        ]
        if not stated:
            # 2026年度安排4000元: a year's money a ten thousandth of the budget, however it is called.
            for one in ledger.mentions(path):
                year = _GIVEN.search(text, max(0, one.start - 16), one.start) if one.kind == "money" else None
                if year is not None and one.interval is not None and _slipped(one.interval, annual):
                    yield _hit(Ref(path, (one.start, one.end)), one.text, one.interval, annual, "")
        if path == "annual_goal":
            stated += _added_up(ledger, text, annual)
        if not stated and path == "annual_goal" and _one_year(ledger) and not _SHARE.search(text):
            stated = wholes(text, [one for one in ledger.mentions(path) if one.kind == "money"], total)
        if not stated or any(
            (one.interval, one.comparator) != (stated[0].interval, stated[0].comparator) for one in stated
        ):
            continue
        mention = stated[0]
        ref, interval = Ref(path, (mention.start, mention.end)), mention.interval
        if interval is None or mention.comparator not in ("=", "<="):
            continue
        if agree(interval, total):
            yield Agrees(ref, (Ref("funding.annual_total"),), f"{mention.text} = {money(annual)}")
        else:
            yield _hit(ref, mention.text, interval, annual, "" if _slipped(interval, annual) else "differs")


def _added_up(ledger: Ledger, text: str, annual: Decimal) -> list[Mention]:
    """两项合计168万元 beside a budget of 186万元: the items come to the budget but for a digit, or to more than it."""
    found: list[Mention] = []
    for one in ledger.mentions("annual_goal"):
        if one.kind != "money" or one.comparator != "=":
            continue
        before = text[max(0, one.start - 16) : one.start]
        if not SEVERAL.search(before) and not (_ALL.search(before) and _one_year(ledger) and not _SHARE.search(text)):
            continue
        if digit_slip(one, annual) or (one.interval is not None and one.interval.contains(annual)):
            found.append(one)
    return found if len(found) == 1 else []


def _of_project(ledger: Ledger, before: str) -> bool:
    """2026年校园保安补贴57万元: the year, and the project's whole name."""
    clause, name = CLAUSE.split(before)[-1], _PLAIN.sub("", ledger.filing.project_name or "")
    year = _YEAR.match(clause)
    return (
        bool(name)
        and year is not None
        and year[1] == str(ledger.filing.year)
        and (_PLAIN.sub("", clause[year.end() :]) == name)
    )


def _of_all(text: str, at: int) -> bool:
    """编报绩效目标的项目2个，涉及预算资金166万元 is the budget of the office, and XFI006's to speak of."""
    return _PROJECTS.search(said_before(text, at, SENTENCE, 60)) is not None


def _one_year(ledger: Ledger) -> bool:
    start, end = ledger.filing.start_date, ledger.filing.end_date
    return start is not None and end is not None and start.year == end.year


def _slipped(interval: Interval, annual: Decimal) -> bool:
    shown = middle(interval)
    return any(_NEAR[0] * annual <= one <= _NEAR[1] * annual for one in (shown * _FACTOR, shown / _FACTOR))


def _hit(ref: Ref, shown: str, interval: Interval, annual: Decimal, variant: str) -> Hit:
    return Hit(
        ref,
        (Ref("funding.annual_total"),),
        arguments={"shown": shown, "annual_total": annual},
        arithmetic=f"{count(middle(interval))} ≠ {money(annual)}",
        variant=variant,
        group=None,
        reconcile=True,
    )
