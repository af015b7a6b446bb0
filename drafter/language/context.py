"""The comparator and the entity of a quantity: what the words before and after it say about it."""

from __future__ import annotations

from drafter.language import bounds
from drafter.language.entity import chosen, entity_of
from drafter.language.heads import certain, words_before
from drafter.language.mention import Mention
from drafter.language.nouns import people_in, verbs
from drafter.language.objects import object_behind
from drafter.language.unit_reading import Entry

_AMOUNTS = frozenset("额算价费积量数款金")
_REACHED = frozenset(("达", "达到"))
# 每户最高奖励3万元: the bound ends with what is paid.
_PAID = frozenset(("最高奖励", "最高补助", "最高补贴", "最高资助"))
_HIGHEST = 2
_ASKED = frozenset(("age", "fraction"))
_SPANS = ("寿命", "龄")
_WEAK_BEFORE = frozenset(("达", "达到", "控制在", "控制到", "限制在"))


def context(
    text: str,
    backwards: str,
    start: int,
    end: int,
    entry: Entry,
    unit: str | None,
    previous: Mention | None,
    vague: bool = False,
    ranged: bool = False,
) -> tuple[str, str | None]:
    """Return the comparator and the entity of the quantity at ``start``..``end``.

    Args:
        text: the whole text.
        backwards: the same from its end.
        start: where the number begins.
        end: where the unit ends.
        entry: the unit as read.
        unit: the unit as reported.
        previous: the quantity before it in the text.
        vague: whether 余 or 多 stands in it.
        ranged: whether it is a range.
    """
    left = previous.end if previous is not None else 0
    sign, word, own, sure, around = entry.heads.before(text, backwards, left, start)
    if own is None:
        return beside(text, start, end, entry, unit, previous, vague, ranged)
    return told(text, start, end, entry, unit, previous, sign, word, own, sure, around, vague, ranged)


def told(
    text: str,
    start: int,
    end: int,
    entry: Entry,
    unit: str | None,
    previous: Mention | None,
    sign: str | None,
    word: str,
    own: str,
    sure: bool,
    around: tuple[str, str, int],
    vague: bool = False,
    ranged: bool = False,
) -> tuple[str, str | None]:
    """Return the same as :func:`context` from what the words before the number say (:meth:`Heads.before`)."""
    kind = entry.kind
    follows, finish = None, end
    following = text[end : end + 1]
    if following in bounds.AFTER:
        follows, finish = bounds.after(text, end, within=entry.within)
        if finish > end and entry.leads_bounded and not entry.leads:
            sure = len(own) > 0 and certain(own, around[0])
    if sure and kind == "money" and "一" <= text[finish : finish + 1] <= "鿿":
        entity = object_behind(text, finish, own, entry) or own
    elif (
        sure
        and kind not in _ASKED
        and not (entry.leads if finish == end else entry.leads_bounded)
        and text[finish : finish + 1] != "的"
    ):
        # What `chosen` would say, without asking: most names stand right before their number.
        entity = own
    else:
        entity = chosen(text, own, sure, around, finish, entry, unit, finish > end, previous)
    if ranged:
        comparator = "range"
    elif vague or (sign is not None and (follows is not None or word == "近")):
        comparator = bound(text, start, end, kind, sign, word, follows, vague)
    else:
        # Most have one comparator or none.
        comparator = sign or follows
        if comparator is None:
            comparator = bounds.after_noun(text, end) if kind == "count" and following >= "一" else "="
    if kind == "money" and not own and word in _PAID:
        entity = word[_HIGHEST:]
    return comparator, _aged(entity) if entity is not None and kind == "age" else entity


def beside(
    text: str,
    start: int,
    end: int,
    entry: Entry,
    unit: str | None,
    previous: Mention | None,
    vague: bool = False,
    ranged: bool = False,
) -> tuple[str, str | None]:
    """Return the same as :func:`context` where the words before the number do not name its noun beyond doubt."""
    left = previous.end if previous is not None else 0
    kind = entry.kind
    sign, begin = bounds.before(text, left, start) if start and text[start - 1] in bounds.LAST else (None, start)
    before = words_before(text, left, begin)
    if sign is None and not bounds.FAR_HINTS.isdisjoint(before[0]):
        sign, cut = bounds.far(before[0])
        if sign is not None and kind == "count" and bounds.describes(before[0], cut):
            # 达到甲级标准的60所: those that do.
            sign, cut = None, len(before[0])
        run, between = before[0][:cut], before[0][cut:]
        if not run and between and between[-1] in _AMOUNTS:
            # 不超过预算金额48.6万元: the name of the amount stands between.
            run = between[bounds.leading(between)[1] :]
        elif sign is not None and entry.people and "一" <= text[end : end + 1] <= "鿿" and _verb_in(between):
            # 每名护理员最多照护8位老人: the verb stands between, and who is counted behind.
            run = ""
        before = (run, *before[1:])
    follows, finish = None, end
    if text[end : end + 1] in bounds.AFTER:
        follows, finish = bounds.after(text, end, within=entry.within)
    entity = entity_of(text, before, finish, entry, unit, finish > end, previous)
    if kind == "money" and before[0] == "" and text[begin:start].strip() in _PAID:
        entity = text[begin:start].strip()[_HIGHEST:]
    if entity is not None and kind == "age":
        entity = _aged(entity)
    return bound(text, start, end, kind, sign, text[begin:start].strip(), follows, vague, ranged), entity


def _verb_in(between: str) -> bool:
    pair = between[bounds.leading(between)[1] :][:2]
    return pair in verbs().parting or pair in verbs().soft


def _aged(noun: str) -> str:
    # 居民期望寿命为79岁 is what is measured; 60岁 of 失能老人 those that are so old.
    return noun if noun.endswith(_SPANS) else people_in(noun)


def bound(
    text: str,
    start: int,
    end: int,
    kind: str,
    sign: str | None,
    word: str,
    follows: str | None,
    vague: bool,
    ranged: bool = False,
) -> str:
    """Return the comparator of a quantity from the one before it and its words, the one behind it, 余 and a range."""
    if vague and sign is None and "来" in text[start:end]:
        # 十来个 may be fewer than ten.
        sign, vague = "~", False
    if sign is not None or follows is not None or vague or ranged:
        if word == "近" and text.endswith(("小时", "分钟"), start, end):
            # 近4000小时 is about so many; 近三年 are the last three.
            kind = ""
        return _comparator(kind, sign, word, follows, vague, ranged)
    return bounds.after_noun(text, end) if kind == "count" and text[end : end + 1] >= "一" else "="


def _comparator(kind: str, sign: str | None, word: str, follows: str | None, vague: bool, ranged: bool) -> str:
    """Return the comparator of what stands before and after: a bound wins over 约, 以内 over 达到."""
    if ranged:
        return "range"
    if vague and follows is None and word in _REACHED:
        # 受益群众达500余人: more than the round number that is reached.
        return ">"
    if sign == "~" and kind == "duration" and word == "近":
        # 近三年 are the last three years, not about three.
        sign = None
    if follows is not None and (follows != "~" or word.startswith("控制")) and word in _WEAK_BEFORE:
        return follows
    if sign is not None and sign not in "~=":
        return sign
    if follows is not None and follows != "~":
        return follows
    if sign == "~" or follows == "~":
        return "~"
    return ">" if vague else "="
