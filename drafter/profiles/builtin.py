"""Our own profiles, offered through the same hook as a plugin's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drafter.plugins import hookimpl
from drafter.profiles.profile import builtin_profiles


@hookimpl
def profiles(register: Callable[[Any], None]) -> None:
    """Register the profiles shipped with the package."""
    for profile in builtin_profiles():
        register(profile)
