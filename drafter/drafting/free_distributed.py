"""One count said of each: 12所学校各配备饮水机4台 is 给12所学校配备饮水机，每所4台, 保安、保洁各3人 three of either."""

from __future__ import annotations

import re

from drafter.drafting.free_verbs import VERB
from drafter.language.patterns import lazy
from drafter.language.units import longest_prefix

_HAN = r"[^\W\da-zA-Z_]"
_SPELT = "一二两三四五六七八九十百"
_COUNT = rf"(?:\d{{1,6}}|[{_SPELT}]{{1,4}})"
_LEAD = r"(?:在|给|为|向|对|于|面向)"
_SHORT = r"(?:所|家|座|栋|处|户|间|条|村|镇|乡)"
# Behind the count stands a whole thing, or it stands before: 各建1套自动气象站, 各配备饮水机4台.
_DISTRIBUTED = lazy(
    rf"(?P<lead>{_LEAD}{_HAN}{{0,6}}?)?(?P<count>(?<![\d.第、和及]){_COUNT})(?P<unit>个|{_SHORT})"
    rf"(?P<place>{_HAN}{{1,10}}?)(?:分别|均)?各(?:自)?(?P<verb>{VERB.pattern})"
    rf"(?P<things>(?:[、和]?(?:{_HAN}|[A-Za-z]){{0,12}}?{_COUNT}{_HAN}{{1,12}}){{1,6}})(?=$|[，,。；;\s（(])",
    re.MULTILINE,
)
_THING = lazy(
    rf"[、和]?(?P<before>(?:{_HAN}|[A-Za-z]){{0,12}}?)(?P<count>{_COUNT})(?P<unit>{_HAN}{{1,12}}?)(?=$|[、和])"
)
# 保安、保洁各3人: things in a row, and one count for each of them.
_IN_A_ROW = lazy(
    rf"(?P<things>{_HAN}{{2,10}}(?:、{_HAN}{{2,8}}){{0,5}}[、和]{_HAN}{{2,8}})各(?P<count>{_COUNT})(?P<unit>{_HAN}{{1,2}})"
    r"(?=$|[，,。；;\s（(])",
    re.MULTILINE,
)


def distributed(text: str) -> str:
    """A text in which a count of each place is said with 每, so that it is multiplied and asked about."""
    return _IN_A_ROW.sub(_of_either, _DISTRIBUTED.sub(_turned, text)) if "各" in text else text


def _of_either(match: re.Match[str]) -> str:
    count = f"{match['count']}{match['unit']}"
    if longest_prefix(match["unit"]) != match["unit"]:
        return match[0]
    return "、".join(f"{thing}{count}" for thing in re.split("[、和]", match["things"]))


def _turned(match: re.Match[str]) -> str:
    # 每个卫生院 says enough of 乡镇卫生院.
    each = f"个{match['place'][-3:]}" if match["unit"] == "个" else match["unit"]
    lead = match["lead"] or "给"
    where = f"{lead}{match['count']}{match['unit']}{match['place']}{match['verb']}"
    said: list[str] = []
    end = 0
    for one in _THING.finditer(match["things"]):
        unit = longest_prefix(one["unit"])
        if unit is None or one.start() != end:
            return match[0]
        end, thing = one.end(), one["before"] or one["unit"][len(unit) :]
        if len(thing) < 2 or (one["before"] and len(one["unit"]) > len(unit)):
            # 各完成2项任务3次: two counts of which neither is the thing's own.
            return match[0]
        # Said behind the count too, 宣传栏2块 are no two yuan.
        said.append(f"{where}{thing}，每{each}{one['count']}{unit}{thing}")
    return "，".join(said) if said and end == len(match["things"]) else match[0]
