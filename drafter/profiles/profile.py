"""The `Profile` type and its loading from TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from drafter.errors import InputError
from drafter.plugins import PluginRegistry, default_registry


class Category(NamedTuple):
    """A first-level category of a form.

    Attributes:
        name: As the form prints it ("产出指标").
        kind: What it means: input, cost, output, benefit, satisfaction, influence.
        required: A filing without it lacks a mandatory category.
        level2: Its second-level names, printed → kind (quantity, quality, timeliness, cost, ...).
        required_level2: Kinds of second-level categories that a filing of this form must have.
    """

    name: str
    kind: str
    required: bool
    level2: Mapping[str, str]
    required_level2: tuple[str, ...]


class Profile(NamedTuple):
    """One form family in one span of years.

    Attributes:
        id: Stable name ("shanghai-2026").
        title: Printed title of the form.
        description: One Chinese line for people.
        years: First and last budget year it is used for.
        recognise: Labels that must all be printed for a document to be of this form; more labels win.
        region: Text in the document or its office names that points to the form ("上海"); empty for any.
        categories: The first-level categories in printed order.
        cost_quantified: Cost indicators must carry a number (Shanghai from 2025).
        management_inputs: The form has a category for management inputs, so execution rates are at home there.
        layout: How the form is laid out when written ("single", "three-sheet").
        labels: Printed label by field path, where it differs from the usual one.
    """

    id: str
    title: str
    description: str
    years: tuple[int, int]
    recognise: tuple[str, ...]
    region: str
    categories: tuple[Category, ...]
    cost_quantified: bool
    management_inputs: bool
    layout: str
    labels: Mapping[str, str]

    def category(self, kind: str) -> Category | None:
        """The first-level category of a kind, or None where the form has none."""
        return next((category for category in self.categories if category.kind == kind), None)


def profile_from_toml(text: str, source: str) -> Profile:
    """Build a profile from TOML text.

    Raises:
        InputError: The text is no TOML or lacks a key; `source` is named.
    """
    try:
        data: dict[str, Any] = tomllib.loads(text)
        categories = tuple(
            Category(
                name=entry["name"],
                kind=entry["kind"],
                required=entry.get("required", False),
                level2=dict(entry.get("level2", {})),
                required_level2=tuple(entry.get("required_level2", ())),
            )
            for entry in data["categories"]
        )
        return Profile(
            id=data["id"],
            title=data["title"],
            description=data["description"],
            years=(data["years"][0], data["years"][1]),
            recognise=tuple(data.get("recognise", ())),
            region=data.get("region", ""),
            categories=categories,
            cost_quantified=data.get("cost_quantified", False),
            management_inputs=data.get("management_inputs", False),
            layout=data.get("layout", "single"),
            labels=dict(data.get("labels", {})),
        )
    except (tomllib.TOMLDecodeError, KeyError, IndexError, TypeError) as error:
        raise InputError(f"表式配置 {source} 无法使用：{error}", f"profile {source} cannot be used: {error}") from error


@cache
def builtin_profiles() -> tuple[Profile, ...]:
    """The profiles of this package, by id."""
    folder = Path(__file__).parent / "data"
    files = sorted(folder.glob("*.toml"))
    return tuple(profile_from_toml(file.read_text(encoding="utf-8"), file.name) for file in files)


def all_profiles(registry: PluginRegistry | None = None) -> dict[str, Profile]:
    """Every profile known, by id; a plugin's profile replaces ours of the same id."""
    collected: list[Profile] = (registry or default_registry()).collect("profiles")
    return {profile.id: profile for profile in collected}


def generic_profile() -> Profile:
    """The profile for a form nobody foresaw: recognises any labels and asks for nothing a form might not have."""
    return next(profile for profile in builtin_profiles() if profile.id == "generic")


def find_profile(name: str, registry: PluginRegistry | None = None) -> Profile:
    """The profile of that id.

    Raises:
        InputError: No such profile; the message lists those there are.
    """
    profiles = all_profiles(registry)
    if name not in profiles:
        known = "、".join(sorted(profiles))
        raise InputError(f"没有名为 {name} 的表式；现有：{known}", f"no profile {name!r}; known: {known}")
    return profiles[name]
