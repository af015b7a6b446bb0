"""From what a model printed to the JSON text it meant. Touches structure outside strings only, never the words."""

from __future__ import annotations

import json
import re

from drafter.language.patterns import lazy

_THINKING = lazy(r"<(think|thinking|reasoning)>.*?</\1>", re.S | re.I)
_UNOPENED = lazy(r"^.*?</(?:think|thinking|reasoning)>", re.S | re.I)
_UNCLOSED = lazy(r"<(?:think|thinking|reasoning)>.*\Z", re.S | re.I)
_FENCE = lazy(r"```[a-zA-Z]*\s*\n(.*?)\n?\s*```", re.S)
_STRUCTURE = str.maketrans({"｛": "{", "｝": "}", "［": "[", "］": "]", "：": ":", "，": ",", "【": "[", "】": "]"})


def json_text(printed: str) -> str:
    """The JSON object in an answer: thinking, fences and words around it taken off.

    Full-width braces, colons and commas between strings are mended (Graphify-Labs/graphify#2286); inside strings
    nothing is. A text without an object comes back as it is, so that validation names the trouble.
    """
    text = _UNOPENED.sub("", _THINKING.sub("", printed)) if "</" in printed else printed
    text = _UNCLOSED.sub("", text).strip()
    fenced = _FENCE.search(text)
    if fenced and fenced[1].lstrip()[:1] in ("{", "｛"):
        text = fenced[1].strip()
    for candidate in (text, _object(text), _object(_mended(text))):
        if candidate and _loads(candidate):
            return candidate
    return text


def _loads(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (json.JSONDecodeError, RecursionError):
        return False


def _object(text: str) -> str:
    """From the first brace to the one that closes it."""
    start = text.find("{")
    depth, inside, escaped = 0, False, False
    for at in range(max(start, 0), len(text)):
        char = text[at]
        if inside:
            inside = escaped or char != '"'
            escaped = char == "\\" and not escaped
        elif char == '"':
            inside = True
        elif char in "{}":
            depth += 1 if char == "{" else -1
            if depth == 0:
                return text[start : at + 1]
    return ""


def _mended(text: str) -> str:
    """Full-width structure outside strings as JSON has it. Strings may stand in “…” as well as in "…"."""
    mended: list[str] = []
    closing = ""
    escaped = False
    for char in text:
        if closing:
            if char == closing and not escaped:
                mended.append('"')
                closing = ""
            else:
                mended.append('\\"' if char == '"' and not escaped else char)
            escaped = char == "\\" and not escaped
        elif char in '"“':
            mended.append('"')
            closing = '"' if char == '"' else "”"
        else:
            mended.append(char.translate(_STRUCTURE))
    return "".join(mended)
