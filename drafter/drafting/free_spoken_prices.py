"""Prices in spoken numerals, written out: 三千二一台, 两块五, 每册三十五, 每户三百来块.

One who speaks leaves out 元, and a numeral runs into the 一 behind it. Grammar tells them apart: 三千一 is 3,100 at the
end of words, but before a classifier nothing may be left out of a numeral (3,100 of them are 三千一百台), so that
三千一台 is 3,000 for one. Only 十 goes on with 一 there: 八十一棵 are eighty-one.
"""

from __future__ import annotations

import re

from drafter.language.numerals import chinese_value
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix

_SPELT = "零一二两三四五六七八九十百千万"
_HAN = r"[^\W\da-zA-Z_]"
_END = r"(?=$|[\s，,。；;、（）()])"
_COIN = "[1-9一二两三四五六七八九]"
# 2块5, 两块五, 12元5角, 三毛五, 三元二角五分.
_COINS = lazy(
    rf"(?<![\d.{_SPELT}])(?:(?P<yuan>\d+|[{_SPELT}]{{1,6}})(?:块(?P<tenth>{_COIN})|[块元](?P<jiao>{_COIN})[毛角](?:(?P<fen>{_COIN})分?)?)"
    rf"|(?P<mao>{_COIN})(?:毛(?P<of_mao>{_COIN})分?|角(?P<of_jiao>{_COIN})分))(?=$|[\s，,。；;、（）()每一/／的])"
)
_GLUED = lazy(rf"(?<![第{_SPELT}])(?P<spelt>[{_SPELT}]{{2,8}})(?P<one>[一每]个?)(?![{_SPELT}])(?={_HAN})")
# 一期工程, 一次性, 一等奖, 一年级 are no classifiers behind a price.
_NO_ONE = lazy(r"期(?:工程|项目|建设)|次性|年级|部分|部门|等[奖级]|站式|批[次]?(?:复|准)|把手|代")
_COUNTED = lazy(r"(?:共|计|达到?|[大小]于|超过|不足)$")
_OF_ONE = lazy(
    rf"(?P<head>(?:单价|均价|(?:每|(?<![第\d{_SPELT}])[一单])个?(?P<unit>{_HAN}{{1,3}}?))(?:价格?)?(?:大概|大约|约|为|是|要|给|补)*)"
    rf"(?P<spelt>[{_SPELT}]{{2,8}}){_END}"
)
_SOME = lazy(
    rf"(?P<number>\d{{1,8}}|[{_SPELT}]{{2,8}}|[百千万](?=把))(?P<some>[来多把])(?P<unit>万)?(?P<yuan>块钱?|元)?"
    rf"(?=$|[\s，,。；;、（）()每一/／])"
)
# 单台三千 is 每台三千, 差不多三千 is 约三千, 五千一次性发放 is paid once.
_SINGLE = lazy(rf"(?<!{_HAN})单(?!位)(?P<unit>{_HAN}{{1,3}}?)(?:价格?)?(?=(?:大概|大约|约|要|是|为)*[\d{_SPELT}])")
_ABOUT = lazy(rf"差不多(?:是|要)?(?=[\d{_SPELT}])")
_ONCE = lazy(rf"(?<![第{_SPELT}])(?P<spelt>[{_SPELT}]{{1,7}}[百千万])(?=一次性)")
_PRICED = lazy(rf"(?:单价|均价|标准|(?:每|(?<![第\d{_SPELT}])[一单]){_HAN}{{1,3}})(?:大概|大约|约|为|是|要|给|补)*$")

# 每场演出1.5万、讲座3000元: the classifier first, then the things.
_MONEY = rf"(?:\d[\d,.]*[百千万]?元?|[{_SPELT}]{{1,8}}元)(?![\d{_SPELT}名位人场台次期个])"
_EACH_THING = lazy(
    rf"每(?P<unit>{_HAN}{{1,2}}?)的?(?P<things>(?P<first>{_HAN}{{2,10}}?){_MONEY}(?:[、，,和]{_HAN}{{2,10}}?{_MONEY})*)"
)
_THING = lazy(rf"(?P<name>{_HAN}{{2,10}}?)(?P<money>{_MONEY})")


