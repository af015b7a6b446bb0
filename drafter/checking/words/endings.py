"""Whether a text stops in the middle of something."""

from __future__ import annotations

import re

from drafter.checking.words.lexicon import any_of

_WINDOW = 400
"""Only so much of the end of a text is looked at, however long it is."""

_TAGS = re.compile(r"(?:\s*<[^<>]{1,80}>)+\s*$")
_FINAL = re.compile(r"[。！？!?.…；;]\s*[”’）)】」》]*$|[”’）)】」》]$")
_OPEN = re.compile(rf"[，,、：:（(“《【〔]$|{any_of('open-end')}$")
_WORD = re.compile(rf"{any_of('word-end')}$")
# A name may well end in 对 or 以 (数据比对, 考核可以); only marks and conjunctions tell there.
_OPEN_NAME = re.compile(r"(?:[，,、：:（(“《【〔]|以及|和|与|及|或|的)$")
_BARE_NUMBER = re.compile(r"(?<![\d.年第])\d+(?:\.\d*)?$")
_QUANTITY = re.compile(r"(?:\d\s*(?:[%％‰]|[一-鿿]{1,4})|以上|以下|以内|左右)$")
# After a comma one or two characters are no clause; after 、 two are a word (教育、管理、监督).
_STUB = re.compile(r"(?<=[，；：,;:])\s*[一-鿿]{1,2}$|(?<=、)[一-鿿]$")


def body(text: str) -> str:
    """The text without white space and program markup at its end."""
    stripped = text.rstrip()
    kept, end = stripped[:-_WINDOW], stripped[-_WINDOW:]
    return (kept + _TAGS.sub("", end)).rstrip()


def is_final(text: str) -> bool:
    """The text ends with a full stop or a closing mark."""
    return _FINAL.search(text[-_WINDOW:]) is not None


def breaks_off(text: str) -> int | None:
    """Where a sentence is left unfinished: at a comma, a preposition, a bare number, a clause of two characters."""
    at = max(0, len(text) - _WINDOW)
    end = text[at:]
    if (number := _BARE_NUMBER.search(end)) is not None:
        return at + number.start()
    if (found := _OPEN.search(end)) is not None and not _WORD.search(end):
        return at + found.start()
    stub = _STUB.search(end)
    return at + stub.start() if stub is not None else None


def name_breaks_off(name: str) -> bool:
    """The name of a row ends with a mark or a conjunction."""
    return _OPEN_NAME.search(name) is not None and not _WORD.search(name)


def ends_in_quantity(text: str) -> bool:
    """The text ends with a number and its unit: a sentence may well end there, with or without a full stop."""
    return _QUANTITY.search(text[-_WINDOW:]) is not None
