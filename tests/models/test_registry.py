"""Models come through one hook, ours and a plugin's alike; a broken plugin stops nothing."""

import subprocess
import sys

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from drafter.errors import ModelError, UsageError
from drafter.models import ModelEntry, ModelOptions, all_models, find_model, open_model
from drafter.models.chat import ChatModel
from drafter.models.doctor import diagnose
from drafter.plugins import PluginRegistry, hookimpl


class Plugin:
    @hookimpl
    def models(self, register):
        register(
            ModelEntry(
                name="house",
                title=("本单位的模型", "our own model"),
                open=lambda options: ChatModel(options.name, FakeListChatModel(responses=["{}"])),
            )
        )


class Broken:
    @hookimpl
    def models(self, register):
        raise RuntimeError("no such library")


def test_ours_and_a_plugins_models_stand_side_by_side():
    registry = PluginRegistry(third_party=False)
    registry.register(Plugin(), "house-plugin")
    registry.register(Broken(), "broken-plugin")
    assert {"embedded", "openai:", "house"} <= set(all_models(registry))
    assert isinstance(open_model(ModelOptions("house"), registry), ChatModel)
    broken = next(status for status in registry.statuses() if status.name == "broken-plugin")
    assert "no such library" in (broken.error or "")


def test_a_plugin_model_drafts():
    from drafter.drafting import draft, example_brief, load_brief

    model = ChatModel(
        "house",
        FakeListChatModel(
            responses=[
                '{"goal": ["{F1}计划聘用保安{F3}。"], "indicators": '
                '[{"category": "数量指标", "name": "保安人数", "target": "={F3}"}]}'
            ]
        ),
    )
    result = draft(load_brief(example_brief(), ".yaml"), model=model, max_repairs=0)
    assert result.filing.annual_goal == "2027年计划聘用保安2人。"
    assert result.attempts[0].model == "house"


def test_a_plugins_model_that_fails_to_open_is_named_without_its_words():
    def fails(options):
        raise RuntimeError("sk-secret refused")

    registry = PluginRegistry(third_party=False)
    plugin = type(
        "P", (), {"models": hookimpl(lambda self, register: register(ModelEntry("mine", ("我", "m"), fails)))}
    )
    registry.register(plugin(), "p")
    with pytest.raises(ModelError, match=r"模型 mine 打不开（RuntimeError）") as raised:
        open_model(ModelOptions("mine"), registry)
    assert "sk-secret" not in str(raised.value)


def test_a_name_by_prefix_and_an_unknown_name():
    assert find_model("openai:any-model").name == "openai:"
    with pytest.raises(UsageError) as caught:
        find_model("embeded")
    assert "embedded" in caught.value.zh and "openai:NAME" in caught.value.en


def test_doctor_says_what_works():
    probes = {probe.name: probe for probe in diagnose()}
    assert all(probe.works for probe in probes.values())
    assert "39" in probes["corpus"].message[0]
    assert [probe.works for probe in diagnose("nope")][-1] is False


def test_an_embedded_draft_imports_no_model_library():
    code = (
        "import sys; from drafter.drafting import draft, example_brief, load_brief;"
        "assert draft(load_brief(example_brief()), token_budget=20000).status == 'passed';"
        "heavy = {'langchain_core', 'langchain_openai', 'openai', 'langsmith', 'jinja2', 'docx', 'pdfplumber'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
