"""XFI006: what a department states of all its projects, against the forms that are there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking import Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.past import PastFiling
from drafter.language import Interval, parse_money
from drafter.language.interval import exact_sum
from drafter.language.patterns import lazy

_STATED = lazy(
    r"(?:编报|填报|申报|编制|涉及)[^。；;，,]{0,16}?项目[^。；;，,\d]{0,8}?(?P<count>\d{1,4})\s*个"
    r"[，,]?[^。；;]{0,12}?(?:预算)?(?:资金|金额)[^。；;\d]{0,8}?(?P<money>\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|元))"
)
_ALL = lazy(r"全部|所有")


@rule(
    "XFI006",
    "stated-total",
    title_en="Stated number or total of projects differs from the forms",
    severity="info",
    needs=("narrative", "past"),
    message=(
        "说明中称编报项目 {stated} 个，本文件有申报表 {count} 份；如只公开重点项目，请注明",
        "the text states {stated} projects, the document holds {count} forms; say so if only some are published",
    ),
    variants={
        "money": (
            "说明中称涉及预算资金 {money}，本文件 {count} 份申报表年度资金合计 {total} 元，相差 {difference} 元；"
            "请核对口径",
            "the text states {money}, the annual totals of the {count} forms in the document add up to {total} yuan, "
            "{difference} off; check what they cover",
        )
    },
)
def stated_total(ledger: Ledger) -> Iterator[Emission]:
    """汇总口径不一致

    ## 检查什么
    说明里写明编报绩效目标的项目个数和涉及的预算资金时，与同一文件中同一年度申报表的份数、年度资金合计相比。
    公开的往往只是重点项目，所以只作建议；写明“全部”“所有”的，作警告。

    份数不等时不再比金额；“全部”“所有”只看这句话里和它前面 16 个字。金额以万元写的按印出的小数位四舍五入后相等即可。

    ## 为什么
    说明与申报表口径不一致，公开后会被质疑。

    ## 依据
    部门预算公开应说明绩效目标编报情况，数据前后一致（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    narrative: 本部门【编报绩效目标的项目3个，涉及预算资金2.8万元】。
    others:
      - {project_name: 档案整理, year: 2026}
    ```

    ## 正确示例
    ```yaml
    narrative: 本部门编报绩效目标的项目2个，涉及预算资金2.8万元。
    others:
      - {project_name: 档案整理, year: 2026}
    ```
    """
    past, filing = ledger.past, ledger.filing
    stated = _STATED.search(ledger.text("narrative"))
    others = past.siblings(filing, None) if past is not None and stated else ()
    if stated is None or not others:
        yield NotApplicable()
        return
    forms = [filing, *(other.filing for other in others if _same_year(other, filing.year))]
    place = Ref("narrative", stated.span())
    begins = max(0, stated.start() - 16)
    severity = "warning" if _ALL.search(ledger.text("narrative"), begins, stated.end()) else None
    if int(stated["count"]) != len(forms):
        said = {"stated": int(stated["count"]), "count": len(forms)}
        yield Hit(place, arguments=said, severity=severity, group=None)
        # The sum of other forms than those meant says nothing.
        return
    totals = [form.funding.annual_total for form in forms]
    money = parse_money(stated["money"])
    if money is None or any(total is None for total in totals):
        return
    total = Decimal(0)
    for one in totals:
        total = exact_sum(total, one or Decimal(0))
    if not Interval.point(total).meets(money.interval):
        yield Hit(
            place,
            (Ref("funding.annual_total"),),
            arguments={
                "money": stated["money"],
                "count": len(forms),
                "total": total,
                "difference": abs(total - money.amount),
            },
            variant="money",
            severity=severity,
            group=None,
        )


def _same_year(other: PastFiling, year: int | None) -> bool:
    return other.filing.year == year
