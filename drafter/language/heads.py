"""The noun that a run of words before a number names beyond doubt, remembered by the run."""

from __future__ import annotations

import re

from drafter.language import bounds
from drafter.language.data import words
from drafter.language.nouns import head_of, verbs
from drafter.language.patterns import lazy

AFTER_QUANTITY_FIRST = frozenset("及之以前内上下后起期底末左")
"""The first characters of what belongs to the quantity before: 6月底前拨付, 24小时内修复率."""
WINDOW = 30
_MOST = 2048
_IN_RUN = "一-鿿A-Za-z0-9.·&Ⅰ-Ⅻ"
RUN = lazy(rf"[{_IN_RUN}]+")
"""A run of words, read from either end."""
_WHOLE = rf"[{_IN_RUN}]{{1,{WINDOW - 2}}}+(?![{_IN_RUN}”\-－])"
WORDS = lazy(_WHOLE)
"""The same that ends within the window and behind no quotation: what most numbers have before them."""
# The same with short quotations in it, read from the number.
_QUOTING = lazy(rf"[{_IN_RUN}]+(?:(?:”[^“”]{{1,10}}“|\x22[^\x22\n]{{1,10}}\x22)[{_IN_RUN}]*)*")
# Read backwards from the number: blanks, a short bracket or a title, the run of words, what stops it.
_BACK = lazy(
    rf"[ \u3000\xa0￥¥]*(?:[)）][^()（）]{{0,12}}[(（])?(?:》(?P<title>[^《》]{{1,24}})《)?"
    rf"([{_IN_RUN}]*(?:(?:”[^“”]{{1,10}}“|\x22[^\x22\n]{{1,10}}\x22)[{_IN_RUN}]*)*)(.?)",
    re.DOTALL,
)


Said = tuple[bool, str | None, str, str, str | None]
"""What a run of words before a number says: whether it says all there is to say, the comparator it ends with or None,
the words of that, the noun of the quantity, "" where more than the run decides, and the noun it names at all, None
where it takes a closer look. No named tuple: Python takes those apart five times more slowly."""
Before = tuple[str | None, str, str | None, bool, tuple[str, str, int]]
"""The comparator before a number and its words, the noun the words before that name (None where it takes a closer
look), whether they do beyond doubt, and the words, the mark that stops them, "" if none does, and where they begin."""
_BLANKS = frozenset(" \u3000\xa0￥¥")
SIGNS = frozenset(char for char in bounds.LAST - _BLANKS if not char.isalnum())
_BETWEEN = _BLANKS | SIGNS
_UNTOLD: Said = (False, None, "", "", None)
_FAR_APART = 8
_CLOSING = frozenset('”"')
# 省级11项, 一级300元: of what stands before.
_GRADE = (
    r"[一二三]等奖|(?:国[家际]|世界|省部|地市|市县|区县|[省市州盟旗区县镇乡村校院高中初])级|[一二三四五六七八九甲乙丙丁A-E][级等类档]"
    r"|[1-5一二三四五]?(?:星|[AB]{1,5})级"
)
_GRADE_ALONE = lazy(_GRADE)
_OTHER_GRADE = lazy(rf"^(?:国家)?(?:{_GRADE})(?:[及或]?以[上下])?")
_LAST_GRADE = lazy(rf"(?<=..)(?:{_GRADE})$")
_GRADE_LAST = frozenset("级等类档奖")
_LEVELS = frozenset("国省市州盟旗区县镇乡村")
_PLACED = lazy(
    r"(?:[省市区县镇乡街国央企局院校所直下隶]属|^[^\W\da-zA-Z_]?[城镇河湖江][东西南北区]|[东西南北左右沿两]岸|沿[线江河湖海]|[片城新园景]区|周边|地区|[镇市县区流]域|[两三四五六七八九][省市区县镇乡村]|(?<=..)(?<![以普顾涉])[及与和]"
    r"|(?<=..)(?:全[省市县区镇乡街国校院]|辖区内?|[区市县境]内|本[区市县])|自治[州县旗]|各[^\W\da-zA-Z_]{0,2}(?:[省市县区镇乡村]|街道|部门|单位))$"
)
_PLACED_LAST = frozenset("属东西南北岸线边江河湖海域及与省市县区镇乡街国校院内境州旗村道门位和")
_WITH_OBJECT = frozenset("了有对向给将把")
_FOR = frozenset("为对给向")
_HAPPENING = frozenset(words("happening"))
_OUT = frozenset(("支出", "演出", "产出", "输出", "进出", "展出"))
# 还破获两起积案, 先后开设: behind an adverb two characters are a verb.
_ADVERBS = ("还", "已", "仍", "又", "先后", "陆续", "相继", "成功", "有效")
_ADVERB = (1, 2)
_VERB = 2
_NOTHING: Before = (None, "", None, False, ("", "", 0))
REACHING = _BLANKS | frozenset(')）》”"')
"""Marks before a quantity or its comparator over which its noun may stand."""
POINTING = frozenset("这该")
"""What points at something behind the number ends no noun: 目前这70公里道路."""


