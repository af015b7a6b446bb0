"""Parts of a whole and ratios: 三分之二, 百分之五, 百分之三至百分之五, 1:1.5."""

from __future__ import annotations

from decimal import Decimal

from drafter.language.mention import Phrase, Read
from drafter.language.numerals import chinese_value, fold_digits
from drafter.language.patterns import lazy
from drafter.language.scan import ARABIC, DIGIT, HAN, Numeral, second_number
from drafter.language.unit_reading import unit_of

DASH = lazy(r"(?:（不?含）|\(不?含\))?[ ]?(?:[-－–—~～〜]{1,2}|至|到)[ ]?")
"""Between the two ends of a range."""
_FRACTION = lazy(rf"分之[ ]?(?P<up>百|[{HAN}]++(?:点[{HAN}]++)?|[{DIGIT}]++(?:[.．][{DIGIT}]++)?)")
_PARTS = {"百": "%", "千": "‰", "万": "‱"}
_RATIO = lazy(rf"[:：∶][ ]?(?P<to>[{DIGIT}]++(?:\.[{DIGIT}]++)?)(?![{DIGIT}%％:：∶.])")
_RATIO_WORD = lazy(r"配?比|配套|倍率|率为")
# 1:500地形图.
_SCALE = lazy(r"[ ]?(?:比例|地形|地图|测图|影像|航|正射|数字|基础|的?图|成图|万)")
# The format of a picture: 16:9显示屏.
_SCREENS = frozenset(("16:9", "16:10", "21:9"))
_SCREEN = lazy(r"[屏幕]|画面|显示|投影|分辨率")
_COLONS = frozenset(":：∶")


def fraction(text: str, start: int, end: int) -> Read | None:
    """Return the part of a whole whose lower number stands between two offsets, or None."""
    match = _FRACTION.match(text, end)
    up = _part(match["up"]) if match is not None else None
    if match is None or up is None:
        return None
    printed = text[start:end]
    unit = _PARTS.get(printed)
    if unit is None:
        down = _part(printed)
        if down is None or not down.isdecimal() or not down.strip("0"):
            return None
        return Phrase(start, match.end(), f"{up}/{down}", None, "fraction", f"{up}/{down}", 1)
    entry = unit_of(unit)
    dash = DASH.match(text, match.end())
    if dash is not None:
        # 百分之三至百分之五, 百分之三至五.
        repeated = text.startswith(printed + "分之", dash.end())
        second = second_number(text, dash.end() + (len(printed) + 2 if repeated else 0))
        to, high, factor, _, _ = second or (0, "", 0, False, False)
        if factor == 1 and "~" not in high and Decimal(up) < Decimal(high):
            digits = f"{up}~{high}"
            return Phrase(start, to, digits, unit, "percent", digits, 1, ranged=True, entry=entry)
    return start, match.end(), up, unit, "percent", up, 1, False, False, entry


def _part(printed: str) -> str | None:
    if printed == "百":
        return "100"
    return fold_digits(printed) if printed[0] in ARABIC else chinese_value(printed)


def ratio(text: str, start: int, numeral: Numeral) -> Read | None:
    """Return the ratio a numeral begins, or None: a time of day, the scale of a map, the shape of a screen are none."""
    match = _RATIO.match(text, numeral[0])
    if match is None or (start > 1 and text[start - 1] in _COLONS and text[start - 2].isdecimal()):
        # 4:3:3 is shared among three and no ratio of the last two.
        return None
    end, to, digits = match.end(), fold_digits(match["to"]), numeral[1]
    number = f"{digits}:{to}"
    screen = _SCREEN.search(text, max(0, start - 6), end + 6) is not None
    if number in (*_SCREENS, "4:3") and screen:
        return None
    if number in _SCREENS and not _RATIO_WORD.search(text, max(0, start - 8), start):
        # 师生比16:9 is a ratio all the same.
        return None
    # 9:30 without a word for ratio is a time of day.
    if len(to) > 2 and to.isdecimal() and _SCALE.match(text, end):
        return None
    clock = len(to) == 2 and to < "60" and digits.isdecimal() and int(digits[:3]) <= 24
    if clock and not (_RATIO_WORD.search(text, max(0, start - 8), start) or _RATIO_WORD.match(text, end)):
        return None
    return Phrase(start, end, number, None, "fraction", number, 1)
