"""Recorded conversations replayed: the same requests, the same answers, the same drafts, and no network."""

import re

import pytest
import vcr.errors

from drafter.drafting import draft, load_brief
from drafter.models.entry import ModelOptions
from drafter.models.openai_compatible import open_openai

from .scenes import BASE_URL, BRIEF, SCENES, Scene, play
from .stand_in import serving
from .tape import CASSETTES, recorder


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.cassette)
def test_a_recorded_conversation_comes_to_the_same_draft(scene: Scene):
    with recorder("none").use_cassette(scene.cassette) as tape:
        result = play(scene)
        assert tape.all_played, "part of the cassette was not asked for"
    assert (result.status, tuple(one.outcome for one in result.attempts)) == (scene.status, scene.outcomes)
    assert all(one.input_tokens == scene.tokens for one in result.attempts), "failed attempts are counted too"


def test_a_changed_prompt_is_a_miss_and_not_another_answer():
    model = open_openai(ModelOptions("openai:good", BASE_URL, timeout=5.0), ("json_object",))
    other = load_brief(BRIEF.replace("入口安检", "夜间值守"))
    with recorder("none").use_cassette("good_json_object.yaml"):
        result = draft(other, model=model, top_k=0)
    assert (result.status, result.attempts[0].outcome) == ("failed", "unavailable")
    assert vcr.errors.CannotOverwriteExistingCassetteException.__name__ in result.attempts[0].notes[0]


def test_a_downgrade_is_recorded_in_the_attempt():
    scene = next(scene for scene in SCENES if scene.model == "no-schema")
    with recorder("none").use_cassette(scene.cassette):
        assert play(scene).attempts[0].notes == ["json_schema 不被支持，改用 json_object"]


def test_a_weak_model_that_copies_a_precedent_gets_none_of_its_numbers_through():
    scene = next(scene for scene in SCENES if scene.model == "copying")
    with recorder("none").use_cassette(scene.cassette):
        result = play(scene)
    findings = [one for one in result.report.documents[0].filings[0].findings if one.code == "DRF001"]
    assert {"7000", "14", "2026"} <= {re.sub(r"\D", "", one.primary.text) for one in findings}
    assert not {entry.number for entry in result.provenance} & {"7000", "7000份", "14个", "2026年"}


@pytest.mark.parametrize("name", ["gone", "gone-streaming"])
def test_half_an_answer_is_said_to_be_one_and_not_taken(name: str):
    scene = next(scene for scene in SCENES if scene.model == name)
    with recorder("none").use_cassette(scene.cassette):
        result = play(scene)
    assert "连接中断" in result.attempts[0].notes[0]
    assert result.filing.annual_goal is None


def test_an_endpoint_that_cannot_stream_is_asked_for_the_whole():
    scene = next(scene for scene in SCENES if scene.model == "no-stream")
    with recorder("none").use_cassette(scene.cassette):
        assert play(scene).attempts[0].notes == ["不支持流式返回，改为整段返回"]


def test_a_connection_that_breaks_is_said():
    with serving():
        model = open_openai(ModelOptions("openai:broken", BASE_URL, timeout=5.0))
        result = draft(load_brief(BRIEF), model=model, top_k=0)
    assert (result.status, result.attempts[0].outcome) == ("failed", "unavailable")
    assert "连不上" in result.attempts[0].notes[0] or "openai:broken" in result.attempts[0].notes[0]


def test_cassettes_hold_no_secret_and_nobodys_name():
    assert len(list(CASSETTES.glob("*.yaml"))) == len(SCENES)
    for path in CASSETTES.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"(?i)authorization|bearer|sk-[a-z0-9]|api[-_]key|user-agent|x-stainless|set-cookie", text
        ), path
        assert "\\u" not in text, f"{path} cannot be read in a review"
