"""Public extractors of numbers in Chinese text, each called the way its own manual shows, its answers put in our shape.

A peer that is not installed is left out, and the benchmark says so. `call` is what is timed: the peer's own work and
nothing of ours. `read` turns the answer into mentions; it is as kind to the peer as we know how (see README.md).
"""

from __future__ import annotations

import logging
import re
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from fractions import Fraction
from importlib import import_module
from importlib.metadata import version
from typing import Any

ARABIC = re.compile(r"-?\d+(?:\.\d+)?")
_SEPARATOR = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")
_MULTIPLIED = re.compile(r"\d+(?:\.\d+)?[十百千]?[万亿]")
_LEADING_NUMERAL = re.compile(r"[\d.,一二两三四五六七八九十百千万亿半几余多~～—－-]+")
_TIMEX_DAY = re.compile(r"(\d{4}|XXXX)-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True)
class Found:
    """What a peer says of one place. `unit` is None where the peer names none; `iso` marks a date."""

    start: int
    end: int
    number: str
    unit: str | None = None
    iso: bool = False


@dataclass(frozen=True)
class Peer:
    """A peer: its version, the kinds of quantity it sets out to read, the timed call, and how its answer is read."""

    name: str
    versions: str
    kinds: frozenset[str]
    call: Callable[[str], Any]
    read: Callable[[str], list[Found]]


NUMBERS = frozenset({"count", "percent", "money", "duration", "measure", "age", "multiple", "fraction", "year"})


def installed() -> tuple[list[Peer], list[str]]:
    """The peers that can be imported, and one line about each that cannot."""
    makers: dict[str, Callable[[], Peer]] = {
        "jionlp": _jionlp, "recognizers-text-suite": _recognizers, "cn2an": _cn2an, "chinese2digits": _chinese2digits,
    }  # fmt: skip
    peers: list[Peer] = []
    missing: list[str] = []
    warnings.simplefilter("ignore")  # the peers warn about their own syntax and about text they cannot read
    logging.disable(logging.ERROR)  # jionlp logs a traceback for every time expression it gives up
    for name, make in makers.items():
        try:
            peers.append(make())
        except ImportError as error:
            missing.append(f"{name}: {error}")
    return peers, missing


def prepared(text: str) -> tuple[str, list[int]]:
    """The text in half-width digits without thousands separators, and the old offset of each of its characters.

    Two peers cut 12,600 in two and know no full-width digits. One line of any caller's code mends that.
    """
    folded = text.translate(_WIDTH)
    dropped = {found.start() for found in _SEPARATOR.finditer(folded)}
    kept = [at for at in range(len(folded)) if at not in dropped]
    return "".join(folded[at] for at in kept), [*kept, len(text)]


def _jionlp() -> Peer:
    jio = import_module("jionlp")
    base = {"year": 2026, "month": 1, "day": 1}

    def call(text: str) -> tuple[list[Any], list[Any]]:
        return jio.ner.extract_money(text, with_parsing=True), jio.ner.extract_time(text, time_base=base)

    def read(text: str) -> list[Found]:
        money, times = call(text)
        found: list[Found] = []
        for one in money:
            start, end = one["offset"]
            amounts = one["detail"]["num"]
            number = "~".join(map(_plain, amounts)) if isinstance(amounts, list) else _plain(amounts)
            # An open end (2000元以上) comes as [2000.00, null]; the bound itself is the number.
            found.append(Found(start, end, number.removesuffix("~None").removeprefix("None~"), one["detail"]["case"]))
        for one in times:
            start, end = one["offset"]
            found += _jio_time(text[start:end], start, one["type"], one["detail"])
        return found

    kinds = frozenset({"money", "duration", "date", "year"})
    return Peer("jionlp", version("jionlp"), kinds, call, read)


def _jio_time(printed: str, start: int, kind: str, detail: Any) -> list[Found]:
    """A duration by its printed unit, a day, month or year by the precision in which it is printed."""
    end = start + len(printed)
    if kind == "time_delta" and isinstance(detail["time"], dict) and len(detail["time"]) == 1:
        (amount,) = detail["time"].values()
        numeral = _LEADING_NUMERAL.match(printed)
        unit = printed[numeral.end() :] if numeral else printed
        number = "~".join(map(_plain, amount)) if isinstance(amount, list) else _plain(amount)
        return [Found(start, end, number, unit)]
    if kind in ("time_point", "time_span") and isinstance(detail.get("time"), list) and detail["time"][0]:
        # 6月30日前 is the span from new year to that day: the deadline is its end.
        day = str(detail["time"][1 if kind == "time_span" and printed.endswith(("前", "底")) else 0])[:10]
        if "日" in printed or "号" in printed or printed.endswith(("月底", "月底前")):
            return [Found(start, end, day if "年" in printed else f"-{day[4:]}", iso=True)]
        if "月" in printed and any(char.isdigit() for char in printed):
            return [Found(start, end, day[:7] if "年" in printed else f"-{day[4:7]}", iso=True)]
        if re.match(r"\d{4}年", printed):
            return [Found(start, end, printed[:4], "年")]
    return []


def _recognizers() -> Peer:
    culture = import_module("recognizers_text").Culture.Chinese
    plain = import_module("recognizers_number").NumberRecognizer(culture)
    united = import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    dated = import_module("recognizers_date_time").DateTimeRecognizer(culture)
    # The manual's recognize_* functions make such a model at every call; made once is faster.
    numbers = plain.get_number_model()
    models = [
        plain.get_percentage_model(), united.get_currency_model(), united.get_dimension_model(),
        united.get_age_model(), dated.get_datetime_model(),
    ]  # fmt: skip

    def call(text: str) -> tuple[list[Any], list[Any]]:
        return numbers.parse(text), [one for model in models for one in model.parse(text)]

    def read(text: str) -> list[Found]:
        plain, rich = call(text)
        ends = {one.start: one.end + 1 for one in plain}
        values = {one.start: one.resolution["value"] for one in plain if one.resolution}
        found = [one for answer in rich for one in _recognised(text, answer, ends, values)]
        covered = [(one.start, one.end) for one in found]
        for one in plain:
            inside = any(start <= one.start and one.end < end for start, end in covered)
            if not inside and one.resolution and one.resolution["value"] is not None:
                found.append(Found(one.start, one.end + 1, _ratio(one.text, one.resolution["value"])))
        return found

    return Peer("recognizers-text-suite", version("recognizers-text-suite"), NUMBERS | {"date"}, call, read)


def _ratio(printed: str, number: str) -> str:
    """三分之二, given as 0.666666666666667, as the fraction it is."""
    return str(Fraction(number).limit_denominator(1000)) if "分之" in printed else number


def _recognised(text: str, one: Any, ends: dict[int, int], values: dict[int, str]) -> list[Found]:
    start, end = one.start, one.end + 1
    resolution = one.resolution or {}
    if resolution.get("value") is None and not resolution.get("values"):
        return []  # found, and not read
    if one.type_name == "percentage":
        return [Found(start, end, str(resolution["value"]).removesuffix("%"), "%")]
    if one.type_name.startswith("datetimeV2"):
        timex = str(resolution["values"][0].get("timex", ""))
        if one.type_name.endswith("duration"):
            return [Found(start, end, values[start], text[ends[start] : end])] if start in ends else []
        if day := _TIMEX_DAY.fullmatch(timex):
            parts = [part for part in day.groups()[1:] if part]
            return [Found(start, end, "-".join(["-" if day[1] == "XXXX" else day[1], *parts]), iso=True)]
        return [Found(start, end, timex, "年")] if re.fullmatch(r"\d{4}", timex) else []
    # The unit as printed, rather than "Chinese yuan" or "Kilometer".
    return [Found(start, end, resolution["value"], text[ends.get(start, end) : end] or resolution.get("unit"))]


def _cn2an() -> Peer:
    module = import_module("cn2an")
    transform, value = module.transform, module.cn2an

    def multiplied(found: re.Match[str]) -> str:
        # transform leaves 7.2亿 as it is; its sister function reads it.
        return str(value(found[0], "smart"))

    def worked(text: str) -> str:
        return _MULTIPLIED.sub(multiplied, transform(text))

    def call(text: str) -> list[str]:
        return ARABIC.findall(worked(text))

    def read(text: str) -> list[Found]:
        clean, offsets = prepared(text)
        printed = worked(clean)
        blocks = SequenceMatcher(None, clean, printed, autojunk=False).get_opcodes()
        found: list[Found] = []
        for number in re.finditer(r"\d+/\d+|-?\d+(?:\.\d+)?[%‰]?", printed):
            start, end = _back(blocks, number.start(), number.end())
            unit = number[0][-1] if number[0][-1] in "%‰" else None
            found.append(Found(offsets[start], offsets[end], number[0].rstrip("%‰").lstrip("-"), unit))
        return found

    return Peer("cn2an", version("cn2an"), NUMBERS, call, read)


def _back(blocks: Sequence[tuple[str, int, int, int, int]], start: int, end: int) -> tuple[int, int]:
    """The source span of a span of the transformed text."""
    at: list[int] = []
    for position in (start, end):
        for what, left, right, first, last in blocks:
            if first <= position < last or (position == last and position == end):
                inside = left + position - first if what == "equal" else (left if position == start else right)
                at.append(min(inside, right))
                break
    return (at[0], at[1]) if len(at) == 2 else (0, 0)


def _chinese2digits() -> Peer:
    take = import_module("chinese2digits").takeNumberFromString

    def call(text: str) -> Any:
        return take(text, percentConvert=False)

    def read(text: str) -> list[Found]:
        clean, offsets = prepared(text)
        answer = call(clean)
        found: list[Found] = []
        at = 0
        for printed, digits in zip(answer["CHNumberStringList"], answer["digitsStringList"], strict=True):
            start = clean.find(printed, at)
            if start < 0:
                continue
            at = start + len(printed)
            unit = digits[-1] if digits[-1:] in ("%", "‰") else None
            found.append(Found(offsets[start], offsets[at], digits.rstrip("%‰").lstrip("+-"), unit))
        return found

    return Peer("chinese2digits", version("chinese2digits"), NUMBERS, call, read)


def _plain(value: object) -> str:
    try:
        return format(Decimal(str(value)), "f")
    except InvalidOperation:
        return str(value)


if __name__ == "__main__":
    for peer in installed()[0]:
        for line in sys.argv[1:]:
            print(peer.name, peer.read(line))
