"""Lists said in parallel: 苗木成活率、保存率分别达到90%和85%, where each number belongs to the name of its place."""

from __future__ import annotations

from drafter.language.data import words
from drafter.language.mention import Mention
from drafter.language.nouns import noun_of, verbs
from drafter.language.objects import OCCASIONS
from drafter.language.patterns import lazy

WORDS = ("分别", "依次")
"""What says that each number of a list belongs to the name of its place."""
_WORD = lazy("分别|依次")
_CLAUSE = lazy(r"[，。；;：:！？!?\n]|,(?![0-9]{3})")
# 普及率 and 参与率 are words.
_BETWEEN_NAMES = lazy(r"、|以及|和(?!谐|睦)|(?<![普波惠涉])及(?![时格])|(?<!参)与(?!会)")
_BETWEEN_NUMBERS = lazy(r"[ ]?(?:以[上下内]|左右)?[ ]?[、，,和及与](?:[提升]高|[上提]升|增[加长]|下降|降低|减少)?[ ]?")
_OF_QUANTITY = lazy(r"^[之以]?[前内上下后]")
# 甲、乙满意度: the head stands once, behind the last name.
_HEAD = lazy(r"(?:满意|知晓|[^\W\da-zA-Z_]{2})[率度]$")
_PRICED_HEAD = lazy(r"[^\W\da-zA-Z_]{2}(?:标准|水平)$")
_MEASURED = ("率", "度", "比", "比例", "量", "数", "标准", "水平")
_NEXT_DATE = lazy(
    rf"(?:以[上下内])?(?:[、，,；;（(](?:同?[较比]|与|其中)?|[^\W\da-zA-Z_]{{0,2}}(?:{'|'.join(words('change'))})[至到为])"
)
# 航道260公里，是1998年的1.6倍
_SINCE = lazy(r"(?:以[上下]|左右)?[，,](?:(?:同比|环比)?相?[较比]|与|这?[约已]?[是为])")
_BASE = lazy(r"[是为占]?")
WHEN = frozenset(("date", "year"))
"""The kinds behind which a verb names nothing: 其中2027年改造8座."""
_BOUNDS = frozenset((">=", "<=", ">", "<"))
_VAGUE = frozenset("余多")
_JOINS = frozenset("、和及与")
_COUNTED = frozenset(("count", "money", "measure", "duration"))
_LABEL = lazy(r"[一二三四五六七八九甲乙丙丁A-E](?:[等级类档]奖?)?$")
# （91.2%）提高2个百分点
_CHANGED_BY = lazy(r"[)），]?[^\W\da-zA-Z_]{0,6}")
_BOUNDING = frozenset(("以上", "以下", "以内"))
_BOUND = 2
_PERSONS = frozenset(("人", "名", "位"))
_DESCRIBING = frozenset(("money", "age", "measure", "duration"))
_SPELLED_OUT = frozenset(("duration", "percent"))
_JOINED = frozenset("、和与及")
_LISTED = _COUNTED | {"percent"}
_WINDOW = 80
_SENTENCE_END = lazy(r"[。；;！？!?\n]")
_CHANGED = lazy(r"(?:[同环]比|[较比](?:上年|去年)(?:同期)?|增速|增幅|降幅)?")
_RATES = frozenset(("percent", "fraction", "multiple"))


def shares(text: str, first: Mention, second: Mention) -> bool:
    """Return True if a number may share the bound or the name of the one before it where no 分别 says so."""
    gap = second.start - first.end
    beside = gap == 0 or (gap == 1 and text[first.end] == "、")
    bounded = second.comparator == "=" and first.comparator in _BOUNDS
    alike = gap == 1 and first.entity == second.entity
    unitless = gap == 1 and first.unit == "个" and second.kind in _SPELLED_OUT
    return (
        unitless
        or (beside and (bounded or alike))
        or (second.entity is None and text[first.start - 1] == "的")
        or (first.kind in WHEN and unnamed(second, first))
        or (gap == _BOUND and text[first.end : second.start] in _BOUNDING and unnamed(second, first))
    )


