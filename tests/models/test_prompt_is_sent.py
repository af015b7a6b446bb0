"""`drafter prompt` prints what is sent: the messages of the recorded requests, and those with precedents."""

import json
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from drafter.cli.main import app
from drafter.drafting import draft, example_brief, load_brief, prompt_messages
from tests.drafting.scripted import GOOD, GUARDS, scripted
from tests.models.scenes import BRIEF, SCENES
from tests.models.tape import CASSETTES

_FIRST = sorted({scene.cassette for scene in SCENES})


def _recorded(cassette: str) -> list[dict[str, str]]:
    """The messages of the first request of a cassette."""
    tape = yaml.safe_load((CASSETTES / cassette).read_text(encoding="utf-8"))
    return tape["interactions"][0]["request"]["body"]["json"]["messages"]


@pytest.mark.parametrize("cassette", _FIRST)
def test_the_printed_messages_are_those_on_the_wire(cassette: str, tmp_path: Path):
    brief = tmp_path / "brief.yaml"
    brief.write_text(BRIEF, encoding="utf-8")
    printed = CliRunner().invoke(app, ["prompt", str(brief), "--top-k", "0", "--format", "json"])
    assert printed.exit_code == 0
    assert json.loads(printed.stdout) == _recorded(cassette)


@pytest.mark.parametrize("top_k", [0, 1, 5])
@pytest.mark.parametrize("brief", [GUARDS, example_brief()])
def test_a_model_is_given_what_is_printed_for_the_same_corpus(brief: str, top_k: int):
    read = load_brief(brief, ".yaml")
    model = scripted(GOOD)
    draft(read, model=model, top_k=top_k, max_repairs=0)
    assert model.requests[0] == prompt_messages(read, top_k=top_k)
    assert ("<precedent" in model.requests[0][1]["content"]) == (top_k > 0)
