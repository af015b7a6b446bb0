"""What stands behind plain digits: a unit, nothing that could be read, or something that takes a closer look."""

from __future__ import annotations

from drafter.language import bounds
from drafter.language.heads import MEMORIES, Heads
from drafter.language.noun_behind import CLOSING
from drafter.language.phrase import GOES_BEYOND, INCLUDED, may_follow
from drafter.language.serial import PLACED, ROWS
from drafter.language.silence import PAIRING, TOLD
from drafter.language.unit_reading import ASKED, NUMBERED, SECOND, Entry, entry_at, longer_units, unit_at
from drafter.language.units import table
from drafter.language.unlisted import may_begin_unit

# Behind a unit these say that no name goes on (95%以上, 5日内).
_MARKS = frozenset("，。；、,;）)！\n以内")
# No word of a name begins with these, nor with the end of the text (三年，).
_CLOSED = frozenset("，。；、,;）)！\n") | {""}
_DATES = frozenset("年月季Qq-－–—~～至到/.．")
# Dates, blanks and brackets before the unit.
_ELSEWHERE = _DATES | frozenset("(（ \u3000\xa0")
_POINTS = frozenset(".．")
_IN_DATES = frozenset("一二三四五六七八九十年月季日号底末上中下初")
# 3m×2m is a size.
_BY = frozenset("×xX*＊")
_BRACKETS = frozenset("(（")
_NO_UNIT = frozenset(("成", "分"))
_LASTING = frozenset(("小时", "个小时", "个钟头", "分钟"))
_NUMERALS = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十零")
# Up to three windows of each unit: fewer are emptied within a file of long forms.
_MOST = 4096
_PAIR = 2
# So many characters of the text tell most units and what follows them: 人次，, 个工作日内.
_SHORT, _LONGEST, _COMPOUND = 3, 5, 8
_STROKES = frozenset("/／")

# No named tuple: Python takes those apart several times as slowly.
Plain = tuple[Entry, int, str, str, Heads, bool, bool, bool, bool, bool]
"""A unit that ends the phrase: its entry, its length, its name as reported and its kind; what is remembered of the
words before such units; whether nothing behind it bounds it or may be what it is of, whether the noun of a classifier
follows, whether what follows may be what is counted; whether words around it may make a name of number and unit, and
of a Chinese numeral and it."""


class Units(dict[str, Plain | tuple[()] | bool | None]):
    """Units, remembered by their characters and the next one: `units["户，"]`, `units["人次，"]`.

    False says that nothing can be read there, True that more of the text decides, None that it may be no unit at all
    that stands there: a date, a range, a bracket; nothing in the tuple that it may be a unit of no list, and nothing
    else. The memory is bounded: when it is full it is emptied.
    """

    def __missing__(self, window: str) -> Plain | tuple[()] | bool | None:
        """Read characters not seen before."""
        if len(self) >= _MOST:
            self.clear()
        found = self[window] = _read(window) if len(window) <= _PAIR else _read_longer(window)
        return found


UNITS = Units()


def _read(pair: str) -> Plain | tuple[()] | bool | None:
    first, following = pair[:1], pair[1:]
    if first and first in _POINTS and "一" <= following <= "鿿" and following not in _IN_DATES:
        # 1.组织培训
        return False
    if first and first in _ELSEWHERE:
        return None
    if first not in may_follow() and following != "次":
        return () if may_begin_unit(pair) else False
    entry = entry_at(pair, 0)
    if entry is None and pair not in longer_units() and following != "次":
        # 1:1.5, and the first character of a unit in another word
        return None
    if entry is None or not entry.plain or entry.name in ASKED or pair in longer_units() or following in GOES_BEYOND:
        return True
    if following in SECOND and entry.kind == "count":
        # 3.8万册件
        return True
    if following in _BRACKETS and following:
        # 46万头（只）, 3人（含）至5人
        return True
    return _followed(entry, following)


