"""The printed form as pages, grids and cells: what docx, xlsx and html have in common. One layout a module."""

from __future__ import annotations

from drafter.filing import Filing
from drafter.profiles import Profile
from drafter.writing.form.grid import FormCell, FormPage, Grid, Kind

__all__ = ["FormCell", "FormPage", "Grid", "Kind", "form_pages"]


def form_pages(filing: Filing, profile: Profile, *, stacked: bool = False) -> tuple[FormPage, ...]:
    """The pages of a filing in its profile's layout; a layout nobody knows is printed as the single form.

    `stacked` puts goals that stand side by side on paper one below the other.
    """
    if profile.layout == "three-sheet":
        from drafter.writing.form.three_sheet import three_sheet_pages

        return three_sheet_pages(filing, profile)
    from drafter.writing.form.single import single_pages

    return single_pages(filing, profile, stacked=stacked)
