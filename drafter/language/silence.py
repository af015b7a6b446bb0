"""What is no quantity though a numeral stands in it: names, codes, ordinals, bases, articles."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.language import bounds
from drafter.language.article import is_article, is_one_of_many
from drafter.language.counting import applied, counted, is_two, lets_count
from drafter.language.data import words
from drafter.language.labels import labelled, numbers_line
from drafter.language.lexicon import Named
from drafter.language.patterns import lazy
from drafter.language.rating import is_rating
from drafter.language.serial import SUBJECT, is_serial, of_device
from drafter.language.unit_reading import NUMBERED, Entry, entry_at

MARKS = frozenset("，。；,;）)！\n")
"""Nothing that makes a name of number and unit begins with these."""
# Titles are names whole; words in quotation marks are names when they are short (“15分钟服务圈”, “两个维护”).
_NAMES = lazy(
    r"《[^《》]{1,120}+》|“[^“”]{1,14}+”|‘[^‘’]{1,14}+’|「[^「」]{1,14}+」|『[^『』]{1,14}+』|\"[^\"\n]{1,14}+\""
)
# A figure in quotation marks is one all the same.
_FIGURE_FIRST = frozenset("≥≤><0123456789０１２３４５６７８９.,")
_FIGURE = lazy(r"[≥≤><]?[0-9０-９.,]+(?:[%％‰]|万?元)?")
_CODE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_#@№")
_NUMERALS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十")
_HAN_NUMERALS = frozenset("一二三四五六七八九十")
_CURRENCIES = ("RMB", "CNY", "USD", "EUR", "HKD")
SUSPICIOUS = _CODE | frozenset("第.．-－−/·每数几×xX*＊＋+上下过时点月、经纬前 ")
# 800×600mm, 3m×2m: the size of one thing.
_LENGTH = r"(?:毫米|厘米|公分|米|mm|cm|m)"
_SIZED = lazy(rf"[ ]?[×xX*＊][ ]?[0-9]++(?:\.[0-9]++)?{_LENGTH}")
_SIZE_BEFORE = lazy(rf"[0-9]{_LENGTH}?[ ]?[×xX*＊][ ]?$")
_LENGTH_BEHIND = lazy(rf"{_LENGTH}(?![²³/23])")
# 东经103度26分, 北纬36.2°
_PLACE = lazy(r"[东西南北][经纬](?:约|为)?$")
_DEGREES = lazy(r"(?:[度°][0-9]*(?:\.[0-9]+)?)?(?:[分′＇'][0-9]*(?:\.[0-9]+)?)?(?:秒|″|＂|'')?")
_ORDINAL_RANGE = lazy(r"[ ]?[-－—~～至到、和及][ ]?第?[0-9０-９一二三四五六七八九十]{1,4}")
# K12+300: the place on a road.
_MILESTONE = lazy(r"[A-Za-z][0-9]{1,5}[+＋]$")
# ISO 14001, GB/T 2828: a blank before the number; 购置UPS 3台 has one too.
_STANDARD = lazy(
    r"(?<![A-Za-z])(?:ISO|IEC|IEEE|GB|DB[0-9]{0,4}|HJ|JGJ|CJJ|CJ|JTG|DL|WS|MZ|LY|NY|TSG)(?:[/-][A-Z]{1,3}[0-9]{0,3})? $"
)
_MODES = lazy(
    r"(?:[^\W\da-zA-Z_]{0,2}(?:自助|便利|药[店房]|书[房店]|急诊|门诊|接警|救助|监护|热线|不打烊|不间断|无休|全天候|营业|轮班|值班|值守|执勤|备勤|在线|无人|便民)|服务|开放|运行|监控|监测|守护)"
)
# 2026届毕业生, 2025版目录: a year of origin.
_VINTAGES = frozenset(words("vintage-unit"))
_REIGNS = words("reign")
_FOUNDED = frozenset(words("occasion"))
_BY = frozenset("×xX*＊ ")
# 考核位列前三名, 全市前5位; 目前3名, 月底前5名 and 开学前3名 are amounts.
_RANKED = lazy(
    r"(?:[列居入进排市区省国获取率度分量额是]|评比|评选|评出|排名|名次|考[核评试]|得分|成绩|奖励|综合|对)前$"
)
_CLASS_LISTED = lazy(r"[^\W\da-zA-Z_]{1,8}[：:]")
_CLASS_COUNTED = lazy(r"[^\W\da-zA-Z_]{2,10}[0-9][0-9,.]*[万余多]?[^\W\da-zA-Z_]")
_CLASS_LICENSE = lazy(r"(?:涵盖|覆盖|包括|包含|分|按|分为|分成|共|计|达|等|形成|新增|完成|涉及|开展|提供|的)[ ]?$")


def names_in(text: str) -> Iterator[tuple[int, int]] | None:
    """Return where the titles and short quoted names of a text stand, in order; None if no mark of one is in it."""
    # Six searches written out: a loop over them takes as long as the reading of a short text.
    if "“" in text or "《" in text or "‘" in text or '"' in text or "「" in text or "『" in text:
        return _names_in(text)
    return None


def _names_in(text: str) -> Iterator[tuple[int, int]]:
    for match in _NAMES.finditer(text):
        start, end = span = match.span()
        if text[start + 1] not in _FIGURE_FIRST or not _FIGURE.fullmatch(text, start + 1, end - 1):
            yield span


def refused_before(text: str, start: int, end: int) -> int | None:
    """Return where to go on if the character before a number says that it is none, else None.

    第3批 is an ordinal, ISO9001 and GB/T 2828.1-2012 are codes, 每千人 is a base, 7×24小时 a mode of service.
    """
    previous = text[start - 1]
    if previous == " " and start > 1 and text[start - 2] in "第№":
        previous = "第"
    elif previous == " " and _STANDARD.search(text, max(0, start - 12), start):
        return _end_of_code(text, end)
    if previous not in SUSPICIOUS:
        return None
    if previous in "×*＊经纬":
        return _end_of_size_or_place(text, start, end)
    if previous == "第":
        more = _ORDINAL_RANGE.match(text, end)
        return more.end() if more else end
    if previous == "@" and not text[start - 2 : start - 1].isascii():
        # 折页2万册@3.5元: the price of each.
        return None
    if previous in _CODE or previous in "xX":
        amount = text[start - 3 : start] in _CURRENCIES or not text[start].isascii()
        return (
            None
            if amount or of_device(text, start, end)
            else _end_of_size_or_place(text, start, end) or _end_of_code(text, end)
        )
    if previous in ".．-－/·":
        older = text[start - 2 : start - 1]
        return _end_of_code(text, end) if older.isascii() and older.isalnum() else None
    if previous in "+＋":
        return _end_of_code(text, end) if _MILESTONE.search(text, max(0, start - 8), start) else None
    if previous in "数几":
        return end if text[start] in "十百千万亿" else None
    if previous in "上下过":
        # 上半年, 过半: no half of anything.
        return end if text[start] == "半" and text[start - 2 : start - 1] != "超" else None
    if previous == "前":
        # 位列前三名: a rank.
        ranked = text.startswith(("名", "位"), end) and _RANKED.search(text, max(0, start - 4), start)
        return end if ranked else None
    if previous == "、":
        # 四、五类桥梁, 三、四级护理: classes by their number.
        listed = text[start - 2 : start - 1] in _HAN_NUMERALS and text[start] in _HAN_NUMERALS
        return end if listed and text.startswith(("类", "级", "等", "期", "型", "档"), end) else None
    if previous in "时点":
        # 9时30分 is a time of day.
        return end if text.startswith("分", end) and text[start - 2 : start - 1] in _NUMERALS else None
    # 每千名老年人, 每10万人, 每半年: a base or a frequency, no amount.
    return end if previous == "每" else None


def _end_of_size_or_place(text: str, start: int, end: int) -> int | None:
    # 800×600mm, 东经103度26分.
    if text[start - 1] in "经纬":
        degrees = _DEGREES.match(text, end) if _PLACE.search(text, max(0, start - 4), start) else None
        return degrees.end() if degrees is not None else None
    if _LENGTH_BEHIND.match(text, end) and _SIZE_BEFORE.search(text, max(0, start - 8), start):
        return end
    # 7×24小时 is a mode of service; 6人×12天 is a sum being worked out.
    mode = text[start - 2 : start - 1].isdecimal() and text.startswith(("小时", "天"), end)
    return end if mode and text[start - 1] not in "xX" else None


def _end_of_code(text: str, end: int) -> int:
    while end < len(text) and (text[end] in _CODE or text[end] in "0123456789-/.—–"):
        end += 1
    return end


def is_name(text: str, start: int, digits: str, entry: Entry, end: int, *, chinese: bool) -> bool:
    """Return True if the words after the unit make a name of it: 三年行动, 15分钟服务圈, 门诊, 二类疫苗."""
    named = entry.named
    if named is not None and text[end : end + 1] not in MARKS and _names(text, start, entry, named, end, chinese):
        return True
    unit = entry.name
    lettered = unit[-1].isascii() and unit[-1].isalpha()
    if (lettered or unit in TOLD) and _told(text, start, digits, unit, end, chinese=chinese):
        return True
    return chinese and _worded(text, start, digits, unit, end)


def _told(text: str, start: int, digits: str, unit: str, end: int, *, chinese: bool) -> bool:
    """Return True if this unit makes a name of the number: 3标段, 5G, 2026届, 24小时便利店, 2.0版."""
    if (unit in NUMBERED or unit in SUBJECT) and not chinese and is_serial(text, start, unit, end, chinese=False):
        return True
    if unit in NUMBERED and digits[0] == "0" and digits.isdecimal() and len(digits) > 1:
        # 01标段: a code. A count keeps its slips: 0120名 printed for 1120.
        return True
    if unit == "G" and ((len(digits) == 1 and digits in "23456") or digits in ("2.4", "5.8")):
        # Generations of mobile networks and bands of wireless ones; nobody budgets 5 gigabytes.
        return True
    if unit[-1].isascii() and unit[-1].isalpha():
        # 91310112MA1GB2, 31011225T000003: the letter is one of a code.
        following = text[end : end + 1]
        if following.isascii() and (following.isalpha() or (following.isdecimal() and len(digits) >= _CODE_DIGITS)):
            return True
    if unit in _VINTAGES and len(digits) in _YEARS and digits[:2] in ("19", "20"):
        return True
    if unit == "卷" and len(digits) == _YEARS[1] and digits[:2] in ("19", "20") and digits[5:7] in ("19", "20"):
        # 1949—1978卷
        return True
    if unit == "届" and len(digits) == 2 and not chinese and _GRADUATES.match(text, end):
        # 24届毕业生
        return True
    if unit == "年" and digits[0] in "56789" and digits[1:].isdecimal() and text.startswith(("以前", "以后"), end):
        # 90年以前: a year of the century.
        return len(digits) == 2
    if unit == "年" and text.endswith(_REIGNS, 0, start):
        return True
    if unit == "日" and text.endswith(("截至", "截止"), 0, start):
        # 截至14日: a day of a month that is not said.
        return True
    if unit == "小时" and digits == "24" and (_MODES.match(text, end) or text.startswith("全天", max(0, start - 2))):
        return True
    if unit == "版" and ("." in digits or (len(digits) == 2 and digits[0] in "789")):
        # 2.0版, 98版图集.
        return True
    if unit == "周年" and text[max(0, start - 2) : start] in _FOUNDED:
        # 建党100周年: the name of an occasion.
        return True
    return unit in _GRADED and text[end : end + 1] in _GRADES


def _worded(text: str, start: int, digits: str, unit: str, end: int) -> bool:
    """Return True if number and unit in words are a name: 二类疫苗, 三人一组, 二次供水."""
    if is_serial(text, start, unit, end, chinese=True) or applied(text, start, unit, end):
        return True
    if unit == "类" and digits in ("4", "5") and _CLASS_COUNTED.match(text, end):
        # 四类危桥改造11座: what is counted has a number of its own.
        return _CLASS_LICENSE.search(text, max(0, start - 4), start) is None
    if (
        unit == "类"
        and text[start] in "一二三"
        and digits in ("1", "2", "3")
        and not _CLASS_LICENSE.search(text, max(0, start - 4), start)
        and not (digits == "3" and _CLASS_LISTED.match(text, end))
    ):
        return True
    # 一梯两户, 三人一组: numeral and word twice over. 一年两次 and 三天一次 are frequencies.
    if (
        start > 1
        and text[start - 2] in _DIGITS
        and end - start == 2
        and "一" <= text[start - 1] <= "鿿"
        and text[start - 1] not in "年月周天日季时共"
        and unit not in ("次", "期", "场", "轮", "批", "回", "趟")
    ):
        return True
    # 二 before a classifier is an ordinal (二次供水); the amount is 两, but hurried lists write 购置救护车二辆.
    if text[start] == "二" and digits == "2" and unit not in ("倍", "天", "年", "元", "成"):
        return not is_two(text, start, unit, end)
    if unit == "周" and text[start:end] == "四周" and _AROUND.match(text, end):
        # 校园四周空地: around, no four weeks.
        return True
    if text.startswith("式", end) and not text.startswith(("式样", "式电", "式计"), end):
        # 一户式管理, 两段式考核.
        return True
    return end - start == 2 and text[end : end + 1] in _DIGITS and _paired(text, start, end)


def _paired(text: str, start: int, end: int) -> bool:
    # 两桶一袋投放法, 三餐两点: numeral and word twice over; 采购两辆五座轿车 are two cars.
    second = entry_at(text, end + 1)
    if second is None or len(second.name) > 1 or second.kind != "count" or second.name in _FREQUENT:
        return False
    return text[start + 1] not in _FREQUENT and not lets_count(text, start)


_AROUND = lazy(r"(?![以之内前后左的时岁完共])[^\W\da-zA-Z_]")
_GRADED = frozenset("年等层")
_GRADES = frozenset("级线号")
TOLD = NUMBERED | SUBJECT.keys() | _VINTAGES | _GRADED | {"G", "小时", "版", "周年", "卷", "周", "日"}
"""Units of which some numbers are names whatever the words behind them."""
_CODE_DIGITS = 6
# 2026届, 2026—2027学年.
_YEARS = (4, 9)
_GRADUATES = lazy(r"(?:高校|大学)?(?:毕业|学生|本科|硕士|博士|新生)")
_DIGITS = frozenset("一二两三四五六七八九十百千")
PAIRING = _DIGITS | {"式"}
"""Behind a Chinese numeral and its unit these may make a word of both: 两桶一袋, 一户式."""
_FREQUENT = frozenset("次期场轮批回趟年月周天日季时")


def _names(text: str, start: int, entry: Entry, named: Named, end: int, chinese: bool) -> bool:
    if named.always is not None and named.always.match(text, end):
        return True
    match = named.word.match(text, end) if named.word is not None else None
    if match is None and named.chinese is not None and (chinese or numbers_line(text, start)):
        match = named.chinese.match(text, end)
    return match is not None and not counted(text, start, entry, end, match.end())


def is_silent(text: str, start: int, end: int, digits: str, entry: Entry, *, chinese: bool) -> bool:
    """Return True if number and unit are no quantity because of the words around them.

    Args:
        text: the whole text.
        start: where the number begins.
        end: where the unit ends.
        digits: the number as a plain decimal string.
        entry: the unit as read.
        chinese: whether the number is in Chinese numerals.
    """
    if is_name(text, start, digits, entry, end, chinese=chinese):
        return True
    if entry.kind == "measure" and (
        (text[end : end + 1] in _BY and _SIZED.match(text, end)) or is_rating(text, start, end, entry.name)
    ):
        return True
    if chinese and digits == "1" and end - start == 1 + len(entry.name):
        if is_one_of_many(text, entry.name, end):
            return True
        sign, _ = bounds.before(text, max(0, start - 6), start)
        follows, _ = bounds.after(text, end, within=False)
        return sign is None and follows is None and is_article(text, start, entry.name, end)
    return entry.kind == "count" and labelled(text, start, end - len(entry.name))