def words_before(text: str, left: int, start: int) -> tuple[str, str | None, str, int]:
    """Return what stands before ``start`` in the same clause, not reaching over ``left``.

    Returns:
        The run of words, the title in 《》 behind it if there is one, the mark that stops the run (empty at
        ``left``), and where the run begins.
    """
    low = start - WINDOW
    backwards = text[low if low > left else left : start][::-1]
    match = RUN.match(backwards)
    if match is not None:
        size = match.end()
        stop = backwards[size : size + 1]
        if stop not in _CLOSING:
            begin = start - size
            return text[begin:start], None, stop, begin
    match = _BACK.match(backwards)
    if match is None:
        return "", None, "", start
    title, run, stop = match.groups()
    return run[::-1], title and title[::-1], stop, start - match.end(2)


class Heads(dict[str, Said]):
    """What runs of words before a number say: `heads[run]` is (">=", 达到, 雇员到岗率) for 确保雇员到岗率达到.

    The same names stand in row after row and filing after filing. The memory is bounded: when it is full it is emptied.
    """

    def __init__(self, *, people: bool, rate: bool, leads: bool, closed: bool = False) -> None:
        """Remember what stands before quantities of people, before rates, before units with their noun behind.

        Args:
            people: whether the unit counts people.
            rate: whether it is one of rates.
            leads: whether what it counts may stand behind it.
            closed: whether a mark stands there, and nothing that could be counted.
        """
        super().__init__()
        self._people, self._rate, self._leads, self._closed = people, rate, leads, closed

    def __missing__(self, run: str) -> Said:
        """Read a run not seen before."""
        if len(self) >= _MOST:
            self.clear()
        found = self[run] = self._read(run)
        return found

    def _read(self, run: str) -> Said:
        sign, word = None, ""
        if run[-1] in SIGNS:
            # 满意度≥
            _, found, _, noun, own = self[run[:-1]]
            sign, _ = bounds.before(run, 0, len(run))
            return (noun != "" and sign != "~", sign, run[-1], noun, own) if found is None else _UNTOLD
        if run[-1] in bounds.LAST:
            sign, begin = bounds.before(run, 0, len(run))
            if sign is not None:
                run, word = run[:begin], run[begin:]
                if begin + len(word) >= WINDOW:
                    return False, sign, word, "", None
        if sign is None and not bounds.FAR_HINTS.isdisjoint(run) and bounds.far(run)[0] is not None:
            return _UNTOLD
        noun = head_of(run, self._people, self._rate) if len(run) > 1 else ""
        alone = noun != "" and noun[-1] != "的" and noun[-1] not in POINTING and not is_grade(noun)
        others = run[-1:] not in _WITH_OBJECT and run[-2:] not in _HAPPENING
        sure = alone and (certain(noun, run) if self._leads else others)
        sure = sure or (self._closed and alone and noun not in verbs().place and noun not in verbs().head)
        return sure and sign != "~", sign, word, noun if sure else "", noun

    def before(self, text: str, backwards: str, left: int, start: int) -> Before:
        """Return what the words before a number say.

        Args:
            text: the whole text.
            backwards: the same from its end.
            left: characters before this offset belong to the quantity before.
            start: where the number begins.
        """
        size = len(text)
        limit = size - (left if start - left < WINDOW else start - WINDOW)
        sign, word, begin = None, "", start
        if start > left and text[start - 1] in _BETWEEN:
            while begin > left and text[begin - 1] in _BLANKS:
                begin -= 1
            if begin > left and text[begin - 1] in SIGNS:
                sign, begin = bounds.before(text, left, start)
                word = text[begin:start].strip()
                while begin > left and text[begin - 1] in _BLANKS:
                    begin -= 1
        match = RUN.match(backwards, size - begin, limit)
        if match is None:
            stop = text[begin - 1] if begin > left else ""
            if stop in REACHING or start - begin > _FAR_APART:
                return _NOTHING
            return sign, word, "", False, ("", stop, begin)
        at = match.end()
        stop = backwards[at] if at < limit else ""
        if stop in _CLOSING:
            match = _QUOTING.match(backwards, size - begin, limit)
            at = match.end() if match is not None else at
            stop = backwards[at] if at < limit else ""
        run = text[size - at : begin]
        if stop:
            # The end of a code is no part of the name.
            apart = stop in _CLOSING or (stop in "-－" and run[0].isdecimal())
        else:
            apart = (begin < start and size - at > left) or (left > 0 and run[0] in AFTER_QUANTITY_FIRST)
        if apart:
            return _NOTHING
        _, found, its, noun, own = self[run]
        if sign is not None and found is not None:
            return _NOTHING
        if its:
            run = run[: -len(its)]
            if not run and (not stop or stop in REACHING):
                # Nothing but a comparator: what stands before it may be a bracket, a title or the end of another word.
                return _NOTHING
        if sign is None:
            sign, word = found, its
        return sign, word, own, noun != "", (run, stop, size - at)


