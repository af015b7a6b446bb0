"""Whether a text stops in the middle of something."""

from __future__ import annotations

from drafter.checking.words.lexicon import words
from drafter.language.patterns import lazy

_WINDOW = 400
"""Only so much of the end of a text is searched for markup, however long it is."""
_LAST = 24
"""The last words: what is told from the end of a sentence stands within so many characters."""

_TAGS = lazy(r"(?:\s*<[^<>]{1,80}>)+\s*$")
_FINAL = lazy(r"[。！？!?.…；;]\s*[”’）)】」》]*$|[”’）)】」》]$")
_OPEN_MARKS = ("，", ",", "、", "：", ":", "（", "(", "“", "《", "【", "〔")
# A name may well end in 对 or 以 (数据比对); only marks and conjunctions tell there.
_OPEN_NAMES = (*_OPEN_MARKS, "以及", "和", "与", "及", "或", "的")
_BARE_NUMBER = lazy(r"(?<![\d.年第])\d+(?:\.\d*)?$")
_QUANTITY = lazy(r"(?:\d\s*(?:[%％‰]|[^\W\da-zA-Z_]{1,4})|以上|以下|以内|左右)$")
# After a comma one or two characters are no clause; after 、 two are a word (教育、管理、监督).
_STUB = lazy(r"(?<=[，；：,;:])\s*[^\W\da-zA-Z_]{1,2}$|(?<=、)[^\W\da-zA-Z_]$")


def body(text: str) -> str:
    """The text without white space and program markup at its end."""
    stripped = text.rstrip()
    if not stripped.endswith(">"):
        return stripped
    kept, end = stripped[:-_WINDOW], stripped[-_WINDOW:]
    return (kept + _TAGS.sub("", end)).rstrip()


def is_final(text: str) -> bool:
    """The text ends with a full stop or a closing mark."""
    return _FINAL.search(text[-_LAST:]) is not None


def breaks_off(text: str) -> int | None:
    """Where a sentence is left unfinished: at a comma, a preposition, a bare number, a clause of two characters."""
    at = max(0, len(text) - _LAST)
    end = text[at:]
    if (number := _BARE_NUMBER.search(end)) is not None:
        return at + number.start()
    if end.endswith(_OPEN_MARKS):
        return len(text) - 1
    if end.endswith(words("open-end")) and not end.endswith(words("word-end")):
        return len(text) - max(len(word) for word in words("open-end") if end.endswith(word))
    stub = _STUB.search(end)
    return at + stub.start() if stub is not None else None


def name_breaks_off(name: str) -> bool:
    """The name of a row ends with a mark or a conjunction."""
    return name.endswith(_OPEN_NAMES) and not name.endswith(words("word-end"))


def ends_in_quantity(text: str) -> bool:
    """The text ends with a number and its unit: a sentence may well end there, with or without a full stop."""
    return _QUANTITY.search(text[-_LAST:]) is not None
