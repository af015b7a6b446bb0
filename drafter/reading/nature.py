"""项目性质 and 项目类别: which boxes are ticked, and which of the two fields a printed value belongs to."""

from __future__ import annotations

import re

from drafter.language.patterns import lazy
from drafter.reading.words import tidy

_NUMBERED = lazy(r"^\d{1,2}[.、．]\s*")
_TICKED = "☑☒■√✓✔✅●◉☆★▇"
_EMPTY = "□☐○◯×✗✘▢"
_INPUT = lazy(r"<input\b[^<>]{0,80}>", re.IGNORECASE)
_BOX = lazy(rf"[{_TICKED}{_EMPTY}]|\[[ xX√]?\]|[(（][√ ][)）]", needs=(*_TICKED, *_EMPTY, "[", "(", "（"))
_NATURE = lazy(r"经常性|一次性|阶段性|常年性|延续性?项目|新增|延续|中期预算试点|跨年度|当年性|年度性")
_CATEGORY = lazy(r"特定目标类|其他运转类|人员类|公用经费|运转类|专项资金|部门预算|转移支付")


def ticked(text: str) -> str:
    """The ticked choice of a cell with boxes, or the text itself where there are none.

    A box stands before its label where the cell begins with a box, else behind it. Empty where nothing is ticked.
    """
    marked = _INPUT.sub(lambda match: "☑" if "checked" in match[0].lower() else "□", text)
    parts = _BOX.split(marked)
    boxes = [_is_ticked(box[0]) for box in _BOX.finditer(marked)]
    if not boxes:
        return tidy(text)
    labels = parts[1:] if not parts[0].strip() else parts[:-1]
    chosen = [
        _NUMBERED.sub("", tidy(label).strip("、，,;；/ ")) for label, tick in zip(labels, boxes, strict=False) if tick
    ]
    return "、".join(label for label in chosen if label)


def _is_ticked(box: str) -> bool:
    return box in _TICKED or any(mark in box for mark in "xX√")


def field_of(path: str, value: str) -> str:
    """`project_nature` or `project_category`: by the value where it tells, else by the label."""
    if _NATURE.search(value):
        return "project_nature"
    if _CATEGORY.search(value):
        return "project_category"
    return "project_nature" if path == "nature" else "project_category"
