"""Provider quirks, read from quirks.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

Mode = Literal["json_schema", "json_object", "tool", "text"]
OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Quirk:
    """How to speak to an endpoint; see quirks.toml for the fields."""

    id: str
    host: str
    model: str
    modes: tuple[Mode, ...]
    key: tuple[str, ...]
    limit: str = ""
    extra: Mapping[str, Any] | None = None


@cache
def quirks() -> tuple[Quirk, ...]:
    """All entries; the last fits every server."""
    data: dict[str, list[dict[str, Any]]] = tomllib.loads(Path(__file__).with_name("quirks.toml").read_text("utf-8"))
    return tuple(
        Quirk(
            id=entry["id"],
            host=entry["host"],
            model=entry["model"],
            modes=tuple(entry["modes"]),
            key=tuple(entry["key"]),
            limit=entry.get("limit", ""),
            extra=entry.get("extra"),
        )
        for entry in data["quirk"]
    )


def quirk_for(base_url: str | None, model: str) -> Quirk:
    """The entry for an endpoint and a model name."""
    host = urlsplit(base_url or OPENAI).hostname or ""
    return next(quirk for quirk in quirks() if re.search(quirk.host, host) and re.search(quirk.model, model))
