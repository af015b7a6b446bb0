"""`drafter doctor`: does this installation, its corpus, its prompts and a model work."""

from __future__ import annotations

from collections.abc import Callable

from drafter.errors import DrafterError
from drafter.models.entry import ModelOptions, Probe
from drafter.models.registry import find_model
from drafter.plugins import PluginRegistry


def diagnose(
    model: str = "embedded", *, base_url: str | None = None, registry: PluginRegistry | None = None
) -> list[Probe]:
    """Try everything a draft needs, in the order it needs it. Nothing is raised: what fails is a probe that says so.

    Args:
        model: The model's name; only a network model is asked a (tiny) question.
        base_url: Its endpoint.
        registry: Where plugins are looked for.
    """
    probes = [_probe("corpus", _corpus), _probe("prompts", _prompts)]
    try:
        entry = find_model(model, registry)
    except DrafterError as error:
        return [*probes, Probe(model, False, (error.zh, error.en))]
    options = ModelOptions(model, base_url, timeout=30.0)
    if entry.probe is not None:
        return [*probes, *entry.probe(options)]
    return [*probes, _probe(model, lambda: _opens(options, registry))]


def _corpus() -> tuple[str, str]:
    from drafter.corpus.starter import starter_records

    records = starter_records()
    patterns = sum(record.kind == "model" for record in records)
    filings = len(records) - patterns
    return f"{filings} 份往年申报表，{patterns} 份范例", f"{filings} past filings, {patterns} patterns"


def _prompts() -> tuple[str, str]:
    from drafter.resources import resource_folder

    names = sorted(path.stem for path in resource_folder("prompts").glob("*.j2"))
    if not names:
        raise FileNotFoundError("prompts/ is empty")
    return "、".join(names), ", ".join(names)


def _opens(options: ModelOptions, registry: PluginRegistry | None) -> tuple[str, str]:
    find_model(options.name, registry).open(options)
    return "可用", "works"


def _probe(name: str, check: Callable[[], tuple[str, str]]) -> Probe:
    try:
        return Probe(name, True, check())
    except DrafterError as error:
        return Probe(name, False, (error.zh, error.en))
    except OSError as error:
        return Probe(name, False, (str(error), str(error)))
