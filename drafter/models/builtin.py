"""Our own models, offered through the same hook as a plugin's."""

from __future__ import annotations

from collections.abc import Callable

from drafter.models.entry import Model, ModelEntry, ModelOptions, Probe
from drafter.plugins import hookimpl


def _open_embedded(options: ModelOptions) -> Model:
    from drafter.models.embedded import EmbeddedModel

    return EmbeddedModel(options.name)


def _open_openai(options: ModelOptions) -> Model:
    from drafter.models.openai_compatible import open_openai

    return open_openai(options)


def _probe_openai(options: ModelOptions) -> list[Probe]:
    from drafter.models.openai_compatible import probe_openai

    return probe_openai(options)


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
    register(
        ModelEntry(
            name="openai:",
            title=(
                "OpenAI 兼容接口，写作 openai:模型名；地址用 --base-url，密钥取自环境变量",
                "any OpenAI-compatible endpoint: openai:NAME, --base-url, key from the environment",
            ),
            open=_open_openai,
            probe=_probe_openai,
        )
    )
