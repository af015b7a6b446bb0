"""Money in spoken Chinese: 6.6万, 三万二, 1万2, 8000块, 每人每月4000元. Only what its words show to be money."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from drafter.drafting.free_verbs import VERB
from drafter.language.interval import exact_product
from drafter.language.numerals import chinese_value, fold_digits
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix

Role = Literal["budget", "sum", "price", "source", "sum of an item", "amount"]
_NUMBER = r"(?P<digits>[0-9]+(?:[,，][0-9]{3})*(?:[.．][0-9]+)?)"
_SPELT = r"(?P<spelt>[零一二两三四五六七八九十百千]*[一二两三四五六七八九十百千万亿]+[零一二两三四五六七八九十百千万]*)"
_RANGE = r"(?P<range>(?:万|元|块|千)?\s*(?:[-—–~～]+|至|到)\s*[0-9]+(?:[.．][0-9]+)?)"
_AMOUNT = lazy(
    rf"(?:{_NUMBER}{_RANGE}?\s*(?P<factor>万亿|亿|百万|千万|万|千|百)?(?:(?<=[万千])(?P<tail>[1-9])(?![0-9.,]))?|{_SPELT})"
    r"\s*(?P<unit>元|块钱|块|圆|分钱|[毛角]钱|[毛角](?=$|[，,。；;、\s]))?(?:\s*(?:[/／]|(?:(?<=[元块钱圆万千百])(?:每|[一1]个?)|(?<=\d)(?:每|一个?))(?=[^\W\da-zA-Z_]))\s*(?P<per>[^\s，,。；;、\d/／()（）]{1,5}?(?:[/／·](?:年|月|天|日))?)(?=$|[\s，,。；;、()（）]))?"
)
AVERAGED = "[人户场次期班件课亩生床校村台辆座]均"
"""What a price is for one of, before 均: 亩均投资1500元."""
_PER = lazy(
    r"(?:每|(?<![\d一二两三四五六七八九十第统])[一1])\s*(?P<thing>(?:(?!每)(?:[^\W\da-zA-Z_]|㎡)){1,4})"
    rf"|(?P<head>{AVERAGED}|均价|单价|标准)"
)
_PERIODS = ("年", "月", "天", "日", "个月")
# All the money there is, and a sum that may be of one item only.
_BUDGET = lazy(r"(?<!不)预算(?!单位)|总共|总计|一共|总额|总投资|总价|总费用|费用总|总经费|投资|总资金|总成本")
_FUND = lazy(
    r"^(?:总的?|合起来|加起来|加一起|全部加起来)(?:要|是|大概|约|需|需要|:|：)*$|^(?:本|该|今年|明年|全年|年度|当年|申请|拟|需要?|需求|项目|工作|专项|补助|补贴|奖补|共需?|总|所需|安排|落实|财政|发放|奖励|扶持|资金|经费|￥|，)*(?:经费|额度|资金|投入|申请|安排|钱|款项|花费|开支)(?:总额|预算|共计|共|合计|总计|约|为|需|要|是|安排|大概|[:：])*$"
)
_SUM = lazy(
    r"共计|合计|共需|小计|计$|(?<![混组联场综集结符适配])合$|全年(?:花费|支出)?$|^(?:大概|大约|总的)?(?:要|需|需要|得花|花)$|共(?:要|约|花费?|需)?$|^共"
)
IN_ALL = lazy(r"总共|一共|共计|合计|总计|总价|共")
"""A bare number behind these alone is a sum of money only where prices were given (共16000)."""
_MONEY_WORDS = lazy(
    r"预算|价|元|块|钱|费|经费|资金|花|薪|工资|补贴|补助|标准|成本|款|租金|自筹|拨款|配套|结转|专项|财政|投入|均|中央|上级|安排"
)
# 每套年维护费2500.
_FEE_OF_EACH = lazy(
    r"(?:每(?!年)|[一1](?!年))[^\W\da-zA-Z_]{1,3}?(?:每?年|每?月|一年|一个月)?[^\W\da-zA-Z_]{0,4}"
    r"(?:费用?|补贴|补助|津贴|工资|租金|价格?|成本|标准)(?:为|是|约|要|需|[:：])*$"
)
_FACTORS = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_COINS = {"分": Decimal("0.01"), "毛": Decimal("0.1"), "角": Decimal("0.1")}
_BOARDS = "板|屏|栏|牌|匾|砖|瓦|石|碑|表|地|田|草坪|玻璃|电池|硬盘|组件|蛋糕|香皂|肥皂|毛巾|场|镜|绿地|光伏"
"""What is counted in 块."""
_SO_MANY_BOARDS = lazy(rf"[^\W\d]{{0,8}}?(?:{_BOARDS})(?:$|[，,。；;、\s]|{VERB.pattern}|做|进行)")
_REACH = 200
"""Characters around an amount that are asked what it is; a hostile clause has thousands of amounts."""
_NEGATIVE = lazy(r"(?:^|[^\d\s])\s*[-－−]\s*$|负\s*$")
CARRIED = lazy(r"结转|结余")
OWN = lazy(
    r"自筹|自付|个人(?:缴|承担|负担)|家长(?:缴|交|出|付)|自有|自收|村集体|社会捐|捐赠|企业出资|单位出资|其他资金|群众集资|社会资金|社会资本"
)
FISCAL = lazy(
    r"^(?:其中|由|全部|全|均|都|使用|申请|争取|来源|资金来源|为|是|：|:|，|资金|含|包括)*"
    r"(?P<level>中央|上级|国家|省|市|区|县|镇|乡|本级|街道|各级|财政)(?:级|本级|里)?(?:财政|[^\W\da-zA-Z_]{1,6}(?:局|委|厅|部门))?"
    r"(?:补助|补贴|拨款|资金|配套|专项|奖补|补|安排|承担|投入|转移支付|拨付|下达|预算)*(?:资金)?(?:共|合计|为|约|:|：)*$"
)


_PUBLIC = r"(?:中央|上级|上面|[省市区县镇乡](?:里|级|上|财政)?|财政)"
# 公交公司出28万: who is none of the public purse.
_OWN_HANDS = lazy(
    r"(?:其中|由|，)*[^\W\da-zA-Z_]{0,8}?(?:公司|企业|集团|合作社|商户|业主|住户|农户|村民|居民|群众|家长|校友|商会|协会|基金会|村里|村集体|社会|自己)"
    r"(?:自己|方面)?(?:给|出|拿|掏|支持|承担|负担|配套|捐|赞助)了?"
)
# 省里给200万, and 剩下37万县里出.
_HANDS_OUT = lazy(rf"(?:其中|由|，)*{_PUBLIC}(?:给|出|拿|掏|支持|补|解决)了?")
# 资金51万元（中央30万、区里21万）
_LEVEL_ALONE = lazy(r"(?:其中|由|，)*(?:中央|[省市区县镇乡][里上])(?:为|是|：|:)?")
PAYS = lazy(
    rf"(?:由|是)?(?:(?P<public>{_PUBLIC})|(?P<own>自己|我们|单位|村里?|企业|群众|家长|个人|学校|公司))"
    r"(?:自己)?(?:出|给|拿|掏|承担|负担|解决|配套|筹|自筹)$"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount a clause names.

    Attributes:
        start: Where it begins in the clause; `end` where it ends.
        value: Yuan.
        text: As written.
        before: The words before it, back to the number before.
        role: budget, sum (共, of all or of one item), price, source or amount of something.
        per: What a price is for one of (人, 份), "" for a price of the thing just named.
        period: 月, 年, 天 or None when it is for one of something in a period (每人每月).
        unit_written: 元 or 块 stands behind it; 6.6万 has none.
        unsure: range, limit, estimate or negative: not the exact amount.
    """

    start: int
    end: int
    value: Decimal
    text: str
    before: str
    role: Role
    per: str | None
    period: str | None
    unit_written: bool
    unsure: Literal["", "range", "limit", "estimate", "negative"] = ""


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
    if value is not None and match["unit"] and match["unit"][0] in _COINS:
        value = exact_product(value, _COINS[match["unit"][0]])
    before = clause[max(left, match.start() - _REACH) : match.start()]
    after = clause[match.end() : match.end() + _REACH]
    if value is None or not _is_money(clause, match, before, after):
        return None
    per, period = _per(before, match["per"])
    if per is None and period is None and re.search(r"单价|均价|标准(?:为|是)?$|各(?:奖励?|发|补助?)?$", before):
        per = ""
    if paid_by := re.search(r"(?P<period>[年月日])(?:薪|工资|租金)(?:为|是|约)?$", before):
        per, period = per or "", period or ("天" if paid_by["period"] == "日" else paid_by["period"])
    role = _role(before, per is not None or period is not None)
    unsure = ""
    if match["range"]:
        unsure = "range"
    elif _NEGATIVE.search(before):
        unsure = "negative"
    elif re.search(r"不超过|不高于|最高|不多于|至多|上限", before) or re.match(r"以内|以下|封顶", after):
        unsure = "limit"
    elif re.search(r"约|大概|左右|估计|差不多", before[-4:] + after[:2]):
        unsure = "estimate"
    text = clause[match.start() : match.end()]
    unit = match["unit"] is not None
    return Amount(match.start(), match.end(), value, text, before, role, per, period, unit, unsure)


