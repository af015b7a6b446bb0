"""Which form family a filing belongs to: by its labels, its year and its region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.profiles import Profile


def choose_profile(profiles: Mapping[str, Profile], labels: Iterable[str], year: int | None, document: str) -> str:
    """The id of the best fitting profile; `generic` where none fits.

    Args:
        profiles: The profiles known, by id.
        labels: Compacted labels and column heads of the filing.
        year: Its budget year.
        document: Compacted text of the document, for the region.
    """
    printed = set(labels)
    best: tuple[tuple[bool, int, bool], str] | None = None
    for profile in profiles.values():
        if profile.id == "generic" or not all(_printed(label, printed) for label in profile.recognise):
            continue
        if profile.region and profile.region not in document:
            continue
        in_years = year is None or profile.years[0] <= year <= profile.years[1]
        score = (in_years, len(profile.recognise), bool(profile.region))
        if best is None or score > best[0]:
            best = (score, profile.id)
    return best[1] if best else "generic"


def _printed(label: str, printed: set[str]) -> bool:
    return label in printed
