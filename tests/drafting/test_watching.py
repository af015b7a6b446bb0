"""Who watches a draft sees the answer come; who does not gets the same draft without streaming."""

import json

from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from drafter.cli.progress import DraftProgress
from drafter.drafting import Step, draft, load_brief
from drafter.models.chat import ChatModel

from .scripted import GOOD, GUARDS, changed, scripted


def _streaming(answer: object) -> ChatModel:
    text = json.dumps(answer, ensure_ascii=False)
    return ChatModel("streaming", GenericFakeChatModel(messages=iter([AIMessage(content=text)])))


def test_the_pieces_add_up_to_the_answer_and_the_draft_is_the_same():
    steps: list[Step] = []
    brief = load_brief(GUARDS, ".yaml")
    watched = draft(brief, model=_streaming(GOOD), top_k=0, watch=steps.append)
    silent = draft(brief, model=_streaming(GOOD), top_k=0)
    assert watched.filing == silent.filing and watched.status == "passed"
    kinds = [step.kind for step in steps]
    assert (kinds[0], kinds[-1], set(kinds[1:-1])) == ("asked", "checked", {"piece"}) and len(kinds) > 10
    assert json.loads("".join(step.text for step in steps)) == GOOD


def test_each_repair_is_a_step_with_the_findings_that_caused_it():
    steps: list[Step] = []
    fix = {"indicators": [{"index": 1, "indicator": GOOD["indicators"][1]}]}
    model = scripted(changed(1, target="=8人"), fix)
    draft(load_brief(GUARDS, ".yaml"), model=model, top_k=0, watch=steps.append)
    told = [(step.kind, step.attempt) for step in steps if step.kind != "piece"]
    assert told == [("asked", 1), ("checked", 1), ("asked", 2), ("checked", 2)]
    checked = [step for step in steps if step.kind == "checked"]
    assert "DRF001" in checked[0].findings and checked[1].findings == ()


def test_the_embedded_model_tells_its_steps_too():
    steps: list[Step] = []
    draft(load_brief(GUARDS, ".yaml"), watch=steps.append)
    assert [step.kind for step in steps] == ["asked", "checked"]


def test_the_terminal_shows_the_indicator_being_written_and_no_control_character(capsys):
    with DraftProgress("zh") as progress:
        progress(Step("asked", 1))
        progress._last = 0.0
        progress(Step("piece", 1, '{"indicators": [{"name": "保安员\x1b[2J人数"}'))
        progress(Step("checked", 1, findings=("DRF001",)))
    shown = capsys.readouterr().err
    assert "指标 1：保安员" in shown and "DRF001" in shown
    assert "\x1b[2J" not in shown and shown.endswith("\r\x1b[K")
