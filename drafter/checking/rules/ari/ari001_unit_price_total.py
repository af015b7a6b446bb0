"""ARI001: unit price times quantity is not the amount of the line."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checking import Agrees, Emission, Hit, Ledger, NotApplicable, Ref, rule
from drafter.checking.line_checks import right_number
from drafter.checking.lines import agree, line_interval
from drafter.checking.show import count, counted, equation, money, printed_as, tidy


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
)
def unit_price_total(ledger: Ledger) -> Iterator[Emission]:
    """明细行单价×数量与金额不一致

    ## 检查什么
    项目明细的每一行，只要单价、数量、金额三项都有，单价乘以数量必须等于金额。以元填写的数逐位相等；
    以万元填写的数按印出的小数位四舍五入后相等。

    ## 为什么
    明细是预算的依据。单价、数量、金额三者互相矛盾时，审核人无法判断哪一个是真的，只能退回。

    ## 依据
    绩效目标要与预算资金量相应匹配（财预〔2015〕88号）。

    ## 错误示例
    ```yaml
    budget_lines:
      - {item: 宣传册印刷, unit_price: "2.00", quantity: "7000", amount: "【14500.00】"}
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
