"""Printed text made comparable, and the line breaks of the carrier taken out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from drafter.language.patterns import lazy

_WIDE = lazy("[！-～]")
_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SPACE = lazy(r"[\s\u200b\u200c\u200d\ufeff\u00a0]+")
_TAG = lazy(r"</?[a-zA-Z][^<>]{0,200}>")
_LATIN_END = lazy(r"[A-Za-z0-9,.;:!?%)\]]")
_LATIN_START = lazy(r"[A-Za-z0-9(\[]")
_LETTER = lazy(r"[A-Za-z]")
_OPEN = {"“": "”", "（": "）", "(": ")", "《": "》", "〈": "〉", "[": "]", "【": "】", "‘": "’", "「": "」"}
_SCORE = lazy(r"[(（]\d{1,3}(?:[-—~～至]\d{1,3})?分?[)）]分?$")
_GROUP_BLANK = lazy("[\u00a0\u2007\u2008\u2009\u202f]")
_GROUPED = lazy(r"(?<![\d.])\d{1,3}(?:[\u00a0\u2007\u2008\u2009\u202f]\d{3})+(?!\d)")
_UNIT_BEHIND = lazy(
    r"(?P<head>.*[^(\[])[(\[]?(?:金额|货币|资金)?单位:?(?:人民币)?(?P<unit>亿元|百万元|万元|千元|元)[)\]]?",
    needs=("单位",),
)
_LABEL = 60
"""Characters of the longest text that may be a label."""
_BREAK = lazy(r"[\r\n\v\f\u2028\u2029\x85]+")


def compact(text: str) -> str:
    """The text for comparison: no white space, no markup, half-width punctuation (``（ 2020 年）`` → ``(2020年)``)."""
    return _compact_label(text) if len(text) <= _LABEL else _compacted(text)


def _compacted(text: str) -> str:
    if "<" in text:
        text = _TAG.sub("", text)
    text = _SPACE.sub("", text)
    return _WIDE.sub(lambda match: _WIDTH[match[0]], text) if _WIDE.search(text) else text


# Whether a cell is this or that label is asked ten times over.
_compact_label = lru_cache(maxsize=4096)(_compacted)


def unit_behind(text: str) -> tuple[str, str | None]:
    """A compacted title or year without the money unit of the form behind it: ``(2027年度)单位:万元``."""
    match = _UNIT_BEHIND.fullmatch(text) if len(text) <= 2 * _LABEL else None
    if match is None:
        return text, None
    head = match["head"]
    return next((head.removesuffix(one) for one in ("金额", "货币", "资金") if head.endswith(one)), head), match["unit"]


def join_lines(lines: Iterable[str]) -> str:
    """Lines of one cell as one text: nothing between Chinese characters, a space between Latin words."""
    pieces: list[str] = []
    for line in lines:
        piece = line.strip()
        if not piece:
            continue
        if pieces and _wants_space(pieces[-1][-1], piece[0]):
            pieces.append(" ")
        pieces.append(piece)
    return "".join(pieces)


def _wants_space(left: str, right: str) -> bool:
    # A number broken at the cell's edge (16,0⏎00) is one number; two words (cloud⏎server) are two.
    if not (_LATIN_END.match(left) and _LATIN_START.match(right)):
        return False
    return bool(_LETTER.match(left) or _LETTER.match(right))


def tidy(text: str) -> str:
    """The text as the author wrote it: without line breaks of the carrier and the blanks that group a number."""
    stripped = text.strip()
    if not stripped.isascii() and _GROUP_BLANK.search(stripped):
        # 3 200 with the thin blank of typesetters, which nobody puts between two numbers: 200 would be another one.
        stripped = _GROUPED.sub(lambda match: _GROUP_BLANK.sub("", match[0]), stripped)
    return join_lines(_BREAK.split(stripped)) if _BREAK.search(stripped) else stripped


def display_width(text: str) -> int:
    """Columns a text takes in half-width units: a Chinese character is two."""
    return sum(1 if ord(char) < 0x2E80 and char not in "“”‘’…—·" else 2 for char in text)


def label_text(text: str) -> str:
    """A label without the blanks that spread it over its cell and without its score (``产出 指标(40-50)分``)."""
    return _SCORE.sub("", _SPACE.sub("", text))


def unclosed(text: str) -> bool:
    """Whether a bracket or quotation mark is opened and not closed: the text goes on elsewhere."""
    waiting: list[str] = []
    for char in text:
        if char in _OPEN:
            waiting.append(_OPEN[char])
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return bool(waiting)
