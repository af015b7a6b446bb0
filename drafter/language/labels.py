"""Labels that own the digits behind them: 附件2, 表3, 编号 5."""

from __future__ import annotations

from drafter.language.patterns import lazy

# 存栏500头 is no column of a form.
_LABELS = lazy(r"(?:附件|附表|附图|附录|表|图|编号|序号|代码|型号|步骤|(?<![存出])栏|注|邮编)[ ]?$")
LABEL_LAST = frozenset("件表图录号码骤栏注编\n") | {""}
"""The last characters of labels, those of the line before, and the empty one before the beginning of the text."""
_LABELLING = LABEL_LAST | {" "}
_LABELLED = lazy(r"[^\W\da-zA-Z_]{2}")


def numbers_line(text: str, start: int) -> bool:
    """Return True if a label owns the number, or the number begins a line (1处理… is a list)."""
    # 附件2部门预算: the 2 belongs to the label.
    return start == 0 or text[start - 1] == "\n" or _behind_label(text, start)


def labelled(text: str, start: int, unit_start: int) -> bool:
    """Return True if a label owns the number (表3项目支出) and a word, not a classifier, follows it."""
    return _behind_label(text, start) and _LABELLED.match(text, unit_start) is not None


def _behind_label(text: str, start: int) -> bool:
    return text[start - 1 : start] in _LABELLING and _LABELS.search(text, max(0, start - 4), start) is not None
