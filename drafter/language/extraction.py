"""All quantities of a text: one scan led by one character set, classified afterwards."""

from __future__ import annotations

import re

from drafter.language import units
from drafter.language.mention import Mention
from drafter.language.numerals import chinese_value, fold_digits, scaled

_SCAN = re.compile(
    r"(?P<arabic>(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})++(?![0-9０-９])|[0-9０-９]++)(?:[.．][0-9０-９]++)?)"
    r"|(?P<chinese>[零〇一二两三四五六七八九十百千廿卅半][零〇一二两三四五六七八九十百千万亿点]*+)"
)
_TAIL = re.compile(r"\s?(?P<multiplier>万亿|[万亿百千]|百万|千万)?(?P<vague>[余多来几])?(?P<late>[万亿])?\s?")
_BEFORE = re.compile(
    r"(?:(?P<ge>不低于|不少于|不小于|达到|达|至少|≥|>=|大于等于)|(?P<le>不超过|不高于|不大于|不多于|≤|<=|小于等于|控制在)"
    r"|(?P<lt>低于|少于|小于|不足|不到|<|＜)|(?P<gt>超过|高于|大于|多于|超|突破|>|＞)|(?P<about>约|近|将近|接近|大约))\s?$"
)
_AFTER = re.compile(r"\s?(?:及|或)?(?:(?P<ge>以上)|(?P<le>以内|之内|以下|内)|(?P<about>左右|上下))")
_SIGNS = {"ge": ">=", "le": "<=", "lt": "<", "gt": ">", "about": "~"}
_FACTORS = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_ENTITY_AFTER = re.compile(r"[一-鿿]{2,12}")
_ENTITY_BEFORE = re.compile(r"[一-鿿]{2,16}$")


def extract(text: str) -> list[Mention]:
    """Return all quantity mentions of a text in order of place.

    What is no quantity (idioms, ordinals, document numbers, telephone numbers, list markers) is not mentioned.
    """
    mentions: list[Mention] = []
    position = 0
    while match := _SCAN.search(text, position):
        position = match.end()
        mention = _mention(text, match, mentions[-1].end if mentions else 0)
        if mention is not None:
            mentions.append(mention)
            position = mention.end
    return mentions


def _mention(text: str, match: re.Match[str], left: int) -> Mention | None:
    start = match.start()
    if start and text[start - 1] in "第-—.〔[【号":
        return None
    arabic = match.lastgroup == "arabic"
    digits = fold_digits(match[0]) if arabic else ("0.5" if match[0] == "半" else chinese_value(match[0]))
    if digits is None:
        return None
    tail = _TAIL.match(text, match.end())
    assert tail is not None  # noqa: S101
    factor = _FACTORS.get(tail["multiplier"] or "", 1) * _FACTORS.get(tail["late"] or "", 1)
    unit, end = _unit(text, tail.end())
    if unit is None:
        return None
    known = units.lookup(unit)
    assert known is not None  # noqa: S101
    kind = known.kind
    if unit == "年" and len(digits) == 4 and digits[:2] in ("19", "20") and factor == 1:
        kind = "year"
    if not arabic and unit == "个" and digits == "1":
        return None
    comparator = ">" if tail["vague"] else "="
    before = _BEFORE.search(text, max(left, start - 8), start)
    after = _AFTER.match(text, end)
    if before is not None and before.lastgroup:
        comparator = _SIGNS[before.lastgroup]
    elif after is not None and after.lastgroup:
        comparator = _SIGNS[after.lastgroup]
    entity = _entity(text, left, before.start() if before else start, end)
    return Mention(
        start, end, scaled(digits, factor), unit, comparator, entity, kind, digits, factor, text[start:end]
    )


def _unit(text: str, at: int) -> tuple[str | None, int]:
    table = units.table()
    for length in (6, 5, 4, 3, 2, 1):
        name = text[at : at + length]
        if len(name) == length and name in table and not name.startswith(("万", "亿")):
            return name, at + length
    return None, at


def _entity(text: str, left: int, start: int, end: int) -> str | None:
    before = _ENTITY_BEFORE.search(text, max(left, start - 16), start)
    if before is not None:
        return before[0]
    after = _ENTITY_AFTER.match(text, end)
    return after[0] if after else None
