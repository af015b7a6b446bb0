"""Which form family a filing belongs to: by its labels, its year and its region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.profiles import Profile

# fmt: off
REGIONS = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西",
    "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃",
    "青海", "宁夏", "新疆",
)
# fmt: on


def choose_profile(profiles: Mapping[str, Profile], labels: Iterable[str], year: int | None, document: str) -> str:
    """The id of the best fitting profile; `generic` where none fits.

    Args:
        profiles: The profiles known, by id.
        labels: Compacted labels and column heads of the filing.
        year: Its budget year.
        document: Compacted text of the document, for the region.
    """
    printed = set(labels)
    best: tuple[tuple[bool, int, bool, int], str] | None = None
    for profile in profiles.values():
        if profile.id == "generic" or not all(_printed(label, printed) for label in profile.recognise):
            continue
        if profile.region and not _may_be_of(profile.region, document):
            continue
        in_years = year is None or profile.years[0] <= year <= profile.years[1]
        # Two forms of the same labels and no year on the sheet: the one in use, as a draft without a year takes it.
        newest = profile.years[1] if year is None else 0
        score = (in_years, len(profile.recognise), bool(profile.region) and profile.region in document, newest)
        if best is None or score > best[0]:
            best = (score, profile.id)
    return best[1] if best else "generic"


def _may_be_of(region: str, document: str) -> bool:
    """Whether the document is from the region, or, like a form of 某区, names no region at all."""
    return region in document or not any(other in document for other in REGIONS)


def _printed(label: str, printed: set[str]) -> bool:
    return label in printed
