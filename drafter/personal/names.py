"""Names of people, as forms print them: behind 负责人, 联系人, 填表人, 审核 and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from drafter.language.patterns import lazy
from drafter.personal.labels import labels

# 填表人(签字) is 填表人 with an aside, which is looked for by itself.
_LABELS = {role.partition("(")[0] for role in (*labels().people, *labels().said)}
_ENDS = {label[-2:] for label in _LABELS}
# 主管部门, 主管单位: an office.
_ROLES = rf"(?:(?!主管(?:部门|单位))(?:{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))}))"
_ASIDE = r"(?:[(（](?:签字|签章|签名|盖章|姓名)[)）]|签字|签章|签名|姓名)?"
# 审核准确率, 制表日期: without a mark between them the next word belongs to the label, so a mark is wanted. Digits,
# a bracket or a second label right behind a name will do as well (联系人某某13…).
_MARKED = lazy(rf"{_ROLES}{_ASIDE}(?:\s*[：:]\s*|[\s|　]+|[为是])", needs=_ENDS)
_BARE = lazy(rf"{_ROLES}{_ASIDE}(?=[^\W\da-zA-Z_])", needs=_ENDS)
_SEPARATOR = lazy(r"\s*[、，,/和及]\s*|[ 　\t]+")
# What may follow a name. 姓名 alone on its line, in a cell, before a number or a title.
_END = lazy(
    r"\s|$|[，。；、,.;|/()（）〔0-9+]|先生|女士|同志|老师|主任|科长|局长|处长|所长|经理|书记|联系|电话|手机|填表|填报|审核|复核|制表|和|及"
)
_STRICT_END = lazy(r"[(（〔0-9+]|\s*(?:联系)?电话|\s*手机|\s*(?:填表|填报|审核|复核|制表|联系)人")
_HAN = lazy(r"[一-鿿·]{2,5}")


def names_in(text: str) -> set[str]:
    """The names a text gives behind such a label. Several may follow one label."""
    found: set[str] = set()
    for match in _MARKED.finditer(text):
        position = match.end()
        while (name := _name_at(text, position, _END)) is not None:
            found.add(name)
            gap = _SEPARATOR.match(text, position + len(name))
            if gap is None:
                break
            position = gap.end()
    for match in _BARE.finditer(text):
        if (name := _name_at(text, match.end(), _STRICT_END)) is not None:
            found.add(name)
    return found


def names_of(fields: Iterable[str], text: str) -> set[str]:
    """The names in the contents of fields for people, as far as a text may be freed of them.

    A name of two characters that is a word as well (文化) is not: the text would lose the word.
    """
    found: set[str] = set()
    for said in fields:
        for piece in _SEPARATOR.split(said.strip()):
            name = _name_at(piece, 0, _END)
            if name is not None and name in text and not _is_word(name):
                found.add(name)
    return found


def _is_word(name: str) -> bool:
    if len(name) > 2:
        return False
    import rjieba

    tags: list[tuple[str, str]] = rjieba.tag(name)
    return len(tags) == 1 and not tags[0][1].startswith("nr")


def _name_at(text: str, position: int, end: re.Pattern[str]) -> str | None:
    run = _HAN.match(text, position)
    if run is None:
        return None
    single, double, no_names = _known()
    surname = 2 if run[0][:2] in double else 1 if run[0][0] in single else 0
    if not surname:
        return None
    # The longest given name of one or two characters that something else follows; 张  三 is one name too.
    for length in (surname + 2, surname + 1):
        name = text[position : position + length]
        if len(name) == length and _HAN.fullmatch(name) and end.match(text, position + length):
            return None if name in no_names else name
    return None


@cache
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Surnames of one character, of two, and words that are no names."""
    lines = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
    single, double, words = [line for line in lines if not line.startswith("#")]
    return frozenset(single), frozenset(double.split()), frozenset(words.split())
