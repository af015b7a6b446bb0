"""Where and for whom: 给辖区内8个小区加装充电桩, 对全区1300家餐饮单位开展检查, 为120名环卫工人购买意外险."""

from __future__ import annotations

import re

from drafter.drafting.free_verbs import GETS, VERB, WORKS
from drafter.language.patterns import lazy

_REGION = lazy(
    r"^(?:给|为|对|在|向|到|面向|(?:我们?|本|全|各)(?:街道|街镇|乡镇|系统|园区|辖区|[省市区县镇乡街村院校])|(?:辖区|辖|域|境|区|市|县|镇|街道|全域)内?的?|(?:范围)?内的?|[村镇县乡区市院校馆园场站所厂]里)+$"
)
# 暑假4期 says when, not what.
PLACE = lazy(
    r"(?:小区|村|社区|街道|街镇|镇|乡|学校|小学|中学|幼儿园|医院|卫生院|站点|网点|点位|公园|部门|科室|路口|路段|居委会?|村委会?|居民区|派出所|养老院|敬老院|网格|书屋|班级)$"
)
"""How a noun for a place ends."""
_SEASON = lazy(r"(?:暑假|寒假|暑期|[春夏秋冬][季天]|[上下]半年|全年|今年|明年|平时|周末|节假日)(?:期间)?")
# 主干道两侧450块广告牌: where they stand.
_WHERE = lazy(r"[^\W\da-zA-Z_]{2,12}(?:两侧|两旁|两岸|沿线|沿途|周边|附近|一带|范围内|区域内|境内|沿岸)")
_LEAD = lazy(r"(?:^|[，,])[^，,￥]{0,12}?(?:给|为(?![了期])|对|在|向|面向|帮)[^，,\d￥]{0,8}$")
_SERVED = lazy(
    rf"^的?(?P<place>[村镇乡户校县区]|[一-鿿A-Za-z]{{2,12}}?)(?P<verb>{VERB.pattern}|做|搞|进行|实施)(?P<what>[一-鿿A-Za-z]{{0,16}})"
)
_WORDS = GETS | WORKS


def region_off(noun: str) -> str:
    """Nothing where a noun is only a region: 辖区内, 全区, 主干道两侧, 给."""
    return "" if _REGION.fullmatch(noun) or _SEASON.fullmatch(noun) or _WHERE.fullmatch(noun) else noun


def place_and_work(before: str, after: str, sure: bool) -> tuple[str, str | None, str] | None:
    """Place or people, verb and object behind a count of them, or None: (小区, 加装, 充电桩).

    Args:
        before: The words before the count; a preposition in them (给, 为, 对) shows that people or places are served.
        after: The words behind the count.
        sure: Whether the sentence counts something else too, or has said who does the work.
    """
    served = _SERVED.match(after)
    if served is None or not (sure or _LEAD.search(before)) or "每" in served["place"]:
        return None
    if not sure and re.match(r"\s*[\d一二两三四五六七八九十]", after[served.end() :]):
        # What follows is counted too, in a way nobody could read.
        return None
    place, _, thing = served["place"].partition("的")
    end = served.end("verb") == len(after)
    if end and sure:
        return None
    verb = _WORDS.get(served["verb"]) or None
    what = re.sub(r"^(?:一次|一批|一遍|全面|免费)", "", served["what"])
    if not what and (verb is None or verb not in WORKS.values()):
        return None
    if verb is None and what in WORKS:
        # 对32个站点进行维护 is 维护站点.
        verb, what = WORKS[what], ""
    # 8所小学的教学楼屋面: what is worked on belongs to the places that are counted.
    return (place, verb, f"{thing}{what}") if thing and len(place) > 1 else (served["place"], verb, what)
