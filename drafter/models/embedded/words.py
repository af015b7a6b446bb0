"""The embedded model's words, read from words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def word_lists() -> dict[str, Any]:
    """All lists by name; see words.toml for what each is for."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
