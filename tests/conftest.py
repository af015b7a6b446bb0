"""Fixtures every room shares."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).parent.parent

# The same change passes or fails wherever it runs; DRAFTER_FUZZ=1 draws other examples each time, for whoever hunts.
settings.register_profile("same", derandomize=True)
settings.register_profile("hunt", derandomize=False)
settings.load_profile("hunt" if os.environ.get("DRAFTER_FUZZ") else "same")


@pytest.fixture(autouse=True)
def no_tracing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing a test does may leave the machine, whatever the developer's shell exports."""
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_API_KEY", "OPENAI_API_KEY", "DRAFTER_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test reads its files itself, and leaves nothing in the developer's own cache."""
    monkeypatch.setenv("DRAFTER_NO_CACHE", "1")
    monkeypatch.delenv("DRAFTER_CACHE", raising=False)


@pytest.fixture(scope="session")
def filings_folder() -> Path:
    """The folder of real filings; without it the tests on them say that they were skipped."""
    folder = os.environ.get("DRAFTER_FILINGS")
    if not folder:
        pytest.skip("DRAFTER_FILINGS does not name the folder of real filings")
    return Path(folder)


@pytest.fixture(scope="session")
def gold_filings() -> list[tuple[str, dict[str, object]]]:
    """The 39 restated filings of the starter corpus, as (file name, filing data)."""
    import yaml

    files = sorted((REPOSITORY / "corpus" / "filings").glob("*.yaml"))
    return [(file.name, yaml.safe_load(file.read_text(encoding="utf-8"))["filing"]) for file in files]