def distribute(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, those behind 分别 with the entity and the bound that their place in the list gives them.

    Where there are not as many names as numbers nothing is changed. Without 分别 a number that follows another at once
    shares its bound (不超过6个、24人次), and one that follows a date after such a pair its name (6月末50%、9月末75%).
    """
    mentions = _of_last(_follow(text, mentions), text)
    if WORDS[0] not in text and WORDS[1] not in text:
        return mentions
    changed, index = list(mentions), 0
    for word in _WORD.finditer(text):
        at, end = word.span()
        while index < len(changed) and changed[index].start < end:
            index += 1
        if (
            index < len(changed) - 1
            and changed[index].kind in WHEN
            and _BASE.fullmatch(text, end, changed[index].start)
        ):
            # 分别是1998年的3倍和5倍
            index += 1
        last = _last_of_list(text, changed, index)
        if last > index and not _CLAUSE.search(text, end, changed[index].start):
            names = _names(text, at, changed, index)
            if len(names) == 1 and _CHANGED.fullmatch(names[0]):
                count = last - index + 1
                # 税收突破500万元、1000万元的，分别奖励5万元、10万元: what they are stands behind 分别.
                behind = text[end : changed[index].start] if changed[index].kind == "money" else ""
                own = noun_of(behind, False, False) if behind else ""
                names = [own] * count if own else _entities_before(text, changed, index, count, at)
            _assign(changed, index, last, names)
            if len(names) == 1 and text[changed[index].end] in _JOINS:
                # 硬化率分别达到90%和70%: one name, whose parts nobody names, and one bound.
                _bound_alike(changed, index, last)
    return changed


def _bound_alike(mentions: list[Mention], first: int, last: int) -> None:
    sign = mentions[first].comparator
    if sign in _BOUNDS and _VAGUE.isdisjoint(mentions[first].text):
        for at in range(first + 1, last + 1):
            if mentions[at].comparator == "=":
                mentions[at] = mentions[at]._replace(comparator=sign)


def _respective(text: str, mentions: list[Mention]) -> list[Mention]:
    # 储备帐篷、折叠床、棉被800顶、600张、900床: as many numbers as names, each of the name of its place.
    changed, index = list(mentions), 0
    while index < len(mentions) - 1:
        last = index
        while last + 1 < len(mentions) and text[mentions[last].end : mentions[last + 1].start] == "、":
            last += 1
        units = {one.unit for one in mentions[index : last + 1]}
        if last > index and (len(units) == 1 or OCCASIONS.isdisjoint(units)):
            _assign(changed, index, last, _names(text, mentions[index].start, mentions, index))
        index = last + 1
    return changed


def _follow(text: str, mentions: list[Mention]) -> list[Mention]:
    changed = mentions
    first, listed = mentions[0], False
    for at in range(1, len(mentions)):
        second = mentions[at]
        gap = second.start - first.end
        if changed is mentions and gap > _BOUND and second.entity is not None and first.kind not in WHEN:
            first = second
            continue
        if gap == 1 and first.entity == second.entity and text[first.end] == "、":
            listed = True
        if gap < 2 and second.comparator == "=" and first.comparator in _BOUNDS and second.kind in _LISTED:
            # Only a bound that stands before the first: behind it (6个以上、24人次) it would part them; 余 is its own.
            if (gap == 0 or text[first.end] == "、") and _VAGUE.isdisjoint(first.text):
                second = second._replace(comparator=first.comparator)
                changed = _with(changed, mentions, at, second)
        elif (
            second.entity is None
            and second.kind in _RATES
            and changed is not mentions
            and changed[at - 1] is not mentions[at - 1]
            and _CHANGED_BY.fullmatch(text, first.end, second.start)
        ):
            # 预算1180万元，较2025年（1236万元）压减4.5%
            second = second._replace(entity=changed[at - 1].entity)
            changed = _with(changed, mentions, at, second)
        elif second.entity in verbs().head and changed[at - 1] is not mentions[at - 1] and second.unit == first.unit:
            # 其中2026年新建4公里、改造3公里
            second = second._replace(entity=changed[at - 1].entity)
            changed = _with(changed, mentions, at, second)
        elif (
            second.entity is None
            and first.kind == "percent" == second.kind
            and at > 1
            and text[first.start - 1] == "的"
            and _SENTENCE_END.search(text, mentions[at - 2].end, second.start) is None
        ):
            # 税收5亿元，完成年度任务的54%，同比增长24%
            second = second._replace(entity=changed[at - 2].entity)
            changed = _with(changed, mentions, at, second)
        elif first.kind in WHEN and at > 1 and unnamed(second, first):
            pair = changed[at - 2]
            if second.entity is not None and pair.entity in verbs().head:
                # 2027年维修12台，2028年采购8台: neither is named.
                pass
            elif (pair.unit == second.unit and _NEXT_DATE.fullmatch(text, pair.end, first.start)) or (
                second.kind in _RATES and _SINCE.fullmatch(text, pair.end, first.start)
            ):
                second = second._replace(entity=pair.entity)
                changed = _with(changed, mentions, at, second)
        elif gap == _BOUND and at > 1 and _some_of(text, changed[at - 2], first, second):
            whole = changed[at - 2].entity
            if first.kind == "age" and first.entity is None:
                changed = _with(changed, mentions, at - 1, first._replace(entity=whole))
            second = second._replace(entity=whole)
            changed = _with(changed, mentions, at, second)
        first = second
    return _respective(text, changed) if listed else changed


def _some_of(text: str, whole: Mention, bound: Mention, part: Mention) -> bool:
    # 项目25个，其中亿元以上3个; 老人120名，其中80岁以上45人
    same = whole.unit == part.unit or (whole.unit in _PERSONS and part.unit in _PERSONS)
    told = same and text[bound.end : part.start] in _BOUNDING and bound.kind in _DESCRIBING and unnamed(part, bound)
    return told and _SENTENCE_END.search(text, whole.end, bound.start) is None


def unnamed(one: Mention, before: Mention) -> bool:
    """Return True if nothing of its own names what a quantity is of, behind a date or a bound on it.

    其中2027年改造8座: a verb alone; 单价10万元以上4台: the name of the bound.

    Args:
        one: the quantity.
        before: the date or the bound.
    """
    return one.entity is None or (one.entity in verbs().head if before.kind in WHEN else one.entity == before.entity)


def _of_last(mentions: list[Mention], text: str) -> list[Mention]:
    # 压缩至3个、5个、4个工作日: the unit is printed once, behind the last.
    changed = mentions
    for at in range(len(mentions) - 2, -1, -1):
        first, last = mentions[at], changed[at + 1]
        short = first.unit == "个" and last.unit is not None and last.unit[0] == "个" and last.kind in _SPELLED_OUT
        if short and text[first.end : last.start] in _JOINED:
            changed = _with(changed, mentions, at, first._replace(unit=last.unit, kind=last.kind))
    return changed


def _with(changed: list[Mention], mentions: list[Mention], at: int, one: Mention) -> list[Mention]:
    changed = list(mentions) if changed is mentions else changed
    changed[at] = one
    return changed


def _last_of_list(text: str, mentions: list[Mention], first: int) -> int:
    last = first
    while last + 1 < len(mentions) and _BETWEEN_NUMBERS.fullmatch(text, mentions[last].end, mentions[last + 1].start):
        last += 1
    return last


def _names(text: str, end: int, mentions: list[Mention], before: int) -> list[str]:
    begin = max(0, end - _WINDOW)
    for stop in _CLAUSE.finditer(text, begin, end):
        begin = stop.end()
    names: list[str] = []
    for name in _BETWEEN_NAMES.split(text[begin:end]):
        # 15日内受理告知率、60日内办结率: a number inside a name is no part of it.
        size = begin + len(name)
        inside = [one.end for one in mentions[max(0, before - 4) : before] if begin <= one.start and one.end <= size]
        if inside and "较" in name[: inside[-1] - begin]:
            # 死亡人数较前三年平均分别下降5%: the number is of what it is compared with.
            name, inside = name.partition("较")[0], []
        names.append(_OF_QUANTITY.sub("", name[inside[-1] - begin :] if inside else name).strip())
        between = _BETWEEN_NAMES.match(text, size)
        begin = between.end() if between is not None else size
    return names


def _entities_before(text: str, mentions: list[Mention], first: int, count: int, at: int) -> list[str]:
    # 接待游客1280万人次，旅游收入96.5亿元，同比分别增长7.2%和9.1%: each speaks of the quantity of its place.
    before = [one for one in mentions[max(0, first - count - 1) : first] if one.kind not in WHEN][-count:]
    if len(before) < count or _SENTENCE_END.search(text, before[0].start, at):
        return []
    return [one.entity or "" for one in before]


def _assign(mentions: list[Mention], first: int, last: int, names: list[str]) -> None:
    if len(names) != last - first + 1 or not all(names):
        return
    rate = mentions[first].kind in _RATES
    nouns = [noun_of(name, False, rate) or name for name in names]
    if all(_LABEL.fullmatch(name) for name in names[1:]):
        # 助学金一、二、三等分别为3000元、2000元和1000元: grades of one thing.
        whole = _LABEL.sub("", nouns[0])
        nouns = [whole + name[:1] + names[-1][1:] for name in (nouns[0][len(whole) :], *names[1:])]
        if not whole:
            return
    head = _HEAD.search(nouns[-1]) if rate else None
    if mentions[first].kind == "money":
        # 城市和农村低保标准分别为612元和459元
        head = _PRICED_HEAD.search(nouns[-1])
    sign = mentions[first].comparator
    for at, noun in zip(range(first, last + 1), nouns, strict=True):
        one = mentions[at]
        if head is not None and not noun.endswith(_MEASURED):
            noun += head[0]
        comparator = sign if one.comparator == "=" and sign in (">=", "<=", ">", "<") else one.comparator
        mentions[at] = one._replace(entity=noun, comparator=comparator)
