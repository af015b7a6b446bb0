"""The scenes on the cassettes: which model, which output modes, and what the draft must come to.

`python tests/models/scenes.py` records them anew against the stand-in; needed whenever a prompt, the brief or the words
of a finding in a repair prompt change, because cassettes are matched by body.
"""

from dataclasses import dataclass

from drafter.drafting import Draft, Step, draft, load_brief
from drafter.models.entry import ModelOptions
from drafter.models.openai_compatible import open_openai
from drafter.models.quirks import Mode

BRIEF = """
project_name: 政务大厅安保服务
implementer: 某区行政服务中心
year: 2027
budget_total: 396000
purpose: 维护办事大厅的安全和秩序
tasks: [入口安检]
items:
  - {name: 保安员, quantity: 6, unit: 人, unit_price: 66000}
"""
BASE_URL = "http://127.0.0.1:18765/v1"


@dataclass(frozen=True)
class Scene:
    """One cassette."""

    model: str
    status: str
    outcomes: tuple[str, ...]
    modes: tuple[Mode, ...] | None = None
    name: str = ""
    watched: bool = False
    tokens: int = 900

    @property
    def cassette(self) -> str:
        return f"{self.name or self.model}.yaml"


SCENES = (
    Scene("good", "passed", ("answered",), ("json_schema",), "good_json_schema"),
    Scene("good", "passed", ("answered",), ("json_object",), "good_json_object"),
    Scene("good", "passed", ("answered",), ("tool",), "good_tool"),
    Scene("good", "passed", ("answered",), ("text",), "good_text"),
    Scene("no-schema", "passed", ("answered",), ("json_schema", "json_object")),
    Scene("fenced", "passed", ("answered",)),
    Scene("thinking", "passed", ("answered",)),
    Scene("cut", "failed", ("truncated",)),
    Scene("refused", "failed", ("refused",)),
    Scene("empty", "failed", ("empty",)),
    Scene("busy", "passed", ("answered",)),
    Scene("repaired", "passed", ("answered", "answered")),
    Scene("never-repaired", "findings", ("answered", "answered")),
    Scene("copying", "findings", ("answered", "answered")),
    Scene("gone", "failed", ("unavailable",), tokens=0),
    Scene("good", "passed", ("answered",), ("json_object",), "good_streamed", watched=True),
    Scene("no-stream", "passed", ("answered",), watched=True),
    Scene("gone-streaming", "failed", ("unavailable",), watched=True, tokens=0),
)


def play(scene: Scene) -> Draft:
    """Draft the brief with the scene's model. Without precedents: the corpus may grow, the prompt stays."""
    model = open_openai(ModelOptions(f"openai:{scene.model}", BASE_URL, timeout=5.0), scene.modes)
    return draft(load_brief(BRIEF), model=model, top_k=0, watch=_nobody if scene.watched else None)


def _nobody(step: Step) -> None:
    """Somebody listens, so that the answer is asked for as a stream."""


if __name__ == "__main__":
    from stand_in import serving
    from tape import CASSETTES, recorder

    for scene in SCENES:
        (CASSETTES / scene.cassette).unlink(missing_ok=True)
        with serving(), recorder("all").use_cassette(scene.cassette):
            result = play(scene)
        print(f"{scene.cassette:24} {result.status:9} {', '.join(one.outcome for one in result.attempts)}")