def certain(own: str, run: str) -> bool:
    """Return True if what stands before is a noun, and not a place, a verb, or what leads to the noun behind."""
    known = verbs()
    if run[-1:] in _PLACED_LAST and _PLACED.search(run):
        # 城东三座泵站, 区属28家单位, 指挥中心及7个消防站, 对全区1240家企业: what is counted stands behind.
        return False
    # 项目分4个标段: what it is divided into stands behind.
    led = (
        own[-1] in "的内等"
        # 应对了6次强降雨, 仍有3家企业: the object stands behind.
        or run[-1:] in _WITH_OBJECT
        or run[-2:] in _HAPPENING
        # 排查出9起纠纷, 还破获两起积案
        or (run[-1:] == "出" and run[-2:] not in _OUT)
        or (len(own) == _VERB and len(run) - _VERB in _ADVERB and run.startswith(_ADVERBS))
        or (run[-1:] == "分" and own[-1] != "分")
        or own in known.bare
        or run[-2:] in known.parting
        or own[-2:] in known.hard
    )
    if own[0] in known.place_first and own.startswith(known.place):
        # 为全县在校学生1200名免除学杂费: those of the place.
        return not led and own.endswith(words("people")) and run[:1] in _FOR
    return not led


def is_grade(noun: str) -> bool:
    """Return True if a noun names a grade and nothing that is graded: 省级, 二类, 四星级."""
    return noun[-1:] in _GRADE_LAST and _GRADE_ALONE.fullmatch(noun) is not None


def is_payer(grade: str, kind: str) -> bool:
    """Return True if a grade says who pays: 中央0.8万元、省级0.4万元."""
    return kind == "money" and grade[-1] == "级" and grade[0] in _LEVELS


def with_grade(noun: str, grade: str) -> str | None:
    """Return a name with another grade at its end (补助按省级2万元、市级1万元), None if it ends with no grade."""
    found = _LAST_GRADE.search(noun)
    return noun[: found.start()] + grade if found is not None else None


def of_grade(grade: str, noun: str) -> str:
    """Return the name of what has a grade, told by what the quantity before is of, whatever grade that has."""
    return grade + _OTHER_GRADE.sub("", noun, 1)


MEMORIES = {
    (people, rate, leads, closed): Heads(people=people, rate=rate, leads=leads, closed=closed)
    for people in (False, True)
    for rate in (False, True)
    for leads in (False, True)
    for closed in ((False, True) if leads else (False,))
}
