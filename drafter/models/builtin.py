"""Our own models, offered through the same hook as a plugin's."""

from __future__ import annotations

from collections.abc import Callable

from drafter.models.entry import Model, ModelEntry, ModelOptions
from drafter.plugins import hookimpl


def _open_embedded(options: ModelOptions) -> Model:
    from drafter.models.embedded import EmbeddedModel

    return EmbeddedModel(options.name)


@hookimpl
def models(register: Callable[[ModelEntry], None]) -> None:
    """Register the models shipped with the package."""
    register(
        ModelEntry(
            name="embedded",
            title=("内置起草，不联网、不需密钥", "built in, no network, no key"),
            open=_open_embedded,
            network=False,
        )
    )
