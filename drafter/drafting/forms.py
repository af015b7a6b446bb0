"""The form of a draft: which one where nobody says so, and the order and levels of its categories."""

from __future__ import annotations

from drafter.brief import Brief
from drafter.language.patterns import lazy
from drafter.models.proposal import Proposal
from drafter.profiles import Profile, all_profiles, find_profile

NEWEST = "shanghai-2026"
NATIONAL = "national-2021"
_ELSEWHERE = lazy(
    r"北京|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|"
    r"广西|西藏|宁夏|新疆|[^\W\da-zA-Z_]{1,4}(?:省|自治区|自治州|县)"
)


def profile_for(brief: Brief, name: str | None = None) -> Profile:
    """The form asked for; else the national one for an office elsewhere, else Shanghai's of the brief's year.

    Raises:
        InputError: No profile of that name.
    """
    if name is not None:
        return find_profile(name)
    profiles = all_profiles()
    offices = f"{brief.implementer or ''}{brief.department or ''}"
    if "上海" not in offices and _ELSEWHERE.search(offices):
        return profiles[NATIONAL]
    if brief.year is not None:
        for profile in sorted(profiles.values(), key=lambda one: one.id, reverse=True):
            if profile.region == "上海" and profile.years[0] <= brief.year <= profile.years[1]:
                return profile
    return profiles[NEWEST]


def in_form_order(proposal: Proposal, profile: Profile) -> Proposal:
    """The same proposal with its indicators in the order of the form, unknown categories last."""
    order = [level2 for category in profile.categories for level2 in category.level2]
    rows = sorted(proposal.indicators, key=lambda row: _rank(order, row.category))
    return proposal.model_copy(update={"indicators": rows})


def levels(profile: Profile, category: str) -> tuple[str | None, str | None]:
    """First and second level of a row of that second-level name, required categories first; None where unknown."""
    wanted = category.strip().removesuffix("指标")
    for first in sorted(profile.categories, key=lambda entry: not entry.required):
        for level2 in first.level2:
            if level2.removesuffix("指标") == wanted:
                return first.name, level2
    return None, None


def _rank(order: list[str], category: str) -> int:
    wanted = category.strip().removesuffix("指标")
    return next((index for index, level2 in enumerate(order) if level2.removesuffix("指标") == wanted), len(order))
