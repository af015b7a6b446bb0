"""Numbers standing in drafted words, in whatever dress: digits, Chinese characters, ½, ⑭, 𝟏𝟒, 上千, 半数."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.drafting.facts import says
from drafter.language import extract, lookup
from drafter.language.numerals import fold_digits
from drafter.language.patterns import lazy
from drafter.models.request import Fact

DIGITS = lazy(r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?")
# 1. 2、 （3） at the head of a part of a list counts nothing.
_MARKER = lazy(r"(?:^|[。；;：:，,、\n（(])[0-9０-９]{1,2}[.．、)）](?![0-9０-９])")
_MEASURES = "个处条项家座名人次场套台所户米亩篇册期批辆间"
# 半数 and 上千人 say a number no less than 50% does, 下半年 a date; 达到九十五 has no unit and 一四个 no place value.
_IN_WORDS = lazy(
    r"[过近大]半(?!年|天|日|月)|一半|半数|翻[一两]?[番倍]|成倍|加倍|双倍|数[十百千万]|(?<![以马网线])上[十百千万亿](?!市)"
    r"|对折|减半|腰斩|倍增|五五开|半百|(?<=年)[次翌]年|(?<![咱他她它你我哥姐娘爷夫兄])[俩仨]|[几数][十百千万]|二十四小时"
    r"|[一二三四五六七八九]{2}[十百千万]|[一每]日[一二两三四五六]巡|[一两二三四五六七八九十]打(?![开击造破印扫捞好牢通])"
    rf"|(?<=[盖立置增达共设务访及训办展成])[百千万](?=[{_MEASURES}])"
    rf"|(?<![A-Za-z])(?:[OolI|]|[\u0370-\u05ff\u13a0-\u13ff])(?=[{_MEASURES}])"
    rf"|(?i:(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|hundred|thousand)(?![a-z]))"
    r"|[上下]半年|[一二三四五六七八九]{1,2}折(?![页叠扇])"
    rf"|[一二三四五六七八九〇零]{{2,}}(?=[{_MEASURES}])|(?<![A-Za-z])[IVX]+(?=[{_MEASURES}])"
    r"|[一二两三四五六七八九][十百千][零〇一二三四五六七八九十百千]*(?=$|[，。；、）)])"
)
_SERIES = ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ", "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", "❶❷❸❹❺❻❼❽❾❿")
_PLAIN = lazy(r"\d{1,24}(\.\d{1,12})?")


class Number(NamedTuple):
    """A number standing in drafted text: where, what it is worth (None where it is no single value), its unit."""

    span: tuple[int, int]
    text: str
    value: Decimal | None
    unit: str | None
    kind: str


def numbers_in(text: str) -> Iterator[Number]:
    """Every number of a text: quantities in digits or characters, and other digits that are no list marker."""
    covered: list[tuple[int, int]] = []
    for mention in extract(text):
        covered.append((mention.start, mention.end))
        value = Decimal(mention.number) if _PLAIN.fullmatch(mention.number) else None
        yield Number((mention.start, mention.end), mention.text, value, mention.unit, mention.kind)
    for match in DIGITS.finditer(text):
        marker = _MARKER.match(text, max(0, match.start() - 1))
        if not (marker and marker.end() > match.end()) and not any(a <= match.start() < b for a, b in covered):
            digits = fold_digits(match[0])
            value = Decimal(digits) if _PLAIN.fullmatch(digits) else None
            yield Number(match.span(), match[0], value, None, "digits")
    for start, end in (*(match.span() for match in _IN_WORDS.finditer(text)), *_signs(text)):
        if not any(a < end and start < b for a, b in covered):
            yield Number((start, end), text[start:end], None, None, "digits")


def _signs(text: str) -> Iterator[tuple[int, int]]:
    """Characters that are digits to a reader though not to `int`: ½ ³ ⑭ Ⅻ 𝟏 ٣ 🔟.

    Of ① ② ③ in their order each heads a part of a list. ² of m² and ₂ of CO₂ belong to the letter before them.
    """
    for at, sign in enumerate(text):
        if sign < "\x80" or "０" <= sign <= "９" or sign == "〇":
            continue
        if unicodedata.category(sign) not in ("Nd", "Nl", "No") and sign != "🔟":
            continue
        raised = unicodedata.normalize("NFKC", sign) in "0123456789" and unicodedata.category(sign) != "Nd"
        if raised and at and re.match(r"[A-Za-z米]", text[at - 1]):
            continue
        if not _listed(sign, text):
            yield at, at + 1


def _listed(sign: str, text: str) -> bool:
    series = next((one for one in _SERIES if sign in one), "")
    present = [one for one in series if one in text]
    return len(present) > 1 and "".join(present) == series[: len(present)]


def uncovered(number: Number, text: str, covered: Sequence[tuple[tuple[int, int], Fact]]) -> Iterator[Number]:
    """The parts of a number that no reference has put there: of {F1}11月20日, the 11 and the 20.

    A reference with something before or behind it that makes another number of it (1{F3}人, {F3}万件, {F3}次 of 6 人)
    covers nothing.
    """
    start, end = number.span
    inside = [(span, fact) for span, fact in covered if span[0] < end and start < span[1]]
    if not inside or (len(inside) == 1 and _another(number, inside[0][1])):
        yield number
        return
    behind = max(b for (_, b), _ in inside)
    rest = DIGITS.search(text, behind, end)
    if number.kind == "date" and inside[0][0][0] <= start and rest:
        yield Number((rest.start(), end), text[rest.start() : end], None, None, "date")
        return
    for match in DIGITS.finditer(text, start, end):
        if not any(a <= match.start() and match.end() <= b for (a, b), _ in inside):
            yield Number(match.span(), match[0], None, None, number.kind if number.kind == "date" else "digits")


def _another(number: Number, fact: Fact) -> bool:
    if number.value is None:
        return False
    if number.value != fact.value:
        return True
    # 6 人 is not 6人次. What a price is for may be said more fully than the brief does: 6.6万元/人·年.
    counted = all((found := lookup(unit)) and found.kind != "money" for unit in (number.unit, fact.unit))
    return counted and not says(fact, number.value, number.unit)
