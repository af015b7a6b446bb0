"""Symbols that a document draws with a picture font, and other characters that look right and read wrong.

A tick is often the letter R in Wingdings 2, a ≥ the code F0B3 in Symbol, and 目 in a PDF the radical U+2F6C. Tables:
the fonts' published encodings.
"""

from __future__ import annotations

import unicodedata

from drafter.language.patterns import lazy

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x77: "◆", 0xA1: "○",
    0xA8: "□", 0xFB: "✗", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0xE0: "→", 0xE8: "→",
}  # fmt: skip
_WINGDINGS2 = {0x4F: "✗", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■", 0xA3: "□"}
_SYMBOL = {
    0x25: "%", 0x2B: "+", 0x2D: "-", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α",
    0x62: "β", 0x6D: "μ", 0x7E: "~", 0xA3: "≤", 0xA5: "∞", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xE5: "Σ",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS2, "symbol": _SYMBOL}

# Fonts draw radicals and ideographs alike; PDF writers then name the radical. The few without a canonical ideograph:
_RADICALS = {"⺠": "民", "⻓": "长", "⻔": "门", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨",
             "⻥": "鱼", "⻦": "鸟", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻋": "车", "⻅": "见", "⻆": "角", "⻉": "贝",
             "⻘": "青", "⻄": "西", "⺟": "母", "⻨": "麦", "⻩": "黄", "⻤": "鬼"}  # fmt: skip

_COMPATIBLE = lazy("[\u2e80-\u2fdf\uf900-\ufaff]")


def is_picture_font(font: str) -> bool:
    """Whether letters in this font are drawn as symbols."""
    return font.strip().lower() in _FONTS


def decode_symbols(text: str, font: str) -> str:
    """Text set in a picture font as the characters it shows; text in any other font is returned unchanged.

    Characters of the private area F000–F0FF are decoded whatever the font is called, as Wingdings when it is unknown.
    """
    known = _FONTS.get(font.strip().lower())
    if known is None and not any("\uf000" <= character <= "\uf0ff" for character in text):
        return text
    table = known or _WINGDINGS
    shown: list[str] = []
    for character in text:
        code = ord(character)
        private = 0xF000 <= code <= 0xF0FF
        if private or (known is not None and code < 0x100):
            decoded = table.get(code & 0xFF) or (_SYMBOL.get(code & 0xFF) if private else None)
            shown.append(decoded or (chr(code & 0xFF) if table is _SYMBOL and code & 0xFF < 0x80 else character))
        else:
            shown.append(character)
    return "".join(shown)


def ideographs(text: str) -> str:
    """Replace radicals (U+2E80–2FD5) and compatibility ideographs by the ideographs they stand for."""
    return _COMPATIBLE.sub(
        lambda match: _RADICALS.get(match.group()) or unicodedata.normalize("NFKC", match.group()), text
    )
