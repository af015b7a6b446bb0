"""Chinese and mixed numerals to plain decimal strings, without ever building a float or a huge int."""

from __future__ import annotations

from functools import lru_cache

DIGITS = {
    **{char: index for index, char in enumerate("零一二三四五六七八九")},
    **{char: index for index, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    **{char: index for index, char in enumerate("０１２３４５６７８９")},
    **{char: index for index, char in enumerate("0123456789")},
    "○": 0, "两": 2, "貳": 2, "叄": 3, "陸": 6, "幺": 1,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
SPECIAL = {"廿": 20, "卅": 30}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_ZEROS = {10**4: "0000", 10**8: "00000000"}
_FOLD = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


def fold_digits(text: str) -> str:
    """Return Arabic digits, full-width or not, as plain ASCII without thousands separators."""
    return (text if text.isascii() else text.translate(_FOLD)).replace(",", "")


@lru_cache(maxsize=4096)
def chinese_value(text: str) -> str | None:
    """Return the value of a Chinese numeral as a plain decimal string (``一千二百三十四`` → ``"1234"``).

    Digits read out one by one are a number too (``二〇二六`` → ``"2026"``), and so is ``三点五``. Returns None for a
    text that is no well-formed numeral (``百``, ``一二十``).
    """
    whole, point, fraction = text.partition("点")
    if point:
        value = chinese_value(whole)
        digits = _read_out(fraction)
        return None if value is None or digits is None else f"{value}.{digits}"
    if len(text) > 1 or text in DIGITS:
        digits = _read_out(text)
        if digits is not None:
            return digits
    return _positional(text) if text else None


def _read_out(text: str) -> str | None:
    if not text:
        return None
    digits = [DIGITS.get(char) for char in text]
    return None if None in digits else "".join(map(str, digits))


def _positional(text: str) -> str | None:
    # total: the closed 亿 and 万 groups; section: the open group below 10,000; digit: one not yet multiplied.
    total = section = 0
    digit: int | None = None
    last_small, last_large, zero = 10**4, 10**16, False
    if len(text) > 32:
        return None
    for char in text:
        if char in SMALL:
            unit = SMALL[char]
            if unit >= last_small or (digit is None and unit != 10):
                return None
            section += (1 if digit is None else digit) * unit
            digit, last_small, zero = None, unit, False
        elif char in SPECIAL:
            if digit is not None or last_small <= 10:
                return None
            section, last_small = section + SPECIAL[char], 10
        elif char in LARGE:
            unit = LARGE[char]
            section += digit or 0
            if section == 0 and total == 0:
                return None
            if unit > last_large:
                total, section = (total + section) * unit, 0
            else:
                total, section = total + section * unit, 0
            digit, last_small, last_large, zero = None, 10**4, unit, False
        else:
            value = DIGITS.get(char)
            if value is None or digit is not None:
                return None
            if value == 0:
                zero = True
            else:
                digit = value
    if digit is not None:
        # 三百五 is 350 and 两万五 is 25,000, but 三百零五 is 305.
        if not zero and last_small > 10 and (last_small < 10**4 or last_large < 10**16) and section + total:
            digit *= last_small // 10 if last_small < 10**4 else last_large // 10
        section += digit
    return str(total + section)


def scaled(digits: str, factor: int) -> str:
    """Return ``digits`` times ``factor`` as a plain decimal string (``"2.5"`` × 10000 → ``"25000"``).

    Decimals the print shows are kept where they still stand behind the point (``"66.00"`` × 1 → ``"66.00"``).
    """
    if factor == 1:
        return digits
    zeros = _ZEROS.get(factor) or str(factor)[1:]
    if "." not in digits:
        whole = digits.lstrip("0")
        return whole + zeros if whole else "0"
    whole, _, fraction = digits.partition(".")
    places = len(zeros)
    if len(fraction) <= places and whole[:1] not in ("0", ""):
        return whole + fraction + zeros[len(fraction) :]
    fraction = fraction.ljust(places, "0")
    whole, fraction = whole + fraction[:places], fraction[places:]
    whole = whole.lstrip("0") or "0"
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole
