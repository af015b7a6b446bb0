"""Money in spoken Chinese: 6.6万, 三万二, 8000块, 每人每月4000元. Only what the words around it show to be money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.language.interval import exact_product
from drafter.language.numerals import chinese_value, fold_digits

_NUMBER = r"(?P<digits>[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?)"
_SPELT = r"(?P<spelt>[零一二两三四五六七八九十百千]*[一二两三四五六七八九十百千万亿]+[零一二两三四五六七八九十百千万]*)"
_AMOUNT = re.compile(
    rf"(?:{_NUMBER}\s*(?P<factor>万亿|亿|百万|千万|万|千|百)?|{_SPELT})\s*(?P<unit>元|块钱|块|圆)?"
    r"(?:\s*[/／]\s*(?P<per>[^\s，,。；;、\d/／()（）]{1,5}?)(?=$|[\s，,。；;、()（）]))?"
)
_PER = re.compile(
    r"(?:每|(?<![\d一二三四五六七八九十第统])[一1])\s*(?P<thing>人次|人|名|位|份|册|张|本|场次|场|期|次|户|家|件|套|台|个|盏|块|只|平方米|平米|㎡|亩|公里|米|棵|株|"
    r"年|月|天|日|幅|页|卷|条|辆|处|所|吨|篇|项|节课|课时|单|封|组|批次|批|样|把|顶|件次|栋|班|学期|部|副|支|瓶|箱|盒|袋|桶|节|讲|回|趟|生|学生|位老人|间|种|则|场次|点|站|座|孔|根|吨次|公顷|人天|工日|千字|字)"
)
_TOTAL = re.compile(
    r"预算|总共|共计|合计|总计|一共|总额|经费|资金|申请|安排|总价|总投资|投入|费用总|共需|共(?=\s*[0-9一二三四五六七八九十])"
)
_MONEY_WORDS = re.compile(r"预算|价|元|块|钱|费|经费|资金|花|薪|工资|补贴|补助|标准|成本|款")
_FACTORS = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_COUNTED = re.compile(
    r"^\s*(?:多|余)?(?:人次|人|名|位|份|册|张|本|场|期|次|户|家|件|套|台|个|盏|只|平|㎡|亩|公里|米|棵|株|年|月|天|页|卷|条|辆|处|所|吨|篇|项|封|组|批|字|幅|间|栋|班|%|％)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount a clause names.

    Attributes:
        start: Where it begins in the clause; `end` where it ends.
        value: Yuan.
        text: As written.
        per: What it is for one of (人, 份), or None.
        period: 月, 年, 天 or None when it is for one of something in a period (每人每月).
        total: The clause says that it is all the money there is.
        unit_written: 元 or 块 stands behind it; 6.6万 has none.
    """

    start: int
    end: int
    value: Decimal
    text: str
    per: str | None
    period: str | None
    total: bool
    unit_written: bool


def amounts_in(clause: str) -> list[Amount]:
    """The amounts of a clause, in order."""
    found: list[Amount] = []
    for match in _AMOUNT.finditer(clause):
        amount = _amount(clause, match, found[-1].end if found else 0)
        if amount is not None:
            found.append(amount)
    return found


def _amount(clause: str, match: re.Match[str], left: int) -> Amount | None:
    value = _value(match)
    if value is None:
        return None
    unit, factor = match["unit"], match["factor"] or (match["spelt"] and "spelt")
    before = clause[left : match.start()]
    bare = clause.strip(" 。") == clause[match.start() : match.end()].strip()
    if unit is None:
        # 6.6万 is money where the words say so, and never when something is counted by it: 1万份.
        if (
            not factor
            or _COUNTED.match(clause[match.end() :])
            or not (bare or _MONEY_WORDS.search(clause) or _TOTAL.search(clause) or "每" in before)
        ):
            return None
        if match["spelt"] and not re.search("[万千]", match["spelt"]):
            return None
    elif match["spelt"] in ("一", "每") or (
        unit == "块" and not _MONEY_WORDS.search(clause.replace("块", "", 1)) and "每" not in before
    ):
        return None
    things = [one["thing"] for one in _PER.finditer(before)]
    per = next((thing for thing in things if thing not in ("年", "月", "天", "日")), None) or match["per"]
    period = next((thing for thing in things if thing in ("年", "月", "天", "日")), None)
    if per is None and not things and re.search(r"单价|均价|标准", before):
        per = ""
    total = per is None and not things and (bare or bool(_TOTAL.search(clause)))
    text = clause[match.start() : match.end()]
    return Amount(match.start(), match.end(), value, text, per, period, total, unit is not None)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["spelt"]:
        spelt = chinese_value(match["spelt"])
        return None if spelt is None else Decimal(spelt)
    digits = fold_digits(match["digits"])
    if not re.fullmatch(r"\d{1,24}(\.\d{1,12})?", digits):
        return None
    value = exact_product(Decimal(digits), Decimal(_FACTORS.get(match["factor"] or "", 1)))
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
