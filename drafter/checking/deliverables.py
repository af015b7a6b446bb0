"""The lists of things to deliver in a goal text: 包括甲模块、乙模块、丙模块; 1.甲 2.乙 3.丙."""

from __future__ import annotations

import re
from typing import NamedTuple

from drafter.language.patterns import lazy

_INTRO = lazy(
    r"(?:包括|包含|涵盖|分为|分别为|有以下|内容为|内容有|主要有|即)[:：]?",
    needs=("包", "涵盖", "分为", "分别为", "有", "内容为", "即"),
)
_NUMBER = lazy(r"(?:^|(?<=[:：、,，;；。\s]))[（(]?(\d{1,2})[)）.．、](?!\d)")
_STOP = lazy(r"[。；;\n]")
_ITEM_END = lazy(r"[、；;。，,\n]", needs="、；;。，,\n")
_COMMA = lazy("[，,（(]")
_CLAUSE_END = lazy(r"[，,（(。；;\n]")
_FAR = 400
"""Characters in which a list ends."""
_MADE = lazy(
    r"建设|新建|建成|改造|升级|安装|新装|加装|购置|采购|添置|配置|更换|更新|增设|新增|布设|搭建|开发|编制|编印|编写|制作|修缮|修复|整修|铺设|种植|拍摄"
)
"""What a task of its own number makes; 开展巡查 and 做好服务 are duties."""
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
        stop = _STOP.search(text, intro.end(), intro.end() + _FAR)
        limit = min(stop.start() if stop else len(text), intro.end() + _FAR)
        # 包括：1.甲；2.乙；3.丙: the numbers go on where the clause ends.
        numbered = _NUMBER.match(text, intro.end()) and _numbered(text, intro.end(), min(len(text), intro.end() + _FAR))
        spans = numbered or _enumerated(text, intro.end(), limit)
        if spans and ("等" in text[spans[-1][0] : spans[-1][1]] or text.startswith("等", spans[-1][1])):
            # 包括演出、展览、讲座等活动 gives examples, not a list to be held to.
            continue
        things = [(start, stop) for start, stop in spans if _is_thing(text[start:stop])]
        if len(things) >= _FEWEST and len(things) == len(spans):
            end = things[-1][1]
            found.append(DeliverableList(tuple(text[start:stop] for start, stop in things), (intro.start(), end)))
    tasks, begin = _tasks(text) if not found else ([], 0)
    if len(tasks) >= _FEWEST and all(_is_thing(text[start:stop]) for start, stop in tasks):
        found.append(DeliverableList(tuple(text[start:stop] for start, stop in tasks), (begin, tasks[-1][1])))
    return found


def _numbered(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """1.甲；2.乙；3.丙: the numbers must run from 1; an item ends with its clause."""
    marks = list(_NUMBER.finditer(text, start, limit))
    run = next((at for at, mark in enumerate(marks) if int(mark[1]) != at + 1), len(marks))
    spans: list[tuple[int, int]] = []
    for at, mark in enumerate(marks[:run]):
        stop = marks[at + 1].start() if at + 1 < run else limit
        end = _CLAUSE_END.search(text, mark.end(), stop)
        spans.append(_trimmed(text, mark.end(), end.start() if end else stop))
    return spans


def _tasks(text: str) -> tuple[list[tuple[int, int]], int]:
    """A goal that is itself a numbered list of things to make, from its first number."""
    first = _NUMBER.search(text)
    if first is None or int(first[1]) != 1:
        return [], 0
    spans = _numbered(text, first.start(), len(text))
    return (spans, first.start()) if all(_MADE.search(text[start:stop]) for start, stop in spans) else ([], 0)


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
