"""Recognising one printed label: numbering, brackets, units and a value behind the colon taken into account."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from drafter.language.patterns import lazy
from drafter.reading.lexicon import lexicon
from drafter.reading.words import compact

_NUMBERING = lazy(
    r"^(?:[一二三四五六七八九十]{1,3}[、.,]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|\d{1,2}[.、)](?!\d)|[①-⑳]|\*)+"
)
_LEAD = lazy(r"^其中[:,]?")
_UNIT = lazy(r"[(\[](?:金额)?(?:单位[:为]?)?(?:人民币)?(?P<unit>亿元|百万元|万元|千元|元)[)\]]$")
_TAIL = lazy(r"\([^()]{1,24}\)$")
_SEAL = lazy(
    r"^[(（](?:盖章|公章|签章|签字|单位盖章|章)[)）][:：]?\s*|\s*[(（](?:盖章|公章|签章)[)）]$", needs=("章", "签字")
)
_SHEET_UNIT = lazy(
    r"[(（]?\s*(?:金额)?单位\s*[:：]\s*(?:人民币)?(?P<unit>亿元|百万元|万元|千元|元)\s*[)）]?\s*$", needs=("单位",)
)
_SCORE = lazy(r"(?<=\D)\d{1,3}分$", needs="分")
_MARK = lazy(r"[:;*]+$")
_ORDINAL = lazy(r"(?<=[目标])\d{1,2}$")
_CODE = lazy(
    r"(?:及|和|与)?(?:预算|部门|单位)?(?:代码|编码)(?:及名称)?$|(?:全称|名称)及(?:代码|编码)$", needs=("代码", "编码")
)
_DATED = lazy(r"(?:19|20)\d{2}年度?", needs="年")
_AMOUNT = lazy(r"[￥¥]?\d[\d,，]*(?:[.．]\d+)?\s*(?:亿元|万元|千元|元)")
_YEAR_FIRST = lazy(r"20\d{2}年度?(?:项目)?", needs=("20",))
# Money of two levels together comes from above whoever asks for it: 中央及自治区资金, 中央和市级补助.
_FROM_ABOVE = lazy(
    r"中央(?:财政)?[及和与、](?:省|自治区|市|省市)级?(?:财政)?(?:转移支付|专项)?(?:资金|补助|补助资金|拨款)",
    needs=("中央",),
)
_SAID_BEFORE = ("项目", "本项目", "该项目", "申报")
_SHORTEST_VARIANT = 4
_MAX_LABEL = 40


def year_of(label: Label) -> int | None:
    """The year a label of money names (2026年度预算), None where it names none."""
    return int(label.name[:4]) if label.kind == "funding" and _YEAR_FIRST.match(label.name) else None


class Label(NamedTuple):
    """A recognised label.

    Attributes:
        kind: `field`, `funding`, `goal`, `narrative`, `personal`, `section`, `ignored`, `unit`.
        path: What it names (`project_name`, `annual_total`); empty where the kind says it all.
        name: The label without numbering and colon, as printed otherwise.
        unit: 元 or 万元 where the label carries one.
        inline: The value behind the colon in the same cell, or None.
    """

    kind: str
    path: str
    name: str
    unit: str | None = None
    inline: str | None = None


def find_label(text: str) -> Label | None:
    """The label a cell is, or begins with (``项目名称：甲``); None if it is no label."""
    head, colon, rest = _split(text)
    if colon:
        found = _lookup(head)
        if found is None:
            return None
        unit, value = _inline(rest)
        if found.kind == "section" and value is not None and _AMOUNT.fullmatch(value) and "资金" in found.name:
            found = found._replace(kind="funding", path="either_total")  # 项目资金：120万元
        elif found.kind == "section" and value is not None and len(value) <= _MAX_LABEL:
            inner = _lookup(value)
            if inner is not None and inner.kind == "funding":
                return inner  # 资金来源：（1）政府预算资金
        return Label(found.kind, found.path, found.name, found.unit or unit, value)
    return _lookup(text) if len(text) <= _MAX_LABEL * 3 else None


def _inline(rest: str) -> tuple[str | None, str | None]:
    """The value behind a colon, without the place of the seal and without the unit of the sheet on the same line."""
    value = _SEAL.sub("", rest.strip(), count=1)
    match = _SHEET_UNIT.search(value)
    if match is None:
        return None, value.strip() or None
    return match["unit"], value[: match.start()].strip() or None


def strip_numbering(text: str) -> str:
    """A compacted label without ``一、`` ``(一)`` ``1.`` and ``其中:`` in front."""
    return _LEAD.sub("", _NUMBERING.sub("", text, count=1))


def _split(text: str) -> tuple[str, str, str]:
    if ":" not in text and "：" not in text:
        return text, "", ""
    # A colon inside brackets belongs to the label: 预算资金（单位：万元）.
    depth = 0
    for position, char in enumerate(text[: _MAX_LABEL * 3]):
        if char in "(（":
            depth += 1
        elif char in ")）":
            depth -= 1
        elif char in ":：" and depth <= 0 and compact(text[:position]) not in ("其中", ""):
            return text[:position], char, text[position + 1 :]
    return text, "", ""


@lru_cache(maxsize=4096)
def _lookup(text: str) -> Label | None:
    name = _MARK.sub("", compact(text))
    if not name or len(name) > _MAX_LABEL:
        return None
    name = strip_numbering(name)
    unit = None
    if match := _UNIT.search(name):
        unit, name = match["unit"], name[: match.start()]
    labels = lexicon().labels
    found = labels.get(name)
    if found is None:
        # (盖章), (2023年-2025年), (汇总): said about the label, not part of it.
        bare = _MARK.sub("", _SCORE.sub("", _TAIL.sub("", name)))
        found, name = labels.get(bare), bare
    if found is None:
        found = _variant(name)
    if found is None:
        return None
    return Label(found[0], found[1], name, unit)


def _variant(name: str) -> tuple[str, str] | None:
    """A label said with one more word than the one listed: 项目当年绩效目标, 年度绩效目标2, 主管部门及代码.

    Only names, money and goals: 项目内容 or 项目其他 said of anything else may be a value.
    """
    labels = lexicon().labels
    if _FROM_ABOVE.fullmatch(name):
        return ("funding", "upper_level")
    if (dated := _DATED.match(name)) is not None:
        # 2025年预算数, 2025年度绩效目标: the year is said, the label is listed without.
        found = labels.get(name[dated.end() :]) or labels.get("年度" + name[dated.end() :])
        return found if found is not None and found[0] in ("funding", "goal") else None
    bare = _ORDINAL.sub("", name)
    candidates = [bare, *(_CODE.sub("", one) for one in (bare,))]
    candidates += [one.removeprefix(word) for one in candidates for word in _SAID_BEFORE if one.startswith(word)]
    if (year := _YEAR_FIRST.match(name)) is not None:
        # 2026年度预算 is 年度预算 of a year that the form must tell to be its own.
        found = labels.get("年度" + name[year.end() :])
        return found if found is not None and found == ("funding", "annual_total") else None
    for candidate in candidates:
        found = labels.get(candidate) if len(candidate) >= _SHORTEST_VARIANT and candidate != name else None
        if found is not None and found[0] in ("field", "funding", "goal", "personal"):
            return found
    return None
