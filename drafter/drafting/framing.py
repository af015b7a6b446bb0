"""Text from briefs and filings as data in a prompt: tags cannot be closed from inside, chat tokens are broken.

Only the copy in the prompt is changed; nothing stored or returned is.
"""

from __future__ import annotations

import re

from drafter.language.patterns import lazy
from drafter.personal.redaction import redact

# A bracket that could begin or end a tag or a chat token: </brief>, <|im_end|>, <｜User｜>, ＜think＞. One before a
# number is a comparison and stays readable as such (投诉率<0.05%).
_OPEN = lazy(r"[<＜](?=\s*[/|｜!?a-zA-Z_▁])")
_CLOSE = lazy(r"(?<=[/|｜?a-zA-Z_\"'\-])(\s*)[>＞]")
_BRACKETED = lazy(r"\[(/?\s*(?:INST|SYS|gMASK|sop|BOS|EOS|SYSTEM|USER|ASSISTANT)\s*)\]", re.I)
_HEADING = lazy(r"#{2,}(?=\s*(?:system|user|assistant|instruction|response)\b)", re.I)
_TURN = lazy(r"\b(system|user|assistant|human)(\s*)[:：]", re.I)
_INVISIBLE = lazy(
    "[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)


def framed(text: str) -> str:
    """The text without personal data, and without what a model could take for the end of the data or a chat turn."""
    text = _INVISIBLE.sub("", text)
    text = _OPEN.sub("〈", text)
    text = _CLOSE.sub(r"\1〉", text)
    text = _BRACKETED.sub(r"［\1］", text)
    text = _HEADING.sub("", text)
    text = _TURN.sub(r"\1\2-", text)
    return redact(text).text
