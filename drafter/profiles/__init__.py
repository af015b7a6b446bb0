"""Form families and years as data: the labels that identify a form, the categories it must have, what policy asks."""

from drafter.profiles.profile import Category, Profile, all_profiles, find_profile, generic_profile

__all__ = ["Category", "Profile", "all_profiles", "find_profile", "generic_profile"]
