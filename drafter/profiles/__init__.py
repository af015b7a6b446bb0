"""Form families and years as data: which labels identify a form, which categories it must have, what its policy asks."""

from drafter.profiles.profile import Category, Profile, all_profiles, find_profile, generic_profile

__all__ = ["Category", "Profile", "all_profiles", "find_profile", "generic_profile"]