def _read_longer(window: str) -> Plain | bool:
    listed = longer_units().get(window[:2], ())
    if any(len(entry.name) >= len(window) and entry.name.startswith(window) for entry in listed):
        return True
    entry = entry_at(window, 0)
    if entry is None or not entry.plain or len(entry.name) >= len(window):
        return True
    following = window[len(entry.name)]
    if following in _STROKES:
        # Marks end a compound (元/人·月，); any other character may belong to the last unit in it.
        compound, end = unit_at(window, 0, chinese=False)
        marked = compound is not None and end < len(window) and window[end] in _CLOSED
        return _followed(compound, window[end]) if compound is not None and marked else True
    return True if _beyond(entry, following) or following in _BRACKETS else _followed(entry, following)


def _beyond(entry: Entry, following: str) -> bool:
    # 1小时30分: the rest of the duration; 3.8万册件.
    return (
        following in GOES_BEYOND
        or (following in _NUMERALS and entry.name in _LASTING)
        or (following in SECOND and len(entry.name) == 1 and entry.kind == "count")
    )


def longer(text: str, at: int, *, chinese: bool = False) -> Plain | None:
    """Return the unit at an offset where two characters do not tell it: a longer one, a compound, one before a blank.

    None means that there is none or that it may not end the phrase: a range, a half.

    Args:
        text: the whole text.
        at: where the number ends.
        chinese: whether it is in Chinese numerals, behind which only units are told that are remembered.
    """
    found = UNITS[text[at : at + _SHORT]]
    if found is True:
        found = UNITS[text[at : at + _LONGEST]]
        if found is True and text[at + 1 : at + 2] in _STROKES:
            found = UNITS[text[at : at + _COMPOUND]]
    if isinstance(found, tuple) and found and not (chinese and found[0].name not in table()):
        return found
    if chinese:
        # Mostly a word (一体化): the long way tells it, and would ask the same again.
        return None
    entry = entry_at(text, at)
    if entry is not None and entry.plain:
        end = at + len(entry.name)
        following = text[end : end + 1]
        if not _beyond(entry, following) and (following not in _BRACKETS or not following):
            return _followed(entry, following)
    entry, end = unit_at(text, at, chinese=False)
    if entry is None or entry.name in _NO_UNIT:
        return None
    following = text[end : end + 1]
    if text.startswith(INCLUDED, end):
        return None
    if _beyond(entry, following) and (following != " " or text[end + 1 : end + 2] in GOES_BEYOND):
        return None
    return _followed(entry, following)


def _lists(entry: Entry) -> bool:
    """Return True if the next of a list may make a name of the unit: 10千伏、35千伏线路."""
    always = entry.named.always if entry.named is not None else None
    return always is not None and "、" in always.pattern


_FOLLOWED: dict[tuple[str, str], Plain] = {}


def _followed(entry: Entry, following: str) -> Plain:
    name = entry.name
    found = _FOLLOWED.get((name, following))
    if found is None:
        kind = entry.kind
        asked = not entry.plain or following == " " or name == "日" or name in ASKED or name in NUMBERED
        compound = name not in table()
        # 91310112MA1GB2: the letter is one of a code.
        lettered = name[-1].isascii() and following.isascii() and following.isalnum()
        doubtful = asked or lettered or (kind == "measure" and following in _BY)
        # 元/人 makes no name with the words behind it.
        doubtful = doubtful or (compound and (kind != "money" or name[-1].isascii()))
        doubtful = doubtful or (entry.careful and (following not in _MARKS or (following == "、" and _lists(entry))))
        worded = doubtful or compound or name in TOLD or name in PLACED or following in PAIRING
        worded = worded or (following not in _CLOSED and (name in ROWS or entry.named is not None))
        # 九届十一次、十二次全会
        worded = worded or (following == "、" and name in ROWS)
        noun_follows = kind == "count" and following >= "一"
        goes_on = "一" <= following <= "鿿"
        # 500元补贴: what the amount is called may stand behind it.
        unbound = following not in bounds.AFTER and following != "的" and kind != "age"
        unbound = unbound and not (goes_on and kind == "money")
        object_follows = unbound and entry.leads and goes_on
        heads = MEMORIES[entry.people, entry.rate, entry.leads, entry.leads and following in CLOSING]
        if len(_FOLLOWED) >= _MOST:
            _FOLLOWED.clear()
        size, bare = len(name), unbound and not object_follows
        found = entry, size, entry.canonical, kind, heads, bare, noun_follows, object_follows, doubtful, worded
        _FOLLOWED[name, following] = found
    return found
