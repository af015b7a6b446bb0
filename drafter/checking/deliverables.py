"""The lists of things to deliver in a goal text: 包括甲模块、乙模块、丙模块; 1.甲 2.乙 3.丙."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.language.patterns import lazy

_INTRO = lazy(r"(?:包括|包含|涵盖|分为|分别为|有以下|内容为|内容有|主要有|即)[:：]?")
_NUMBER = lazy(r"(?:^|(?<=[:：、,，;；。\s]))[（(]?(\d{1,2})[)）.．、](?!\d)")
_STOP = lazy(r"[。；;\n]")
_ITEM_END = lazy(r"[、；;。，,\n]")
_COMMA = lazy("[，,（(]")
_LONGEST = 20
"""Characters of an item; longer ones are sentences about duties, not things."""
_FEWEST = 3
_NOT_A_THING = lazy(
    r"法|条例|办法|规定|文件|通知|意见|方案$|标准$|职责|制度$|人员$|对象$|群众$|单位$|部门$|街道|机构$|企业$|居民$|学生$|等$|[“”《》]|\d"
    r"|(?:落实|加强|确保|提高|推进|完善|强化|做好|保障|促进)"
)


class DeliverableList(NamedTuple):
    """The items of a list and the characters it takes up, from the word that introduces it."""

    items: tuple[str, ...]
    span: tuple[int, int]


def deliverable_lists(text: str) -> list[DeliverableList]:
    """The lists of at least three short noun phrases that a goal introduces by 包括 or numbers through."""
    found: list[DeliverableList] = []
    end = 0
    for intro in _INTRO.finditer(text):
        if intro.start() < end:
            continue
        stop = _STOP.search(text, intro.end())
        limit = min(stop.start() if stop else len(text), intro.end() + 400)
        spans = _numbered(text, intro.end(), limit) or _enumerated(text, intro.end(), limit)
        if spans and ("等" in text[spans[-1][0] : spans[-1][1]] or text.startswith("等", spans[-1][1])):
            # 包括演出、展览、讲座等活动 gives examples, not a list to be held to.
            continue
        things = [(start, stop) for start, stop in spans if _is_thing(text[start:stop])]
        if len(things) >= _FEWEST and len(things) == len(spans):
            end = things[-1][1]
            found.append(DeliverableList(tuple(text[start:stop] for start, stop in things), (intro.start(), end)))
    return found


def _numbered(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """1.甲、2.乙、3.丙: the numbers must run from 1."""
    marks = list(_NUMBER.finditer(text, start, limit))
    if not marks or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    ends = [mark.start() for mark in marks[1:]] + [limit]
    comma = _COMMA.search(text, marks[-1].end(), limit)
    ends[-1] = comma.start() if comma else limit
    return [_trimmed(text, mark.end(), stop) for mark, stop in zip(marks, ends, strict=True)]


def _enumerated(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """甲、乙、丙: parted by 、 up to the first comma."""
    stop = _COMMA.search(text, start, limit)
    limit = stop.start() if stop else limit
    spans: list[tuple[int, int]] = []
    for part in re.finditer("[^、]+", text[start:limit]):
        spans.append(_trimmed(text, start + part.start(), start + part.end()))
    return spans


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    while stop > start and (text[stop - 1].isspace() or _ITEM_END.match(text[stop - 1])):
        stop -= 1
    while start < stop and text[start].isspace():
        start += 1
    return start, stop


def _is_thing(item: str) -> bool:
    return 2 <= len(item) <= _LONGEST and not _NOT_A_THING.search(item)
