"""Letters before a number that name a device and make no code of it: UPS3台, 移动DR3台."""

from __future__ import annotations

from drafter.language.data import words
from drafter.language.patterns import lazy
from drafter.language.unit_reading import entry_at

_DEVICES = words("device")
_LAST = frozenset(word[-1] for word in _DEVICES)
# GB2760, DN300, PM10: standards, and the sizes of pipes and particles.
_ACRONYM = lazy(r"(?<![A-Za-z0-9_./-])(?!(?:ISO|IEC|IEEE|GB|DB|DN|PN|PM|HJ|CJJ?|DL|WS|MZ|LY|NY|ID|NO)$)[A-Z]{2,5}$")
_COUNTED = lazy(r"[台套部辆架个块只副组条根盏支](?=[，。；、,;（）)\n]|$)")


def of_device(text: str, start: int, end: int) -> bool:
    """Return True if the letters before a number name what is counted.

    They are listed (vCPU512核), or an acronym before a number whose classifier ends the phrase (移动DR3台、).

    Args:
        text: the whole text.
        start: where the number begins.
        end: where it ends.
    """
    if text[start - 1] in _LAST and text.endswith(_DEVICES, max(0, start - 4), start) and entry_at(text, end):
        return True
    return _COUNTED.match(text, end) is not None and _ACRONYM.search(text, max(0, start - 8), start) is not None
