"""Comparators: the words before and after a number that make it a bound or an approximation."""

from __future__ import annotations

from functools import lru_cache

from drafter.language.data import rows, words
from drafter.language.patterns import lazy

# What turns 低于, 超过 and their like round: 不得迟于, 未超过, 严禁超过.
_NEGATIONS = words("negation")
_TURNED = {"<": ">=", ">": "<="}
_COMPARED = ("于", "超过", "超出", "超", "突破", "逾")


def _signs() -> dict[str, str]:
    listed = [(word, row[0]) for row in (row.split("\t") for row in rows("comparators.tsv")) for word in row[1].split()]
    found = dict(listed)
    for word, sign in listed:
        if sign in _TURNED and word.endswith(_COMPARED):
            for negation in _NEGATIONS:
                found[negation + word] = _TURNED[sign]
    return found


_SIGN_OF = _signs()
_LEADING = {"为": "=", **_SIGN_OF}
_SIZES_DOWN = sorted({len(word) for word in _LEADING}, reverse=True)
_TRAILING = lazy(
    r"(?:[及或]|（含）|\(含\))?(?:(?P<ge>以上)|(?P<le>以内|之内|以下|内|封顶)|(?P<about>左右|上下))(?:（含）|\(含\))?$",
    needs=("以", "内", "之内", "封顶", "左右", "上下"),
)
# What may stand between the bound and its number: 不少于每年12场, 控制在合同额的30%以内.
# 高于全市平均5个百分点 is no bound.
_FAR = lazy(
    rf"(?:(?P<ge>至少|(?:{'|'.join(_NEGATIONS)})(?:[低少小短早]于))"
    rf"|(?P<le>控制在|至多|最多|(?:{'|'.join(_NEGATIONS)})(?:超过|超出|突破|[高多大长晚迟]于)|最高(?=[额限][度额]为?$))"
    r"|(?P<lt>不足|不到)|(?P<about>约占(?=[^\W\da-zA-Z_]*的$)))[^\W\da-zA-Z_]{1,10}$"
    r"|(?:(?P<ge2>达到)|(?P<lt2>低于|少于)|(?P<gt2>超过|高于|多于))"
    r"(?:[^\W\da-zA-Z_]{0,8}的|了|每[^\W\da-zA-Z_]{1,3}|[年月日]?[人户亩]均|平均|年均|月均|全年|总计|共计|人民币)+$"
)
_DESCRIBED = lazy(
    r"(?:达到|低于|少于|超过|高于|多于)[^\W\da-zA-Z_]{0,6}(?:标准线?|条件|要求|年限|寿命|资格|等级|[一二三甲乙丙]级|规模)以?[上下]?的$"
)
FAR_HINTS = frozenset("不至最控未达于超突别禁约")
_REACHED = frozenset("至到")
# 12个多功能厅: 多 begins a word.
_AFTER = lazy(
    r"[ ]?(?:[及或]|（含[^（）]{0,6}）|\(含[^()]{0,6}\)|\(不含[^()]{0,6}\)|（不含[^（）]{0,6}）)?"
    r"(?:(?P<ge>以上)|(?P<le>以内|之内|范围[之以]?内|以下(?!简|几|称|内容|问题|方面|列)|之下)|(?P<within>内(?![部容控地设涵参外置页存在资科镜聚环陆]))"
    r"|(?P<about>左右|上下(?!班|游|级|联|楼|车|浮|波)|附近)|(?P<more>[余多](?![项个次家名种元样方媒数部胎]|功能|层|式联|发[病伤性]|语[种言]|光谱|旋翼|声道|参数|通道|用[途户]|民族|学科|普勒|晶|肉|彩|动症|器官|终端|屏)|有余|强(?![^\W\da-zA-Z_]))"
    r"|(?P<less>弱(?![^\W\da-zA-Z_]))|(?P<top>封顶(?![ ]?[0-9０-９])|为(?:上限|最高|限(?![^\W\da-zA-Z_])))"
    r"|(?P<from>为下限|保底|起(?![^\W\da-zA-Z_])))"
)
# 覆盖10个街镇以上: the classifier's noun stands between.
_AFTER_NOUN = lazy(r"[^\W\da-zA-Z_]{1,6}?(?:(?P<ge>以上)|(?P<le>以内|以下)|(?P<about>左右))(?![^\W\da-zA-Z_])")
_SIGNS = {"ge": ">=", "le": "<=", "within": "<=", "lt": "<", "gt": ">", "about": "~", "more": ">", "less": "<"}
_SIGNS.update({"top": "<=", "from": ">="})
_BLANKS = frozenset(" \u3000\xa0￥¥")
AFTER = frozenset("以及或（(之内左上附余多有范强弱封保起为 ")
_OPENING = frozenset("（( ")
# 或以下内容, and （含本数及退休人员） before it
_LONGEST, _BRACKETED = 5, 15


