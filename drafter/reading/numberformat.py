"""What a spreadsheet prints for a stored number: 0.95 under `0%` is 95%, 45658 under `yyyy-mm-dd` is 2025-01-01.

Written for values, not for looks: colours, padding and fill characters are dropped, a negative number always shows its
minus (a format may print it red or in brackets only), and a date whose print would not begin with the year is given
as ISO, because 1/2/26 reads two ways. All arithmetic is decimal, on the fifteen digits a spreadsheet keeps.
Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from drafter.language.patterns import lazy
from drafter.reading.dateformat import is_date_format, render_date

BUILTIN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0", 6: "#,##0", 7: "#,##0.00", 8: "#,##0.00", 9: "0%",
    10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: 'h"时"mm"分"', 35: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"',
    57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats known by number only, as a Chinese Excel prints them."""

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_TEN = Context(prec=10, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_CONDITION = lazy(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_CURRENCY = lazy(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_SECTION = lazy(r"((?:\"[^\"]*\"?|\[[^\]]*\]?|[\\_*].?|[^;\"\[\\_*])*)(?:;|$)")
_MAX_DIGITS = 40
_MAX_CODE = 255


def render(value: Decimal, code: str, *, since_1904: bool = False) -> str | None:
    """The print of a number.

    Args:
        value: The stored number.
        code: The cell's format code, all sections.
        since_1904: The workbook counts days from 1904.

    Returns:
        The print; None where the program prints #### (a date before 1900 or after 9999).
    """
    if not value.is_finite() or value.adjusted() > _MAX_DIGITS or value.adjusted() < -_MAX_DIGITS:
        return None if value else "0"
    value = _FIFTEEN.plus(value)
    code = code if len(code) <= _MAX_CODE else "General"
    section, magnitude, signed = _choose(value, code)
    if is_date_format(section):
        return render_date(value, section, since_1904)
    if not section and ";" in code:
        return ""
    if not section.strip() or section.strip().lower() in ("general", "g/通用格式", "@"):
        return _general(value)
    printed = _number(magnitude, section)
    if value < 0 and not signed and any(digit in printed for digit in "123456789"):
        return "-" + printed.replace("(", "").replace(")", "").lstrip("-")
    # The accounting formats print a zero as "¥ -".
    return "-" if printed.strip("¥￥$€ ") == "-" else printed


def render_text(text: str, code: str) -> str:
    """The print of a text under a format: its fourth section, or a lone section with @, may add words around it."""
    sections = _sections(code)
    section = sections[3] if len(sections) > 3 else (sections[0] if len(sections) == 1 else "@")
    if "@" not in section or section.strip() == "@":
        return text
    return "".join(text if kind == "text" else literal for kind, literal in _tokens(section) if kind in ("text", "lit"))


def _general(value: Decimal) -> str:
    """General: exact while the value has at most four decimals, else the ten digits that fit a column.

    A column would cut 123456789.12 to 123456789.1; the stored amount is the one the clerk typed, so it is kept.
    """
    if int(value.normalize().as_tuple().exponent) < -4:
        value = _TEN.plus(value)
    shown = format(value, "f")
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return "0" if shown in ("-0", "") else shown


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    """Split at semicolons outside quotes, brackets and escapes."""
    return tuple(_SECTION.findall(code))[: code.count(";") + 1]


def _choose(value: Decimal, code: str) -> tuple[str, Decimal, bool]:
    """The section for a value, the number it prints, and whether the print carries the sign already."""
    sections = _sections(code)
    conditions = [_CONDITION.search(section) for section in sections[:2]]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=False):
            if condition is not None and _holds(value, condition.group(1), Decimal(condition.group(2))):
                return _CONDITION.sub("", section), abs(value), False
        rest = [section for section in sections[:3] if not _CONDITION.search(section)]
        return (rest[0] if rest else "General"), abs(value), False
    if value < 0 and len(sections) > 1:
        return sections[1], -value, "-" in sections[1]
    if not value and len(sections) > 2:
        return sections[2], value, True
    return (sections[0] if sections else "General"), abs(value), False


def _holds(value: Decimal, sign: str, bound: Decimal) -> bool:
    order = value.compare(bound)
    return {"<": order < 0, ">": order > 0, "=": order == 0, "<=": order <= 0, ">=": order >= 0, "<>": order != 0}[sign]


_TOKEN = lazy(
    r"\"(?P<quoted>[^\"]*)\"?|\\(?P<escaped>.)|!(?P<banged>.)|_(?P<pad>.)?|\*(?P<fill>.)?|(?P<bracket>\[[^\]]*\]?)"
    r"|(?P<general>general)|(?P<exponent>E[+-])|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)"
    r"|(?P<text>@)|(?P<lit>.)",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(section):
        kind = match.lastgroup or ""
        if kind in ("quoted", "escaped", "banged", "lit"):
            found.append(("lit", match.group(kind)))
        elif kind == "bracket":
            currency = _CURRENCY.fullmatch(match.group())
            if currency is not None:
                found.append(("lit", currency.group(1)))
        elif kind == "percent":
            found.append((kind, "%"))
        elif kind and kind not in ("pad", "fill"):
            found.append((kind, match.group()))
    return tuple(found)


def _number(value: Decimal, section: str) -> str:
    tokens = list(_tokens(section))
    kinds = [kind for kind, _ in tokens]
    if "digit" not in kinds:
        if "general" in kinds:
            return "".join(_general(value) if kind == "general" else text for kind, text in tokens).strip()
        return "".join(text for kind, text in tokens if kind in ("lit", "percent")).strip()
    if "exponent" in kinds or ("slash" in kinds and "point" not in kinds):
        return _general(value)
    last = max(index for index, kind in enumerate(kinds) if kind == "digit")
    first = kinds.index("digit")
    point = kinds.index("point") if "point" in kinds else len(kinds)
    grouped = any(kind == "comma" for kind in kinds[first : min(last, point)])
    scale = sum(1 for kind in kinds[last + 1 :] if kind == "comma")
    value = _WIDE.scaleb(value, 2 * kinds.count("percent") - 3 * scale)
    decimals = sum(1 for kind in kinds[point:] if kind == "digit")
    rounded = format(value.quantize(Decimal(1).scaleb(-decimals), context=_WIDE), "f")
    whole, _, fraction = rounded.partition(".")
    shown = _whole(tokens[:point], whole.lstrip("0"), grouped) + _fraction(tokens[point:], fraction)
    return shown.strip()


def _whole(tokens: list[tuple[str, str]], digits: str, grouped: bool) -> str:
    """Lay digits into the placeholders from the right; the first placeholder takes all that are left."""
    slots = sum(1 for kind, _ in tokens if kind == "digit")
    out: list[str] = []
    position = 0
    for kind, text in reversed(tokens):
        if kind in ("lit", "percent"):
            out.append(text)
        elif kind == "digit":
            slots -= 1
            wanted = max(len(digits) - position, 1) if slots == 0 else 1
            for _ in range(wanted):
                shown = digits[-1 - position] if position < len(digits) else text.strip("#?")
                if shown and grouped and position and position % 3 == 0:
                    out.append(",")
                out.append(shown)
                position += 1
    return "".join(reversed(out))


def _fraction(tokens: list[tuple[str, str]], digits: str) -> str:
    """Digits behind the point; `#` and `?` drop trailing zeros."""
    wanted = [text for kind, text in tokens if kind == "digit"]
    keep = len(digits)
    while keep and digits[keep - 1] == "0" and wanted[keep - 1] != "0":
        keep -= 1
    out: list[str] = []
    position = 0
    for kind, text in tokens:
        if kind == "digit":
            out.append(digits[position] if position < keep else "")
            position += 1
        elif kind == "point":
            out.append("." if keep or not wanted else "")
        elif kind in ("lit", "percent"):
            out.append(text)
    return "".join(out)
