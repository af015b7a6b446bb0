"""Text made safe for XML carriers."""

from __future__ import annotations

from xml.sax.saxutils import escape

from drafter.language.patterns import lazy

# XML 1.0 has no way to write these, escaped or not; Word calls a file that holds one damaged.
_FORBIDDEN = lazy("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without characters that XML 1.0 cannot carry."""
    return _FORBIDDEN.sub("", text)


def xml_text(text: str) -> str:
    """Text escaped for element content or a quoted attribute."""
    return escape(legal(text), {'"': "&quot;"})