def _role(before: str, priced: bool) -> Role:
    words = re.sub(r"(?:19|20)\d{2}年度?", "", before).strip("，,：: ￥")
    if priced:
        return "price"
    if CARRIED.search(words) or is_own(words) or is_fiscal(words):
        return "source"
    if _BUDGET.search(words) or _FUND.match(words):
        return "budget"
    return "sum" if not words or _SUM.search(words) else "amount"


def is_own(words: str) -> bool:
    """Whether words name somebody else who pays: 自筹, 公交公司出."""
    return bool(OWN.search(words[-8:]) or _OWN_HANDS.fullmatch(words))


def is_fiscal(words: str) -> bool:
    """Whether words name the public purse that pays: 上级补助, 区财政安排 (not 街道活动)."""
    if _HANDS_OUT.fullmatch(words) or _LEVEL_ALONE.fullmatch(words):
        return True
    match = FISCAL.match(words)
    return bool(match) and bool(re.search(r"财政|补|拨款|配套|专项|上级|中央|转移|资金|[省市区县本]级|承担", words))


def _is_money(clause: str, match: re.Match[str], before: str, after: str) -> bool:
    unit, factor = match["unit"], match["factor"] or match["spelt"]
    if match["per"] and (unit or factor or before.endswith("，") or not before) and not match[0].startswith("一"):
        # 120元一床, 90块一件, 6万一个, 3000/台.
        return True
    if match["per"] and re.search(r"\d[每一]", match[0]) and not re.search(r"[A-Za-z-]$", before):
        # 打印机3200一台: a number is never glued to 一.
        return True
    if re.match(r"[年月日]", after) and unit is None:
        return False
    if unit is None:
        # 6.6万 is money where the words say so, and never when something is counted by it: 1万份.
        bare = clause.strip(" 。") == clause[match.start() : match.end()].strip()
        loose = re.match(r"\s*(?:左右|上下|以内|$|[，,、：:/])", after) or PAYS.match(after)
        counted = not loose and longest_prefix(after.strip()) is not None
        words = _MONEY_WORDS.search(before) or _BUDGET.search(before) or _SUM.search(before) or "每" in before
        if counted or (
            re.match(r"\s*[多余]?[一-鿿%％‰]", after)
            and not PAYS.match(after)
            and not re.match(r"\s*(?:左右|上下|以内|用于|用来|来|的|做|买)", after)
        ):
            return False
        plain = (
            re.search(r"(?:预算|单价|每\w{1,3}|经费|金额|资金)(?:总额|为|是|约|:|：|-)*$", before)
            and len(match[0].strip()) >= 2
        )
        # 共16000 behind a price; free_paid leaves it where nothing has one.
        plain = plain or (IN_ALL.fullmatch(before.strip("，, ￥")) and not after.strip() and len(match[0].strip()) > 2)
        digits_only = match["digits"] and not factor
        price = re.search(
            rf"(?:每|单价|均价|{AVERAGED}|[一1])\s*(?:[^\W\da-zA-Z_]|㎡){{0,3}}$", before
        ) and not before.endswith(("期", "班"))
        price = price or (_FEE_OF_EACH.search(before) and len(match[0].strip()) >= 3)
        if digits_only:
            return bool(plain or price)
        if match["spelt"] and not re.search("[万千]", match["spelt"]):
            return False
        noun = re.search(r"[^\Wa-zA-Z_]{2,}$", before) is not None and not after.strip()
        return bool(bare or words or (noun and "万" in match[0]) or (PAYS.match(after) and "万" in match[0]))
    if match["spelt"] in ("一", "每"):
        return False
    if unit == "块" and re.match(r"(?:每|单|[一1])块\D{0,3}\d", after):
        # 宣传牌80块每块350元 are eighty of them.
        return False
    if unit != "块" or (match["factor"] or "") in ("万", "千", "百"):
        return True
    if _SO_MANY_BOARDS.match(after) and not VERB.match(after):
        # 450块大型户外广告牌 are boards, 450块做展板 is money.
        return False
    # 加上宣传5000块 is money, 展板20块 are boards.
    told = _MONEY_WORDS.search(before.replace("块", "", 1) + after) or re.search(r"[每一1]", before)
    round_sum = len((match["digits"] or "").split(".")[0]) >= 3 and not re.match(rf"\s*(?:{_BOARDS})", after)
    return bool(
        told or (round_sum and before.strip("，, ￥") and not re.search(rf"(?:{_BOARDS})[^\d]{{0,3}}$", before))
    )


