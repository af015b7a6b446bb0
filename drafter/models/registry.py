"""The models known to this installation, ours and those of plugins."""

from __future__ import annotations

from difflib import get_close_matches

from drafter.errors import DrafterError, ModelError, UsageError
from drafter.models.entry import Model, ModelEntry, ModelOptions
from drafter.plugins import PluginRegistry, default_registry


def all_models(registry: PluginRegistry | None = None) -> dict[str, ModelEntry]:
    """Every model entry by name; a plugin's entry replaces ours of the same name."""
    collected: list[ModelEntry] = (registry or default_registry()).collect("models")
    return {entry.name: entry for entry in collected}


def find_model(name: str, registry: PluginRegistry | None = None) -> ModelEntry:
    """The entry for a model name: exact, or by its prefix up to the first colon.

    Raises:
        UsageError: No such model; the message names the closest one and all there are.
    """
    entries = all_models(registry)
    if name in entries:
        return entries[name]
    prefix, colon, rest = name.partition(":")
    if colon and rest and f"{prefix}:" in entries:
        return entries[f"{prefix}:"]
    known = "、".join(f"{entry}NAME" if entry.endswith(":") else entry for entry in sorted(entries))
    close = get_close_matches(name, list(entries), 1)
    raise UsageError(
        f"没有名为 {name} 的模型" + (f"，是否指 {close[0]}" if close else "") + f"；现有：{known}",
        f"no model {name!r}" + (f", did you mean {close[0]}?" if close else "") + f"; known: {known}",
    )


def open_model(options: ModelOptions, registry: PluginRegistry | None = None) -> Model:
    """Open a model by name.

    Raises:
        UsageError: No such model.
        ModelError: It cannot be opened (no key, no endpoint, a plugin that fails).
    """
    entry = find_model(options.name, registry)
    try:
        return entry.open(options)
    except DrafterError:
        raise
    except Exception as error:
        # Its own words may hold a key.
        kind = type(error).__name__
        raise ModelError(f"模型 {entry.name} 打不开（{kind}）", f"model {entry.name} fails to open ({kind})") from error
