"""ARI001: unit price times quantity is not the amount of the line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, Unsure, rule
from drafter.checking.formulas import price_times
from drafter.checking.line_checks import right_number
from drafter.checking.lines import agree, line_interval
from drafter.checking.show import count, counted, equation, money, printed_as, tidy
from drafter.language.patterns import lazy

if TYPE_CHECKING:
    from drafter.filing import BudgetLine

_PERIOD = lazy(r"[每/／·](?P<period>年|月|日|天|次|期|场|季|学期|周)")


@rule(
    "ARI001",
    "unit-price-total",
    title_en="Unit price times quantity is not the amount",
    severity="error",
    status="stable",
    needs=("budget_lines",),
    message=(
        "单价 {unit_price} × 数量 {quantity} = {product}，与金额 {amount} 相差 {difference}",
        "unit price {unit_price} × quantity {quantity} = {product}, but the amount is {amount}: off by {difference}",
    ),
    variants={
        "note": (
            "明细写“{written}”，按此应为 {product}，与{what} {amount} 相差 {difference}；请核对算式和金额",
            "the line says “{written}”, which comes to {product}, but the {what_en} is {amount}: off by {difference}",
        ),
    },
)
def unit_price_total(ledger: Ledger) -> Iterator[Emission]:
    """明细行单价×数量与金额不一致

    ## 检查什么
    项目明细的每一行，只要单价、数量、金额三项都有，单价乘以数量必须等于金额。以元填写的数逐位相等；
    以万元填写的数按印出的小数位四舍五入后相等。单价、数量不分栏，只在名称或备注里写成算式的（900元/张×60张），
    也应等于该行金额（或该行单价：每月400元×12个月），不等为警告；算式之外另有数字，或写明只是一部分、由几方承担的，不核对。

    ## 为什么
    明细是预算的依据。单价、数量、金额三者互相矛盾时，审核人无法判断哪一个是真的，只能退回。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    budget_lines:
      - {item: 宣传册印刷, unit_price: "2.00", quantity: "7000", amount: "【14500.00】"}
    ```
    ```yaml
    budget_lines:
      - {item: 宣传册印刷, note: 2元/册×7000册, amount: "【14500.00】"}
    ```

    ## 正确示例
    ```yaml
    budget_lines:
      - {item: 宣传册印刷, unit_price: "2.00", quantity: "7000", amount: "14000.00"}
    ```
    一次性支出按一项填写：
    ```yaml
    budget_lines:
      - {item: 系统测评服务, unit_price: "80000.00", quantity: "1.00", amount: "80000.00"}
    ```
    """
    judged = False
    for written in _written(ledger):
        judged = True
        yield written
    for position, line in enumerate(ledger.filing.budget_lines):
        if line.unit_price is None or line.quantity is None or line.amount is None:
            continue
        judged = True
        path = f"budget_lines[{position}]"
        price = line_interval(ledger.filing, f"{path}.unit_price", line.unit_price)
        amount = line_interval(ledger.filing, f"{path}.amount", line.amount)
        quantity = line_interval(ledger.filing, f"{path}.quantity", line.quantity)
        product = tidy(line.unit_price * line.quantity)
        related = (Ref(f"{path}.unit_price"), Ref(f"{path}.quantity"))
        agrees = agree(price * quantity, amount)
        arithmetic = equation(
            f"{money(line.unit_price)} × {count(line.quantity)} = {money(product)}", money(line.amount), agrees
        )
        if agrees:
            yield Agrees(Ref(f"{path}.amount"), related, arithmetic)
            continue
        name, right = right_number(ledger, position, line) or ("amount", product)
        yield Hit(
            Ref(f"{path}.amount"),
            related,
            arguments={
                "unit_price": line.unit_price,
                "quantity": counted(line.quantity),
                "product": product,
                "amount": line.amount,
                "difference": tidy(abs(line.amount - product)),
            },
            arithmetic=arithmetic,
            suggestion=(f"{path}.{name}", printed_as(right, getattr(line, name))),
            group=None,
            reconcile=True,
        )
    if not judged:
        yield NotApplicable()


def _written(ledger: Ledger) -> Iterator[Agrees | Hit | Unsure]:
    """The lines whose name or note writes the calculation out, beside their amount or their price."""
    filing = ledger.filing
    for position, line in enumerate(filing.budget_lines):
        path = f"budget_lines[{position}]"
        for field in ("item", "note"):
            found = price_times(getattr(line, field) or "")
            if found is None or line.amount is None:
                continue
            written, whole, product = found
            place, said = Ref(f"{path}.amount"), Ref(f"{path}.{field}")
            amount = line_interval(filing, f"{path}.amount", line.amount)
            price = line.unit_price if line.quantity != 1 else None
            if price is not None and agree(whole, line_interval(filing, f"{path}.unit_price", price)):
                yield Agrees(Ref(f"{path}.unit_price"), (said,), f"{written} = {money(price)}")
            elif agree(whole, amount):
                yield Agrees(place, (said,), f"{written} = {money(line.amount)}")
            else:
                meant = price if price is not None else line.amount
                arithmetic = f"{written} = {money(tidy(product))}"
                place = Ref(f"{path}.unit_price") if price is not None else place
                if _more_often(written, product, line):
                    yield Unsure(place, (said,), f"{arithmetic} ? {money(meant)}")
                    continue
                yield Hit(
                    place,
                    (said,),
                    arguments={
                        "written": written,
                        "product": tidy(product),
                        "what": "金额" if price is None else "单价",
                        "what_en": "amount" if price is None else "unit price",
                        "amount": meant,
                        "difference": tidy(abs(meant - product)),
                    },
                    arithmetic=f"{arithmetic} ≠ {money(meant)}",
                    variant="note",
                    severity="warning",
                    group=None,
                    reconcile=True,
                )


def _more_often(written: str, product: Decimal, line: BudgetLine) -> bool:
    """400元/月×3人 beside 14,400: what is paid is so many times the product, and the note need not say how often."""
    whole = line.amount
    if not product or whole is None:
        return False
    often, rest = divmod(whole, product)
    period = _PERIOD.search(written)
    # 400元/月×10个月 says how many months there are.
    said = period is not None and re.search(rf"\d个?{period['period']}", written) is not None
    return rest == 0 and often > 1 and not said and (often == line.quantity or period is not None)