def _per(before: str, slashed: str | None) -> tuple[str | None, str | None]:
    things = [slashed] if slashed else []
    for match in _PER.finditer(before):
        if match["head"]:
            things += [match["head"][0]] if match["head"].endswith("均") else []
            continue
        thing = match["thing"]
        # 2000本一本15块 is a price, 马拉松1场60万元 is one thing and what it costs.
        if (
            match[0][0] in "一1"
            and not thing.startswith("年")
            and before[: match.start()].strip("，, ￥")[-1:] not in ("", thing[0])
        ):
            continue
        period = next((word for word in ("年", "月", "天", "日") if thing.startswith(word)), None)
        known = period or longest_prefix(thing) or (thing[:1] if match[0][0] == "每" else None)
        if known:
            # 每人年补贴 is for one of them and a year.
            things += [*known] if known in ("人年", "人月") and thing != known else ["月" if known == "个月" else known]
    parts = [part for thing in things for part in re.split(r"[·./／每]", thing) if part]
    things = [thing for thing in parts if thing not in _PERIODS]
    # 每期每人1800元 is paid by the head.
    per = next((thing for thing in things if thing in ("人", "名", "位")), things[0] if things else None)
    period = next((thing for thing in parts if thing in _PERIODS), None)
    return per, ("月" if period == "个月" else "天" if period == "日" else period)


def _value(match: re.Match[str]) -> Decimal | None:
    if match["spelt"]:
        spelt = chinese_value(match["spelt"])
        return None if spelt is None else Decimal(spelt)
    digits = fold_digits(match["digits"])
    if not re.fullmatch(r"\d{1,24}(\.\d{1,12})?", digits):
        return None
    factor = Decimal(_FACTORS.get(match["factor"] or "", 1))
    value = exact_product(Decimal(digits), factor)
    if match["tail"]:
        # 1万2 is twelve thousand: the next decimal place.
        value += exact_product(Decimal(match["tail"]), factor / 10)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