def prices_written_out(text: str) -> str:
    """A text whose spoken prices have digits and 元; an estimate (三百来块) says 约."""
    text = _ABOUT.sub("约", _COINS.sub(_coins, text))
    text = _ONCE.sub(lambda match: f"{_value(match['spelt'])}元", text)
    text = _SINGLE.sub(lambda match: f"每{match['unit']}" if longest_prefix(match["unit"]) else match[0], text)
    text = _SOME.sub(_some, text)
    text = _GLUED.sub(_glued, text)
    return _OF_ONE.sub(_of_one, text)


def _value(spelt: str) -> str:
    value = chinese_value(spelt)
    return spelt if value is None else str(value)


def _coins(match: re.Match[str]) -> str:
    parts = (
        match["yuan"] or "零",
        match["tenth"] or match["jiao"] or match["mao"],
        match["fen"] or match["of_mao"] or match["of_jiao"] or "",
    )
    yuan, jiao, fen = (_value(part) if part else "" for part in parts)
    return f"{yuan}.{jiao}{fen}元" if yuan.isdigit() else match[0]


def _glued(match: re.Match[str]) -> str:
    text = match.string
    after, spelt = text[match.end() : match.end() + 8], match["spelt"]
    value = chinese_value(spelt)
    numeral = match["one"].startswith("一") and spelt[-1] == "十"
    counted = match["one"].startswith("一") and _COUNTED.search(text[max(0, match.start() - 3) : match.start()])
    classifier = longest_prefix(after) is not None and not _NO_ONE.match(after)
    return match[0] if value is None or numeral or counted or not classifier else f"{value}元{match['one']}"


def _of_one(match: re.Match[str]) -> str:
    value, unit = chinese_value(match["spelt"]), match["unit"]
    # 每班五十 may be pupils.
    if value is None or (unit and (longest_prefix(unit) != unit or unit in ("期", "班"))):
        return match[0]
    return f"{match['head']}{value}元"


def _some(match: re.Match[str]) -> str:
    number, before = match["number"], match.string[max(0, match.start() - 12) : match.start()]
    one = re.match(r"[一每]个?", after := match.string[match.end() : match.end() + 10])
    of_one = one and longest_prefix(after[one.end() :]) and not _NO_ONE.match(after[one.end() :])
    value = f"一{number}" if number in "百千万" else number
    value = value if value.isdigit() else chinese_value(value)
    money = match["yuan"] or match["unit"] or of_one or _PRICED.search(before)
    if value is None or not money or (match["some"] == "把" and number not in "百千万"):
        return match[0]
    about = "" if before.endswith(("约", "大概")) else "约"
    return f"{about}{value}{match['unit'] or ''}元"


def each_thing_first(text: str) -> str:
    """每场演出1.5万、讲座3000元 as 演出每场1.5万、讲座每场3000元, where each is counted in that unit (演出20场)."""
    return _EACH_THING.sub(lambda match: _thing_first(match, text), text)


def _thing_first(match: re.Match[str], text: str) -> str:
    unit = match["unit"]

    def turned(one: re.Match[str]) -> str:
        name = re.escape(one["name"])
        number = rf"[\d{_SPELT}][\d,.{_SPELT}]{{0,14}}"
        counted = re.search(rf"{name}{number}{re.escape(unit)}|{number}{re.escape(unit)}{name}", text)
        return f"{one['name']}每{unit}{one['money']}" if counted else one[0]

    first = _THING.match(match["things"])
    if longest_prefix(match[0][1:]) != unit:
        # 每平方米6.5元 is a price of square metres.
        return match[0]
    if first is None or turned(first) == first[0]:
        # 每期经费4.5万 is what one 期 costs, of whatever is held.
        return match[0]
    return _THING.sub(turned, match["things"])
