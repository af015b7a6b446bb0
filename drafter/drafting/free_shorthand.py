"""Shorthand of a message, said in full: 27年, 2.5w, 4200平, 总30万, 大楼有6部电梯, 4期，每期30人，共120人，1500/人.

Each rewriting stands on what the text itself says: a product must come out, a word must stand at a clause's beginning.
"""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.language.patterns import lazy

_HAN = r"[^\W\da-zA-Z_]"
_BEGIN = r"(?:^|(?<=[\n，,。；;\s]))"
_END = r"(?=$|[\s，,。；;、（）()])"
# Not 20年以上房龄, 25年来: a year of two digits is one where the clause begins with it and goes on as with a year.
YEAR_IN_SHORT = lazy(
    rf"(?:{_BEGIN}|(?<=[局委办院会处站所心联镇乡]))(?P<year>2[4-9]|3[0-5])年(?=度|$|[，,。；;、\s]|计划|拟|要|预算|安排|全年|继续|建|买|采购|购置|实施|开展|举办"
    rf"|{_HAN}{{2,14}}(?:大赛|比赛|项目|工程|经费|活动|补贴|专项|服务|培训|建设|改造)(?:$|[，,。；;\s]))",
    re.MULTILINE,
)
_TEN_THOUSAND = lazy(r"(?<=\d)[ \t]?[wW](?=元|块|[/／]|人次|份|册|株|只|张|$|[\s，,。；;、（）()])", re.MULTILINE)
_SQUARE = lazy(r"(?<=\d)平(?=[，,。；;\s、/／每单]|$)|(?<=[元块/／每一])平(?=[，,。；;\s、\d]|$)", re.MULTILINE)
_IN_ALL = lazy(rf"{_BEGIN}总(?=\d+(?:\.\d+)?[万千元])", re.MULTILINE)
# 大楼有6部电梯: the thing stands behind its count.
_THERE_ARE = lazy(
    rf"{_BEGIN}(?P<where>{_HAN}{{0,8}}?)(?<![没只还享拥持国所含设])(?:现|共|一共|目前)?有(?P<count>\d{{1,6}})(?P<unit>[台部套辆艘架盏组])"
    rf"(?P<thing>{_HAN}{{2,8}}){_END}",
    re.MULTILINE,
)
_OURS = lazy(r"^(?:我们?|咱们?|本)?(?:单位|局|中心|院|校|机关)?")
# 培训4期，每期30人，共120人，培训费1500/人: paid by the head where four times thirty are the hundred and twenty.
_MONEY = r"\d{1,7}(?:\.\d{1,2})?"
_BY_HEAD = lazy(
    rf"(?P<thing>{_HAN}{{2,12}})(?P<times>\d{{1,4}})(?P<session>[期场班届次])[，,]\s*每(?P=session)(?P<each>\d{{1,5}})人"
    rf"[，,]\s*(?:共|一共|总共|合计)(?:计|培训)?(?P<heads>\d{{1,7}})人[，,]\s*"
    rf"(?:{_HAN}{{0,6}}?费?(?P<slashed>{_MONEY})元?[/／]人|(?:{_HAN}{{0,6}}?费)?(?:人均|每人)(?P<price>{_MONEY})元?){_END}"
)
# 给每个学员发生活补贴每天50元: what is handed out has the price.
_HANDED = lazy(
    rf"给每[个名位]{_HAN}{{2,6}}?(?:发放?|补)(?P<what>{_HAN}{{2,8}}?(?:补贴|补助|津贴|费))(?=每[人天日月年]|\d)"
)


# 年检查人次3万以上: the number behind its unit.
_TURNED = lazy(
    rf"(?P<what>{_HAN}{{2,10}}?)人次(?P<bound>达到?|不低于|不少于|超过?|≥|>=)?(?P<count>\d{{1,9}}(?:\.\d{{1,4}})?万?)(?P<tail>以上|左右)?{_END}"
)
# 6月开工11月底完工 are two dates.
_BEGUN = lazy(r"(?<=月开工|月动工|月启动|月进场|底开工|初开工)(?=\d{1,2}月)")
# 场地租赁20天*8000: a day's price, where it is large enough to be no number of hours.
_DAYS = lazy(rf"(?P<days>\d{{1,3}}天)\s*[*×✕xX]\s*(?P<price>\d{{3,7}}(?:\.\d{{1,2}})?)元?{_END}")


# 健身器材20件4000一件8万: the price between the count and the sum.
_BETWEEN = lazy(
    rf"(?P<count>\d{{1,7}})(?P<unit>[台套件个张本册只把具箱盒辆盏座块根条副顶艘架])(?P<price>\d{{1,7}}(?:\.\d{{1,2}})?)(?P<yuan>万|元|块)?[一每](?P=unit)"
    rf"(?=\d|{_END[3:-1]})"
)


def in_full(text: str) -> str:
    """A text with its shorthand said in full."""
    text = YEAR_IN_SHORT.sub(r"20\g<year>年", text)
    text = _TEN_THOUSAND.sub("万", text)
    # 90元一平162万: a price and a sum.
    text = re.sub(r"(?<=[元块][一每]平方米)(?=\d)", "，", _SQUARE.sub("平方米", text))
    text = _IN_ALL.sub("总共", text)
    text = _THERE_ARE.sub(_thing_first, text)
    text = _TURNED.sub(_unit_last, text)
    text = _BEGUN.sub("，", text)
    text = _BETWEEN.sub(_price_between, text)
    text = _DAYS.sub(r"\g<days>，每天\g<price>元", text)
    text = _BY_HEAD.sub(_by_head, text)
    return _HANDED.sub(r"\g<what>", text)


def _thing_first(match: re.Match[str]) -> str:
    where = _OURS.sub("", match["where"])
    return f"{where}{match['thing']}{match['count']}{match['unit']}"


def _price_between(match: re.Match[str]) -> str:
    yuan = "万元" if match["yuan"] == "万" else "元"
    # 光荣牌1500块40元一块: a comma would leave 1500块 as money.
    comma = "" if match["unit"] == "块" else "，"
    return f"{match['count']}{match['unit']}{comma}每{match['unit']}{match['price']}{yuan}，"


def _unit_last(match: re.Match[str]) -> str:
    least = match["bound"] or match["tail"] == "以上"
    bound = "不少于" if least and match["bound"] not in ("超过", "超") else match["bound"] or ""
    return f"{match['what']}{bound}{match['count']}人次{'左右' if match['tail'] == '左右' else ''}"


def _by_head(match: re.Match[str]) -> str:
    thing, heads, price = match["thing"], match["heads"], match["slashed"] or match["price"]
    if Decimal(match["times"]) * Decimal(match["each"]) != Decimal(heads):
        return match[0]
    return f"{thing}{match['times']}{match['session']}，{thing}{heads}人，每人{price}元"
