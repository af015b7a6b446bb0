"""Where a line is a cell, a blank cell leaves no trace: what the words of a line say of the cell it can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from drafter.language.patterns import lazy
from drafter.reading.align import looks_like_number, looks_like_sign, looks_like_value
from drafter.reading.columns import Column
from drafter.reading.levels import Style
from drafter.reading.tokens import Token
from drafter.reading.words import compact, display_width

_NAME = lazy(r"..(?:率|情况|数量|人数|人次|次数|件数|满意度|知晓度|感受度|覆盖面|数额|金额)$")
_PAST = lazy(r"(?:上年|去年|上一年|前年|历史|近.年|前.年).*(?:值|水平|数|情况)$")
_MEASURED = lazy(r"(?:率|数|数量|人次|次数|场次|面积|里程|满意度|比例|占比|成本|金额|费用)(?:\([^()]{1,6}\))?$")
_QUALITY = lazy(
    r"[提升升增扩]|下降|降低|减少|改善|改进|优化|稳|持续|逐|明显|显著|有效|良|优|好|不断|健全|及时|完[善成备整]|规范|合格|达标|保[持障证]"
    r"|长期|无|零|足额|按[时期质要规标]|全部|全覆盖|较|达到|不[低少高超]"
)
_NUMBERED = lazy(r"\d{1,2}[.、．](?!\d)")
_VALUES = lazy(r"(?:值|水平|数)$")
_SCORING = lazy(r"[扣得计加减]\s*\d+(?:\.\d+)?\s*分|不得分|得满分|比例(?:得|扣|计)分")
# 参与, 普及, 核对, 总和 are words to their end.
_OPEN_END = lazy(r"(?:[的、（(“]|(?<![参赠])与|(?<![普涉])及|(?<![核应结校面])对|(?<![总调温饱])和)$")
_TAIL = lazy(
    r"[性率数量度额]|数量|人数|人次|次数|件数|套数|个数|份数|场次|面积|金额|比例|程度|情况|时间|天数|标准|满意度|覆盖率|达标率"
)


_REST = 3
_FEWEST_BROKEN = 2


def wraps(above: str, below: str) -> bool:
    """Whether the wording of two lines says that they are one name: …居民对 over 消防工作满意度, …装备 over 套数."""
    return _OPEN_END.search(compact(above)) is not None or _TAIL.fullmatch(compact(below)) is not None


def is_part(name: str) -> bool:
    """Whether a name is but the beginning or the end of one (…居民对, 套数)."""
    word = compact(name)
    return _OPEN_END.search(word) is not None or _TAIL.fullmatch(word) is not None


def broken_width(tokens: Sequence[Token], style: Style) -> int | None:
    """The width at which names are broken; None where no full line has a few characters between it and a value.

    Case: 设备一次验收通, 过率, 100% and 村民就近就医比, 例, ≥80% among other names of seven characters.
    """
    words = [token.text for token in tokens if not style.roles(token.text) and not looks_like_value(token.text)]
    common = Counter(map(display_width, words)).most_common(1)
    found = [
        above
        for above, rest, value in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if looks_like_value(value.text)
        and len(compact(rest.text)) <= _REST
        and not style.roles(rest.text)
        and not any(map(looks_like_value, (rest.text, above.text)))
        and common[0][0] == display_width(above.text)
    ]
    return common[0][0] if len(found) >= _FEWEST_BROKEN else None


def leaves_text_out(placed: Sequence[tuple[Column, Sequence[Token]]], columns: Sequence[Column]) -> bool:
    """Whether a row lacks words in front of a cell it has: what is taken for its name may be those words."""
    taken = {column.start for column, _ in placed}
    last = max(taken, default=-1)
    texts = (column for column in columns if column.kind in ("other", "note") and not _VALUES.search(column.head))
    return any(column.start not in taken and column.start < last for column in texts)


def stray_value(name: str, placed: Sequence[tuple[Column, Sequence[Token]]], columns: Sequence[Column]) -> bool:
    """Whether what stands as the value of a row may be another cell, its own being blank, which leaves no trace.

    That is last year's value or the weight where one of them is missing, a remark or the next name where the indicator
    counts something, and a unit behind a sign.
    """
    taken = {column.start for column, _ in placed}
    value = next((tokens[0].text for column, tokens in placed if column.kind == "value"), None)
    if value is None:
        return False
    blank = [column for column in columns if column.start not in taken]
    if any(column.kind == "other" and _VALUES.search(column.head) for column in blank):
        return True
    if not looks_like_value(value):
        signed = any(column.kind == "sign" and looks_like_sign(tokens[0].text) for column, tokens in placed)
        return signed or is_remark(value, name)
    return looks_like_number(value) and any(column.kind == "weight" for column in blank)


def is_remark(text: str, name: str) -> bool:
    """Whether words behind a name are hardly its value: a rule of scoring, or no quality where something is counted."""
    word = compact(text)
    if scores(word) or _NUMBERED.match(word):
        return True
    told = any(char.isdigit() for char in word) or _QUALITY.search(word) is not None
    return not told and _MEASURED.search(compact(name)) is not None


def scores(text: str) -> bool:
    """Whether words are a rule of scoring (每少10套扣1分)."""
    return _SCORING.search(compact(text)) is not None


def is_past(head: str) -> bool:
    """Whether a column holds values of another year (上年完成值, 历史值)."""
    return _PAST.search(head) is not None


def reads_like_name(text: str) -> bool:
    """Whether a text without number reads like the name of an indicator (…率, …情况, …数量), not like a value."""
    word = compact(text)
    return _NAME.search(word) is not None or (_MEASURED.search(word) is not None and not any(map(str.isdigit, word)))