def _sizes_by_last_characters() -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in _SIGN_OF:
        found.setdefault(word[-2:], set()).add(len(word))
    for end, sizes in found.items():
        if end[-1] in found:
            sizes.add(1)
    return {end: tuple(sorted(sizes, reverse=True)) for end, sizes in found.items()}


# A single character is a comparator unless it ends a longer word: 签约12家, 下达20万元, 附近3公里.
_PART_OF = {word[0]: word[1:] for word in words("comparator-part-of")}
# How long the words are that end with two characters, the longest first: 低于 ends 不低于 and 低于; and those of one.
_SIZES = _sizes_by_last_characters()
LAST = frozenset(end[-1] for end in _SIZES) | _BLANKS
"""The characters a comparator before a number may end with, blanks included: behind any other, none stands."""


def before(text: str, left: int, start: int) -> tuple[str | None, int]:
    """Return the comparator that stands right before ``start`` (None if none does) and where its words begin.

    Args:
        text: the whole text.
        left: characters before this offset belong to somebody else.
        start: where the number begins.
    """
    if start <= left:
        return None, start
    at, last = start, text[start - 1]
    while last in _BLANKS:
        at -= 1
        if at <= left:
            return None, start
        last = text[at - 1]
    for size in _SIZES.get(text[at - 2 : at]) or _SIZES.get(last, ()):
        begin = at - size
        sign = _SIGN_OF.get(text[begin:at]) if begin >= left else None
        if sign is not None:
            if size == 1 and begin and text[begin - 1] in _PART_OF.get(last, ""):
                break
            return sign, begin
    return None, start


# Asked once for each number whose words hold one of FAR_HINTS; the same words come again.
@lru_cache(maxsize=4096)
def far(run: str) -> tuple[str | None, int]:
    """Return the comparator inside the words before a number (不低于合同额的) and where its words begin in them."""
    # 最多跑一次事项扩至: what the number is reached by is no bound of it.
    match = _FAR.search(run) if run[-1] not in _REACHED else None
    if match is not None and match.lastgroup is not None:
        return _SIGNS[match.lastgroup.rstrip("2")], match.start()
    return None, len(run)


def describes(run: str, begin: int) -> bool:
    """Return True if a comparator inside the words before a count bounds what is counted: 达到甲级标准的60所.

    Args:
        run: the words before the number.
        begin: where the comparator begins in them.
    """
    return _DESCRIBED.match(run, begin) is not None


def after(text: str, end: int, *, within: bool) -> tuple[str | None, int]:
    """Return the comparator that stands right after ``end`` (None if none does) and where its words end.

    Args:
        text: the whole text.
        end: where the unit ends.
        within: whether a single 内 bounds (5日内); after a classifier it begins a word (3家内设机构).
    """
    first = text[end : end + 1]
    if first not in AFTER:
        return None, end
    # No comparator reaches beyond so many characters, but for a bracket or a blank before it.
    group, size = _behind(text[end : end + (_BRACKETED if first in _OPENING else _LONGEST)])
    return (None, end) if not group or (group == "within" and not within) else (_SIGNS[group], end + size)


@lru_cache(maxsize=2048)
def _behind(words: str) -> tuple[str, int]:
    match = _AFTER.match(words)
    return (match.lastgroup or "", match.end()) if match is not None else ("", 0)


def after_noun(text: str, end: int) -> str:
    """Return the comparator that follows the noun of a classifier (10个街镇以上), ``=`` if none does."""
    # A noun of six characters, the bound, and what goes on behind it.
    window = text[end : end + 9]
    if "以" not in window and "左" not in window:
        return "="
    match = _AFTER_NOUN.match(window)
    return _SIGNS[match.lastgroup] if match is not None and match.lastgroup is not None else "="


def leading(text: str) -> tuple[str | None, int]:
    """Return the comparator a text begins with (None if it begins with none) and where its words end."""
    word = next((text[:size] for size in _SIZES_DOWN if text[:size] in _LEADING), "")
    return (_LEADING[word], len(text) - len(text[len(word) :].lstrip())) if word else (None, 0)


def trailing(text: str) -> tuple[str, str | None]:
    """Return a text without the comparator it ends with (件以上 → 件) and that comparator, or None."""
    match = _TRAILING.search(text)
    if match is None or match.lastgroup is None:
        return text, None
    return text[: match.start()].rstrip(), _SIGNS[match.lastgroup]
